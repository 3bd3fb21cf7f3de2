import { type Exact, compare, parseExact } from "../domain/exact";
import { parseDay } from "./calendar";
import { type ComparisonOperator, compareTexts, holds } from "./comparison";
import type { Tree } from "./tree";
import type { Value } from "./value";
import { type Present, dayNumber, isAbsent, numberOf, textOf } from "./values";

/** A criterion of COUNTIFS and its kin, in Excel's notation. */
export type Criterion =
  /** `""`: 缺报. */
  | { readonly asks: "blank" }
  /** `"<>"`: any reported value. */
  | { readonly asks: "reported" }
  | { readonly asks: "number"; readonly operator: ComparisonOperator; readonly operand: Exact }
  | { readonly asks: "text"; readonly operator: ComparisonOperator; readonly operand: string };

const operators: readonly ComparisonOperator[] = ["<>", "<=", ">=", "=", "<", ">"];

/** Reads `公办`, `>=56`, `<>否`, `*小学`. Every text is some criterion. */
export function parseCriterion(text: string): Criterion {
  const operator = operators.find((candidate) => text.startsWith(candidate));
  const rest = text.slice(operator?.length ?? 0);
  if (rest === "" && (operator === undefined || operator === "=")) return { asks: "blank" };
  if (rest === "" && operator === "<>") return { asks: "reported" };
  const day = parseDay(rest.trim());
  const number = parseExact(rest.trim()) ?? (day === undefined ? undefined : dayNumber(day));
  return number
    ? { asks: "number", operator: operator ?? "=", operand: number }
    : { asks: "text", operator: operator ?? "=", operand: rest };
}

/** `">="&[@在园幼儿数]` as its operator and what stands after it; any other tree is all operand. */
export function builtCriterion(tree: Tree): { readonly operator?: ComparisonOperator; readonly operand: Tree } {
  if (tree.node !== "binary" || tree.operator !== "&" || tree.left.node !== "text") return { operand: tree };
  const { value } = tree.left;
  const operator = operators.find((candidate) => candidate === value);
  return operator === undefined ? { operand: tree } : { operator, operand: tree.right };
}

/** The criterion an operand makes when it is worked out. A number stays exact: as text a quotient would be cut. */
export function criterionOf(operator: ComparisonOperator | undefined, operand: Present): Criterion {
  const number = operand.type === "number" || operand.type === "date" ? numberOf(operand) : undefined;
  return number
    ? { asks: "number", operator: operator ?? "=", operand: number }
    : parseCriterion((operator ?? "") + textOf(operand));
}

/** The one value a criterion asks for; undefined when several can meet it. */
export function equalTo(criterion: Criterion): Exact | string | undefined {
  if ((criterion.asks !== "number" && criterion.asks !== "text") || criterion.operator !== "=") return undefined;
  if (criterion.asks === "number") return criterion.operand;
  return hasWildcards(criterion.operand) ? undefined : criterion.operand;
}

/** Whether a cell meets a criterion; "undecided" when the cell is blank and the criterion does not ask for blanks. */
export function meets(cell: Value, criterion: Criterion): boolean | "undecided" {
  if (criterion.asks === "blank") return cell.type === "missing";
  if (criterion.asks === "reported") return !isAbsent(cell);
  if (cell.type === "missing") return "undecided";
  if (isAbsent(cell)) return false;
  if (criterion.asks === "number") return meetsNumber(cell, criterion);
  return meetsText(cell, criterion.operator, criterion.operand);
}

function meetsNumber(cell: Value, { operator, operand }: Extract<Criterion, { asks: "number" }>): boolean {
  if (isAbsent(cell)) return false;
  const isNumber = cell.type === "number" || cell.type === "date";
  const equality = operator === "=" || operator === "<>";
  // As in Excel, a code kept as text equals the same digits typed as a number, but words are never above or below one.
  const value = isNumber || (equality && cell.type === "text") ? numberOf(cell) : undefined;
  return value ? holds(operator, compare(value, operand)) : operator === "<>";
}

function meetsText(cell: Value, operator: ComparisonOperator, operand: string): boolean {
  if (isAbsent(cell)) return false;
  if (cell.type === "number" || cell.type === "date") return operator === "<>";
  const text = textOf(cell);
  if (operator === "=") return matchesPattern(text, operand);
  if (operator === "<>") return !matchesPattern(text, operand);
  return holds(operator, compareTexts(text, operand));
}

type Mark = { readonly any: "one" | "run" } | { readonly letter: string };

/** Whether a criterion's text has wildcards, so that it means more than the text itself. */
export const hasWildcards = (pattern: string): boolean => /[*?~]/.test(pattern);

/** Matches `?` (one character), `*` (any run) and `~` before a wildcard that is meant literally; case does not count. */
export function matchesPattern(text: string, pattern: string): boolean {
  const marks = marksOf(pattern.toLowerCase());
  const letters = Array.from(text.toLowerCase());
  let [at, mark] = [0, 0];
  let retry: { readonly at: number; readonly mark: number } | undefined;
  while (at < letters.length) {
    const current = marks[mark];
    if (current && "any" in current && current.any === "run") {
      retry = { at, mark };
      mark += 1;
    } else if (current && ("any" in current || current.letter === letters[at])) {
      [at, mark] = [at + 1, mark + 1];
    } else if (retry) {
      retry = { at: retry.at + 1, mark: retry.mark };
      [at, mark] = [retry.at, retry.mark + 1];
    } else {
      return false;
    }
  }
  return marks.slice(mark).every((left) => "any" in left && left.any === "run");
}

function marksOf(pattern: string): readonly Mark[] {
  const marks: Mark[] = [];
  let literal = false;
  for (const letter of pattern) {
    if (literal || (letter !== "~" && letter !== "*" && letter !== "?")) marks.push({ letter });
    else if (letter !== "~") marks.push({ any: letter === "*" ? "run" : "one" });
    literal = !literal && letter === "~";
  }
  return marks;
}
