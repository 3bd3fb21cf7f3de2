import { read, SSF, type CellObject, type ParsingOptions, type WorkBook, type WorkSheet } from "@e965/xlsx";
import type { CellContent } from "../../../src/domain/cell";
import type { SheetSnapshot } from "../../../src/domain/snapshot";

const options: ParsingOptions = {
  type: "array",
  dense: true,
  cellNF: true,
  cellHTML: false,
  cellFormula: false,
  cellText: false,
};
/** Days between Excel's two calendars: workbooks from old Macs count from 1904. */
const daysTo1904 = 1462;

/** What the library our own reader stands in for makes of a file; its message where it refuses. */
export function libraryReading(bytes: Uint8Array): readonly SheetSnapshot[] | string {
  try {
    return sheetSnapshots(read(bytes, options));
  } catch (thrown) {
    return String(thrown);
  }
}

function sheetSnapshots(book: WorkBook): readonly SheetSnapshot[] {
  const dayOffset = book.Workbook?.WBProps?.date1904 === true ? daysTo1904 : 0;
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    return {
      name,
      visibility: visibilities[book.Workbook?.Sheets?.[index]?.Hidden ?? 0],
      rows: rowsOf(sheet, dayOffset),
      merges: (sheet?.["!merges"] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    };
  });
}

const visibilities = ["visible", "hidden", "very-hidden"] as const;

function rowsOf(sheet: WorkSheet | undefined, dayOffset: number): SheetSnapshot["rows"] {
  const dense = (sheet?.["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  return Array.from(dense, (row) => Array.from(row ?? [], (cell) => contentOf(cell, dayOffset)));
}

function contentOf(cell: CellObject | undefined, dayOffset: number): CellContent {
  if (cell?.t === "e") return { error: cell.w ?? errorTexts.get(Number(cell.v)) ?? "#ERROR!" };
  const value = cell?.v;
  if (cell === undefined || value === undefined || value === "") return null;
  if (value instanceof Date) return value.toISOString();
  const isDate =
    typeof value === "number" && value >= 0 && cell.z !== undefined && SSF.is_date(String(cell.z)) === true;
  return isDate ? { date: value + dayOffset } : value;
}

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
