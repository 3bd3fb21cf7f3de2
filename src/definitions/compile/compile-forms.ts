import { columnsOf, nodes } from "../../formula/columns-of";
import { agreesWithDeclared } from "../../formula/declared-type";
import { typeText, type FormulaType } from "../../formula/formula-type";
import type { Tree } from "../../formula/tree";
import type { CompiledForm } from "../compiled";
import type { DataElement, ReportDefinition } from "../definition";
import type { Compilation } from "./compilation";
import { elementType, rosterForm } from "./definition-typing";
import { dependencyOrder } from "./dependency-order";
import type { CellOfTable } from "./faults";
import { conditionCell, inferCell, parseCell } from "./formula-cell";
import { refuseIndicators } from "./refuse-indicators";

/** Forms with their 范围 and 派生 formulas. 派生 fields may use one another, but not in a circle. */
export function compileForms(compilation: Compilation): ReadonlyMap<string, CompiledForm> {
  const { definition, typing, faults } = compilation;
  const fields = derivedFields(compilation);
  typeFields(fields, compilation);
  return new Map(
    definition.forms.map((form, row): [string, CompiledForm] => {
      const elements = definition.elements.filter(
        (element) => element.form === form.name && element.formula === undefined,
      );
      const derived = new Map(
        fields.filter(({ element }) => element.form === form.name).map(({ element, tree }) => [element.name, tree]),
      );
      const scope = conditionCell(
        form.scope,
        { table: "forms", row, column: "scope" },
        { place: "filter", form: rosterForm },
        typing,
        faults,
      );
      return [form.name, { form, elements, derived, ...(scope && { scope }) }];
    }),
  );
}

interface DerivedField {
  readonly element: DataElement;
  readonly tree: Tree;
  readonly cell: CellOfTable;
}

function derivedFields({ definition, known, faults }: Compilation): readonly DerivedField[] {
  return definition.elements.flatMap((element, row) => {
    const cell: CellOfTable = { table: "elements", row, column: "formula" };
    const tree = parseCell(element.formula, cell, faults);
    if (tree) refuseIndicators(tree, cell, known, faults);
    return tree ? [{ element, tree, cell }] : [];
  });
}

/** Types every field after those it uses. */
function typeFields(fields: readonly DerivedField[], { definition, typing, faults }: Compilation): void {
  const byKey = new Map(fields.map((field) => [keyOf(field.element.form, field.element.name), field]));
  const order = dependencyOrder(byKey.keys(), (key) => {
    const field = byKey.get(key);
    return field ? columnsUsed(field, definition) : [];
  });
  const first = "circle" in order ? byKey.get(order.circle[0] ?? "") : undefined;
  if ("circle" in order && first)
    faults.addDiagnostics(first.cell, [{ code: "E-N05", at: 1, parts: { path: order.circle.join("→") } }]);
  for (const key of "order" in order ? order.order : []) {
    const field = byKey.get(key);
    if (field === undefined) continue;
    const { element, tree, cell } = field;
    const type = inferCell(tree, cell, { place: "row", form: element.form }, typing, faults);
    if (type === undefined) continue;
    const declared = elementType(element);
    if (disagrees(type, declared))
      faults.addDiagnostics(cell, [{ code: "E-U08", parts: { a: typeText(type), b: typeText(declared) } }]);
    typing.settleColumn(
      element.form,
      element.name,
      type.kind === "数" || (type.kind === "量" && type.counted) ? declared : type,
    );
  }
}

/** A field without a unit takes whatever number its formula gives; 是/否 may be written as text. */
function disagrees(type: FormulaType, declared: FormulaType): boolean {
  const isText = type.kind === "文本" || type.kind === "是否";
  if (declared.kind === "文本" || declared.kind === "是否") return !isText;
  return declared.kind === "数" ? isText || type.kind === "日期" : !agreesWithDeclared(type, declared);
}

const keyOf = (form: string, name: string): string => `${form}[${name}]`;

/** Columns of a field's formula, those between the ends of `[@[甲]:[乙]]` included. */
function columnsUsed({ element, tree }: DerivedField, { elements }: ReportDefinition): readonly string[] {
  const names = elements.filter(({ form }) => form === element.form).map(({ name }) => name);
  const between = [...nodes(tree)].flatMap((node) =>
    node.node === "fields" ? names.slice(names.indexOf(node.from), names.indexOf(node.to) + 1) : [],
  );
  return [
    ...columnsOf(tree).map(({ form = element.form, name }) => keyOf(form, name)),
    ...between.map((name) => keyOf(element.form, name)),
  ];
}
