import { isComparison } from "./comparison";
import { printConditionPart, printPart } from "./excel-expression";
import { type Printed, absences, bound, conjunction, decided } from "./excel-guard";
import type { ExcelPlace } from "./excel-printer";
import type { Tree } from "./tree";

/** A rule's verdict per row. What cannot be worked out is 未判, as in the engine. */
export function ruleFormula(tree: Tree, tolerance: string | undefined, place: ExcelPlace): string {
  const condition = tolerance === undefined ? printConditionPart(tree, place) : tolerant(tree, tolerance, place);
  return `IFERROR(${decided(condition, '"通过"', '"不符"', '"未判"', '"不涉及"')},"未判")`;
}

/** The tolerance holds at the formula's own comparison, or at each one inside its outermost AND. */
function tolerant(tree: Tree, tolerance: string, place: ExcelPlace): Printed {
  if (tree.node === "call" && tree.name === "AND") {
    const parts = tree.arguments.map((part) => tolerant(part, tolerance, place));
    return conjunction("AND", parts, parts.map(() => false)); // prettier-ignore
  }
  if (tree.node !== "binary" || !isComparison(tree.operator) || tree.operator === "<>")
    return printConditionPart(tree, place);
  const [left, right] = [printPart(tree.left, place), printPart(tree.right, place)];
  const difference = `${bound(left, 3)}-${bound(right, 4)}`;
  const allowed = allowance(tolerance, right.text);
  return { text: withinAllowance(tree.operator, difference, allowed), binding: 1, ...absences([left, right]) };
}

/** Strict comparisons stay strict at the edge of the tolerance. */
function withinAllowance(operator: "=" | "<" | "<=" | ">" | ">=", difference: string, allowed: string): string {
  if (operator === "=") return `ABS(${difference})<=${allowed}`;
  return `${difference}${operator}${operator.startsWith(">") ? "-" : ""}${allowed}`;
}

/** `0.01`, `5%` of the right side, or `MAX(5%,5)`: with a breath more for binary fractions. */
function allowance(tolerance: string, right: string): string {
  const parts = tolerance.replace(/^MAX\(|\)$/gi, "").split(/[,，]/).map((part) => part.trim()); // prettier-ignore
  const texts = parts.map((part) => (part.endsWith("%") ? `${part}*ABS(${right})` : part));
  return `${texts.length === 1 ? (texts[0] ?? "0") : `MAX(${texts.join(",")})`}*(1+1E-9)`;
}
