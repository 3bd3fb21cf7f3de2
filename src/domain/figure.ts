import type { Exact } from "./exact";

/** Kinds as a definition declares them; 数 is a bare number such as a year or a line. */
export type FigureKind = "数" | "量" | "率" | "均值" | "指数" | "名次" | "名单" | "文字" | "是否";

/** One member of a group a figure is told for: 学段 = 小学. */
export interface SliceMember {
  readonly group: string;
  readonly member: string;
}

/** Why a number is not printed. Each is one of the reasons for ×× of the definition language. */
export type WithheldReason =
  | { readonly why: "missing"; readonly form: string; readonly column: string; readonly schools: readonly string[] }
  | { readonly why: "blocked"; readonly form: string; readonly column: string; readonly schools: readonly string[] }
  | { readonly why: "zero-denominator" }
  | { readonly why: "no-parameter"; readonly name: string; readonly period?: string }
  | { readonly why: "no-value"; readonly detail: string }
  | { readonly why: "to-be-entered"; readonly name: string; readonly owner?: string }
  | { readonly why: "undecided" }
  | { readonly why: "wrong-direction" }
  | { readonly why: "parts-differ-from-whole"; readonly parts: Exact; readonly whole: Exact }
  | { readonly why: "above-cap"; readonly cap: Exact }
  | { readonly why: "no-record" }
  | { readonly why: "empty-list" };

export type FigureValue =
  | { readonly state: "number"; readonly value: Exact }
  | { readonly state: "list"; readonly items: readonly string[] }
  | { readonly state: "text"; readonly text: string }
  | { readonly state: "boolean"; readonly value: boolean }
  | { readonly state: "withheld"; readonly reasons: readonly WithheldReason[] };

/** Cells of one column a figure rests on: rows index the form's table. */
export interface LineagePart {
  readonly part: "numerator" | "denominator";
  readonly form: string;
  readonly column: string;
  /**
   * "value": its numbers are added. "criterion": it was asked of every row of the form, and decided that `rows` count;
   * a figure rests on all its cells.
   */
  readonly role: "value" | "criterion";
  readonly rows: readonly number[];
}

export interface Coverage {
  /** Schools in scope of the forms the figure reads. */
  readonly expected: number;
  /** Schools among them whose values are all there. */
  readonly counted: number;
  /** Codes of the schools that are missing. */
  readonly missing: readonly string[];
}

/** A past value, a target or a standard with the parameter row it came from. */
export interface Benchmark {
  readonly label: string;
  readonly value: Exact;
  readonly setBy?: string;
  readonly source?: string;
  /** Schools whose submissions of that period it was computed from, for a past value that is no parameter. */
  readonly submissions?: Coverage;
}

/**
 * One number of the district: an indicator, or one slice of it. `value` is unrounded; `factor` is already applied.
 * `numerator` and `denominator` are the totals it was made of.
 */
export interface Figure {
  /** `公办率`, or `招聘计划数|小学|语文`: members in the order of the indicator's groups, `*` for "all together". */
  readonly key: string;
  readonly indicator: string;
  readonly slice: readonly SliceMember[];
  readonly kind: FigureKind;
  readonly unit: string;
  readonly value: FigureValue;
  /** True when 跳过 left out schools: the figure tells what is in, and says so. */
  readonly partial: boolean;
  readonly numerator?: Exact;
  readonly denominator?: Exact;
  /** Past values by label: 上年, 2015年, 轮岗前. */
  readonly past: readonly Benchmark[];
  /** What last year's submissions come to; it stands in `past` as well where the indicator compares with 上年. */
  readonly lastYear?: Benchmark;
  readonly target?: Benchmark;
  readonly coverage: Coverage;
  readonly lineage: readonly LineagePart[];
  /** Names of the indicators and parameters the formula uses, for figures made of figures. */
  readonly uses: readonly string[];
}

/** The key of an indicator's slice. `members` has one entry per group of the indicator; undefined means all together. */
export function figureKey(indicator: string, members: readonly (string | undefined)[] = []): string {
  return members.every((member) => member === undefined)
    ? indicator
    : [indicator, ...members.map((member) => member ?? "*")].join("|");
}
