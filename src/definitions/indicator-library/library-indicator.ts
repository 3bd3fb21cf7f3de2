import type { DefinitionParameter, Indicator } from "../definition";

/**
 * One indicator of the library: what district education bureaus print, and what the ministry's standards ask for, told
 * once, for definitions to pick from. A number with several readings has several entries (`G02a`, `G02b` are both G02).
 */
export type LibraryIndicator = ComputedIndicator | EnteredIndicator;

interface Described extends Pick<Indicator, "kind" | "unit" | "format" | "scale" | "better" | "cap" | "sensitive"> {
  readonly code: string;
  readonly name: string;
  readonly english: string;
  /** 学校: it can also be told school by school. 区县: it means nothing below the district. */
  readonly level: "学校" | "区县";
  /** 口径: what is counted, over what, printed under tables. */
  readonly definition: string;
  /** Document or practice it comes from. */
  readonly source: string;
}

/** Computed from rows of the canonical forms; parameters that a formula names are entered beside them. */
export interface ComputedIndicator
  extends Described,
    Pick<Indicator, "form" | "filter" | "numerator" | "denominator" | "factor"> {
  readonly by: "formula";
  /** Columns it may be broken down by; a definition chooses among them. */
  readonly groupBy: readonly string[];
}

/** No school sheet holds it: a row of 方案·参数 does. */
export interface EnteredIndicator extends Described {
  readonly by: "parameter";
  readonly use: DefinitionParameter["use"];
  /** Why it cannot be added up from school sheets. */
  readonly why: string;
}
