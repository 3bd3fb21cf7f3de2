import type { CellRange, SheetSnapshot } from "../../domain/snapshot";
import { type BookContext, contentOf } from "./ooxml-cell";
import { richText } from "./ooxml-strings";
import { scanXml } from "../files/scan-xml";
import { type CellBudget, sheetCells, soundMerges, withinCells } from "./sheet-cells";
import { Unreadable } from "../files/unreadable";
import { attributesOf, isTrue } from "../files/xml-text";

/** Rows or columns of a sheet that are marked, however many there are. */
const mostMarked = 1_048_576;

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value?: string;
  inline?: string;
}

/**
 * Rows, merged areas and hiding of one sheet part. Goes by the cells that are there, never by the range the sheet
 * claims; rows and cells without a reference follow the one before.
 *
 * @throws Unreadable
 */
export function ooxmlSheet(
  part: Uint8Array,
  book: BookContext,
  budget: CellBudget,
): Pick<SheetSnapshot, "rows" | "merges" | "hiddenRows" | "hiddenColumns"> {
  const cells = sheetCells(budget);
  const merges: CellRange[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  let [row, column, isInRow, isInValue] = [-1, -1, false, false];
  let cell: OpenCell | undefined;
  const inline = richText("is", (text) => {
    if (cell) cell.inline = text;
  });

  const openRow = (raw: string): void => {
    const attributes = attributesOf(raw);
    const said = attributes.get("r");
    row = said === undefined ? row + 1 : Number(said) - 1;
    column = -1;
    isInRow = true;
    if (isTrue(attributes.get("hidden"))) hiddenRows.push(row);
  };
  const openCell = (raw: string): void => {
    const said = reference.exec(raw);
    const at = said ? placeOf(said[1] ?? said[2] ?? "") : { row, column: column + 1 };
    column = at.column;
    if (raw.endsWith("/")) return;
    const attributes = attributesOf(raw);
    cell = {
      row: at.row,
      column,
      type: attributes.get("t") ?? "n",
      style: Number(attributes.get("s") ?? 0),
      hasFormula: false,
    };
  };
  const openMerge = (raw: string): void => {
    const [from = "", to = from] = (attributesOf(raw).get("ref") ?? "").split(":");
    const [start, end] = [placeOf(from), placeOf(to)];
    merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
  };
  const openColumns = (raw: string): void => {
    const attributes = attributesOf(raw);
    if (!isTrue(attributes.get("hidden")) && Number(attributes.get("width") ?? 1) !== 0) return;
    const last = Math.min(Number(attributes.get("max")), mostMarked);
    for (let at = Number(attributes.get("min")); at <= last; at += 1) hiddenColumns.push(at - 1);
  };

  scanXml(part, {
    passOver: {
      run: emptyCells,
      passed: (last) => {
        openCell(last.slice("<c".length, -">".length));
      },
    },
    open: (name, raw) => {
      if (cell) {
        if (name === "f") cell.hasFormula = true;
        else if (name === "v") [isInValue, cell.value] = [true, cell.value ?? ""];
        else inline.open(name, raw);
      } else if (name === "c") {
        if (isInRow) openCell(raw);
      } else if (name === "row") openRow(raw);
      else if (name === "mergeCell") openMerge(raw);
      else if (name === "col") openColumns(raw);
    },
    text: (text) => {
      if (!cell) return;
      if (isInValue) cell.value = (cell.value ?? "") + text;
      else inline.text(text);
    },
    close: (name) => {
      if (name === "row") isInRow = false;
      else if (name === "v") isInValue = false;
      else if (cell && name === "c") {
        cells.set(cell.row, cell.column, contentOf(cell, book));
        cell = undefined;
      } else if (cell) inline.close(name);
    },
  });
  const rows = cells.rows();
  return { rows, merges: soundMerges(merges, rows), ...withinCells(rows, hiddenRows, hiddenColumns) };
}

/** Most cells of a formatted sheet hold nothing. */
const emptyCells = /(?:<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?\/>)+/uy;
const reference = /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/u;

/** @throws Unreadable for what is no `B7` */
function placeOf(text: string): { readonly row: number; readonly column: number } {
  const [, letters, digits] = cellName.exec(text) ?? [];
  if (letters === undefined || digits === undefined) throw new Unreadable("truncated");
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = 26 * column + (letters.charCodeAt(at) & 0x1f);
  return { row: Number(digits) - 1, column: column - 1 };
}

const cellName = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/iu;
