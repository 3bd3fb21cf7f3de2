import { type Exact, decimalText, exactText } from "../domain/exact";
import type { BinaryOperator, Tree } from "./tree";

const bindings: Readonly<Record<BinaryOperator, number>> = {
  "=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4,
}; // prettier-ignore
const tightest = 5;

/** A formula in the language itself, in its one canonical spelling: half-width, no spaces, no needless parentheses. */
export const printFormula = (tree: Tree): string => printed(tree, 1);

function printed(tree: Tree, least: number): string {
  switch (tree.node) {
    case "number":
      return numberText(tree.value);
    case "text":
      return `"${tree.value.replaceAll('"', '""')}"`;
    case "boolean":
      return tree.value ? "TRUE" : "FALSE";
    case "column":
      return `${tree.form ?? ""}[${tree.thisRow ? "@" : ""}${tree.name}]`;
    case "fields":
      return `[@[${tree.from}]:[${tree.to}]]`;
    case "name":
      return tree.name;
    case "sign":
      return tree.operator + printed(tree.operand, tightest);
    case "binary":
      return binaryText(tree, least);
    case "call":
      return `${tree.name}(${tree.arguments.map(printFormula).join(",")})`;
  }
}

function binaryText(tree: Extract<Tree, { readonly node: "binary" }>, least: number): string {
  const binding = bindings[tree.operator];
  const leftLeast = binding === 1 ? 2 : binding;
  const text = printed(tree.left, leftLeast) + tree.operator + printed(tree.right, binding + 1);
  return binding < least ? `(${text})` : text;
}

function numberText(value: Exact): string {
  const text = exactText(value);
  return text.includes("/") ? decimalText(value, 30) : text;
}
