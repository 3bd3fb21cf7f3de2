import type { CellContent } from "../../domain/cell";
import type { CellRange, SheetSnapshot } from "../../domain/snapshot";
import { Unreadable } from "../files/unreadable";

/** Far more than a district ever sends; a workbook that claims more is refused before it fills the memory. */
const mostCells = 20_000_000;
export const mostRows = 1_048_576;
const mostColumns = 16_384;

/** Counts the cells of a whole workbook, laid out from A1. */
export interface CellBudget {
  /** @throws Unreadable when they would not fit */
  readonly take: (cells: number) => void;
}

export function cellBudget(): CellBudget {
  let taken = 0;
  return {
    take: (cells) => {
      taken += cells;
      if (taken > mostCells) throw new Unreadable("too-large");
    },
  };
}

/** The cells of one sheet while it is being read; the order in which they come does not matter. */
export interface SheetCells {
  readonly set: (row: number, column: number, content: CellContent) => void;
  /** Ends at the last row and, in each row, at the last cell that holds something. */
  readonly rows: () => SheetSnapshot["rows"];
}

const noCells: readonly CellContent[] = [];

export function sheetCells(budget: CellBudget): SheetCells {
  const rows: CellContent[][] = [];
  return {
    set: (row, column, content) => {
      if (content === null) return;
      if (!(row >= 0 && row < mostRows && column >= 0 && column < mostColumns)) throw new Unreadable("truncated");
      if (row >= rows.length) budget.take(row + 1 - rows.length);
      const cells = (rows[row] ??= []);
      if (cells[column] !== undefined && cells[column] !== null) throw new Unreadable("truncated");
      budget.take(Math.max(0, column + 1 - cells.length));
      while (cells.length < column) cells.push(null);
      cells[column] = content;
    },
    rows: () => Array.from({ length: rows.length }, (_, row) => rows[row] ?? noCells),
  };
}

/** The parts of a sheet that are not its cells, as far as they lie where something stands. */
export function withinCells(
  rows: SheetSnapshot["rows"],
  hiddenRows: Iterable<number>,
  hiddenColumns: Iterable<number>,
): Pick<SheetSnapshot, "hiddenRows" | "hiddenColumns"> {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const ascending = (all: Iterable<number>, end: number): readonly number[] =>
    [...new Set(all)].filter((index) => index < end).sort((a, b) => a - b);
  const [hidden, hiddenAcross] = [ascending(hiddenRows, rows.length), ascending(hiddenColumns, width)];
  return {
    ...(hidden.length > 0 && { hiddenRows: hidden }),
    ...(hiddenAcross.length > 0 && { hiddenColumns: hiddenAcross }),
  };
}

/**
 * Merged areas, of which no two can share a cell: together they cover no more than there is.
 *
 * @throws Unreadable
 */
export function soundMerges(merges: readonly CellRange[], rows: SheetSnapshot["rows"]): readonly CellRange[] {
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const covered = merges.reduce((sum, { top, left, bottom, right }) => {
    const height = Math.min(bottom + 1, rows.length) - top;
    return sum + Math.max(0, height) * Math.max(0, Math.min(right + 1, width) - left);
  }, 0);
  if (covered > rows.length * width) throw new Unreadable("truncated");
  return merges;
}
