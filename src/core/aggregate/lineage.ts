import type { LineagePart, SliceMember } from "../../domain/figure";
import type { CompiledIndicator } from "../../definitions/compiled";
import { sourceColumns } from "../../definitions/source-columns";
import { columnsOf } from "../../formula/columns-of";
import type { TotalTrace } from "../../formula/scope";
import type { District } from "./district";

/** What one total of the numerator or the denominator did. */
export interface PartTrace {
  readonly part: LineagePart["part"];
  readonly total: TotalTrace;
}

/**
 * The cells a figure rests on; a derived field brings the fields it is made of. 筛选, and the groups the slice is one
 * member of, decided like criteria.
 */
export function lineageOf(
  district: District,
  { filter }: CompiledIndicator,
  slice: readonly SliceMember[],
  traces: readonly PartTrace[],
): readonly LineagePart[] {
  const parts = new Map<string, LineagePart>();
  const add = (key: Omit<LineagePart, "rows">, rows: readonly number[]): void => {
    const id = [key.part, key.form, key.column, key.role].join("|");
    const found = parts.get(id);
    parts.set(id, { ...key, rows: found ? [...new Set([...found.rows, ...rows])].sort((a, b) => a - b) : rows });
  };
  const slicing = [...(filter ? columnsOf(filter).map(({ name }) => name) : []), ...slice.map(({ group }) => group)];
  for (const { part, total } of traces) {
    const view = district.forms.get(total.form);
    const sliced = slicing.filter((column) => view?.columns.has(column) === true);
    for (const column of sourceColumns(view?.form, total.values))
      add({ part, form: total.form, column, role: "value" }, total.rows);
    for (const column of sourceColumns(view?.form, [...total.criteria, ...sliced]))
      add({ part, form: total.form, column, role: "criterion" }, total.rows);
  }
  return [...parts.values()];
}
