import type { CellRange } from "../../domain/snapshot";
import type { CompiledRule } from "../../definitions/compiled";
import { type ColumnNode, columnsOf, isColumn, nodes } from "../../formula/columns-of";
import { printExcel } from "../../formula/print-excel";
import { isTotalFunction, totalParts } from "../../formula/totals";
import type { Tree } from "../../formula/tree";
import type { FormSheet } from "./form-sheet";
import { rangeOn, templateSpelling, type TemplatePlace } from "./template-spelling";
import { workingRange } from "./working-plan";

const longestFormula = 8000;

/**
 * The verdict of a rule on one row of its form as an Excel expression: 通过, 不符, 未判 or 不涉及, as the engine judges.
 * Undefined when it takes more than this workbook: other schools, other years; the bureau then checks it.
 */
export function ruleVerdict({ rule, when, tree }: CompiledRule, place: TemplatePlace, row: number): string | undefined {
  if ([tree, ...(when ? [when] : [])].some((part) => asksOtherSchools(part))) return undefined;
  const printed = (part: Tree, tolerance?: string): string | undefined => {
    const { spelling, isBroken } = templateSpelling(place, rule.form, row, rule.ifMissing === "按零");
    const result = printExcel(part, spelling, { as: "rule", ...(tolerance !== undefined && { tolerance }) });
    return result.ok && !isBroken() && result.value.helpers.length === 0 ? result.value.formula.slice(1) : undefined;
  };
  const open = openTotals(tree, place, rule.form, rule.ifMissing === "按零");
  const verdict = printed(tree, rule.tolerance);
  if (verdict === undefined || open === undefined) return undefined;
  const guarded = open.length === 0 ? verdict : `IF(OR(${open.join(",")}),"未判",${verdict})`;
  const judged = rule.ifMissing === "判错" ? `IF(${guarded}="未判","不符",${guarded})` : guarded;
  if (!when) return judged.length > longestFormula ? undefined : judged;
  const applies = printed(when);
  const whole = `IF(${applies ?? ""}="通过",${judged},IF(${applies ?? ""}="未判","未判","不涉及"))`;
  return applies === undefined || whole.length > longestFormula ? undefined : whole;
}

interface Total {
  readonly values: readonly Tree[];
  readonly columns: readonly ColumnNode[];
  readonly isOwn: boolean;
}

/** Totals of a rule that run down a form; own when they are told for the school of the row alone. */
function totalsOf(tree: Tree): readonly Total[] {
  return Array.from(nodes(tree)).flatMap((node): Total[] => {
    if (node.node !== "call" || !isTotalFunction(node.name)) return [];
    const { values, criteria } = totalParts(node.name, node.arguments);
    const running = values.filter((value) => columnsOf(value).some(({ thisRow }) => !thisRow));
    if (running.length === 0 && criteria.length === 0) return [];
    const isOwn = criteria.some(
      ({ column, criterion }) =>
        isColumn(column) &&
        column.name === "学校代码" &&
        isColumn(criterion) &&
        criterion.name === "学校代码" &&
        criterion.thisRow,
    );
    return [
      {
        values: running,
        columns: [...running.flatMap(columnsOf), ...criteria.map(({ column }) => column).filter(isColumn)],
        isOwn,
      },
    ];
  });
}

const asksOtherSchools = (tree: Tree): boolean => totalsOf(tree).some(({ isOwn }) => !isOwn);

/** Conditions under which a total leans on what the school has not filled in yet; undefined when it cannot be told. */
function openTotals(
  tree: Tree,
  { plan }: TemplatePlace,
  form: string,
  blanksAreZero: boolean,
): readonly string[] | undefined {
  const conditions = new Set<string>();
  for (const { values, columns } of totalsOf(tree)) {
    const block = plan.get(columns.find((column) => column.form !== undefined)?.form ?? form);
    if (!block) return undefined;
    conditions.add(`SUM(${workingRange(block, "filled")})=0`);
    for (const value of values.filter(isColumn)) {
      const element = block.sheet.form.elements.find(({ name }) => name === value.name);
      const range = element && block.sheet.entries.get(element.name);
      if (!range || element.blankMeans !== "缺报" || blanksAreZero) continue;
      conditions.add(`SUMPRODUCT(${workingRange(block, "filled")}*(LEN(${rangeOn(block.sheet, range)})=0))>0`);
    }
  }
  return [...conditions];
}

/** The entry cells a rule reads on its own sheet, also through 派生 fields. */
export const cellsAbout = (tree: Tree, sheet: FormSheet): readonly CellRange[] =>
  entriesAbout(tree, sheet).flatMap((name) => sheet.entries.get(name) ?? []);

/** Names of the elements of its own sheet that a rule reads. */
export function entriesAbout(tree: Tree, sheet: FormSheet, seen: ReadonlySet<string> = new Set()): readonly string[] {
  const { form, entries } = sheet;
  const own = columnsOf(tree).filter((column) => column.form === undefined || column.form === form.form.name);
  const names = new Set([
    ...own.map(({ name }) => name),
    ...Array.from(nodes(tree)).flatMap((node) => (node.node === "fields" ? [node.from, node.to] : [])),
  ]);
  const found = [...names].flatMap((name) => {
    if (entries.has(name)) return [name];
    const derived = form.derived.get(name);
    return derived && !seen.has(name) ? entriesAbout(derived, sheet, new Set([...seen, name])) : [];
  });
  return [...new Set(found)];
}
