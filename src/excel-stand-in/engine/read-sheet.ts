import type { Worksheet } from "@univerjs/core";
import type { FWorkbook } from "@univerjs/preset-sheets-node-core";
import type { CellRange } from "../../domain/snapshot";
import type { EngineCell } from "./spreadsheet-engine";
import { readCell } from "./univer-cells";

/** Values, formulas and looks of the area, one per cell. */
export function readBlock(sheet: Worksheet, workbook: FWorkbook, area: CellRange): EngineCell[][] {
  const styles = workbook.getWorkbook().getStyles();
  const rows: EngineCell[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cells: EngineCell[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const raw = sheet.getCellRaw(row, column);
      // Results that spill from an array formula are known only to the view of the cell.
      const cell = raw?.v === undefined || raw.v === null ? (sheet.getCell(row, column) ?? raw) : raw;
      cells.push(readCell(cell, raw ? styles.getStyleByCell(raw) : null));
    }
    rows.push(cells);
  }
  return rows;
}

/** A value as a cell with this look shows it. */
export function shownText({ value, look }: EngineCell, format: (format: string, value: number) => string): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  return format(look.numberFormat ?? "General", value);
}

const isSet = (part: unknown): boolean => part !== undefined && part !== null && part !== "";

/** Smallest area with all cells that hold a value or, unless `valuesOnly`, a look. */
export function usedArea(sheet: Worksheet, valuesOnly: boolean): CellRange | undefined {
  let used: { top: number; left: number; bottom: number; right: number } | undefined;
  sheet.getCellMatrix().forValue((row, column, cell) => {
    if (!cell) return;
    const filled = isSet(cell.v) || isSet(cell.f) || isSet(cell.p);
    if (!filled && (valuesOnly || !isSet(cell.s))) return;
    used ??= { top: row, left: column, bottom: row, right: column };
    used.top = Math.min(used.top, row);
    used.left = Math.min(used.left, column);
    used.bottom = Math.max(used.bottom, row);
    used.right = Math.max(used.right, column);
  });
  return used;
}
