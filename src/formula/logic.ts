import { compareValues, holds, type ComparisonOperator } from "./comparison";
import { type Evaluate, type Frame, quiet } from "./frame";
import type { Tree } from "./tree";
import type { Value } from "./value";
import { type Present, absence, booleanValue, isAbsent, noValue, truthOf } from "./values";

type Comparison = Extract<Tree, { readonly node: "binary" }>;

/** `x=""` and `x<>""` ask whether x is 缺报; every other comparison needs both sides. */
export function compared(tree: Comparison, operator: ComparisonOperator, evaluate: Evaluate, frame: Frame): Value {
  const asked = blankQuestion(tree);
  if (asked) {
    const blank = isBlank(asked, evaluate, frame);
    return operator === "<>" && blank.type === "boolean" ? booleanValue(!blank.value) : blank;
  }
  const [left, right] = [evaluate(tree.left, frame), evaluate(tree.right, frame)];
  if (isAbsent(left) || isAbsent(right)) return absence([left, right]) ?? left;
  return comparedValues(operator, left, right);
}

/** The operand a comparison with `""` asks about; undefined for other comparisons. */
export function blankQuestion(tree: Tree): Tree | undefined {
  if (tree.node !== "binary" || (tree.operator !== "=" && tree.operator !== "<>")) return undefined;
  if (isEmptyText(tree.right)) return tree.left;
  return isEmptyText(tree.left) ? tree.right : undefined;
}

const isEmptyText = (tree: Tree): boolean => tree.node === "text" && tree.value === "";

function comparedValues(operator: ComparisonOperator, left: Present, right: Present): Value {
  const order = compareValues(left, right);
  if (order !== "unlike") return booleanValue(holds(operator, order));
  return operator === "=" || operator === "<>" ? booleanValue(operator === "<>") : noValue("not-comparable");
}

export function isBlank(tree: Tree, evaluate: Evaluate, frame: Frame): Value {
  const value = evaluate(tree, quiet(frame));
  return value.type === "error" ? value : booleanValue(value.type === "missing");
}

/** A value as a condition: 是/否, or what keeps it from being decided. */
function decided(value: Value): Value {
  if (isAbsent(value)) return value;
  const truth = truthOf(value);
  return truth === undefined ? noValue("not-a-condition") : booleanValue(truth);
}

/** AND (deciding = false) and OR (deciding = true): one deciding part settles it, else one undecided part leaves it open. */
export function joined(parts: readonly Value[], deciding: boolean): Value {
  const truths = parts.map(decided);
  if (truths.some((truth) => truth.type === "boolean" && truth.value === deciding)) return booleanValue(deciding);
  return absence(truths) ?? booleanValue(!deciding);
}

export function negated(value: Value): Value {
  const truth = decided(value);
  return truth.type === "boolean" ? booleanValue(!truth.value) : truth;
}

export function chosen(test: Tree, then: Tree, otherwise: Tree, evaluate: Evaluate, frame: Frame): Value {
  const truth = decided(evaluate(test, frame));
  if (truth.type !== "boolean") return truth;
  return evaluate(truth.value ? then : otherwise, frame);
}

export function unlessBlank(tree: Tree, instead: Tree, evaluate: Evaluate, frame: Frame): Value {
  const value = evaluate(tree, quiet(frame));
  return value.type === "missing" ? evaluate(instead, frame) : value;
}
