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
  readonly scale?: "万" | "亿" | "不缩" | "自动";
  /** At most this many decimals; 全 is 4. */
  readonly places?: number;
  readonly keepZeros?: boolean;
  /** 取十 1, 取百 2, 取千 3, 取万 4. */
  readonly roundTo?: 1 | 2 | 3 | 4;
  readonly approximation?: "多" | "余" | "近" | "以上" | "以下" | "以内" | "至少" | "不少于" | "不超过";
  readonly chinese?: boolean;
  /** 第: 第二, 第12. */
  readonly ordinal?: boolean;
  /** `3到5所`, `60%至70%`, `3-6岁`: two names are the ends of a range. */
  readonly range?: "到" | "至" | "-";
  /** 零…: said instead of the number when it is zero. */
  readonly zeroWords?: string;
  /** 平…: said instead of 与上年持平. */
  readonly sameWords?: string;
  readonly comparison?: {
    /** 增幅 stands after a change that has named its base, and prints no word of its own: `增长6.5%`. */
    readonly word: "较" | "比" | "同比" | "增幅";
    /** As printed: 上年, 去年, 上年度, 2015年. Empty for 同比. */
    readonly label: string;
    /** The past value it means: 上年, 前年, 2015年, 轮岗前. */
    readonly base: string;
    readonly growth: boolean;
  };
  /** With two names from the one to the other; else from a past value. */
  readonly fromTo?: { readonly label: string; readonly base: string; readonly up: string; readonly down: string };
  readonly change?: "增量" | "减量";
  /** 可比: over the schools that were there in both years. */
  readonly comparable?: boolean;
  readonly againstTarget?: boolean;
  /** 目标: the target itself, `{公办率@明年:目标}` that of another period. */
  readonly target?: boolean;
  /** 名次: the place among the regions. */
  readonly rank?: boolean;
  /** 对全省: the region whose value it is set beside. */
  readonly againstRegion?: string;
  readonly record?: RecordWords;
  /** 或持平: a value as good as the best so far is told as 与历史最好水平持平. */
  readonly orTie?: boolean;
  /** 首次, only where the value has reached its cap for the first time. */
  readonly firstTime?: boolean;
  readonly breakdown?: {
    readonly group: string;
    /** 只数: the numbers without their labels. */
    readonly style: "数" | "带单位" | "量前" | "只数";
    readonly separator: "、" | "," | ";";
    /** 其中: the whole first. */
    readonly withWhole?: boolean;
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

export type RecordWords =
  | "创历史新高"
  | "均创历史新高"
  | "创历史新低"
  | "均创历史新低"
  | "创历史最好水平"
  | "均创历史最好水平";
