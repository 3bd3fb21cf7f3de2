import { a1 } from "../../domain/cell";
import { exactText, integer, isZero, subtract } from "../../domain/exact";
import type { Parameter } from "../../domain/parameter";
import type { CellRange } from "../../domain/snapshot";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { type NamedValues, namedValues } from "../../definitions/named-values";
import { excelString, type ExcelSpelling } from "../../formula/excel-spelling";
import { isNumeric, type FormSheet, type UnitWords } from "./form-sheet";
import { rosterCell } from "./roster-sheet";
import { workingCell, workingRange, type WorkingPlan } from "./working-plan";

/** The workbook of one school as its formulas see it. */
export interface TemplatePlace {
  readonly definition: CompiledDefinition;
  readonly plan: WorkingPlan;
  readonly rosterColumns: readonly string[];
  readonly words: UnitWords;
  readonly named: NamedValues;
}

export const templatePlace = (
  definition: CompiledDefinition,
  plan: WorkingPlan,
  rosterColumns: readonly string[],
  words: UnitWords,
  parameters: readonly Parameter[],
): TemplatePlace => ({
  definition,
  plan,
  rosterColumns,
  words,
  named: namedValues(definition, new Map(), parameters),
});

/** How the formulas of one row of a form point at the cells of the workbook that a school fills in. */
export interface TemplateSpelling {
  readonly spelling: ExcelSpelling;
  /** True when a name had no cell, so that what was printed must not be used. */
  readonly isBroken: () => boolean;
}

/** `row` is the row of the form, from 0; with `blanksAreZero` a blank number is 0. */
export function templateSpelling(
  place: TemplatePlace,
  form: string,
  row: number,
  blanksAreZero: boolean,
): TemplateSpelling {
  const { definition, plan, rosterColumns, words, named } = place;
  let isBroken = false;
  const known = (cell: string | undefined): string => {
    isBroken ||= cell === undefined;
    return cell ?? '""';
  };
  const roster = (column: string): string | undefined =>
    rosterColumns.includes(column) ? rosterCell(rosterColumns.indexOf(column)) : undefined;
  const elementOf = (ofForm: string, column: string): DataElement | undefined =>
    definition.forms.get(ofForm)?.elements.find(({ name }) => name === column);
  const isDerived = (ofForm: string, column: string): boolean =>
    definition.forms.get(ofForm)?.derived.has(column) === true;

  const cell = (ofForm: string, column: string): string | undefined => {
    const block = plan.get(ofForm);
    const element = elementOf(ofForm, column);
    const range = block?.sheet.entries.get(column);
    if (block && element && range) {
      const own = { row: range.top + (block.sheet.isTable ? row : 0), column: range.left };
      return keptValue(element, cellOn(block.sheet, own.row, own.column), words, blanksAreZero);
    }
    if (block && isDerived(ofForm, column)) return workingCell(block, `derived:${column}`, row);
    return roster(column);
  };
  /** Numbers of another unit cannot be added up where they stand. */
  const column = (ofForm: string, name: string): string | undefined => {
    const block = plan.get(ofForm);
    const element = elementOf(ofForm, name);
    const range = block?.sheet.entries.get(name);
    if (block && element && range) return factorText(element, words) === "" ? rangeOn(block.sheet, range) : undefined;
    if (block && isDerived(ofForm, name)) return workingRange(block, `derived:${name}`);
    return block?.columns.has(`roster:${name}`) === true ? workingRange(block, `roster:${name}`) : undefined;
  };
  const lastYear = (ofForm: string, name: string): string | undefined => {
    const sheet = plan.get(ofForm)?.sheet;
    const [element, at] = [elementOf(ofForm, name), sheet?.lastYear.get(name)];
    return sheet && element && at && keptValue(element, cellOn(sheet, at.row, at.column), words, false);
  };
  const value = (name: string, keys: readonly string[]): string | undefined => {
    const referent = named.resolve(name, keys);
    if (referent.refers === "setting")
      return typeof referent.value === "number" ? String(referent.value) : excelString(referent.value);
    const number =
      referent.refers === "parameter" && referent.parameter.value?.type === "number"
        ? exactText(referent.parameter.value.value)
        : undefined;
    return number?.includes("/") === true ? `(${number})` : number;
  };
  const order = definition.source.elements;
  return {
    isBroken: () => isBroken,
    spelling: {
      form,
      column: (ofForm, name) => known(column(ofForm, name)),
      cell: (ofForm, name) => known(cell(ofForm, name)),
      position: () => known(undefined),
      between: (ofForm, from, to) => {
        const names = order.filter((element) => element.form === ofForm).map(({ name }) => name);
        const [start = 0, end = 0] = [names.indexOf(from), names.indexOf(to)].sort((a, b) => a - b);
        return names.slice(start, end + 1);
      },
      isComputed: (ofForm, name) => elementOf(ofForm, name) === undefined,
      isText: (ofForm, name) => {
        const element = order.find((candidate) => candidate.form === ofForm && candidate.name === name);
        return element === undefined || element.type === "文本" || element.type === "代码" || element.type === "是否";
      },
      named: (name) => known(value(name, [])),
      indicator: () => undefined,
      parameter: (name, keys) => {
        const texts = keys.flatMap((key) => /^"((?:[^"]|"")*)"$/u.exec(key)?.[1]?.replaceAll('""', '"') ?? []);
        return texts.length === keys.length ? value(name, texts) : undefined;
      },
      lastYear,
      cumulative: () => undefined,
      helperName: () => known(undefined),
      newFunction: (name) => name,
    },
  };
}

/** The value as it is kept: in the element's unit, and what a blank means in its place. */
function keptValue(element: DataElement, cell: string, words: UnitWords, blanksAreZero: boolean): string {
  const factor = factorText(element, words);
  const inUnit = factor === "" ? cell : `IF(ISNUMBER(${cell}),${cell}*${factor},${cell}&"")`;
  if (element.blankMeans === "不适用") return `IF(LEN(${cell})=0,"—",${inUnit})`;
  const isZeroWhenBlank = element.blankMeans === "0" || (blanksAreZero && isNumeric(element));
  return isZeroWhenBlank ? `IF(LEN(${cell})=0,0,${inUnit})` : inUnit;
}

/** What a filed number is multiplied by; empty when it is kept as it is filed. */
function factorText(element: DataElement, { factor }: UnitWords): string {
  const times = isNumeric(element) ? factor(element) : undefined;
  if (times === undefined || isZero(subtract(times, integer(1)))) return "";
  const text = exactText(times);
  return text.includes("/") ? `(${text})` : text;
}

const sheetName = ({ name }: FormSheet): string => `'${name.replaceAll("'", "''")}'!`;

export const cellOn = (sheet: FormSheet, row: number, column: number): string =>
  `${sheetName(sheet)}${dollars(row, column)}`;

export const rangeOn = (sheet: FormSheet, { top, left, bottom, right }: CellRange): string =>
  top === bottom && left === right ? cellOn(sheet, top, left) : `${cellOn(sheet, top, left)}:${dollars(bottom, right)}`;

const dollars = (row: number, column: number): string => a1(row, column).replace(/^([A-Z]+)/u, "$$$1$$");
