import {
  type Exact,
  compare,
  exactText,
  isInteger,
  magnitude,
  multiply,
  parseExact,
  subtract,
  zero,
} from "../domain/exact";
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
  if (!one || !other) return "unlike";
  const order = compare(one, other);
  return order !== 0 && isNear(one, other) && (isRounded(one) || isRounded(other)) ? 0 : order;
}

/** As many digits as a cell shows of a number that has no end: a quotient that was worked out in the school's workbook. */
const digitsOfRounded = 13;
function isRounded(value: Exact): boolean {
  if (isInteger(value)) return false;
  const text = exactText(value);
  return !text.includes("/") && text.replace(/^[-0.]+|\./gu, "").length >= digitsOfRounded;
}

const room = parseExact("1e-9") ?? zero;

/** Within 1e-9 of the larger. Numbers a cell holds exactly are never taken for one another. */
function isNear(a: Exact, b: Exact): boolean {
  const [one, other] = [magnitude(a), magnitude(b)];
  const larger = compare(one, other) < 0 ? other : one;
  return compare(magnitude(subtract(a, b)), multiply(larger, room)) <= 0;
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
