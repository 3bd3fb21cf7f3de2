import { type Exact, compare, isZero, magnitude, subtract, toNumber } from "../../domain/exact";
import type { Act } from "./act";
import { type Misspelling, misspellings, roundedSlips } from "./digit-slips";
import { type NumberCell, filedValue, fits } from "./number-cells";
import type { Plausibility } from "./plausibility";
import { type SchoolCase, type Target, sameSign } from "./school-case";

type Reason = Pick<Act, "slip" | "odds">;

/** Acts that put one cell right: with a number that makes an equality hold, or by undoing what fingers do to digits. */
export function oneCellActs(school: SchoolCase, cell: NumberCell, plausibility: Plausibility): readonly Act[] {
  const targets = school.targets.filter(({ cells }) => cells.includes(cell));
  const spelled = cell.value ? misspellings(cell, cell.value) : [];
  const solved = school.solutions(cell).flatMap((to) => solvedActs(school, cell, to, targets, spelled, plausibility));
  const isExact = targets.every(({ isEquality }) => isEquality);
  return isExact ? solved : [...solved, ...spelledActs(cell, spelled, plausibility)];
}

function solvedActs(
  school: SchoolCase,
  cell: NumberCell,
  to: Exact,
  targets: readonly Target[],
  spelled: readonly Misspelling[],
  plausibility: Plausibility,
): readonly Act[] {
  if (!fits(cell, to)) return [];
  const reasons = [
    ...spelled.filter((one) => compare(one.to, to) === 0),
    ...(cell.value ? roundedSlips(cell, cell.value, to) : []),
    ...copied(school, cell, plausibility),
    ...targets.flatMap((target) => ofTotal(school, target, cell, to)),
  ];
  return reasons.map(({ slip, odds }) => ({ slip, odds, changes: [{ cell, to }] }));
}

/** What only undoes a slip, without a number to meet, must make the cell much more believable. */
const leastOdds = -12;

function spelledActs(cell: NumberCell, spelled: readonly Misspelling[], plausibility: Plausibility): readonly Act[] {
  const now = cell.value && fits(cell, cell.value) ? plausibility.of(cell, cell.value) : undefined;
  return spelled
    .filter(({ to }) => fits(cell, to))
    .filter(({ to, odds }) => now === undefined || plausibility.of(cell, to) - now + odds > leastOdds)
    .map(({ slip, to, odds }) => ({ slip, odds, changes: [{ cell, to }] }));
}

/** The number of a neighbour, or of last year, or none at all. */
function copied(school: SchoolCase, cell: NumberCell, plausibility: Plausibility): readonly Reason[] {
  const { value } = cell;
  if (!value) return [{ slip: "part-left-out", odds: Math.log(0.06) }];
  if (isZero(value)) return [];
  const isNeighbour = neighbours(school, cell).some((other) => isSame(other.value, value));
  const isLastYears = isSame(plausibility.before(cell), value) && toNumber(magnitude(value)) >= 10;
  return [
    ...(isNeighbour ? [{ slip: "typed-twice", odds: Math.log(0.05 / 4) } as const] : []),
    ...(isLastYears ? [{ slip: "last-year", odds: Math.log(0.05) } as const] : []),
  ];
}

const isSame = (a: Exact | undefined, b: Exact): boolean => a !== undefined && compare(a, b) === 0;

/** Cells directly beside, above and below. */
export const neighbours = ({ cells }: SchoolCase, cell: NumberCell): readonly NumberCell[] =>
  cells.lines.flatMap((line) => {
    const place = line.cells.indexOf(cell);
    return place < 0 ? [] : [line.cells[place - 1], line.cells[place + 1]].filter((one) => one !== undefined);
  });

/** A total that has a part twice or not at all, or that stayed when its parts changed. */
function ofTotal(school: SchoolCase, target: Target, cell: NumberCell, to: Exact): readonly Reason[] {
  const parts = partsOf(school, target, cell);
  if (!parts || !cell.value) return [];
  const more = subtract(cell.value, to);
  const isPart = (amount: Exact): boolean => !isZero(amount) && parts.some(({ value }) => isSame(value, amount));
  const odds = Math.log(0.06 / parts.length);
  if (isPart(more)) return [{ slip: "stage-counted-twice", odds }];
  if (isPart(subtract(to, cell.value))) return [{ slip: "part-left-out", odds }];
  const apart = toNumber(magnitude(filedValue(cell, more)));
  return [{ slip: "total-not-updated", odds: Math.log(0.05 / (2 * (apart + 3))) }];
}

/** The other cells of an equality when they weigh against this one: it is their total. */
function partsOf(school: SchoolCase, target: Target, cell: NumberCell): readonly NumberCell[] | undefined {
  const slope = target.isEquality ? school.slope(target, cell) : undefined;
  if (!slope) return undefined;
  const parts = target.cells.filter((other) => other !== cell);
  const isTotal =
    parts.length > 1 &&
    parts.every((part) => {
      const other = school.slope(target, part);
      return other !== undefined && !sameSign(slope, other);
    });
  return isTotal ? parts : undefined;
}
