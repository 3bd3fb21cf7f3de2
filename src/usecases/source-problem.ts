/** What a run cannot begin without making sense of. */
export type RequiredSource = "definition" | "roster" | "parameters";

/** Why a run could not begin: each line says where and what to do. */
export interface SourceProblem<Source = RequiredSource | "previous-roster"> {
  readonly source: Source;
  readonly lines: readonly string[];
}
