import type { Exact } from "../../domain/exact";
import type { CompiledForm } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { elementFactor } from "./element-factor";
import { isCodeHeading, isNameHeading, isRowNumberHeading } from "./identity";
import { memoized } from "./memoized";
import { closest } from "./plain-text";
import type { SheetGrid } from "./sheet-grid";
import { headingText, unitInHeading } from "./unit";

/** Where an element stands in a sheet. */
interface ElementColumn {
  readonly element: DataElement;
  readonly column: number;
  readonly factor: Exact;
}

/** Why an element was not found in a sheet. `like` is a heading that may be meant; it is proposed, never taken. */
export interface ElementFault {
  readonly element: DataElement;
  readonly why: "absent" | "ambiguous" | "unit";
  readonly like?: string;
  /** Columns it might have been, for tables. */
  readonly columns: readonly number[];
}

export interface UnknownColumn {
  readonly column: number;
  readonly heading: string;
}

/** The heading rows of a table and what each column is. Rows and columns count from 0; `bottom` is the last heading row. */
export interface TableHeader {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly ElementColumn[];
  readonly faults: readonly ElementFault[];
  readonly code?: number;
  readonly name?: number;
  readonly rowNumbers: readonly number[];
  readonly rosterEchoes: readonly number[];
  readonly unknown: readonly UnknownColumn[];
}

const deepestTop = 40;

interface HeadingPath {
  readonly column: number;
  /** From the uppermost heading to the column's own, as compared. */
  readonly path: readonly string[];
  readonly raw: string;
  readonly unit?: string;
}

interface Candidate {
  readonly top: number;
  readonly height: number;
  readonly paths: readonly HeadingPath[];
  readonly found: ReadonlyMap<DataElement, readonly HeadingPath[]>;
  readonly score: number;
  /** Every element of the form has its one column. */
  readonly isWhole: boolean;
}

/** Finds the heading rows by what stands in them, wherever they are; undefined when no element of the form is found. */
export function findTableHeader(
  grid: SheetGrid,
  { form, elements }: CompiledForm,
  rosterColumns: ReadonlySet<string>,
  unitLine: readonly string[],
): TableHeader | undefined {
  const wanted = elements.map(wantedOf);
  let best: Candidate | undefined;
  for (const height of new Set([form.headerRows, 1, 2, 3]))
    for (let { top } = grid; top + height <= Math.min(grid.rowCount, grid.top + deepestTop); top += 1) {
      const candidate = candidateAt(grid, wanted, top, height);
      if (candidate.score > (best?.score ?? 0)) best = candidate;
      if (candidate.isWhole) return describe(grid, candidate, elements, rosterColumns, unitLine);
    }
  return best && describe(grid, best, elements, rosterColumns, unitLine);
}

/** How many heading rows begin in `row`, when all required elements of the form stand in them; undefined when they do not. */
export function headingHeight(grid: SheetGrid, { form, elements }: CompiledForm, row: number): number | undefined {
  const wanted = elements.map(wantedOf);
  const needed = elements.filter(({ required }) => required);
  for (const height of new Set([form.headerRows, 1, 2, 3])) {
    if (row + height > grid.rowCount) continue;
    const { found } = candidateAt(grid, wanted, row, height);
    const isThere = (element: DataElement): boolean => found.get(element)?.length === 1;
    if (found.size > 1 && (needed.length > 0 ? needed : elements).every(isThere)) return height;
  }
  return undefined;
}

function candidateAt(grid: SheetGrid, wanted: readonly Wanted[], top: number, height: number): Candidate {
  const paths = headingPaths(grid, top, top + height - 1);
  const found = matchElements(wanted, paths);
  const identities = paths.filter(({ raw }) => isCodeHeading(raw) || isNameHeading(raw)).length;
  const certain = [...found.values()].filter((places) => places.length === 1).length;
  const score = found.size === 0 ? 0 : 100 * certain + 10 * found.size + Math.min(identities, 2);
  return { top, height, paths, found, score, isWhole: certain === wanted.length && certain > 0 };
}

function headingPaths(grid: SheetGrid, top: number, bottom: number): readonly HeadingPath[] {
  const paths: HeadingPath[] = [];
  for (let column = 0; column < grid.columnCount; column += 1) {
    const raws: string[] = [];
    const path: string[] = [];
    let ownLeft = column;
    for (let row = top; row <= bottom; row += 1) {
      const { top: originRow, left } = grid.extent(row, column);
      const raw = grid.text(originRow, left);
      if (raw.trim() === "" || raw === raws.at(-1)) continue;
      raws.push(raw);
      path.push(grid.heading(originRow, left));
      ownLeft = left;
    }
    // The right part of a merged heading is no column of its own.
    if (raws.length === 0 || ownLeft !== column) continue;
    const unit = raws
      .map(unitInHeading)
      .filter((stated) => stated !== undefined)
      .at(-1);
    paths.push({ column, path, raw: raws.at(-1) ?? "", ...(unit !== undefined && { unit }) });
  }
  return paths;
}

