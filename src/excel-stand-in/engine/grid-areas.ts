import type { IRange } from "@univerjs/core";
import type { FWorksheet } from "@univerjs/preset-sheets-node-core";
import type { CellRange } from "../../domain/snapshot";

/** Size of a new sheet, and what is added when one has to grow. */
export const spareRows = 200;
export const spareColumns = 26;

export const asArea = (range: IRange): CellRange => ({
  top: range.startRow,
  left: range.startColumn,
  bottom: range.endRow,
  right: range.endColumn,
});

export const overlaps = (a: CellRange, b: CellRange): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

export const rangeOf = (sheet: FWorksheet, { top, left, bottom, right }: CellRange) =>
  sheet.getRange(top, left, bottom - top + 1, right - left + 1);

/** Sheets start small and grow when something is put beyond their edge, so that an empty sheet costs nothing. */
export function makeRoom(sheet: FWorksheet, area: CellRange): void {
  if (area.bottom >= sheet.getMaxRows()) sheet.setRowCount(area.bottom + 1 + spareRows);
  if (area.right >= sheet.getMaxColumns()) sheet.setColumnCount(area.right + 1 + spareColumns);
}
