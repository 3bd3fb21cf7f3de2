import type { CellRange } from "../../domain/snapshot";
import type { CompiledForm } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { templateMarks } from "../../domain/template-stamp";
import {
  entryUnit,
  frameRows,
  headingWith,
  type FormSheet,
  type LastYearCells,
  type PlacedInput,
  type SheetCell,
  type UnitWords,
} from "./form-sheet";

/** What has been laid out so far; rows and columns count from 0 on the sheet. */
interface Sketch {
  readonly cells: PlacedInput[];
  readonly headers: SheetCell[];
  readonly entries: Map<string, CellRange>;
  readonly merges: CellRange[];
}

/**
 * 卡片: fixed cells first where the definition gives addresses, then label beside value, then what is asked under a
 * heading of its own, and last one grid for `行/列`.
 */
export function cardSheet(
  form: CompiledForm,
  name: string,
  words: UnitWords,
  lastYear: LastYearCells = new Map(),
): FormSheet {
  const sketch: Sketch = { cells: [], headers: [], entries: new Map(), merges: [] };
  const addressed = form.elements.filter(({ at }) => addressOf(at) !== undefined);
  const crossed = form.elements.filter(({ at }) => at?.includes("/") === true);
  const plain = form.elements.filter((element) => !addressed.includes(element) && !crossed.includes(element));
  layAddressed(sketch, addressed, words);
  const top = Math.max(frameRows + 1, ...addressed.map(({ at }) => (addressOf(at)?.row ?? 0) + 2));
  const below = layPlain(sketch, plain, top, words);
  const groups = crossedGroups(crossed);
  const afterGroups = groups
    .filter(({ isAlone }) => isAlone)
    .reduce((row, group) => layGroup(sketch, group, row, words), below + 1);
  const shared = groups.filter(({ isAlone }) => !isAlone).flatMap(({ places }) => places);
  layGrid(sketch, shared, afterGroups + 1, words);
  const columnCount = Math.max(2, ...sketch.cells.map(({ at }) => at.column + 1));
  const aidRow = Math.max(0, Math.min(frameRows, ...[...sketch.entries.values()].map((entry) => entry.top - 1)));
  const lastYearPlaces = layLastYear(sketch, lastYear, aidRow, columnCount);
  const checkColumn = Math.max(columnCount, ...[...lastYearPlaces.values()].map(({ column }) => column + 1));
  label(sketch, { row: aidRow, column: checkColumn }, templateMarks.check);
  if (aidRow === frameRows)
    sketch.headers.push(...Array.from({ length: columnCount }, (_, column) => ({ row: frameRows, column })));
  return {
    form,
    name,
    columnWidths: Array.from({ length: checkColumn + 1 }, (_, column) =>
      column === 0 ? 36 : column === checkColumn ? 44 : 16,
    ),
    body: bodyOf(sketch, checkColumn + 1),
    headers: sketch.headers,
    merges: sketch.merges,
    entries: sketch.entries,
    isTable: false,
    inFrame: sketch.cells.filter(({ at }) => at.row < frameRows),
    checkColumn,
    lastYear: lastYearPlaces,
  };
}

function bodyOf({ cells }: Sketch, columnCount: number): FormSheet["body"] {
  const rowCount = Math.max(0, ...cells.map(({ at }) => at.row + 1)) - frameRows;
  const inputs = new Map(cells.map(({ at, input }) => [`${String(at.row)},${String(at.column)}`, input]));
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from(
      { length: columnCount },
      (__, column) => inputs.get(`${String(row + frameRows)},${String(column)}`) ?? null,
    ),
  );
}

/**
 * Last year's values right of everything that is filled in, in the order of the entry columns. Each such column has
 * the mark of its own above it, and the heading of the entry column repeated where there is one.
 */
function layLastYear(sketch: Sketch, values: LastYearCells, top: number, left: number): ReadonlyMap<string, SheetCell> {
  const shown = [...sketch.entries].filter(([name]) => values.has(name));
  const columns = [...new Set(shown.map(([, range]) => range.left))].sort((a, b) => a - b);
  const places = new Map<string, SheetCell>();
  columns.forEach((column, index) => {
    label(sketch, { row: top, column: left + index }, templateMarks.lastYear);
    if (columns.length === 1) return;
    const headings = sketch.cells.filter(
      ({ at, input }) => at.column === column && at.row > top && input !== null && sketch.headers.includes(at),
    );
    for (const { at, input } of headings)
      if (input !== null && "text" in input && isAboveEntries(sketch, at))
        label(sketch, { row: at.row, column: left + index }, input.text);
  });
  for (const [name, range] of shown) {
    const at = { row: range.top, column: left + columns.indexOf(range.left) };
    places.set(name, at);
    sketch.cells.push({ at, input: values.get(name) ?? null });
  }
  return places;
}

