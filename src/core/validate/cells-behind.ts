import { type CellAddress, cellKey } from "../../domain/cell";
import type { Collection } from "../../domain/collected";
import type { CompiledDefinition } from "../../definitions/compiled";
import { children, isColumn } from "../../formula/columns-of";
import type { Tree } from "../../formula/tree";
import type { Judgement } from "./judge";

/**
 * The school's cells a failed comparison rests on, in the order of the formula: fields of this row, the fields its derived
 * fields are made of, then the rows of the same school that its totals added up.
 */
export function cellsBehind(
  definition: CompiledDefinition,
  { tables }: Collection,
  form: string,
  row: number,
  { part, totals }: Judgement,
): readonly CellAddress[] {
  const cells = new Map<string, CellAddress>();
  const add = (name: string, column: string, at: number): void => {
    const address = tables.get(name)?.columns.get(column)?.[at]?.at;
    if (address) cells.set(cellKey(address), address);
  };
  const fields = fieldsOf(definition, form);
  if (part) for (const column of fieldsOfRow(part, fields)) add(form, column, row);
  const school = tables.get(form)?.rows[row]?.school;
  for (const total of totals)
    for (const counted of total.rows)
      if (tables.get(total.form)?.rows[counted]?.school === school)
        for (const column of total.values) for (const field of made(column, fieldsOf(definition, total.form))) add(total.form, field, counted); // prettier-ignore
  return [...cells.values()];
}

interface Fields {
  readonly order: readonly string[];
  readonly derived: ReadonlyMap<string, Tree>;
}

const fieldsOf = (definition: CompiledDefinition, form: string): Fields => ({
  order: definition.source.elements.filter((element) => element.form === form).map(({ name }) => name),
  derived: definition.forms.get(form)?.derived ?? new Map(),
});

/** Fields of this row a tree reads; a bare column inside a total is a whole column and no cell of the row. */
function fieldsOfRow(tree: Tree, fields: Fields, inTotal = false): readonly string[] {
  if (isColumn(tree)) return tree.form !== undefined || (inTotal && !tree.thisRow) ? [] : made(tree.name, fields);
  if (tree.node === "fields") {
    const [start, end] = [fields.order.indexOf(tree.from), fields.order.indexOf(tree.to)];
    return fields.order.slice(Math.min(start, end), Math.max(start, end) + 1).flatMap((name) => made(name, fields));
  }
  const isTotal = inTotal || (tree.node === "call" && totals.has(tree.name));
  return partsOfRow(tree).flatMap((child) => fieldsOfRow(child, fields, isTotal));
}

/** The parts of a tree that are about this row's cells: not last year's, nor the columns that say whom it is compared with. */
function partsOfRow(tree: Tree): readonly Tree[] {
  if (tree.node !== "call") return children(tree);
  return tree.name === "上年" ? [] : tree.name === "稳健偏离" ? tree.arguments.slice(0, 1) : tree.arguments;
}

const totals: ReadonlySet<string> = new Set([
  "SUM", "SUMIFS", "COUNTA", "COUNTIFS", "AVERAGE", "AVERAGEIFS", "MAX", "MIN", "MAXIFS", "MINIFS", "MEDIAN", "去重计数", "差异系数", "名单",
]); // prettier-ignore

/** A derived field stands for the fields it is made of. */
function made(column: string, fields: Fields): readonly string[] {
  const formula = fields.derived.get(column);
  if (!formula) return [column];
  const others = new Map([...fields.derived].filter(([name]) => name !== column));
  return fieldsOfRow(formula, { ...fields, derived: others });
}
