import type { CellContent } from "../../domain/cell";
import type { CellRange, SheetSnapshot } from "../../domain/snapshot";
import type { BookContents } from "./ooxml-book";
import { type OdsText, odsContent, odsText } from "./ods-cell";
import { scanXml } from "../files/scan-xml";
import { type CellBudget, type SheetCells, cellBudget, sheetCells, soundMerges, withinCells } from "./sheet-cells";
import { Unreadable } from "../files/unreadable";
import { qualifiedAttributes } from "../files/xml-text";

type Attributes = ReadonlyMap<string, string>;

interface OpenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: SheetCells;
  readonly merges: CellRange[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  row: number;
  rowsRepeated: number;
  column: number;
  columnsDefined: number;
}

interface OpenCell {
  readonly attributes: Attributes;
  readonly text: OdsText;
}

/** A reference into another file, as OpenDocument writes it. */
const elsewhere = /'(?:file|https?|smb):/u;
/** Days from Excel's calendar to the others an OpenDocument file may count from. */
const calendars: ReadonlyMap<string, number> = new Map([
  ["1900-01-01", 2],
  ["1904-01-01", 1462],
]);
/** No sheet has more rows or columns; what repeats further repeats nothing. */
const mostRepeats = 1_048_576;

/**
 * Reads the content of an OpenDocument sheet file.
 *
 * @throws Unreadable
 */
export function odsBook(content: Uint8Array): BookContents {
  const budget = cellBudget();
  const sheets: SheetSnapshot[] = [];
  const hiddenStyles = new Set<string>();
  const styles = dateStylesOf();
  let [hasExternalLinks, isSheetFile, style] = [false, false, ""];
  let sheet: OpenSheet | undefined;
  let cell: OpenCell | undefined;

  const openCell = (attributes: Attributes): void => {
    hasExternalLinks ||= elsewhere.test(attributes.get("table:formula") ?? "");
    cell = { attributes, text: odsText() };
  };
  const closeSheet = (): void => {
    // What other files held when they were last looked at is kept in tables named after them.
    if (sheet && elsewhere.test(sheet.name)) hasExternalLinks = true;
    else if (sheet) sheets.push(snapshotOf(sheet));
    sheet = undefined;
  };

  const openInSheet = (into: OpenSheet, name: string, raw: string): void => {
    if (name === "table-cell" || name === "covered-table-cell") openCell(qualifiedAttributes(raw));
    else if (name === "table-row") openRow(into, qualifiedAttributes(raw));
    else if (name === "table-column") passColumns(into, qualifiedAttributes(raw));
  };
  const openInBook = (name: string, raw: string): void => {
    if (name === "table") sheet = openSheet(qualifiedAttributes(raw), hiddenStyles, budget);
    else if (name === "spreadsheet") isSheetFile = true;
    else if (name === "date-style" || name === "time-style") styles.addFormat(qualifiedAttributes(raw));
    else if (name === "style") style = styles.addStyle(qualifiedAttributes(raw));
    else if (name === "null-date") styles.countFrom(qualifiedAttributes(raw));
    else if (name === "table-properties" && qualifiedAttributes(raw).get("table:display") === "false")
      hiddenStyles.add(style);
  };

  scanXml(content, {
    open: (name, raw) => {
      if (cell) cell.text.open(name, raw);
      else if (sheet) openInSheet(sheet, name, raw);
      else openInBook(name, raw);
    },
    text: (text) => cell?.text.text(text),
    close: (name) => {
      if (cell?.text.isOpen() === true) cell.text.close(name);
      else if (cell && sheet) {
        place(sheet, cell, styles);
        cell = undefined;
      } else if (sheet && name === "table-row") sheet.row += sheet.rowsRepeated;
      else if (name === "table") closeSheet();
    },
  });
  if (!isSheetFile || sheets.length === 0) throw new Unreadable("not-a-workbook");
  if (new Set(sheets.map(({ name }) => name)).size < sheets.length) throw new Unreadable("truncated");
  return { sheets, ...(hasExternalLinks && { hasExternalLinks }) };
}

