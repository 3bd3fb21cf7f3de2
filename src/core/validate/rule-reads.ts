import type { CompiledDefinition, CompiledRule } from "../../definitions/compiled";
import { children } from "../../formula/columns-of";
import { isTotalFunction } from "../../formula/totals";
import type { Tree } from "../../formula/tree";

/** Which columns a rule's verdict on a row can hang on, derived fields opened up. */
export interface RuleReads {
  /** Read in the rule's own row. */
  readonly inRow: (column: string) => boolean;
  /** Read in other rows too, or in another form. */
  readonly anywhere: (form: string, column: string) => boolean;
}

export function readsOf(definition: CompiledDefinition, { rule, when, tree }: CompiledRule): RuleReads {
  const inRow = new Set<string>();
  const anywhere = new Set<string>();
  const key = (form: string, column: string): string => `${form}\u0000${column}`;

  const column = (form: string, name: string, isWide: boolean): void => {
    const seen = isWide || form !== rule.form ? anywhere : inRow;
    const id = seen === inRow ? name : key(form, name);
    if (seen.has(id)) return;
    seen.add(id);
    const formula = definition.forms.get(form)?.derived.get(name);
    if (formula) walk(formula, form, seen === anywhere, false);
  };
  const walk = (node: Tree, form: string, isWide: boolean, isInTotal: boolean): void => {
    if (node.node === "column")
      column(node.form ?? form, node.name, isWide || node.form !== undefined || (isInTotal && !node.thisRow));
    if (node.node === "fields")
      for (const name of fieldsBetween(definition, form, node.from, node.to)) column(form, name, isWide);
    const isTotal = isInTotal || (node.node === "call" && isTotalFunction(node.name));
    for (const child of children(node)) walk(child, form, isWide, isTotal);
  };
  for (const part of when ? [when, tree] : [tree]) walk(part, rule.form, false, false);
  return { inRow: (name) => inRow.has(name), anywhere: (form, name) => anywhere.has(key(form, name)) };
}

function fieldsBetween(definition: CompiledDefinition, form: string, from: string, to: string): readonly string[] {
  const order = definition.source.elements.filter((element) => element.form === form).map(({ name }) => name);
  const [start, end] = [order.indexOf(from), order.indexOf(to)];
  return order.slice(Math.min(start, end), Math.max(start, end) + 1);
}
