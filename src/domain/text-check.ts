import type { Mention } from "./prose";

/** 一致 / 修约一致 / 不一致 / 自相矛盾 / 查无来源 / 非统计. Every number of a text has exactly one. */
export type NumberVerdict =
  | "matches"
  | "matches-rounded"
  | "contradicts"
  | "inconsistent"
  | "no-source"
  | "not-a-figure";

/** What is wrong with a number, against the report or against the rest of its own text. */
export type NumberFault =
  | "value"
  | "digits-transposed"
  | "scale"
  | "unit"
  | "percent-for-points"
  | "points-for-percent"
  | "direction"
  | "period"
  | "scope"
  | "stale"
  | "hedge"
  | "parts-and-total"
  | "part-above-whole"
  | "from-to"
  | "rate-of-terms"
  | "growth"
  | "mean"
  | "named-twice"
  | "nameless"
  | "above-hundred"
  | "amount-in-points"
  | "rate-grows-by-percent"
  | "unit-order";

/** What a number was compared with. */
export interface Binding {
  /** clause: the same clause of the report, edited or not. name: by what it is called. */
  readonly by: "clause" | "name";
  readonly figures: readonly string[];
  readonly parameters: readonly string[];
  /** Clause (分句) or heading of the report. */
  readonly clause?: string;
}

export interface NumberCheck {
  readonly mention: Mention;
  readonly verdict: NumberVerdict;
  readonly fault?: NumberFault;
  /** As it should be printed: `12.86:1`. */
  readonly expected?: string;
  readonly binding?: Binding;
  /** Titles of the figures that could be meant, when several fit. */
  readonly candidates?: readonly string[];
  /** In Chinese, for people; blank for a number that simply matches. */
  readonly says: string;
  /** The figure behind it still waits for schools: it is checked for the time being only. */
  readonly provisional: boolean;
}

/** Something worth a second look that is no fault by itself: the same name with two values, a whole that changes. */
export interface TextDoubt {
  readonly fault: NumberFault;
  /** Indexes of the mentions concerned. */
  readonly mentions: readonly number[];
  readonly says: string;
}

export interface TextCheck {
  /** One per mention, in the order of the text. */
  readonly numbers: readonly NumberCheck[];
  readonly doubts: readonly TextDoubt[];
}
