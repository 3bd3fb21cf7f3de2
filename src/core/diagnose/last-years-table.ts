import { compare, isZero } from "../../domain/exact";
import type { NumberCell } from "./number-cells";
import type { Plausibility } from "./plausibility";
import type { Ranked } from "./rank";
import type { SchoolCase } from "./school-case";

const fewestCells = 8;
const mostDiffering = 0.05;
/** How unlikely it must be, as a negative logarithm, that so many numbers stayed the same by themselves. */
const leastSurprise = 12;

/**
 * A form whose numbers are nearly all last year's, though they usually change, was filled in by sending last year's file:
 * nothing in it can be put right.
 */
export function lastYearsTables(school: SchoolCase, plausibility: Plausibility): readonly Ranked[] {
  const forms = new Set(school.targets.flatMap(({ cells }) => cells.map(({ form }) => form)));
  return [...forms]
    .filter((form) =>
      isLastYears(
        school.cells.all.filter((cell) => cell.form === form),
        plausibility,
      ),
    ) // prettier-ignore
    .map((form) => {
      const cleared = school.targets.filter(({ cells }) => cells.some((cell) => cell.form === form));
      return {
        act: { slip: "last-year", changes: [], odds: 0, form },
        clears: cleared.flatMap(({ findings }) => findings),
        clearsAll: cleared.length === school.targets.length,
        score: 0,
      };
    });
}

function isLastYears(cells: readonly NumberCell[], { before, unchangedShare }: Plausibility): boolean {
  const compared = cells.flatMap((cell) => {
    const then = cell.value ? before(cell) : undefined;
    if (!cell.value || !then || (isZero(then) && isZero(cell.value))) return [];
    return [{ isSame: compare(then, cell.value) === 0, surprise: -Math.log(unchangedShare(cell, then)) }];
  });
  const same = compared.filter(({ isSame }) => isSame);
  const surprise = same.reduce((sum, one) => sum + one.surprise, 0);
  const differing = compared.length - same.length;
  return same.length >= fewestCells && differing <= mostDiffering * compared.length && surprise >= leastSurprise;
}
