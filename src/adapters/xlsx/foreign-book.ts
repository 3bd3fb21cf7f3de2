import { read, type CellObject, type ParsingOptions, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { type CellContent, uncalculated } from "../../domain/cell";
import type { SheetSnapshot, UnreadableFile } from "../../domain/snapshot";
import type { BookContents } from "./ooxml-book";
import { isDateFormat } from "./ooxml-styles";
import { type CellBudget, cellBudget, mostRows, sheetCells, soundMerges, withinCells } from "./sheet-cells";
import { Unreadable, fromLibrary } from "../files/unreadable";
import { useWindowsCodePages } from "./windows-code-pages";

const options: ParsingOptions = { dense: true, cellNF: true, cellHTML: false, cellText: false };
/** The library walks through every cell of a merged area, and copies a column as often as it is told. */
const endless = /\b(?:colspan|rowspan|Index|MergeAcross|MergeDown)\s*=\s*["']?\d{7}|\bSpan\s*=\s*["']?\d{6}/iu;
/** Days between Excel's two calendars: workbooks from old Macs count from 1904. */
const daysTo1904 = 1462;

/**
 * Reads what the library is there for: .xls, .xlsb, and tables of HTML or XML saved as .xls.
 *
 * @param broken what to call a file the library gives up on
 * @throws Unreadable
 */
export function foreignBook(content: Uint8Array | string, broken: UnreadableFile): BookContents {
  useWindowsCodePages();
  const own: ParsingOptions =
    typeof content === "string"
      ? { type: "string", raw: true, cellFormula: true }
      : { type: "array", cellFormula: false, cellStyles: true };
  if (typeof content === "string" && endless.test(content)) throw new Unreadable("too-large");
  const book = fromLibrary(() => read(content, { ...options, ...own }), broken);
  if (book.SheetNames.length === 0) throw new Unreadable("not-a-workbook");
  return { sheets: sheetSnapshots(book) };
}

function sheetSnapshots(book: WorkBook): readonly SheetSnapshot[] {
  const dayOffset = book.Workbook?.WBProps?.date1904 === true ? daysTo1904 : 0;
  const budget = cellBudget();
  return book.SheetNames.map((name, index): SheetSnapshot => {
    const sheet = sheetNamed(book, name);
    const rows = rowsOf(sheet, dayOffset, budget);
    return {
      name,
      visibility: visibilities[book.Workbook?.Sheets?.[index]?.Hidden ?? 0],
      rows,
      merges: soundMerges(mergesOf(sheet), rows),
      ...withinCells(rows, hiddenOf(sheet?.["!rows"]), hiddenOf(sheet?.["!cols"])),
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

function rowsOf(sheet: WorkSheet | undefined, dayOffset: number, budget: CellBudget): SheetSnapshot["rows"] {
  const dense = (sheet?.["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const cells = sheetCells(budget);
  withinSheet(dense.length);
  dense.forEach((row, at) => {
    withinSheet(row?.length ?? 0);
    row?.forEach((cell, column) => {
      cells.set(at, column, contentOf(cell, dayOffset));
    });
  });
  return cells.rows();
}

/** A lone cell a billion rows down makes a list that takes minutes to walk through, however little is in it. */
function withinSheet(length: number): void {
  if (length > mostRows) throw new Unreadable("too-large");
}

/** A formula gives its saved result; one that gives "" shows nothing and is nothing. */
function contentOf(cell: CellObject | undefined, dayOffset: number): CellContent {
  if (cell?.t === "e") return { error: errorText(cell) };
  const value = cell?.v;
  if (cell === undefined || value === undefined) return cell?.f === undefined ? null : { error: uncalculated };
  if (value === "") return null;
  if (typeof value === "number") return isDate(cell, value) ? { date: value + dayOffset } : value;
  return value instanceof Date ? value.toISOString() : value;
}

const isDate = (cell: CellObject, value: number): boolean =>
  value >= 0 && cell.z !== undefined && isDateFormat(String(cell.z));

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

/** `undefined` stands for the many rows and columns of which nothing was said. */
function hiddenOf(marks: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): readonly number[] {
  const hidden: number[] = [];
  withinSheet(marks?.length ?? 0);
  marks?.forEach((mark, index) => {
    if (mark?.hidden === true) hidden.push(index);
  });
  return hidden;
}
