import type { CellRange } from "../../domain/snapshot";
import type { EngineCell, EngineInput, SpreadsheetEngine } from "../engine/spreadsheet-engine";
import { parseEntry } from "../entry/parse-entry";
import { ExcelFailure } from "../wire/excel-failure";
import { columnsOf, rowsOf } from "./address";
import type { CellBlock } from "./sheet-place";

/** A blank cell reads as an empty text, an error as its text. */
export const readValue = ({ value }: EngineCell): string | number | boolean => value ?? "";

export const readText = (engine: SpreadsheetEngine, cell: EngineCell): string => engine.textOf(cell);

export function readValueType({ value, isError }: EngineCell): string {
  if (isError) return "Error";
  switch (typeof value) {
    case "number":
      return "Double";
    case "boolean":
      return "Boolean";
    case "string":
      return "String";
    default:
      return "Empty";
  }
}

/**
 * Enters values or formulas as a person would type them. One value fills the whole range; null leaves a cell as it is.
 * @throws ExcelFailure InvalidArgument when the block is not of the range's shape, AccessDenied on a protected sheet
 */
export function writeCells(range: CellBlock, block: unknown): void {
  const { workbook, key } = range.on;
  workbook.assertWritable(key);
  const rows = shaped(block, range.area);
  const before = workbook.engine.readCells(key, range.area);
  const formats: { readonly area: CellRange; readonly format: string }[] = [];
  const inputs = rows.map((row, r) =>
    row.map((raw, c) => {
      const place = { sheet: key, row: range.area.top + r, column: range.area.left + c };
      const format = before[r]?.[c]?.look.numberFormat ?? "General";
      if (raw === null) return undefined;
      const entry = parseEntry(scalar(raw), format, workbook.year());
      if (entry.numberFormat !== undefined && format === "General")
        formats.push({
          area: { top: place.row, bottom: place.row, left: place.column, right: place.column },
          format: entry.numberFormat,
        });
      return "formula" in entry.input
        ? { formula: workbook.formulas.forEngine(entry.input.formula, place) }
        : entry.input;
    }),
  );
  enter(range, inputs);
  for (const { area, format } of formats) workbook.engine.setLook(key, area, { numberFormat: format });
}

function enter(range: CellBlock, inputs: readonly (readonly (EngineInput | undefined)[])[]): void {
  const { workbook, key } = range.on;
  workbook.engine.writeCells(key, range.area.top, range.area.left, inputs);
  const headers = workbook.tables.some(
    ({ sheet, area }) => sheet === key && touches(range.area, { ...area, bottom: area.top }),
  );
  if (headers) workbook.formulas.rewrite();
  workbook.announceChange({ sheet: key, area: range.area });
}

const touches = (a: CellRange, b: CellRange): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

export function writeNumberFormats(range: CellBlock, block: unknown): void {
  const { workbook, key } = range.on;
  workbook.assertWritable(key);
  const rows = shaped(block, range.area);
  for (const run of runs(rows, range.area)) workbook.engine.setLook(key, run.area, { numberFormat: String(run.value) });
}

/** Equal neighbours as one rectangle, so that formatting a column is one change and not one per cell. */
function runs(rows: readonly (readonly unknown[])[], { top, left }: CellRange): { area: CellRange; value: unknown }[] {
  const found: { area: CellRange; value: unknown }[] = [];
  rows.forEach((row, r) => {
    let from = 0;
    for (let c = 1; c <= row.length; c += 1) {
      if (c < row.length && row[c] === row[from]) continue;
      const area = { top: top + r, bottom: top + r, left: left + from, right: left + c - 1 };
      const above = found.find(
        (run) =>
          run.value === row[from] &&
          run.area.bottom === area.top - 1 &&
          run.area.left === area.left &&
          run.area.right === area.right,
      );
      if (above) above.area = { ...above.area, bottom: area.bottom };
      else if (row[from] !== null) found.push({ area, value: row[from] });
      from = c;
    }
  });
  return found;
}

function shaped(block: unknown, area: CellRange): readonly (readonly unknown[])[] {
  const [rows, columns] = [rowsOf(area), columnsOf(area)];
  if (!Array.isArray(block)) return Array.from({ length: rows }, () => new Array<unknown>(columns).fill(block));
  const fits = block.length === rows && block.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits)
    throw new ExcelFailure(
      "InvalidArgument",
      `the values do not have ${String(rows)} rows of ${String(columns)} columns`,
    );
  return block as unknown[][];
}

function scalar(raw: unknown): string | number | boolean {
  if (typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean") return raw;
  throw new ExcelFailure("InvalidArgument", "a cell takes a text, a number or a truth value");
}
