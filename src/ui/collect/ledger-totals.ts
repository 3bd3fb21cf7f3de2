import type { FileLedger } from "../../domain/ledger";

export const ignoredCells = ({ ignored }: FileLedger): number =>
  Object.values(ignored).reduce((sum, count) => sum + count, 0);

/** The account of all files together: t = u + g + j. */
export function ledgerTotals(files: readonly FileLedger[]): {
  readonly t: number;
  readonly u: number;
  readonly g: number;
  readonly j: number;
} {
  const sum = (count: (file: FileLedger) => number) => files.reduce((total, file) => total + count(file), 0);
  return {
    t: sum(({ nonEmpty }) => nonEmpty),
    u: sum(({ used }) => used),
    g: sum(ignoredCells),
    j: sum(({ rejected }) => rejected.length),
  };
}
