import { type Exact, compare, isZero } from "../../domain/exact";
import type { SlipKind } from "../../domain/diagnosis";
import type { Act, Change } from "./act";
import { type Line, type NumberCell, fits } from "./number-cells";
import { neighbours } from "./one-cell-acts";
import type { Plausibility } from "./plausibility";
import type { SchoolCase } from "./school-case";

const fewPairs = 8;
const shortestRun = 3;
const longestRun = 15;

/** Acts that put numbers back where they belong: two cells swapped, two columns swapped, a run of cells one place off. */
export function movedActs(
  school: SchoolCase,
  suspects: readonly NumberCell[],
  plausibility: Plausibility,
): readonly Act[] {
  return [...swaps(school, suspects), ...columnSwaps(school, suspects), ...shifts(school, suspects, plausibility)];
}

const differ = (a: Exact, b: Exact): boolean => compare(a, b) !== 0;

function swapOf(slip: SlipKind, pairs: readonly (readonly [NumberCell, NumberCell])[], odds: number): readonly Act[] {
  const changes = pairs.flatMap(([a, b]): readonly Change[] =>
    a.value && b.value && differ(a.value, b.value)
      ? [
          { cell: a, to: b.value },
          { cell: b, to: a.value },
        ]
      : [],
  );
  return changes.length > 0 && changes.every(({ cell, to }) => fits(cell, to)) ? [{ slip, changes, odds }] : [];
}

/** Cells beside each other are swapped more often than cells that have nothing to do with each other. */
const besideOdds = Math.log(0.06 / 4);
const togetherOdds = Math.log(0.02 / fewPairs);
const anywhereOdds = Math.log(0.01 / 50);

function swaps(school: SchoolCase, suspects: readonly NumberCell[]): readonly Act[] {
  const done = new Set<string>();
  const places = new Map(school.cells.all.map((cell, place) => [cell, place]));
  return suspects.flatMap((cell) =>
    [...partnersOf(school, cell)].flatMap(([other, odds]) => {
      const pair = [places.get(cell) ?? 0, places.get(other) ?? 0].sort((a, b) => a - b).join(" ");
      if (done.has(pair)) return [];
      done.add(pair);
      return swapOf("cells-swapped", [[cell, other]], odds);
    }),
  );
}

/** Cells that may stand in each other's place: those beside, those of the same rule, those with the number that is wanted. */
function partnersOf(school: SchoolCase, cell: NumberCell): ReadonlyMap<NumberCell, number> {
  const related = school.targets.filter(({ cells }) => cells.includes(cell) && cells.length <= fewPairs);
  const partners = new Map([
    ...school.solutions(cell).flatMap((to) => holdersOf(school, cell, to)).map((other) => [other, anywhereOdds] as const),
    ...related.flatMap(({ cells }) => cells).map((other) => [other, togetherOdds] as const),
    ...neighbours(school, cell).map((other) => [other, besideOdds] as const),
  ]); // prettier-ignore
  partners.delete(cell);
  return partners;
}

const holdersOf = ({ cells }: SchoolCase, { form }: NumberCell, value: Exact): readonly NumberCell[] =>
  cells.all.filter((other) => other.form === form && other.value !== undefined && !differ(other.value, value));

/** Two columns of one form whose numbers all stand in each other's place. */
function columnSwaps(school: SchoolCase, suspects: readonly NumberCell[]): readonly Act[] {
  const suspected = new Set(suspects);
  const columns = school.cells.lines.filter(({ runs }) => runs === "down");
  const odds = Math.log(0.03 / fewPairs);
  return columns.flatMap((left, place) =>
    columns.slice(place + 1).flatMap((right) => {
      if (!isSameTable(left, right) || ![...left.cells, ...right.cells].some((cell) => suspected.has(cell))) return [];
      const pairs = left.cells.flatMap((a): readonly (readonly [NumberCell, NumberCell])[] => {
        const b = right.cells.find((other) => other.at?.row === a.at?.row);
        return b ? [[a, b]] : [];
      });
      return pairs.length > 1 ? swapOf("columns-swapped", pairs, odds) : [];
    }),
  );
}

function isSameTable(left: Line, right: Line): boolean {
  const [a, b] = [left.cells[0], right.cells[0]];
  return a?.form === b?.form && a?.at?.sheet === b?.at?.sheet && a?.at?.file === b?.at?.file;
}

/** A run begins where a number is missing, is 0 or stands twice; its last number is gone and has to be worked out. */
function shifts(school: SchoolCase, suspects: readonly NumberCell[], plausibility: Plausibility): readonly Act[] {
  const suspected = new Set(suspects);
  return school.cells.lines
    .filter(({ cells }) => cells.length >= shortestRun && cells.some((cell) => suspected.has(cell)))
    .flatMap(({ runs, cells }) => {
      const slip = runs === "down" ? "row-shifted" : "column-shifted";
      return [cells, [...cells].reverse()].flatMap((line) => shiftsAlong(school, line, slip, suspected, plausibility));
    });
}

function shiftsAlong(
  school: SchoolCase,
  line: readonly NumberCell[],
  slip: SlipKind,
  suspected: ReadonlySet<NumberCell>,
  plausibility: Plausibility,
): readonly Act[] {
  return line.flatMap((first, start) => {
    if (!isVacant(first, line[start + 1])) return [];
    const acts: Act[] = [];
    for (let end = start + shortestRun - 1; end < Math.min(line.length, start + longestRun); end += 1) {
      const run = line.slice(start, end + 1);
      if (!run.some((cell) => suspected.has(cell))) continue;
      acts.push(...shiftBack(school, run, slip, plausibility));
    }
    return acts;
  });
}

const isVacant = ({ value }: NumberCell, next: NumberCell | undefined): boolean =>
  value === undefined || isZero(value) || (next?.value !== undefined && !differ(next.value, value));

/** Where a run begins is told by a blank; a 0 or a number that stands twice may have its own reason. */
const openOdds = Math.log(0.05 / 5);
const vagueOdds = Math.log(0.04 / 20);

/** A run whose numbers would be less believable where they belong did not slip. */
const leastGain = -12;

function shiftBack(
  school: SchoolCase,
  run: readonly NumberCell[],
  slip: SlipKind,
  plausibility: Plausibility,
): readonly Act[] {
  const last = run.at(-1);
  const known = run.slice(0, -1).flatMap((cell, place): readonly Change[] => {
    const to = run[place + 1]?.value;
    return to ? [{ cell, to }] : [];
  });
  if (!last || known.length < run.length - 1 || !known.every(({ cell, to }) => fits(cell, to))) return [];
  const moved = known.filter(({ cell, to }) => !cell.value || differ(cell.value, to));
  if (plausibility.gain(moved) < leastGain) return [];
  const odds = run[0]?.value ? vagueOdds : openOdds;
  const worked = school.solutions(last, moved).filter((to) => fits(last, to));
  return [moved, ...worked.map((to) => [...moved, { cell: last, to }])]
    .filter((changes) => changes.length > 1)
    .map((changes) => ({ slip, changes, odds }));
}
