import type { CellRange } from "../../domain/snapshot";
import type { LookChange } from "../engine/spreadsheet-engine";
import { ExcelFailure } from "../wire/excel-failure";
import { contains, intersection, lastColumn, lastRow } from "./address";
import type { CellBlock } from "./sheet-place";

const plainLook: LookChange = {
  numberFormat: null,
  fontName: null,
  fontSize: null,
  fontColor: null,
  bold: null,
  italic: null,
  fill: null,
  wrap: null,
  horizontal: null,
  vertical: null,
};

/** Clears `All`, `Contents` or `Formats` (and the rules of the cells with the formats) of a range. */
export function clearCells(range: CellBlock, applyTo: string): void {
  const { workbook, key } = range.on;
  workbook.assertWritable(key);
  const used = workbook.engine.usedArea(key, false);
  const area = used && intersection(used, range.area);
  switch (applyTo) {
    case "All":
      clearContents(range, area);
      clearLooks(range, area);
      break;
    case "Contents":
      clearContents(range, area);
      break;
    case "Formats":
      clearLooks(range, area);
      break;
    default:
      throw new ExcelFailure("ApiNotFound", `clear ${applyTo}`);
  }
}

function clearContents(range: CellBlock, area: CellRange | undefined): void {
  const { workbook, key } = range.on;
  if (!area) return;
  const rows = Array.from({ length: area.bottom - area.top + 1 }, () =>
    Array.from({ length: area.right - area.left + 1 }, () => ({ value: null })),
  );
  workbook.engine.writeCells(key, area.top, area.left, rows);
  workbook.announceChange({ sheet: key, area: range.area });
}

function clearLooks(range: CellBlock, area: CellRange | undefined): void {
  const { workbook, key } = range.on;
  if (area) workbook.engine.setLook(key, area, plainLook);
  workbook.engine.unmerge(key, range.area);
  const state = workbook.sheet(key);
  state.conditionalFormats = state.conditionalFormats.filter((format) => !contains(range.area, format.area));
  workbook.redecorate(key);
}

export function deleteCells(range: CellBlock, shift: string): void {
  const { workbook, key } = range.on;
  workbook.assertWritable(key);
  if (shift !== "Up" && shift !== "Left") throw new ExcelFailure("InvalidArgument", "shift is Up or Left");
  assertNoTableMoves(range, shift === "Up");
  const used = workbook.engine.usedArea(key, false);
  const area = used && intersection(used, range.area);
  if (area) workbook.engine.deleteCells(key, area, shift === "Up" ? "up" : "left");
  workbook.announceChange({ sheet: key, area: range.area }, "Local", "CellDeleted");
}

export function insertCells(range: CellBlock, shift: string): void {
  const { workbook, key } = range.on;
  workbook.assertWritable(key);
  if (shift !== "Down" && shift !== "Right") throw new ExcelFailure("InvalidArgument", "shift is Down or Right");
  assertNoTableMoves(range, shift === "Down");
  const used = workbook.engine.usedArea(key, false);
  // Whole rows and columns are cut to the part that holds something, which moves the same cells.
  const area = {
    ...range.area,
    bottom: Math.min(range.area.bottom, Math.max(used?.bottom ?? 0, range.area.top)),
    right: Math.min(range.area.right, Math.max(used?.right ?? 0, range.area.left)),
  };
  const whole = shift === "Down" ? { ...area, bottom: range.area.bottom } : { ...area, right: range.area.right };
  workbook.engine.insertCells(key, whole, shift === "Down" ? "down" : "right");
  workbook.announceChange({ sheet: key, area: range.area }, "Local", "CellInserted");
}

/** Tables and cell rules do not move with the cells here: what Excel would move is refused rather than left behind. */
function assertNoTableMoves({ on, area }: CellBlock, isVertical: boolean): void {
  const moved = isVertical ? { ...area, bottom: lastRow } : { ...area, right: lastColumn };
  const { tables } = on.workbook;
  const { validations, conditionalFormats } = on.workbook.sheet(on.key);
  const areas = [...tables.filter(({ sheet }) => sheet === on.key), ...validations, ...conditionalFormats];
  if (areas.some((each) => intersection(each.area, moved)))
    throw new ExcelFailure("ApiNotFound", "moving tables, validations or conditional formats");
}
