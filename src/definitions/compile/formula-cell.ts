import { nodes } from "../../formula/columns-of";
import { typeText, type FormulaPlace, type FormulaType } from "../../formula/formula-type";
import { inferType } from "../../formula/infer-type";
import { parseFormula } from "../../formula/parse-formula";
import type { Tree } from "../../formula/tree";
import type { DefinitionTyping } from "./definition-typing";
import type { CellOfTable, Faults } from "./faults";

/** Parses a formula cell; undefined when it is blank or does not parse. */
export function parseCell(text: string | undefined, cell: CellOfTable, faults: Faults): Tree | undefined {
  if (text === undefined) return undefined;
  const parsed = parseFormula(text);
  if (parsed.ok) return parsed.value;
  faults.addDiagnostics(cell, parsed.problem);
  return undefined;
}

/** The type of a parsed formula where it stands; undefined after a fault. */
export function inferCell(
  tree: Tree,
  cell: CellOfTable,
  at: FormulaPlace,
  typing: DefinitionTyping,
  faults: Faults,
): FormulaType | undefined {
  const { type, diagnostics } = inferType(tree, typing.scope(at));
  faults.addDiagnostics(cell, diagnostics);
  return type;
}

/** A cell that must say yes or no: 适用, 公式 of a rule, 筛选, 范围, 条件. */
export function conditionCell(
  text: string | undefined,
  cell: CellOfTable,
  at: FormulaPlace,
  typing: DefinitionTyping,
  faults: Faults,
): Tree | undefined {
  const tree = parseCell(text, cell, faults);
  if (tree === undefined) return undefined;
  const type = inferCell(tree, cell, at, typing, faults);
  if (type !== undefined && type.kind !== "是否") faults.add(cell, notCondition(type));
  return tree;
}

const notCondition = (type: FormulaType): string =>
  `公式得到${typeText(type)}，这里要的是条件。→ 写成比较，如 [在校生数]>0`;

/** Names of indicators, parameters and settings in a formula, with the place each first stands at (from 0). */
export function namesOf(tree: Tree): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const node of nodes(tree))
    if (node.node === "name" && !names.has(node.name)) names.set(node.name, node.at.start);
  return names;
}
