import { SSF, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { CellContent } from "../../domain/cell";
import type { SheetSnapshot } from "../../domain/snapshot";

/** Far more than a district ever sends; a workbook that claims more is refused before it fills the memory. */
const mostCells = 20_000_000;
/** Days between Excel's two calendars: workbooks from old Macs count from 1904. */
const daysTo1904 = 1462;

/** The workbook's rows, laid out from A1, would not fit. */
export class TooManyCells extends Error {}

/** @throws TooManyCells */
export function sheetSnapshots(book: WorkBook): readonly SheetSnapshot[] {
  const dayOffset = book.Workbook?.WBProps?.date1904 === true ? daysTo1904 : 0;
  let cells = 0;
  const count = (width: number): void => {
    cells += width + 1;
    if (cells > mostCells) throw new TooManyCells();
  };
  return book.SheetNames.map((name, index) => {
    const sheet = sheetNamed(book, name);
    return {
      name,
      visibility: visibilities[book.Workbook?.Sheets?.[index]?.Hidden ?? 0],
      rows: rowsOf(sheet, dayOffset, count),
      merges: mergesOf(sheet),
    };
  });
}

const visibilities = ["visible", "hidden", "very-hidden"] as const;

/** `Sheets` is a plain object, so a sheet called `__proto__` has become its prototype instead of its property. */
function sheetNamed(book: WorkBook, name: string): WorkSheet | undefined {
  if (Object.hasOwn(book.Sheets, name)) return book.Sheets[name];
  const prototype: unknown = Object.getPrototypeOf(book.Sheets);
  return name === "__proto__" && prototype !== Object.prototype ? (prototype as WorkSheet) : undefined;
}

/**
 * Goes by the cells that are there, never by the range the file claims.
 * Ends at the last row and, in each row, at the last cell that holds something.
 */
function rowsOf(
  sheet: WorkSheet | undefined,
  dayOffset: number,
  count: (width: number) => void,
): SheetSnapshot["rows"] {
  const dense = (sheet?.["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const rows: (readonly CellContent[])[] = [];
  for (const cells of dense) {
    count(cells?.length ?? 0);
    rows.push(trimmed(Array.from(cells ?? [], (cell) => contentOf(cell, dayOffset))));
  }
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

function trimmed(cells: CellContent[]): readonly CellContent[] {
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
}

/** A formula gives its saved result; one that was never calculated, or gives "", shows nothing and is nothing. */
function contentOf(cell: CellObject | undefined, dayOffset: number): CellContent {
  if (cell?.t === "e") return { error: errorText(cell) };
  const value = cell?.v;
  if (cell === undefined || value === undefined || value === "") return null;
  if (typeof value === "number") return isDate(cell, value) ? { date: value + dayOffset } : value;
  return value instanceof Date ? value.toISOString() : value;
}

const isDate = (cell: CellObject, value: number): boolean =>
  value >= 0 && cell.z !== undefined && SSF.is_date(String(cell.z)) === true;

/** The value of an error cell is a code number (`#DIV/0!` is 7) that must never be taken for data. */
const errorText = (cell: CellObject): string => cell.w ?? errorTexts.get(Number(cell.v)) ?? "#ERROR!";

const errorTexts: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

const mergesOf = (sheet: WorkSheet | undefined): SheetSnapshot["merges"] =>
  (sheet?.["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
