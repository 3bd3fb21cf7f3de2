import type { ConditionalFormat } from "../../domain/edit";
import type { CellRange } from "../../domain/snapshot";
import type { CompiledRule } from "../../definitions/compiled";
import type { ValidationRule } from "../../definitions/definition";
import { columnsOf, nodes } from "../../formula/columns-of";
import { printExcel } from "../../formula/print-excel";
import type { Tree } from "../../formula/tree";
import type { FormSheet } from "./form-sheet";
import type { TemplateSpelling } from "./template-spelling";

const styles: Readonly<Record<ValidationRule["severity"], ConditionalFormat["style"] | undefined>> = {
  错误: "error",
  警告: "warning",
  提示: undefined,
};

/**
 * A rule as colours: the cells it is about turn red or amber while it is broken. Empty when Excel cannot say the rule
 * in one formula over this workbook; it is then checked only after the school has reported.
 */
export function ruleFormats(
  { rule, when, tree }: CompiledRule,
  sheet: FormSheet,
  newSpelling: () => TemplateSpelling,
): readonly ConditionalFormat[] {
  const style = styles[rule.severity];
  if (style === undefined) return [];
  const verdict = printed(tree, rule.tolerance, newSpelling());
  const applies = when && printed(when, undefined, newSpelling());
  if (verdict === undefined || (when && applies === undefined)) return [];
  const formula = `=AND(${applies === undefined ? "" : `${applies}="通过",`}${verdict}="不符")`;
  return cellsAbout(tree, sheet).map((range) => ({ range, formula, style }));
}

function printed(
  tree: Tree,
  tolerance: string | undefined,
  { spelling, isBroken }: TemplateSpelling,
): string | undefined {
  const result = printExcel(tree, spelling, { as: "rule", ...(tolerance !== undefined && { tolerance }) });
  return result.ok && !isBroken() && result.value.helpers.length === 0 ? result.value.formula.slice(1) : undefined;
}

/** The entry cells the rule reads on this sheet. */
function cellsAbout(tree: Tree, { form, entries }: FormSheet): readonly CellRange[] {
  const single = columnsOf(tree).filter((column) => column.form === undefined || column.form === form.form.name);
  const names = new Set([
    ...single.map(({ name }) => name),
    ...Array.from(nodes(tree)).flatMap((node) => (node.node === "fields" ? [node.from, node.to] : [])),
  ]);
  return [...names].flatMap((name) => entries.get(name) ?? []);
}
