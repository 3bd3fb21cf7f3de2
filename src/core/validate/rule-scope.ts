import type { Reading } from "../../domain/cell";
import type { Collection, FormTable } from "../../domain/collected";
import { zero } from "../../domain/exact";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import { namedValues } from "../../definitions/named-values";
import { type RowScope, formColumns } from "../../formula/form-columns";
import { lastYearOf, noLastYear } from "../../formula/last-year";
import type { Columns } from "../../formula/scope";

/**
 * What rules look at besides their row: all forms as collected, parameters, and last year's submissions.
 * With `blanksAreZero` (缺报 = 按零) a number a school left blank in what it filed is 0.
 */
export function ruleScope(
  definition: CompiledDefinition,
  collection: Collection,
  parameters: readonly Parameter[],
  blanksAreZero: boolean,
  previous?: Collection,
): RowScope {
  const { tables } = collection;
  const columnsByForm = new Map<string, Columns>();
  const names = namedValues(definition, new Map(), parameters).scope(() => undefined);

  const columns = (form: string): Columns | undefined => {
    const known = columnsByForm.get(form);
    const [table, compiled] = [tables.get(form), definition.forms.get(form)];
    if (known || !table || !compiled) return known;
    const order = definition.source.elements.filter((element) => element.form === form).map(({ name }) => name);
    const seen = blanksAreZero ? withZeros(definition, table) : table;
    const made = formColumns(seen, compiled.derived, order, new Map(), () => scope);
    columnsByForm.set(form, made);
    return made;
  };
  const then = previous && ruleScope(definition, previous, parameters, blanksAreZero);
  const keysOf = (form: string) => definition.forms.get(form)?.form.keys ?? [];
  const lastYear =
    previous && then
      ? lastYearOf(keysOf, { tables, columns }, { tables: previous.tables, columns: then.columns })
      : () => noLastYear;
  const scope: RowScope = { ...names, columns, lastYear };
  return scope;
}

function withZeros(definition: CompiledDefinition, table: FormTable): FormTable {
  const numeric = new Set(
    definition.forms
      .get(table.form)
      ?.elements.filter(({ type }) => type === "整数" || type === "小数" || type === "金额")
      .map(({ name }) => name),
  );
  const zeroed = (reading: Reading, row: number): Reading =>
    reading.state === "missing" && table.rows[row]?.filed === true
      ? { state: "reported", value: { type: "number", value: zero }, ...(reading.at && { at: reading.at }) }
      : reading;
  const columns = [...table.columns].map(
    ([name, readings]) => [name, numeric.has(name) ? readings.map(zeroed) : readings] as const,
  );
  return { ...table, columns: new Map(columns) };
}
