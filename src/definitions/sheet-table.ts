import type { CellContent } from "../domain/cell";
import type { SheetSnapshot } from "../domain/snapshot";
import { isBlankCell, readCell } from "./cell-value";
import type { TableColumn } from "./definition-tables";

/** A table found on a sheet: its header row, and the rows below that hold anything at all. */
export interface SheetTable {
  readonly headerRow: number;
  /** Headers in order; a header that stands twice is listed twice. */
  readonly headers: readonly { readonly text: string; readonly column: number }[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly CellContent[] }[];
}

/** The rows of a table by JSON key. Faults say what to do; the caller knows how to name the place. */
export interface RowsReading {
  readonly headerFaults: readonly { readonly column: number; readonly message: string }[];
  /** Column of the sheet by JSON key. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly {
    readonly row: number;
    readonly values: Readonly<Record<string, unknown>>;
    readonly faults: readonly { readonly key: string; readonly message: string }[];
  }[];
}

/** Titles and notes may stand above the header, but not more than this. */
const rowsSearched = 20;

/** Finds the table whose header row names most of the `expected` headers, at least two of them. */
export function readSheetTable(sheet: SheetSnapshot, expected: readonly string[]): SheetTable | undefined {
  const known = new Set(expected);
  const found = sheet.rows
    .slice(0, rowsSearched)
    .map((cells) => new Set(cells.map(headerText).filter((text) => known.has(text))).size);
  const most = Math.max(0, ...found);
  if (most < 2) return undefined;
  const headerRow = found.indexOf(most);
  const headers = (sheet.rows[headerRow] ?? []).map((cell, column) => ({ text: headerText(cell), column }));
  const rows = sheet.rows.map((cells, row) => ({ row, cells })).slice(headerRow + 1);
  return {
    headerRow,
    headers: headers.filter(({ text }) => text !== ""),
    rows: rows.filter(({ cells }) => !cells.every(isBlankCell)),
  };
}

/** Reads the rows of a table whose columns are known; a blank cell leaves its key out. */
export function readRows(table: SheetTable, known: readonly TableColumn[]): RowsReading {
  const columns = new Map<string, number>();
  const headerFaults: { column: number; message: string }[] = [];
  const placed: (TableColumn & { readonly at: number })[] = [];
  for (const { text, column } of table.headers) {
    const match = known.find(({ header }) => header === text);
    if (match === undefined) headerFaults.push({ column, message: `不认识列“${text}”。→ 删去，或核对写法` });
    else if (columns.has(match.key)) headerFaults.push({ column, message: `列“${text}”出现了两次。→ 删去一列` });
    else {
      columns.set(match.key, column);
      placed.push({ ...match, at: column });
    }
  }
  const rows = table.rows.map(({ row, cells }) => {
    const read = placed.map(({ key, shape, at }) => ({ key, cell: readCell(cells[at], shape) }));
    return {
      row,
      values: Object.fromEntries(
        read.flatMap(({ key, cell }) =>
          "value" in cell && cell.value !== undefined ? [[key, cell.value] as const] : [],
        ),
      ),
      faults: read.flatMap(({ key, cell }) => ("fault" in cell ? [{ key, message: cell.fault }] : [])),
    };
  });
  return { headerFaults, columns, rows };
}

const headerText = (cell: CellContent): string => (typeof cell === "string" ? cell.replace(/[\s*＊]/gu, "") : "");
