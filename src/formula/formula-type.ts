import type { Tree } from "./tree";

/** What a formula gives: a kind and, for counts and amounts, a unit. */
export type FormulaType =
  | { readonly kind: "数" | "率" | "百分点" | "增幅" | "指数" | "名次" | "文本" | "日期" | "时刻" | "是否" | "名单" }
  | QuantityType
  /** `均值[元/人]`; `per` is absent when only the printed unit is known. */
  | { readonly kind: "均值"; readonly unit: string; readonly per?: string };

/** `量[人]`, `量[元]` … */
export interface QuantityType {
  readonly kind: "量";
  readonly unit: string;
  /** Told at a moment or over a time; absent when nobody said. */
  readonly time?: "时点" | "时期";
  /** A number of rows or of different values: the indicator gives it its unit, 名 or 处 as well as 人 or 所. */
  readonly counted?: true;
  /** Dimensions distinct persons may not be added over, with the member they are held at: 学期 = 春季. */
  readonly pinned?: Readonly<Record<string, string>>;
  /** Dimensions that are held only once a slice names a member. */
  readonly open?: readonly string[];
}

export interface ColumnType {
  readonly type: FormulaType;
  /** Key columns this field of distinct persons may not be added across. */
  readonly nonAdditive?: readonly string[];
}

export interface FormTyping {
  readonly rowUnit: string;
  /** Fields, derived fields and roster columns; fields in the order of the form. */
  readonly columns: ReadonlyMap<string, ColumnType>;
}

export interface IndicatorTyping {
  readonly type: FormulaType;
  /** Its groups, each with its members when a code list names them. */
  readonly groups: ReadonlyMap<string, readonly string[] | undefined>;
  /** Named past values besides 上年, 前年 and years: 轮岗前. */
  readonly periods: readonly string[];
  /** A 率 that is printed without per cent and may be above 1: 生师比. */
  readonly isRatio?: boolean;
}

/** Where a formula stands; decides what `[列]` means there. */
export type FormulaPlace =
  /** A rule or derived field: one row of `form`. */
  | { readonly place: "row"; readonly form: string }
  /** Numerator or denominator. */
  | { readonly place: "total"; readonly form?: string; readonly groupBy: readonly string[]; readonly filter?: Tree }
  /** 筛选 of an indicator, 范围 of a form: one row, no totals. */
  | { readonly place: "filter"; readonly form: string }
  /** A sentence's condition: figures only. */
  | { readonly place: "condition" };

/** Everything typing asks about a definition. */
export interface TypingScope {
  readonly at: FormulaPlace;
  readonly forms: ReadonlyMap<string, FormTyping>;
  readonly indicators: ReadonlyMap<string, IndicatorTyping>;
  readonly parameters: ReadonlyMap<string, FormulaType>;
}

const sameUnits: Readonly<Record<string, string>> = { 平方米: "㎡", 名: "人", 位: "人" };

/** One spelling for units that mean the same. */
export const canonicalUnit = (unit: string): string => sameUnits[unit] ?? unit;

const measures: readonly (readonly [string, ReadonlySet<string>])[] = [
  ["money", new Set(["元", "千元", "万元", "亿元"])],
  ["area", new Set(["㎡", "亩", "公顷", "平方公里"])],
  ["length", new Set(["米", "公里", "千米"])],
  ["time", new Set(["岁", "年", "月", "周", "天", "小时", "学时", "分钟"])],
  ["mass", new Set(["千克", "公斤", "吨"])],
  ["score", new Set(["分"])],
];

/** What a unit measures; everything that is not measured is counted. */
export function dimensionOf(unit: string): string {
  const canonical = canonicalUnit(unit);
  return measures.find(([, units]) => units.has(canonical))?.[0] ?? "count";
}

/** `量[人; 学期=春季]`: a type as messages show it. */
export function typeText(type: FormulaType): string {
  switch (type.kind) {
    case "量": {
      const pins = Object.entries(type.pinned ?? {}).map(([dimension, member]) => `; ${dimension}=${member}`);
      return `量[${type.unit}${pins.join("")}]`;
    }
    case "均值":
      return `均值[${type.unit}${type.per === undefined ? "" : `/${type.per}`}]`;
    default:
      return type.kind;
  }
}