const isAboveEntries = ({ entries }: Sketch, { row, column }: SheetCell): boolean =>
  [...entries.values()].some(({ top, left }) => left === column && top === row + 1);

function addressOf(at: string | undefined): SheetCell | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/u.exec(at ?? "") ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function label(sketch: Sketch, at: SheetCell, text: string): void {
  sketch.cells.push({ at, input: { text } });
  sketch.headers.push(at);
}

function entry(sketch: Sketch, { name }: DataElement, at: SheetCell): void {
  sketch.cells.push({ at, input: null });
  sketch.entries.set(name, { top: at.row, left: at.column, bottom: at.row, right: at.column });
}

function layAddressed(sketch: Sketch, elements: readonly DataElement[], words: UnitWords): void {
  for (const element of elements) {
    const at = addressOf(element.at);
    if (!at) continue;
    if (at.column > 0)
      label(
        sketch,
        { row: at.row, column: at.column - 1 },
        headingWith(element.name, entryUnit(element, words), element.required),
      );
    entry(sketch, element, at);
  }
}

/** @returns the first free row */
function layPlain(sketch: Sketch, elements: readonly DataElement[], top: number, words: UnitWords): number {
  elements.forEach((element, index) => {
    label(
      sketch,
      { row: top + index, column: 0 },
      headingWith(element.at ?? element.name, entryUnit(element, words), element.required),
    );
    entry(sketch, element, { row: top + index, column: 1 });
  });
  return top + elements.length;
}

interface CrossedPlace {
  readonly element: DataElement;
  readonly row: string;
  readonly column: string;
}

/** Elements under one row heading; alone when no other row heading shares its column headings. */
interface CrossedGroup {
  readonly row: string;
  readonly places: readonly CrossedPlace[];
  readonly isAlone: boolean;
}

function crossedGroups(elements: readonly DataElement[]): readonly CrossedGroup[] {
  const places = elements.map((element): CrossedPlace => {
    const [row = "", column = ""] = element.at?.split("/") ?? [];
    return { element, row, column };
  });
  return [...new Set(places.map(({ row }) => row))].map((row) => {
    const own = places.filter((place) => place.row === row);
    const others = new Set(places.filter((place) => place.row !== row).map(({ column }) => column));
    return { row, places: own, isAlone: own.every(({ column }) => !others.has(column)) };
  });
}

/** A heading over several rows, a label and a value in each. @returns the first free row */
function layGroup(sketch: Sketch, { row, places }: CrossedGroup, top: number, words: UnitWords): number {
  label(sketch, { row: top, column: 0 }, row);
  places.forEach(({ element, column }, index) => {
    label(sketch, { row: top + index, column: 1 }, headingWith(column, entryUnit(element, words), element.required));
    entry(sketch, element, { row: top + index, column: 2 });
  });
  if (places.length > 1) sketch.merges.push({ top, left: 0, bottom: top + places.length - 1, right: 0 });
  return top + places.length;
}

/** One grid for all: every row label and every column label stands there once, so that no crossing is ambiguous. */
function layGrid(sketch: Sketch, places: readonly CrossedPlace[], top: number, words: UnitWords): void {
  const rows = [...new Set(places.map(({ row }) => row))];
  const columns = [...new Set(places.map(({ column }) => column))];
  const unitOf = (own: readonly CrossedPlace[]): string | undefined => {
    const units = new Set(own.map(({ element }) => entryUnit(element, words)));
    return units.size === 1 ? [...units][0] : undefined;
  };
  columns.forEach((column, index) => {
    label(
      sketch,
      { row: top, column: index + 1 },
      headingWith(column, unitOf(places.filter((place) => place.column === column)), false),
    );
  });
  rows.forEach((row, index) => {
    const own = places.filter((place) => place.row === row);
    label(
      sketch,
      { row: top + 1 + index, column: 0 },
      headingWith(
        row,
        unitOf(own),
        own.every(({ element }) => element.required),
      ),
    );
  });
  for (const { element, row, column } of places)
    entry(sketch, element, { row: top + 1 + rows.indexOf(row), column: columns.indexOf(column) + 1 });
}
