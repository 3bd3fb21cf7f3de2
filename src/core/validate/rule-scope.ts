import type { Reading } from "../../domain/cell";
import type { Collection, FormTable } from "../../domain/collected";
import { divide, exactFromCell, multiply, zero } from "../../domain/exact";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition, CompiledIndicator } from "../../definitions/compiled";
import { namedValues } from "../../definitions/named-values";
import { evaluate } from "../../formula/evaluate";
import { type RowScope, formColumns } from "../../formula/form-columns";
import type { Columns } from "../../formula/scope";
import type { Value } from "../../formula/value";
import { zeroDenominator } from "../../formula/values";

/**
 * What rules look at besides their row: all forms as collected, parameters, and indicators over the whole district.
 * With `blanksAreZero` (缺报 = 按零) a number a school left blank in what it filed is 0.
 */
export function ruleScope(
  definition: CompiledDefinition,
  { tables }: Collection,
  parameters: readonly Parameter[],
  blanksAreZero: boolean,
): RowScope {
  const columnsByForm = new Map<string, Columns>();
  const indicatorValues = new Map<string, Value>();
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
  const districtValue = (compiled: CompiledIndicator): Value => {
    const { name } = compiled.indicator;
    const value = indicatorValues.get(name) ?? indicatorValue(compiled, scope, tables);
    indicatorValues.set(name, value);
    return value;
  };
  const named = (name: string): Value => {
    const indicator = definition.indicators.get(name);
    return indicator ? districtValue(indicator) : names.named(name);
  };
  const scope: RowScope = {
    ...names,
    columns,
    named,
    indicator: (name, slices) => (slices.length === 0 ? named(name) : names.indicator(name, slices)),
    lastYear: () => ({ type: "error", reason: { why: "no-value", detail: "没有上年的学校数据" } }),
  };
  return scope;
}

/** An indicator as a yardstick for rules: over the rows that were filed, whoever is still missing. */
function indicatorValue(
  { indicator, filter, numerator, denominator }: CompiledIndicator,
  scope: RowScope,
  tables: ReadonlyMap<string, FormTable>,
): Value {
  const rows = (form: string): readonly number[] =>
    (tables.get(form)?.rows ?? []).flatMap(({ filed }, row) => {
      if (!filed) return [];
      if (!filter || form !== indicator.form) return [row];
      const kept = evaluate(filter, { ...scope, form, row });
      return kept.type === "boolean" && kept.value ? [row] : [];
    });
  const whole = { ...scope, ...(indicator.form !== undefined && { form: indicator.form }), rows };
  const top = evaluate(numerator, whole);
  const bottom = denominator ? evaluate(denominator, whole) : undefined;
  if (top.type !== "number" || (bottom && bottom.type !== "number"))
    return bottom && top.type === "number" ? bottom : top;
  const quotient = bottom ? divide(top.value, bottom.value) : top.value;
  return quotient ? { type: "number", value: multiply(quotient, exactFromCell(indicator.factor)) } : zeroDenominator;
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
