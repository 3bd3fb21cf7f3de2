import { type Reading, type Scalar, cellKey } from "../domain/cell";
import type { FormTable } from "../domain/collected";
import { type Exact, exactText } from "../domain/exact";
import { evaluate } from "./evaluate";
import type { Columns, EvaluationScope } from "./scope";
import type { Tree } from "./tree";
import type { Value } from "./value";
import { isAbsent, missing, noValue, notApplicable, numberOf, textOf } from "./values";

/** What derived fields of a row may look at besides the row itself. */
export type RowScope = Omit<EvaluationScope, "form" | "row" | "rows" | "trace">;

/**
 * A form's table as formulas see it: fields, 派生 fields (computed when asked for, once per row) and roster columns.
 * Unreadable cells and cells under an error (`blocked`, by cellKey) count as 缺报.
 * `order` lists the fields, derived ones included, as the form does.
 */
export function formColumns(
  table: FormTable,
  derived: ReadonlyMap<string, Tree>,
  order: readonly string[],
  blocked: ReadonlyMap<string, unknown>,
  base: (row: number) => RowScope,
): Columns {
  const isRosterColumn = (column: string): boolean =>
    table.rows.some(({ school }) => Object.hasOwn(school.attributes, column));
  const computed = new Map<string, Value>();
  const indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();

  const columns: Columns = {
    rowCount: table.rows.length,
    has: (column) => derived.has(column) || table.columns.has(column) || isRosterColumn(column),
    value: (column, row) => {
      const formula = derived.get(column);
      if (formula) return derivedValue(column, formula, row);
      const readings = table.columns.get(column);
      if (readings) return readingValue(readings[row], blocked);
      const attribute = table.rows[row]?.school.attributes[column];
      if (attribute !== undefined) return { type: "text", value: attribute };
      if (!isRosterColumn(column)) throw new Error(`form ${table.form} has no column ${column}`);
      return missing;
    },
    candidates: (column, wanted) => {
      const index = indexes.get(column) ?? equalityIndex(columns, column);
      indexes.set(column, index);
      return index.get(equalityKey(wanted)) ?? index.get(openRows) ?? [];
    },
    between: (from, to) => {
      const [start, end] = [order.indexOf(from), order.indexOf(to)];
      return start < 0 || end < 0 ? [] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
    },
  };

  function derivedValue(column: string, formula: Tree, row: number): Value {
    const key = `${String(row)} ${column}`;
    const known = computed.get(key);
    if (known) return known;
    computed.set(key, noValue("circular-field"));
    const { columns: otherForms, ...rest } = base(row);
    const scope: EvaluationScope = {
      ...rest,
      form: table.form,
      row,
      columns: (form) => (form === table.form ? columns : otherForms(form)),
    };
    const value = asCell(evaluate(formula, scope));
    computed.set(key, value);
    return value;
  }

  return columns;
}

/** An empty text in a cell is a blank. */
const asCell = (value: Value): Value => (value.type === "text" && value.value === "" ? missing : value);

const openRows = "";
const equalityKey = (wanted: Exact | string): string =>
  typeof wanted === "string" ? `t${wanted.toLowerCase()}` : `n${exactText(wanted)}`;

/** Rows by value; rows that are blank or in error stand in every list, and alone under `openRows`. */
function equalityIndex(columns: Columns, column: string): ReadonlyMap<string, readonly number[]> {
  const open: number[] = [];
  const rowsByKey = new Map<string, number[]>();
  for (let row = 0; row < columns.rowCount; row += 1) {
    const value = columns.value(column, row);
    if (value.type === "not-applicable") continue;
    if (isAbsent(value)) {
      open.push(row);
      continue;
    }
    const key = equalityKey((value.type === "boolean" ? undefined : numberOf(value)) ?? textOf(value));
    const rows = rowsByKey.get(key) ?? [];
    rows.push(row);
    rowsByKey.set(key, rows);
  }
  if (open.length > 0)
    for (const [key, rows] of rowsByKey) rowsByKey.set(key, [...rows, ...open].sort((a, b) => a - b)); // prettier-ignore
  return rowsByKey.set(openRows, open);
}

function readingValue(reading: Reading | undefined, blocked: ReadonlyMap<string, unknown>): Value {
  if (!reading) return missing;
  switch (reading.state) {
    case "reported":
      return reading.at && blocked.has(cellKey(reading.at)) ? missing : scalarValue(reading.value);
    case "not-applicable":
      return reading.at && blocked.has(cellKey(reading.at)) ? missing : notApplicable;
    case "missing":
    case "unreadable":
      return missing;
  }
}

const scalarValue = (scalar: Scalar): Value => scalar;
