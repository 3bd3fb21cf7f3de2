/** One thing to know about the rules of a definition, before or after a run. Nothing is wrong with the schools' data. */
export interface RuleRemark {
  readonly kind: RuleRemarkKind;
  readonly rule: string;
  readonly form: string;
  /** Ids of the other rules it is about. */
  readonly others: readonly string[];
  readonly message: string;
  readonly instruction: string;
}

export type RuleRemarkKind =
  /** No row can pass it together with `others`, or at all. */
  | "contradictory"
  /** No row within the bounds of its fields can fail it. */
  | "always-true"
  /** Every row that passes `others` passes it. */
  | "redundant"
  /** It was asked of rows and never decided. */
  | "never-decided"
  /** There was no row to ask it of. */
  | "never-applied";