const openSheet = (attributes: Attributes, hiddenStyles: ReadonlySet<string>, budget: CellBudget): OpenSheet => ({
  name: attributes.get("table:name") ?? "",
  isHidden: hiddenStyles.has(attributes.get("table:style-name") ?? ""),
  cells: sheetCells(budget),
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  row: 0,
  rowsRepeated: 1,
  column: 0,
  columnsDefined: 0,
});

function snapshotOf({ name, isHidden, cells, merges, hiddenRows, hiddenColumns }: OpenSheet): SheetSnapshot {
  const rows = cells.rows();
  return {
    name,
    visibility: isHidden ? "hidden" : "visible",
    rows,
    merges: soundMerges(merges, rows),
    ...withinCells(rows, hiddenRows, hiddenColumns),
  };
}

function openRow(sheet: OpenSheet, attributes: Attributes): void {
  sheet.column = 0;
  sheet.rowsRepeated = count(attributes.get("table:number-rows-repeated"));
  if (isCollapsed(attributes)) mark(sheet.hiddenRows, sheet.row, sheet.rowsRepeated);
}

function passColumns(sheet: OpenSheet, attributes: Attributes): void {
  const repeated = count(attributes.get("table:number-columns-repeated"));
  if (isCollapsed(attributes)) mark(sheet.hiddenColumns, sheet.columnsDefined, repeated);
  sheet.columnsDefined += repeated;
}

function isCollapsed(attributes: Attributes): boolean {
  const visibility = attributes.get("table:visibility");
  return visibility === "collapse" || visibility === "filter";
}

function mark(marked: number[], from: number, many: number): void {
  for (let at = from; at < Math.min(from + many, mostRepeats); at += 1) marked.push(at);
}

interface DateStyles {
  readonly addFormat: (attributes: Attributes) => void;
  /** Gives the style's name. */
  readonly addStyle: (attributes: Attributes) => string;
  /** Tells which day of the file is day 0. */
  readonly countFrom: (attributes: Attributes) => void;
  /** The number, or the day it is shown as. */
  readonly shown: (value: number, style: string | undefined) => CellContent;
}

/** Some programs save a day as a number that is shown as a date. */
function dateStylesOf(): DateStyles {
  const formats = new Set<string>();
  const formatOf = new Map<string, string>();
  let firstDay = 0;
  return {
    addFormat: (attributes) => formats.add(attributes.get("style:name") ?? ""),
    addStyle: (attributes) => {
      const name = attributes.get("style:name") ?? "";
      formatOf.set(name, attributes.get("style:data-style-name") ?? "");
      return name;
    },
    countFrom: (attributes) => {
      firstDay = calendars.get(attributes.get("table:date-value") ?? "") ?? 0;
    },
    shown: (value, style) =>
      value >= 0 && formats.has(formatOf.get(style ?? "") ?? "") ? { date: value + firstDay } : value,
  };
}

function place(sheet: OpenSheet, { attributes, text }: OpenCell, styles: DateStyles): void {
  const repeated = count(attributes.get("table:number-columns-repeated"));
  const read = odsContent(attributes, text.whole());
  const content = typeof read === "number" ? styles.shown(read, attributes.get("table:style-name")) : read;
  const { row, column, rowsRepeated } = sheet;
  sheet.column += repeated;
  const down = count(attributes.get("table:number-rows-spanned"));
  const across = count(attributes.get("table:number-columns-spanned"));
  if (down > 1 || across > 1)
    sheet.merges.push({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 });
  if (content === null) return;
  for (let below = 0; below < rowsRepeated; below += 1)
    for (let beside = 0; beside < repeated; beside += 1) sheet.cells.set(row + below, column + beside, content);
}

function count(text: string | undefined): number {
  const read = Number(text ?? 1);
  return Number.isInteger(read) && read >= 1 ? Math.min(read, mostRepeats) : 1;
}
