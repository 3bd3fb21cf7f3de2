import { a1 } from "../../domain/cell";
import { exactText } from "../../domain/exact";
import type { CellRange } from "../../domain/snapshot";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import { namedValues } from "../../definitions/named-values";
import { excelString, type ExcelSpelling } from "../../formula/excel-spelling";
import type { FormSheet } from "./form-sheet";
import { rosterCell } from "./roster-sheet";

/** How the formulas of one form's checks point at the cells of the workbook that a school fills in. */
export interface TemplateSpelling {
  readonly spelling: ExcelSpelling;
  /** True when a name had no cell, so that what was printed must not be used. */
  readonly isBroken: () => boolean;
}

export function templateSpelling(
  definition: CompiledDefinition,
  sheets: ReadonlyMap<string, FormSheet>,
  rosterColumns: readonly string[],
  parameters: readonly Parameter[],
  form: string,
): TemplateSpelling {
  const named = namedValues(definition, new Map(), parameters);
  let isBroken = false;
  const known = (cell: string | undefined): string => {
    isBroken ||= cell === undefined;
    return cell ?? '""';
  };
  const roster = (column: string): string | undefined =>
    rosterColumns.includes(column) ? rosterCell(rosterColumns.indexOf(column)) : undefined;
  const ranged = (ofForm: string, column: string, spell: (range: CellRange, isTable: boolean) => string): string => {
    const sheet = sheets.get(ofForm);
    const range = sheet?.entries.get(column);
    if (!sheet || !range) return known(roster(column));
    const reference = spell(range, sheet.isTable);
    return ofForm === form ? reference : `'${sheet.name.replaceAll("'", "''")}'!${reference}`;
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
      column: (ofForm, column) => ranged(ofForm, column, absoluteRange),
      cell: (ofForm, column) =>
        ranged(ofForm, column, (range, isTable) => (isTable ? ownRow(range) : absoluteRange(range))),
      position: () => known(undefined),
      between: (ofForm, from, to) => {
        const names = order.filter((element) => element.form === ofForm).map(({ name }) => name);
        const [start = 0, end = 0] = [names.indexOf(from), names.indexOf(to)].sort((a, b) => a - b);
        return names.slice(start, end + 1);
      },
      isComputed: () => false,
      isText: (ofForm, column) => {
        const element = order.find((candidate) => candidate.form === ofForm && candidate.name === column);
        return element === undefined || element.type === "文本" || element.type === "代码" || element.type === "是否";
      },
      named: (name) => known(value(name, [])),
      indicator: () => undefined,
      parameter: (name, keys) => {
        const texts = keys.flatMap((key) => /^"((?:[^"]|"")*)"$/u.exec(key)?.[1]?.replaceAll('""', '"') ?? []);
        return texts.length === keys.length ? value(name, texts) : undefined;
      },
      lastYear: () => undefined,
      cumulative: () => undefined,
      helperName: () => known(undefined),
      newFunction: (name) => name,
    },
  };
}

const dollars = (row: number, column: number): string => a1(row, column).replace(/^([A-Z]+)/u, "$$$1$$");

const absoluteRange = ({ top, left, bottom, right }: CellRange): string =>
  top === bottom && left === right ? dollars(top, left) : `${dollars(top, left)}:${dollars(bottom, right)}`;

/** `$C6`: the column stays, the row moves with the row that is checked. */
const ownRow = ({ top, left }: CellRange): string => `$${a1(top, left)}`;
