import type { Extent } from "./tree";

/** Kinds of 核算列: 算 a value per row, 旗 whether a row takes part (1/0), and the parts of 去重计数, 差异系数 and 名单. */
export type HelperKind = "算" | "旗" | "重" | "p" | "x" | "q" | "键" | "名";

/** How a workbook spells what formulas point at. References come back ready to stand in a formula. */
export interface ExcelSpelling {
  /** The form `[列]` belongs to. */
  readonly form?: string;
  /** A whole data column: `幼儿园[在园幼儿数]` or an absolute A1 range. */
  readonly column: (form: string, column: string) => string;
  /** This row's cell of a column. */
  readonly cell: (form: string, column: string) => string;
  /** This row's place among the rows of the form's table, from 1. */
  readonly position: (form: string) => string;
  /** Columns from one to another in the order of the form, both included. */
  readonly between: (form: string, from: string, to: string) => readonly string[];
  /** Whether a column holds formulas, so that its blanks are empty texts and not empty cells. */
  readonly isComputed: (form: string, column: string) => boolean;
  /** Whether a column holds words and codes; `[办学类型]=218` then asks for the text 218. */
  readonly isText: (form: string, column: string) => boolean;
  /** The cell of an indicator, else of a parameter. */
  readonly named: (name: string) => string;
  /** undefined where the workbook has no such cell. */
  readonly indicator: (name: string, slices: readonly string[]) => string | undefined;
  /** `keys` are Excel expressions. */
  readonly parameter: (name: string, keys: readonly string[]) => string | undefined;
  /** Last year's cell of this row's school; undefined when that year is not in the workbook. */
  readonly lastYear: (form: string, column: string) => string | undefined;
  readonly cumulative: (name: string, from: string, to: string | undefined) => string | undefined;
  /** Names a helper column; equal row formulas of a form get the same name, so that figures share it. */
  readonly helperName: (form: string, kind: HelperKind, rowFormula: string) => string;
  /** Functions newer than the file format: files spell `_xlfn.CONCAT`. */
  readonly newFunction: (name: "CONCAT" | "MAXIFS" | "MINIFS") => string;
  /** Rows a figure is told for: its 筛选 (from printFilter) and its slice. */
  readonly restrict?: Restriction;
}

export interface Restriction {
  readonly form: string;
  /** `criterion` is an Excel expression as COUNTIFS takes it. */
  readonly criteria: readonly { readonly column: string; readonly criterion: string }[];
  /** Helper columns that hold 1 in the rows that take part. */
  readonly flags: readonly string[];
}

export interface HelperColumn {
  readonly form: string;
  readonly name: string;
  /** With its leading `=`. */
  readonly rowFormula: string;
}

export interface ExcelPrinting {
  /** With its leading `=`. */
  readonly formula: string;
  /** For figures: the number of cells that were blank though a total needed them (缺报数). Absent without totals. */
  readonly missing?: string;
  readonly helpers: readonly HelperColumn[];
}

/** Why a formula cannot be re-computed in the workbook; the cell then holds the engine's value. */
export interface NotCompiled {
  readonly reason:
    | "last-year-not-in-workbook"
    | "earlier-periods-not-in-workbook"
    | "no-such-cell"
    | "too-long"
    | "no-excel-form";
  readonly at: Extent;
}

const longestLiteral = 250;

/** A text as an Excel string, cut where a literal would be too long. */
export function excelString(text: string): string {
  const pieces: string[] = [];
  const letters = Array.from(text);
  for (let start = 0; start < letters.length; start += longestLiteral)
    pieces.push(letters.slice(start, start + longestLiteral).join(""));
  return (pieces.length === 0 ? [""] : pieces).map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&");
}
