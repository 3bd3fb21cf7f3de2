import { add, fraction, isZero, multiply, negate, divide, integer, type Exact } from "../../domain/exact";
import type { CountTable, SumRelation } from "./count-table";

/** Whether a hidden count can be worked out from the counts shown: by sums alone, or with what counts can be at all. */
export const isRecoverable = (table: CountTable, hidden: ReadonlySet<number>, cell: number): boolean =>
  isFixedByBounds(table, hidden, cell) || isFixedBySums(table, [...hidden], cell);

/** A sum as an equation over hidden cells: parts minus total is zero, so signs are +1 and −1. */
const signs = ({ parts, total }: SumRelation): readonly (readonly [cell: number, sign: 1 | -1])[] => [
  ...parts.map((part) => [part, 1] as const),
  [total, -1],
];

/** The cell is fixed when its unit row is a combination of the equations' rows over the hidden cells. */
function isFixedBySums({ sums }: CountTable, hidden: readonly number[], cell: number): boolean {
  const places = new Map(hidden.map((one, place) => [one, place]));
  const rows = sums
    .map((sum) => {
      const row: Exact[] = hidden.map(() => integer(0));
      for (const [one, sign] of signs(sum)) {
        const place = places.get(one);
        if (place !== undefined) row[place] = integer(sign);
      }
      return row;
    })
    .filter((row) => row.some((value) => !isZero(value)));
  const wanted = hidden.map((one) => integer(one === cell ? 1 : 0));
  return rank([...rows, wanted]) === rank(rows);
}

function rank(rows: readonly (readonly Exact[])[]): number {
  const left = rows.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, place) => place >= found && !isZero(row[column] ?? integer(0)));
    const [top, chosen] = [left[found], left[pivot]];
    if (!top || !chosen) continue;
    [left[found], left[pivot]] = [chosen, top];
    for (const row of left.slice(found + 1)) subtractRow(row, chosen, column);
    found += 1;
  }
  return found;
}

function subtractRow(row: Exact[], pivot: readonly Exact[], column: number): void {
  const share = divide(row[column] ?? integer(0), pivot[column] ?? fraction(1n, 1n));
  if (!share || isZero(share)) return;
  for (const [place, value] of pivot.entries())
    row[place] = add(row[place] ?? integer(0), negate(multiply(share, value)));
}

/** Hidden counts are above zero unless one had to be; what the sums leave for them may be a single number. */
function isFixedByBounds({ counts, sums }: CountTable, hidden: ReadonlySet<number>, cell: number): boolean {
  const least = new Map([...hidden].map((one) => [one, counts[one] === 0 ? 0 : 1]));
  const most = new Map([...hidden].map((one) => [one, Infinity]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const sum of sums)
      for (const [one, sign] of signs(sum)) {
        if (!hidden.has(one)) continue;
        const [low, high] = boundsFrom(sum, one, sign, counts, least, most);
        if (low <= (least.get(one) ?? 0) && high >= (most.get(one) ?? Infinity)) continue;
        least.set(one, Math.max(low, least.get(one) ?? 0));
        most.set(one, Math.min(high, most.get(one) ?? Infinity));
        moved = true;
      }
  }
  return least.get(cell) === most.get(cell);
}

/** Bounds of one cell of a sum from those of the others. */
function boundsFrom(
  sum: SumRelation,
  cell: number,
  sign: 1 | -1,
  counts: readonly number[],
  least: ReadonlyMap<number, number>,
  most: ReadonlyMap<number, number>,
): readonly [low: number, high: number] {
  let [low, high] = [0, 0];
  for (const [other, its] of signs(sum)) {
    if (other === cell) continue;
    const [from, to] = [least.get(other) ?? counts[other] ?? 0, most.get(other) ?? counts[other] ?? 0];
    // sign·cell = −Σ its·other
    const factor = -its * sign;
    low += factor > 0 ? from : -to;
    high += factor > 0 ? to : -from;
  }
  return [low, high];
}
