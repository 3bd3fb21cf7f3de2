import { columnLetters } from "../../domain/cell";
import type { CellRange } from "../../domain/snapshot";

/** Excel's grid, counted from 0. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

const cellPattern = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;
const columnPattern = /^\$?([A-Z]{1,3})$/i;
const rowPattern = /^\$?(\d{1,7})$/;

/** Reads `B2`, `$A$1:C5`, `A:C`, `3:7`, each with or without a sheet; undefined when the text is no address. */
export function parseAddress(text: string): { readonly sheet?: string; readonly area: CellRange } | undefined {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text.trim());
  if (!match) return undefined;
  const [, quoted, plain, body = ""] = match;
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  const [from = "", to = from, ...more] = body.split(":");
  if (more.length > 0) return undefined;
  const area = corners(from, to, body.includes(":"));
  return area && { area, ...(sheet === undefined ? {} : { sheet }) };
}

function corners(from: string, to: string, isRange: boolean): CellRange | undefined {
  const start = corner(from, isRange);
  const end = corner(to, isRange);
  if (
    !start ||
    !end ||
    (start.row === undefined) !== (end.row === undefined) ||
    (start.column === undefined) !== (end.column === undefined)
  )
    return undefined;
  const rows = [start.row ?? 0, end.row ?? lastRow];
  const columns = [start.column ?? 0, end.column ?? lastColumn];
  const area = {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
  return isOnGrid(area) ? area : undefined;
}

function corner(text: string, isRange: boolean): { readonly row?: number; readonly column?: number } | undefined {
  const cell = cellPattern.exec(text);
  if (cell) return { column: columnIndex(cell[1] ?? ""), row: Number(cell[2]) - 1 };
  if (!isRange) return undefined;
  const column = columnPattern.exec(text);
  if (column) return { column: columnIndex(column[1] ?? "") };
  const row = rowPattern.exec(text);
  return row ? { row: Number(row[1]) - 1 } : undefined;
}

function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export const isOnGrid = ({ top, left, bottom, right }: CellRange): boolean =>
  top >= 0 && left >= 0 && bottom >= top && right >= left && bottom <= lastRow && right <= lastColumn;

export const rowsOf = (area: CellRange): number => area.bottom - area.top + 1;
export const columnsOf = (area: CellRange): number => area.right - area.left + 1;
export const isEntireColumn = (area: CellRange): boolean => area.top === 0 && area.bottom === lastRow;
export const isEntireRow = (area: CellRange): boolean => area.left === 0 && area.right === lastColumn;

export const contains = (outer: CellRange, inner: CellRange): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export function intersection(a: CellRange, b: CellRange): CellRange | undefined {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

/** `B2:C5`, `A:C`, `3:7`. */
export function areaText(area: CellRange, mark = ""): string {
  const column = (at: number) => `${mark}${columnLetters(at)}`;
  const row = (at: number) => `${mark}${String(at + 1)}`;
  if (isEntireColumn(area)) return `${column(area.left)}:${column(area.right)}`;
  if (isEntireRow(area)) return `${row(area.top)}:${row(area.bottom)}`;
  const start = `${column(area.left)}${row(area.top)}`;
  return rowsOf(area) === 1 && columnsOf(area) === 1 ? start : `${start}:${column(area.right)}${row(area.bottom)}`;
}

/** A sheet's name as formulas write it: in quotes when it could be read as something else. */
export function sheetText(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !cellPattern.test(name) && !columnPattern.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}
