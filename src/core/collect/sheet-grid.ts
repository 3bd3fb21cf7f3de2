import type { CellAddress, CellContent } from "../../domain/cell";
import type { CellRange, SheetSnapshot } from "../../domain/snapshot";
import { memoized } from "./memoized";
import { contentText, isBlank } from "./plain-text";
import { headingText } from "./unit";

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A sheet to look around in: ragged rows filled up, cells of spaces blank, merged cells known. */
export interface SheetGrid {
  readonly name: string;
  readonly file?: string;
  /** Its first row; more than 0 for the lower part of a sheet. */
  readonly top: number;
  /** Is there more on the sheet than this? Then the sheet's name need not be the name of this form. */
  readonly isPart: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly content: (row: number, column: number) => CellContent;
  /** Content of the merged range the cell lies in, else its own. */
  readonly filled: (row: number, column: number) => CellContent;
  /** The merged range the cell lies in, else the cell itself. */
  readonly extent: (row: number, column: number) => CellRange;
  readonly text: (row: number, column: number) => string;
  /** The text as headings are compared. */
  readonly heading: (row: number, column: number) => string;
  readonly address: (row: number, column: number) => CellAddress;
  /** Places of a row that hold something, from left to right. */
  readonly filledPlaces: (row: number) => readonly Place[];
}

export function sheetGrid(sheet: SheetSnapshot, file: string | undefined): SheetGrid {
  const rowCount = sheet.rows.length;
  const columnCount = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const merges = mergedRanges(sheet.merges, rowCount, columnCount);
  const cells = sheet.rows.map((row) => row.map((own) => (isBlank(own) ? null : own)));
  const filledPlaces = cells.map((row, at) =>
    row.flatMap((own, column) => (own === null ? [] : [{ row: at, column }])),
  );
  const headings = new Map<string, string>();
  const content = (row: number, column: number): CellContent => cells[row]?.[column] ?? null;
  const text = (row: number, column: number): string => contentText(content(row, column));
  const extent = (row: number, column: number): CellRange =>
    merges.get(row * columnCount + column) ?? { top: row, left: column, bottom: row, right: column };
  const filled = (row: number, column: number): CellContent => {
    const { top, left } = extent(row, column);
    return content(top, left);
  };
  return {
    name: sheet.name,
    ...(file !== undefined && { file }),
    top: 0,
    isPart: false,
    rowCount,
    columnCount,
    content,
    filled,
    extent,
    text,
    heading: (row, column) => {
      const raw = text(row, column);
      const heading = headings.get(raw) ?? headingText(raw);
      headings.set(raw, heading);
      return heading;
    },
    address: (row, column) =>
      file === undefined ? { sheet: sheet.name, row, column } : { file, sheet: sheet.name, row, column },
    filledPlaces: (row) => filledPlaces[row] ?? [],
  };
}

/** The rows `top` to `bottom` of a sheet as if nothing else stood on it; places and addresses stay what they are. */
export function partOf(grid: SheetGrid, top: number, bottom: number): SheetGrid {
  const isInside = (row: number): boolean => row >= top && row <= bottom;
  const content = (row: number, column: number): CellContent => (isInside(row) ? grid.content(row, column) : null);
  return {
    ...grid,
    top,
    isPart: true,
    rowCount: bottom + 1,
    content,
    filled: (row, column) => {
      const { top: first, left } = grid.extent(row, column);
      return content(first, left);
    },
    text: (row, column) => (isInside(row) ? grid.text(row, column) : ""),
    heading: (row, column) => (isInside(row) ? grid.heading(row, column) : ""),
    filledPlaces: (row) => (isInside(row) ? grid.filledPlaces(row) : []),
  };
}

/** Every place of the sheet that holds something, row by row. */
export const allFilledPlaces = memoized((grid: SheetGrid): readonly Place[] =>
  Array.from({ length: grid.rowCount }, (_, row) => grid.filledPlaces(row)).flat(),
);

function mergedRanges(
  merges: readonly CellRange[],
  rowCount: number,
  columnCount: number,
): ReadonlyMap<number, CellRange> {
  const ranges = new Map<number, CellRange>();
  for (const merge of merges)
    for (let row = merge.top; row <= Math.min(merge.bottom, rowCount - 1); row += 1)
      for (let column = merge.left; column <= Math.min(merge.right, columnCount - 1); column += 1)
        ranges.set(row * columnCount + column, merge);
  return ranges;
}
