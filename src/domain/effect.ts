/**
 * What of the report hangs on a finding: the clauses whose printed text some plausible repair of it would change, all
 * other findings taken as settled.
 */
export interface Effect {
  /** Ids of clauses in the order of the report. */
  readonly clauses: readonly string[];
  /** Keys of figures whose printed value would change. */
  readonly figures: readonly string[];
}
