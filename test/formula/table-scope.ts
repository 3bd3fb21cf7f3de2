import { exactFromCell, fraction } from "../../src/domain/exact";
import type { Columns, EvaluationScope, TotalTrace } from "../../src/formula/scope";
import type { Value } from "../../src/formula/value";

/** A cell as the tests write it: null is 缺报, "—" is 不适用, "#" is 无法计算, `over` a quotient. */
export type TestCell =
  | null
  | string
  | number
  | boolean
  | { readonly date: number }
  | { readonly over: readonly [numerator: number, denominator: number] };
export type TestTable = Readonly<Record<string, readonly TestCell[]>>;

export function cellValue(cell: TestCell): Value {
  if (cell === null) return { type: "missing" };
  if (cell === "—") return { type: "not-applicable" };
  if (cell === "#") return { type: "error", reason: { why: "zero-denominator" } };
  switch (typeof cell) {
    case "number":
      return { type: "number", value: exactFromCell(cell) };
    case "string":
      return { type: "text", value: cell };
    case "boolean":
      return { type: "boolean", value: cell };
    default:
      return "date" in cell
        ? { type: "date", value: cell.date }
        : { type: "number", value: fraction(BigInt(cell.over[0]), BigInt(cell.over[1])) };
  }
}

function tableColumns(table: TestTable): Columns {
  const names = Object.keys(table);
  const rowCount = Math.max(0, ...Object.values(table).map((cells) => cells.length));
  return {
    rowCount,
    candidates: () => Array.from({ length: rowCount }, (_, row) => row),
    has: (column) => column in table,
    value: (column, row) => {
      const cells = table[column];
      if (!cells) throw new Error(`no column ${column}`);
      return cellValue(cells[row] ?? null);
    },
    between: (from, to) => names.slice(names.indexOf(from), names.indexOf(to) + 1),
  };
}

export interface TestScope extends EvaluationScope {
  readonly traces: readonly TotalTrace[];
}

/** A scope over forms, the first of which `[列]` belongs to. */
export function tableScope(forms: Readonly<Record<string, TestTable>>, rest: Partial<EvaluationScope> = {}): TestScope {
  const [form = ""] = Object.keys(forms);
  const traces: TotalTrace[] = [];
  const columns = new Map(Object.entries(forms).map(([name, table]) => [name, tableColumns(table)]));
  const unknown = (name: string): Value => ({ type: "error", reason: { why: "no-parameter", name } });
  return {
    form,
    columns: (name) => columns.get(name),
    named: unknown,
    indicator: unknown,
    parameter: unknown,
    lastYear: () => ({ type: "not-applicable" }),
    cumulative: unknown,
    trace: (total) => traces.push(total),
    traces,
    ...rest,
  };
}
