import { compare } from "../domain/exact";
import type { BinaryOperator } from "./tree";
import { type Present, numberOf, textOf } from "./values";

export type ComparisonOperator = Extract<BinaryOperator, "=" | "<>" | "<" | "<=" | ">" | ">=">;

const comparisonOperators: ReadonlySet<string> = new Set(["=", "<>", "<", "<=", ">", ">="]);
export const isComparison = (operator: BinaryOperator): operator is ComparisonOperator =>
  comparisonOperators.has(operator);

/** By code unit, letters without regard to case. */
export function compareTexts(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The order of two values; "unlike" when they cannot be put in order (a word and a number). */
export function compareValues(a: Present, b: Present): number | "unlike" {
  if (isNumeric(a) && isNumeric(b)) return compareAsNumbers(a, b);
  if (isNumeric(a) !== isNumeric(b)) return isWordy(a) || isWordy(b) ? compareAsNumbers(a, b) : "unlike";
  return compareTexts(textOf(a), textOf(b));
}

const isNumeric = (value: Present): boolean => value.type === "number" || value.type === "date";
const isWordy = (value: Present): boolean => value.type === "text";

function compareAsNumbers(a: Present, b: Present): number | "unlike" {
  const [one, other] = [numberOf(a), numberOf(b)];
  return one && other ? compare(one, other) : "unlike";
}

export function holds(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}
