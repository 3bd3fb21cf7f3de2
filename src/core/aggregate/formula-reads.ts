import { columnsOf, nodes } from "../../formula/columns-of";
import { isTotalFunction } from "../../formula/totals";
import type { Tree } from "../../formula/tree";
import type { CompiledDefinition, CompiledIndicator } from "../../definitions/compiled";

/** What a formula can look at, derived fields followed down to what they are made of. */
export interface Reads {
  /** `fieldKey` of every field and roster column. */
  readonly fields: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  /** Indicators and parameters by name. */
  readonly names: ReadonlySet<string>;
}

export const fieldKey = (form: string, column: string): string => `${form}\u0000${column}`;

/** What an indicator can look at. A column named without its form may be one of any form it reads. */
export function readsOfIndicator(
  definition: CompiledDefinition,
  { indicator, numerator, denominator, filter, uses }: CompiledIndicator,
): Reads {
  const trees = [numerator, ...(denominator ? [denominator] : []), ...(filter ? [filter] : [])];
  const named = trees.flatMap(columnsOf).flatMap(({ form }) => form ?? []);
  const forms = new Set([...(indicator.form === undefined ? [] : [indicator.form]), ...named]);
  const reading = emptyReads();
  for (const name of uses) reading.names.add(name);
  for (const form of forms) {
    for (const tree of trees) readTree(definition, tree, form, reading);
    for (const group of indicator.groupBy) readField(definition, form, group, reading);
  }
  return reading;
}

/** What a derived field can look at, itself left out. */
export function readsOfDerived(definition: CompiledDefinition, form: string, formula: Tree): Reads {
  const reading = emptyReads();
  readTree(definition, formula, form, reading);
  return reading;
}

/** Whether a formula looks at nothing but fields of its own row, derived ones followed down. */
export function staysInRow(
  definition: CompiledDefinition,
  form: string,
  formula: Tree,
  under: readonly string[] = [],
): boolean {
  const derived = definition.forms.get(form)?.derived;
  return Array.from(nodes(formula)).every((node) => {
    if (node.node === "name" || (node.node === "call" && (isTotalFunction(node.name) || node.name === "上年")))
      return false;
    if (node.node !== "column") return node.node !== "fields";
    const field = derived?.get(node.name);
    const own = node.form === undefined && !under.includes(node.name);
    return own && (!field || staysInRow(definition, form, field, [...under, node.name]));
  });
}

interface GrowingReads {
  readonly fields: Set<string>;
  readonly forms: Set<string>;
  readonly names: Set<string>;
}

const emptyReads = (): GrowingReads => ({ fields: new Set(), forms: new Set(), names: new Set() });

function readTree(definition: CompiledDefinition, tree: Tree, form: string, reading: GrowingReads): void {
  reading.forms.add(form);
  for (const node of nodes(tree)) {
    if (node.node === "name") reading.names.add(node.name);
    if (node.node === "column") readField(definition, node.form ?? form, node.name, reading);
    if (node.node === "fields")
      for (const column of fieldsBetween(definition, form, node.from, node.to))
        readField(definition, form, column, reading);
  }
}

function readField(definition: CompiledDefinition, form: string, column: string, reading: GrowingReads): void {
  const key = fieldKey(form, column);
  reading.forms.add(form);
  if (reading.fields.has(key)) return;
  reading.fields.add(key);
  const formula = definition.forms.get(form)?.derived.get(column);
  if (formula) readTree(definition, formula, form, reading);
}

function fieldsBetween({ source }: CompiledDefinition, form: string, from: string, to: string): readonly string[] {
  const order = source.elements.filter((element) => element.form === form).map(({ name }) => name);
  const [start, end] = [order.indexOf(from), order.indexOf(to)];
  return start < 0 || end < 0 ? [] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
}
