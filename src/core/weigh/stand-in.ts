import type { Reading, Scalar } from "../../domain/cell";
import type { Collection, FormTable } from "../../domain/collected";
import { compare, one } from "../../domain/exact";
import type { School } from "../../domain/school";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import type { TableCell } from "./changed-collection";

/** A value that could well stand in a cell whose own is not known. It is weighed with and never printed. */
export type StandIn = (cell: TableCell) => Reading | undefined;

/** Roster columns that say what kind of school a school is. */
const kindColumns = ["办学类型", "学校类型", "学段"];

/**
 * Last year's value of the same school; else the middle one (of texts the commonest) of its kind of schools, else of all;
 * else the least a value of the element's type can be. Undefined for a column nobody fills in.
 */
export function standIns(definition: CompiledDefinition, collection: Collection, previous?: Collection): StandIn {
  const known = new Map<string, Reading | undefined>();
  return ({ form, column, row }) => {
    const table = collection.tables.get(form);
    const school = table?.rows[row]?.school;
    if (!table || !school) return undefined;
    const lastYear = valueOfSchool(previous?.tables.get(form), column, school);
    if (lastYear) return lastYear;
    const kind = kindOf(school);
    const key = [form, column, kind].join("\u0000");
    if (!known.has(key)) known.set(key, usualReading(definition, table, column, kind));
    return known.get(key);
  };
}

const kindOf = ({ attributes }: School): string => {
  const column = kindColumns.find((name) => attributes[name] !== undefined);
  return column === undefined ? "" : (attributes[column] ?? "");
};

/** Only a school with one row says for certain which row a value belongs to. */
function valueOfSchool(table: FormTable | undefined, column: string, { code }: School): Reading | undefined {
  const rows = table?.rows.flatMap(({ school }, row) => (school.code === code ? [row] : [])) ?? [];
  const [row] = rows;
  const reading = row === undefined || rows.length > 1 ? undefined : table?.columns.get(column)?.[row];
  return reading?.state === "reported" ? { state: "reported", value: reading.value } : undefined;
}

function usualReading(
  definition: CompiledDefinition,
  { form, rows, columns }: FormTable,
  column: string,
  kind: string,
): Reading | undefined {
  const told = (columns.get(column) ?? []).flatMap((reading, row) => {
    const school = rows[row]?.school;
    return school && reading.state === "reported" ? [{ value: reading.value, ofKind: kindOf(school) === kind }] : [];
  });
  const ofKind = told.filter((one) => one.ofKind);
  const value = usualValue((ofKind.length > 0 ? ofKind : told).map((one) => one.value));
  if (value) return { state: "reported", value };
  const element = definition.source.elements.find((one) => one.form === form && one.name === column);
  const least = element && leastValue(definition, element);
  return least && { state: "reported", value: least };
}

function usualValue(values: readonly Scalar[]): Scalar | undefined {
  const [first] = values;
  if (first?.type !== "number") return commonest(values);
  const numbers = values.flatMap((value) => (value.type === "number" ? [value] : []));
  const sorted = numbers.sort((a, b) => compare(a.value, b.value));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

function commonest(values: readonly Scalar[]): Scalar | undefined {
  const counts = new Map<unknown, { readonly value: Scalar; count: number }>();
  for (const value of values) {
    const entry = counts.get(value.value) ?? { value, count: 0 };
    entry.count += 1;
    counts.set(value.value, entry);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.value;
}

function leastValue({ codes }: CompiledDefinition, { type, codes: list }: DataElement): Scalar {
  switch (type) {
    case "整数":
    case "小数":
    case "金额":
      return { type: "number", value: one };
    case "日期":
      return { type: "date", value: 1 };
    case "是否":
      return { type: "boolean", value: true };
    case "代码":
      return { type: "text", value: codes.get(list ?? "")?.[0]?.label ?? "其他" };
    case "文本":
      return { type: "text", value: "其他" };
  }
}
