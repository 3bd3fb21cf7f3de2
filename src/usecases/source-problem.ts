/** Why a run could not begin: each line says where and what to do. */
export interface SourceProblem {
  readonly source: "definition" | "roster" | "parameters";
  readonly lines: readonly string[];
}
