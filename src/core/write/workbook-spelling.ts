import { columnLetters } from "../../domain/cell";
import { exactFromCell, exactText } from "../../domain/exact";
import type { Parameter } from "../../domain/parameter";
import { parameterKey } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import type { NamedValues, Referent } from "../../definitions/named-values";
import { yearOf } from "../../definitions/period-label";
import { excelString, type ExcelSpelling } from "../../formula/excel-spelling";
import { calcColumns, type CalcPlaces } from "./calc-places";
import type { DataSheetPlaces } from "./data-sheet-places";
import { rowMark, type HelperColumns } from "./helper-columns";
import { parameterValueCell } from "./parameters-sheet";
import { firstDataRow } from "./sheet-frame";
import { columnRange } from "./sheet-reference";

/** What formulas of this workbook point at. */
export interface WorkbookCells {
  readonly definition: CompiledDefinition;
  readonly places: DataSheetPlaces;
  readonly helpers: HelperColumns;
  readonly calc: CalcPlaces;
  readonly named: NamedValues;
  readonly parameters: readonly Parameter[];
}

/** A spelling, and what one printing asked of it. */
export interface TracedSpelling {
  readonly spelling: ExcelSpelling;
  /** `form column` of every column it named. */
  readonly touched: ReadonlySet<string>;
  /** True when a name had no cell, so that what was printed must not be used. */
  readonly isBroken: () => boolean;
}

/** Absolute cell ranges: every spreadsheet program calculates them, whether it knows tables or not. */
export function workbookSpelling(cells: WorkbookCells, form?: string): TracedSpelling {
  const { definition, places, helpers, named } = cells;
  const touched = new Set<string>();
  let isBroken = false;
  const columnOf = (ofForm: string, column: string): number => {
    touched.add(columnKey(ofForm, column));
    const at =
      places.sheets.get(ofForm)?.columns.get(column) ?? helpers.of(ofForm).find(({ name }) => name === column)?.column;
    isBroken ||= at === undefined;
    return at ?? 0;
  };
  const known = (cell: string | undefined): string => {
    isBroken ||= cell === undefined;
    return cell ?? '""';
  };
  const spelling: ExcelSpelling = {
    ...(form !== undefined && { form }),
    column: (ofForm, column) => {
      const { name = "", rowCount = 1 } = places.sheets.get(ofForm) ?? {};
      return columnRange(name, columnOf(ofForm, column), firstDataRow, firstDataRow + rowCount - 1);
    },
    cell: (ofForm, column) => `$${columnLetters(columnOf(ofForm, column))}${rowMark}`,
    position: () => `(ROW()-${String(firstDataRow)})`,
    between: (ofForm, from, to) => fieldsBetween(definition, ofForm, from, to),
    isComputed: (ofForm, column) => definition.forms.get(ofForm)?.derived.has(column) === true,
    isText: (ofForm, column) => isText(definition, ofForm, column),
    named: (name) => known(referentCell(cells, named.resolve(name, []))),
    indicator: (name, slices) => referentCell(cells, named.resolve(name, slices)),
    parameter: (name, keys) => parameterCell(cells, name, keys),
    lastYear: () => undefined,
    cumulative: (name, from, to) => cumulativeCells(cells, name, from, to ?? definition.source.period),
    helperName: (ofForm, kind, rowFormula) => helpers.name(ofForm, kind, rowFormula),
    newFunction: (name) => name,
  };
  return { spelling, touched, isBroken: () => isBroken };
}

export const columnKey = (form: string, column: string): string => `${form} ${column}`;

const wordTypes: ReadonlySet<DataElement["type"]> = new Set(["文本", "代码", "是否"]);

/** Roster columns are all text; a field is what it is declared to be. */
function isText({ source }: CompiledDefinition, form: string, column: string): boolean {
  const element = source.elements.find((candidate) => candidate.form === form && candidate.name === column);
  return element === undefined || (element.formula === undefined && wordTypes.has(element.type));
}

function fieldsBetween({ source }: CompiledDefinition, form: string, from: string, to: string): readonly string[] {
  const order = source.elements.filter((element) => element.form === form).map(({ name }) => name);
  const [start, end] = [order.indexOf(from), order.indexOf(to)].sort((a, b) => a - b);
  return start === undefined || end === undefined || start < 0 ? [] : order.slice(start, end + 1);
}

function referentCell({ calc, parameters }: WorkbookCells, referent: Referent): string | undefined {
  switch (referent.refers) {
    case "figure":
      return calc.cell(referent.figure.key, "值", calcColumns.formula);
    case "past":
      return referent.past.parameter === undefined
        ? undefined
        : cellOfParameter(parameters.findIndex((parameter) => parameterKey(parameter) === referent.past.parameter));
    case "parameter":
      return cellOfParameter(parameters.indexOf(referent.parameter));
    case "setting":
      return typeof referent.value === "number"
        ? exactText(exactFromCell(referent.value))
        : excelString(referent.value);
    case "nothing":
      return undefined;
  }
}

const cellOfParameter = (row: number): string | undefined => (row < 0 ? undefined : parameterValueCell(row));

/** Keys that are worked out in the workbook would need a search there; only fixed ones are looked up. */
function parameterCell(
  { named, parameters }: WorkbookCells,
  name: string,
  keys: readonly string[],
): string | undefined {
  const texts = keys.map((key) => /^"((?:[^"]|"")*)"$/u.exec(key)?.[1]?.replaceAll('""', '"'));
  const fixed = texts.filter((text) => text !== undefined);
  if (fixed.length < keys.length) return undefined;
  const found = named.parameter(name, fixed);
  return "why" in found ? undefined : cellOfParameter(parameters.indexOf(found));
}

function cumulativeCells(cells: WorkbookCells, name: string, from: string, to: string): string | undefined {
  const [first, last] = [yearOf(from), yearOf(to)];
  if (first === undefined || last === undefined || first > last) return undefined;
  const years = Array.from({ length: last - first + 1 }, (_, index) => `${String(first + index)}年`);
  const found = years.map((year) => referentCell(cells, cells.named.resolve(name, [year])));
  return found.includes(undefined) ? undefined : `(${found.join("+")})`;
}
