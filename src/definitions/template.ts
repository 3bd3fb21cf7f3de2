import type { Extent, Tree } from "../formula/tree";

/** A sentence template, parsed. */
export type Template = readonly TemplatePart[];

export type TemplatePart =
  | { readonly part: "words"; readonly text: string }
  | Slot
  /** `[…]`: drops when anything inside has no value, is zero, is empty or makes no record. */
  | { readonly part: "optional"; readonly body: Template }
  /** `[?条件:甲|乙]`. `at` is where the condition stands in the template; extents inside `condition` count from its own start. */
  | {
      readonly part: "choice";
      readonly condition: Tree;
      readonly conditionText: string;
      readonly at: Extent;
      readonly then: Template;
      readonly otherwise?: Template;
    };

export interface Slot {
  readonly part: "slot";
  readonly refs: readonly SlotRef[];
  readonly options: SlotOptions;
  /** As written, braces included. */
  readonly text: string;
  readonly at: Extent;
}

/** `名称@成员,组=成员,期`. Which of the slices are members and which a period is settled when the definition is compiled. */
export interface SlotRef {
  readonly name: string;
  readonly slices: readonly string[];
}

export interface SlotOptions {
  /** A measure word of the unit's family; "none" for 数. */
  readonly measureWord?: string;
  readonly scale?: "万" | "亿" | "不缩";
  /** At most this many decimals; 全 is 4. */
  readonly places?: number;
  readonly keepZeros?: boolean;
  /** 取十 1, 取百 2, 取千 3, 取万 4. */
  readonly roundTo?: 1 | 2 | 3 | 4;
  readonly approximation?: "多" | "余" | "近" | "以上" | "以下";
  readonly chinese?: boolean;
  readonly comparison?: {
    readonly word: "较" | "比" | "同比";
    /** As printed: 上年, 去年, 上年度, 2015年. Empty for 同比. */
    readonly label: string;
    /** The past value it means: 上年, 前年, 2015年, 轮岗前. */
    readonly base: string;
    readonly growth: boolean;
  };
  readonly fromTo?: { readonly label: string; readonly base: string; readonly up: string; readonly down: string };
  readonly change?: "增量" | "减量";
  readonly againstTarget?: boolean;
  readonly record?: "创历史新高" | "均创历史新高";
  readonly breakdown?: {
    readonly group: string;
    readonly style: "数" | "带单位" | "量前";
    readonly separator: "、" | "," | ";";
  };
  /** 和 joins the last of several. */
  readonly and?: boolean;
  /** 末单位: the unit once, at the end. */
  readonly unitOnce?: boolean;
  /** 前n of a list. */
  readonly first?: number;
  /** 等 after a list that was cut. */
  readonly etc?: boolean;
  readonly mask?: "隐" | "明";
  /** 形…: what stands in place of the number while there are no figures: `xx.xx`. */
  readonly shape?: string;
}
