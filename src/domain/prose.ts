import type { Exact } from "./exact";

/** From `start` up to, not including, `end`: offsets in the text as it was pasted. */
export interface TextExtent {
  readonly start: number;
  readonly end: number;
}

/** A finished text, read: every number it prints, with its place. */
export interface Prose {
  readonly text: string;
  /** Lines that are not blank. */
  readonly paragraphs: readonly ProseParagraph[];
  /** All clauses in order; what a comma, semicolon, colon or full stop ends. Those in brackets stay with their clause. */
  readonly clauses: readonly ProseClause[];
  readonly mentions: readonly Mention[];
}

export interface ProseParagraph {
  /** From 1, blank lines not counted. */
  readonly number: number;
  readonly at: TextExtent;
  /** What the line begins with when it begins with a heading's number. */
  readonly heading?: ProseHeading;
}

export interface ProseHeading {
  readonly level: 1 | 2 | 3 | 4;
  /** `一、`, `(二)`, `3.`. */
  readonly number: string;
  readonly text: string;
  /** The heading with its number; a heading that shares its line with text ends at the first 。 */
  readonly at: TextExtent;
}

export interface ProseClause {
  readonly at: TextExtent;
  readonly paragraph: number;
  /** Counts the sentences of the whole text. */
  readonly sentence: number;
}

/** What a number is when it is no figure. */
export type NotFigure =
  | "date"
  | "period"
  | "time"
  | "document-number"
  | "heading"
  | "ordinal"
  | "name"
  | "grade"
  | "code"
  | "duration";

export type Hedge = "多" | "余" | "近" | "约" | "以上" | "以下" | "不少于" | "不超过" | "左右";

/** One number as the text prints it. */
export interface Mention {
  /** Hedge, digits, scale and unit: `近xxxxx平方米`, `7000余人次`, `95%以上`. */
  readonly at: TextExtent;
  /** The digits alone. */
  readonly digitsAt: TextExtent;
  readonly text: string;
  /** Index into the paragraphs and clauses of the text. */
  readonly paragraph: number;
  readonly clause: number;
  readonly sort: "figure" | "mask" | "range" | NotFigure;
  /**
   * The value in its bare unit: 8.04亿元 is 804000000, 66.08% is 0.6608, 个百分点 stay points. Of a range the lower end.
   * Absent for masks and for what is no figure.
   */
  readonly value?: Exact;
  /** The upper end of a range. */
  readonly upTo?: Exact;
  /** What the last printed digit is worth, in the bare unit: 0.0001 for 66.08%. */
  readonly step?: Exact;
  readonly decimals: number;
  readonly scale: "" | "百" | "千" | "万" | "亿";
  /** `人`, `%`, `个百分点`, `元`, `:1`; empty for a bare number. */
  readonly unit: string;
  readonly hedges: readonly Hedge[];
  readonly inChinese: boolean;
  /** Words of the clause before it, back to the number before. */
  readonly before: string;
  /** Words of the clause after it, up to the next number. */
  readonly after: string;
  /** It stands in brackets after this mention. */
  readonly inBracketsOf?: number;
}
