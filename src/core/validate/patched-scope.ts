import type { CellTrial } from "../../domain/diagnosis";
import type { CompiledDefinition } from "../../definitions/compiled";
import { evaluate } from "../../formula/evaluate";
import type { RowScope } from "../../formula/form-columns";
import type { Columns } from "../../formula/scope";
import type { Tree } from "../../formula/tree";
import type { Value } from "../../formula/value";
import { noValue } from "../../formula/values";

/** A scope in which some cells of one school hold other values; everything else is asked of `base`. */
export function patchedScope(
  definition: CompiledDefinition,
  base: RowScope,
  ownRows: ReadonlyMap<string, readonly number[]>,
  trials: readonly CellTrial[],
): RowScope {
  const known = new Map<string, Columns>();
  const scope: RowScope = {
    ...base,
    columns: (form) => {
      const columns = known.get(form) ?? base.columns(form);
      if (!columns || known.has(form)) return columns;
      const derived = definition.forms.get(form)?.derived ?? new Map<string, Tree>();
      const own = new Set(ownRows.get(form));
      const patched = patchedColumns(columns, derived, own, placed(form, trials), (column, row) => {
        const formula = derived.get(column);
        return formula ? evaluate(formula, { ...scope, form, row }) : columns.value(column, row);
      });
      known.set(form, patched);
      return patched;
    },
  };
  return scope;
}

type Placed = ReadonlyMap<string, ReadonlyMap<number, Value>>;

function placed(form: string, trials: readonly CellTrial[]): Placed {
  const byColumn = new Map<string, Map<number, Value>>();
  for (const { form: of, element, row, to } of trials)
    if (of === form) byColumn.set(element, (byColumn.get(element) ?? new Map<number, Value>()).set(row, to));
  return byColumn;
}

function patchedColumns(
  base: Columns,
  derived: ReadonlyMap<string, Tree>,
  own: ReadonlySet<number>,
  put: Placed,
  compute: (column: string, row: number) => Value,
): Columns {
  const computed = new Map<string, Value>();
  const derivedValue = (column: string, row: number): Value => {
    const key = `${String(row)} ${column}`;
    const known = computed.get(key);
    if (known) return known;
    computed.set(key, noValue("circular-field"));
    const value = compute(column, row);
    computed.set(key, value);
    return value;
  };
  const touched = (column: string): Iterable<number> => (derived.has(column) ? own : (put.get(column)?.keys() ?? []));
  return {
    ...base,
    value: (column, row) => {
      if (derived.has(column)) return own.has(row) ? derivedValue(column, row) : base.value(column, row);
      return put.get(column)?.get(row) ?? base.value(column, row);
    },
    candidates: (column, wanted) => {
      const found = base.candidates(column, wanted);
      const further = [...touched(column)].filter((row) => !found.includes(row));
      return further.length === 0 ? found : [...found, ...further].sort((a, b) => a - b);
    },
  };
}
