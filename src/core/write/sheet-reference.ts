import { columnLetters } from "../../domain/cell";

/** A sheet's name as formulas spell it: always quoted, so no name needs a second look. */
export const sheetReference = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** `$K$5`. */
export const absolute = (row: number, column: number): string => `$${columnLetters(column)}$${String(row + 1)}`;

/** `K5`: the same cell of whatever row the formula stands in. */
export const relative = (row: number, column: number): string => `${columnLetters(column)}${String(row + 1)}`;

/** `'数据_幼儿园'!$K$5:$K$172`. */
export const columnRange = (sheet: string, column: number, firstRow: number, lastRow: number): string =>
  `${sheetReference(sheet)}!${absolute(firstRow, column)}:${absolute(lastRow, column)}`;