/** The paths an element is known by: where the definition says, its name, its aliases. */
interface Wanted {
  readonly element: DataElement;
  readonly rounds: readonly (readonly (readonly string[])[])[];
  /** After the first round a path must match as a whole. */
  readonly isNested: boolean;
}

const wantedOf = memoized((element: DataElement): Wanted => {
  const { at, name, aliases } = element;
  const rounds = [at === undefined ? [] : [at], [name], aliases];
  return {
    element,
    rounds: rounds.map((labels) => labels.map((label) => label.split("/").map(headingText))),
    isNested: at?.includes("/") === true,
  };
});

/** Exact matches only. First where the definition says, then by name, then by alias; a column serves one element. */
function matchElements(
  wanted: readonly Wanted[],
  paths: readonly HeadingPath[],
): ReadonlyMap<DataElement, readonly HeadingPath[]> {
  const found = new Map<DataElement, readonly HeadingPath[]>();
  const taken = new Set<number>();
  for (const round of [0, 1, 2])
    for (const { element, rounds, isNested } of wanted) {
      const labels = rounds[round] ?? [];
      if (labels.length === 0 || found.has(element)) continue;
      const places = paths.filter(
        ({ column, path }) => !taken.has(column) && labels.some((label) => fits(path, label, isNested && round > 0)),
      );
      if (places.length === 0) continue;
      found.set(element, places);
      for (const { column } of places) taken.add(column);
    }
  return found;
}

/** `whole`: 女 under another heading is not the 女 the definition asks for under 幼儿数. */
function fits(path: readonly string[], label: readonly string[], whole: boolean): boolean {
  if (whole && path.length !== label.length) return false;
  return (
    label.length <= path.length && label.every((segment, index) => path[path.length - label.length + index] === segment)
  );
}

function describe(
  grid: SheetGrid,
  { top, height, paths, found }: Candidate,
  elements: readonly DataElement[],
  rosterColumns: ReadonlySet<string>,
  unitLine: readonly string[],
): TableHeader {
  const columns: ElementColumn[] = [];
  const faults: ElementFault[] = [];
  const taken = new Set([...found.values()].flat().map(({ column }) => column));
  const free = paths.filter(
    ({ column, raw }) => !taken.has(column) && !isCodeHeading(raw) && !isNameHeading(raw) && !isRowNumberHeading(raw),
  );
  const echoes = free.filter(({ path }) => rosterColumns.has(path.at(-1) ?? ""));
  const unknown = free.filter((path) => !echoes.includes(path));
  for (const element of elements) {
    const [place, ...others] = found.get(element) ?? [];
    const factor = place && elementFactor(element, place.unit, unitLine);
    if (place && factor && others.length === 0) columns.push({ element, column: place.column, factor });
    else if (place) {
      const columnsMeant = [place, ...others].map(({ column }) => column);
      faults.push({ element, why: others.length > 0 ? "ambiguous" : "unit", like: place.raw, columns: columnsMeant });
    } else faults.push({ element, why: "absent", columns: [], ...proposal(element, unknown) });
  }
  const columnOf = (is: (heading: string) => boolean): number | undefined => paths.find(({ raw }) => is(raw))?.column;
  const [code, name] = [columnOf(isCodeHeading), columnOf(isNameHeading)];
  return {
    top,
    bottom: lowestHeadingRow(grid, top, top + height - 1),
    columns,
    faults,
    ...(code !== undefined && { code }),
    ...(name !== undefined && { name }),
    rowNumbers: paths
      .filter(({ column, raw }) => !taken.has(column) && isRowNumberHeading(raw))
      .map(({ column }) => column),
    rosterEchoes: echoes.map(({ column }) => column),
    unknown: unknown.map(({ column, raw }) => ({ column, heading: raw })),
  };
}

function proposal(element: DataElement, unknown: readonly HeadingPath[]): { readonly like?: string } {
  const like = closest(headingText(element.name), unknown, ({ path }) => [path.at(-1) ?? "", path.join("")]);
  return like ? { like: like.raw } : {};
}

function lowestHeadingRow(grid: SheetGrid, top: number, bottom: number): number {
  let lowest = bottom;
  for (let row = top; row <= bottom; row += 1)
    for (let column = 0; column < grid.columnCount; column += 1)
      lowest = Math.max(lowest, grid.extent(row, column).bottom);
  return Math.min(lowest, grid.rowCount - 1);
}
