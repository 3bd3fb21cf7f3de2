import { ExcelFailure } from "../wire/excel-failure";
import type { CellRange } from "../../domain/snapshot";
import { areaText, contains, sheetText } from "./address";

/** A table as formulas see it: where it is and what its columns are called. */
export interface NamedTable {
  readonly name: string;
  readonly sheet: string;
  readonly sheetName: string;
  /** With the header row. */
  readonly area: CellRange;
  readonly columns: readonly string[];
}

export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const parts = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[/gu;

/**
 * Turns `表[列]`, `表[[#This Row],[列]]`, `表[#Headers]`, `[@列]` into ranges, because the engine knows only ranges.
 * @throws ExcelFailure InvalidArgument for a table or column that does not exist, as Excel refuses such a formula
 */
export function plainFormula(formula: string, place: FormulaPlace, tables: readonly NamedTable[]): string {
  let plain = "";
  let from = 0;
  parts.lastIndex = 0;
  for (let match = parts.exec(formula); match; match = parts.exec(formula)) {
    if (!match[0].endsWith("[")) continue;
    const open = match.index + match[0].length - 1;
    const close = closingBracket(formula, open);
    const table = tableFor(match[1], place, tables);
    plain += formula.slice(from, match.index) + referenceText(table, formula.slice(open + 1, close), place);
    from = close + 1;
    parts.lastIndex = from;
  }
  return plain + formula.slice(from);
}

/** True when a formula may speak of tables at all; external references (`[Book1]Sheet1!A1`) look the same and are refused later. */
export const namesTables = (formula: string): boolean => formula.includes("[");

function closingBracket(formula: string, open: number): number {
  let depth = 0;
  for (let at = open; at < formula.length; at += 1) {
    const sign = formula[at];
    if (sign === "'") at += 1;
    else if (sign === "[") depth += 1;
    else if (sign === "]" && --depth === 0) return at;
  }
  throw new ExcelFailure("InvalidArgument", `unbalanced brackets in ${formula}`);
}

function tableFor(name: string | undefined, place: FormulaPlace, tables: readonly NamedTable[]): NamedTable {
  const here = { top: place.row, left: place.column, bottom: place.row, right: place.column };
  const table =
    name === undefined
      ? tables.find(({ sheet, area }) => sheet === place.sheet && contains(area, here))
      : tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!table) throw new ExcelFailure("InvalidArgument", `no table ${name ?? "around the formula"}`);
  return table;
}

function referenceText(table: NamedTable, inside: string, place: FormulaPlace): string {
  const { rows, columns } = readSpecifier(table, inside, place);
  const area = {
    top: rows[0],
    bottom: rows[1],
    left: table.area.left + columns[0],
    right: table.area.left + columns[1],
  };
  const text = areaText(area, "$");
  return table.sheet === place.sheet ? text : `${sheetText(table.sheetName)}!${text}`;
}

type Span = readonly [first: number, last: number];

function readSpecifier(
  table: NamedTable,
  inside: string,
  place: FormulaPlace,
): { readonly rows: Span; readonly columns: Span } {
  const text = inside.trim();
  if (text.startsWith("@")) {
    const rest = text.slice(1).trim();
    const named = rest.startsWith("[") ? tokens(rest).filter((token) => token !== ":") : rest === "" ? [] : [rest];
    return { rows: thisRow(table, place), columns: columnSpan(table, named) };
  }
  const all = text.startsWith("[") ? tokens(text) : text === "" ? [] : [text];
  const keywords = all.filter((token) => token.startsWith("#"));
  const names = all.filter((token) => !token.startsWith("#") && token !== ":");
  return { rows: rowSpan(table, keywords, place), columns: columnSpan(table, names) };
}

/** `[#Data],[甲]:[乙]` → `#Data`, `甲`, `:`, `乙`. */
function tokens(text: string): string[] {
  return [...text.matchAll(/\[((?:'.|[^\]'])*)\]|:/g)].map((match) => match[1] ?? match[0]);
}

function rowSpan(table: NamedTable, keywords: readonly string[], place: FormulaPlace): Span {
  const { top, bottom } = table.area;
  const words = new Set(keywords.map((word) => word.toLowerCase()));
  if (words.has("#this row")) return thisRow(table, place);
  if (words.has("#all") || (words.has("#headers") && words.has("#data"))) return [top, bottom];
  if (words.has("#headers")) return [top, top];
  if (words.has("#totals")) throw new ExcelFailure("InvalidArgument", `${table.name} has no total row`);
  return [top + 1, bottom];
}

function thisRow(table: NamedTable, place: FormulaPlace): Span {
  if (place.row <= table.area.top || place.row > table.area.bottom)
    throw new ExcelFailure("InvalidArgument", `the formula is not beside a row of ${table.name}`);
  return [place.row, place.row];
}

function columnSpan(table: NamedTable, names: readonly string[]): Span {
  if (names.length === 0) return [0, table.columns.length - 1];
  const at = names.map((name) => {
    // An apostrophe marks the next sign as part of the name.
    const plain = name.replace(/'(.)/g, "$1").toLowerCase();
    const index = table.columns.findIndex((column) => column.toLowerCase() === plain);
    if (index < 0) throw new ExcelFailure("InvalidArgument", `${table.name} has no column ${name}`);
    return index;
  });
  return [Math.min(...at), Math.max(...at)];
}
