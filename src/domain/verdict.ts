import type { Finding } from "./finding";

/** 通过 / 不符 / 未判 / 不涉及. */
export type Verdict = "pass" | "fail" | "undecided" | "not-applicable";

/** How often one rule gave each verdict: a rule that never decides is worth knowing. */
export interface RuleTally {
  readonly rule: string;
  readonly form: string;
  readonly pass: number;
  readonly fail: number;
  readonly undecided: number;
  readonly notApplicable: number;
}

export interface Confrontation {
  readonly tallies: readonly RuleTally[];
  readonly findings: readonly Finding[];
  /** Keys (`cellKey`) of the cells under an error-level finding: their figures are withheld. */
  readonly blocked: ReadonlyMap<string, Finding>;
}
