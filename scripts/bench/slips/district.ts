import type { CellContent, Reading } from "../../../src/domain/cell";
import type { Collection, FormTable } from "../../../src/domain/collected";
import type { Recheck } from "../../../src/domain/diagnosis";
import { type Exact, one } from "../../../src/domain/exact";
import type { Finding } from "../../../src/domain/finding";
import type { Parameter } from "../../../src/domain/parameter";
import type { School } from "../../../src/domain/school";
import { collect } from "../../../src/core/collect/collect";
import { elementFactor } from "../../../src/core/collect/element-factor";
import { readCell } from "../../../src/core/collect/reading";
import { type NumberCell, numberCells } from "../../../src/core/diagnose/number-cells";
import { rowsBySchool } from "../../../src/core/diagnose/rows-by-school";
import { recheckOf } from "../../../src/core/validate/recheck";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import type { DataElement } from "../../../src/definitions/definition";
import { statisticsDistrict } from "../../../test/support/statistics-district";

/** A district without faults, with last year's submissions: what slips are put into. */
export interface CleanDistrict {
  readonly definition: CompiledDefinition;
  readonly parameters: readonly Parameter[];
  readonly schools: readonly School[];
  readonly collection: Collection;
  readonly previous: Collection;
  readonly recheck: Recheck;
}

export const factorOf = (element: DataElement): Exact => elementFactor(element, undefined, []) ?? one;

export function cleanDistrict(count: number, seed: number): CleanDistrict {
  const { definition, schools, parameters, readings, previousReadings } = statisticsDistrict({ schools: count, seed });
  const collection = collect(definition, schools, readings);
  const previous = collect(definition, schools, previousReadings);
  const recheck = recheckOf(definition, collection, parameters, previous);
  return { definition, parameters, schools, collection, previous, recheck };
}

export const cellsOf = ({ definition, collection }: CleanDistrict, school: School) =>
  numberCells(definition, collection, rowsBySchool(collection).get(school.code) ?? new Map(), factorOf);

/** A number cell as the school would have written it, now `content`. */
export interface Typed {
  readonly cell: NumberCell;
  readonly content: CellContent;
}

/** The collection as if cells had been typed so: read as cells are read, with the findings that makes. */
export function withTyped(collection: Collection, typed: readonly Typed[]): Collection {
  const tables = new Map(collection.tables);
  const findings: Finding[] = [...collection.findings];
  for (const { cell, content } of typed) {
    const table = tables.get(cell.form);
    const school = table?.rows[cell.row]?.school.code;
    if (!table || school === undefined) continue;
    const read = readCell(content, { element: cell.element, codes: [], factor: cell.factor });
    const at = cell.at ? { at: cell.at } : {};
    const about = { severity: "error", school, form: cell.form, element: cell.element.name, ...at } as const;
    const words = { message: "", instruction: "" };
    if (read.state === "unreadable") findings.push({ code: read.fault.code, ...about, ...words });
    if (read.state === "missing" && cell.element.required) findings.push({ code: "cell-required", ...about, ...words });
    const reading: Reading =
      read.state === "unreadable" ? { state: "unreadable", raw: read.raw, ...at } : { ...read, ...at };
    tables.set(cell.form, withReading(table, cell, reading));
  }
  return { ...collection, tables, findings };
}

function withReading(table: FormTable, { element, row }: NumberCell, reading: Reading): FormTable {
  const readings = [...(table.columns.get(element.name) ?? [])];
  readings[row] = reading;
  return { ...table, columns: new Map(table.columns).set(element.name, readings) };
}
