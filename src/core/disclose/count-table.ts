/** Cells that add up to a cell. */
export interface SumRelation {
  readonly parts: readonly number[];
  readonly total: number;
}

/** Counts that are published together with sums of them. */
export interface CountTable {
  /** Whole numbers, none below zero; totals are cells as well. */
  readonly counts: readonly number[];
  /** Which cells add up to which. */
  readonly sums: readonly SumRelation[];
  /** Cells that are never hidden: totals of the district. */
  readonly open: ReadonlySet<number>;
}

/** One row of counts with their sum, which stays open. */
export const countsWithTotal = (counts: readonly number[]): CountTable => ({
  counts: [...counts, counts.reduce((sum, count) => sum + count, 0)],
  sums: [{ parts: counts.map((_, cell) => cell), total: counts.length }],
  open: new Set([counts.length]),
});
