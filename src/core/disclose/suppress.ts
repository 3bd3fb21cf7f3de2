import type { CountTable } from "./count-table";
import { isRecoverable } from "./recoverable-cells";

/** Counts below it are small. */
export type SmallCount = 3 | 5 | 10;

/**
 * The cells to hide: counts from 1 to k−1, and as many others as it takes that no hidden count can be worked out from what
 * is shown, neither by sums nor by their bounds. A zero is hidden only where nothing else can protect a cell. What the
 * totals of the district alone give away cannot be protected.
 */
export function suppress(table: CountTable, k: SmallCount): ReadonlySet<number> {
  const { counts, open } = table;
  const hidden = new Set(counts.flatMap((count, cell) => (count > 0 && count < k && !open.has(cell) ? [cell] : [])));
  for (;;) {
    const further = [...hidden].filter((cell) => isRecoverable(table, hidden, cell)).map((cell) => cover(table, hidden, cell)); // prettier-ignore
    const [next] = further.filter((cell) => cell !== undefined);
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}

/** The smallest other cell that stands in a sum with this one. */
function cover({ counts, sums, open }: CountTable, hidden: ReadonlySet<number>, cell: number): number | undefined {
  const beside = sums.map(({ parts, total }) => [...parts, total]).filter((cells) => cells.includes(cell));
  const possible = [...new Set(beside.flat())].filter((other) => !hidden.has(other) && !open.has(other));
  const size = (other: number): number => (counts[other] === 0 ? Infinity : (counts[other] ?? Infinity));
  return possible.sort((a, b) => (size(a) === size(b) ? a - b : size(a) - size(b)))[0];
}

const fewestForRate = 10;

/** A rate over few says too much about each; so does one that shows a small count, or says it of all or none of few. */
export function isRateOpen(numerator: number, denominator: number, k: SmallCount): boolean {
  if (denominator < fewestForRate || (numerator > 0 && numerator < k)) return false;
  const isAllOrNone = numerator === 0 || numerator === denominator;
  return !isAllOrNone || denominator >= 2 * fewestForRate;
}
