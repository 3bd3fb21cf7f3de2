import type { Exact } from "./exact";

/** Where a value was read: row and column count from 0. */
export interface CellAddress {
  /** File the sheet was read from; absent for a sheet of the open workbook. */
  readonly file?: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** `C7`, as people write it. */
export const a1 = (row: number, column: number): string => `${columnLetters(column)}${String(row + 1)}`;

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** `城关小学.xlsx › 表2!G9`: what a message shows. */
export const addressText = (at: CellAddress): string =>
  `${at.file === undefined ? "" : `${at.file} › `}${at.sheet}!${a1(at.row, at.column)}`;

/** Equal for equal cells, for maps and sets. */
export const cellKey = (at: CellAddress): string =>
  `${at.file ?? ""}\u0000${at.sheet}\u0000${String(at.row)}\u0000${String(at.column)}`;

/** A calendar date, as Excel's serial day (1 = 1900-01-01, with Excel's 1900-02-29). */
export type SerialDay = number;

/**
 * What a cell holds before anyone interprets it. An error keeps Excel's text (`#REF!`), or is `uncalculated`.
 */
export type CellContent = null | string | number | boolean | { readonly date: SerialDay } | { readonly error: string };

/** The error of a formula whose result was never saved: it has no value, and is no blank. */
export const uncalculated = "公式未计算";

/** What an accepted value can be. */
export type Scalar =
  | { readonly type: "number"; readonly value: Exact }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "date"; readonly value: SerialDay }
  | { readonly type: "boolean"; readonly value: boolean };

/**
 * What one cell said. A blank is not a zero, and 不适用 is not a blank.
 * `at` is absent when there is no such cell: the school has not filed, or the column is not in its workbook.
 */
export type Reading =
  | { readonly state: "reported"; readonly value: Scalar; readonly at?: CellAddress }
  | { readonly state: "missing"; readonly at?: CellAddress }
  | { readonly state: "not-applicable"; readonly at?: CellAddress }
  | { readonly state: "unreadable"; readonly raw: string; readonly at?: CellAddress };
