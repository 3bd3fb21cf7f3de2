import { a1 } from "../domain/cell";
import { exactText, isNegative, isZero, subtract } from "../domain/exact";
import type { Finding } from "../domain/finding";
import { filedCellKey, readingText, type FiledCell, type FiledCells } from "./filed-cells";

/** A value that is not what it was, though nobody asked the school to change it. */
export interface UnaskedChange {
  readonly form: string;
  readonly element: string;
  /** Texts of the keys of its row; blank for forms with one row a school. */
  readonly row: string;
  /** Where it stands now, `表2!G9`; absent when its row or column is gone. */
  readonly cell?: string;
  readonly from: string;
  readonly to: string;
  /** `+36`, for numbers. */
  readonly difference?: string;
}

interface Change {
  readonly from?: FiledCell;
  readonly to?: FiledCell;
  /** Whichever there is, for its names. */
  readonly cell: FiledCell;
}

/**
 * Values of a school that changed beside what it was asked to mend. Asked for is every cell a finding names; the whole
 * column where a finding is about a column; the whole form where it is about a form. Forms that came for the first time
 * are no change.
 */
export function unaskedChanges(
  school: string,
  old: FiledCells,
  now: FiledCells,
  asked: readonly Finding[],
): readonly UnaskedChange[] {
  const isAsked = requests(old, asked);
  return changes(school, old, now)
    .filter(({ cell }) => !isAsked(cell))
    .map(toldChange);
}

export const isIdentical = (school: string, old: FiledCells, now: FiledCells): boolean =>
  changes(school, old, now).length === 0 && old.forms(school).join() === now.forms(school).join();

function changes(school: string, old: FiledCells, now: FiledCells): readonly Change[] {
  const both = new Set(old.forms(school).filter((form) => now.forms(school).includes(form)));
  const [before, after] = [old.ofSchool(school), now.ofSchool(school)];
  return [...new Map([...before, ...after])].flatMap(([key, cell]): readonly Change[] => {
    const [from, to] = [before.get(key), after.get(key)];
    if (!both.has(cell.form) || textOf(from) === textOf(to)) return [];
    return [{ cell, ...(from && { from }), ...(to && { to }) }];
  });
}

const textOf = (cell: FiledCell | undefined): string => (cell === undefined ? "" : readingText(cell.reading));

function requests(old: FiledCells, asked: readonly Finding[]): (cell: FiledCell) => boolean {
  const cells = new Set<string>();
  const columns = new Set<string>();
  const forms = new Set<string>();
  for (const { at, alsoAt = [], form, element, rule } of asked) {
    const named = [...(at ? [at] : []), ...alsoAt].flatMap((address) => old.at(address) ?? []);
    for (const cell of named) cells.add(filedCellKey(cell));
    if (named.length > 0 || form === undefined || rule !== undefined) continue;
    if (element === undefined) forms.add(form);
    else columns.add(`${form}\u0000${element}`);
  }
  return (cell) =>
    cells.has(filedCellKey(cell)) || columns.has(`${cell.form}\u0000${cell.element}`) || forms.has(cell.form);
}

function toldChange({ cell, from, to }: Change): UnaskedChange {
  const { form, element, row } = cell;
  const at = to?.reading.at;
  const difference = differenceOf(from, to);
  return {
    form,
    element,
    row,
    ...(at && { cell: `${at.sheet}!${a1(at.row, at.column)}` }),
    from: textOf(from),
    to: textOf(to),
    ...(difference !== undefined && { difference }),
  };
}

function differenceOf(from: FiledCell | undefined, to: FiledCell | undefined): string | undefined {
  const [before, after] = [from, to].map((cell) =>
    cell?.reading.state === "reported" && cell.reading.value.type === "number" ? cell.reading.value.value : undefined,
  );
  if (!before || !after) return undefined;
  const apart = subtract(after, before);
  return `${isNegative(apart) || isZero(apart) ? "" : "+"}${exactText(apart)}`;
}
