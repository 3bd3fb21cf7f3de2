import { unreachable } from "../domain/result";
import { calculated, concatenated, signed } from "./arithmetic";
import { isComparison } from "./comparison";
import { type Frame, columnValue } from "./frame";
import { chosen, compared, isBlank, joined, negated, unlessBlank } from "./logic";
import { robustDeviation } from "./robust-deviation";
import { isScalarFunction, scalar } from "./scalar-functions";
import type { EvaluationScope } from "./scope";
import { isTotalFunction, total } from "./totals";
import type { FunctionName, Tree } from "./tree";
import type { Value } from "./value";
import { absence, booleanValue, isAbsent, noValue, numberValue, textOf, textValue } from "./values";

/**
 * What a formula gives. Total: whatever the tree and the columns, there is a value, and nothing is thrown.
 * A blank met by a total does not make the total 缺报; it is told to `scope.trace`, and the caller decides.
 */
export const evaluate = (tree: Tree, scope: EvaluationScope): Value => valueOf(tree, { scope });

/** A value together with the blank cells of this row it leans on; empty unless the value is 缺报. */
interface RowValue {
  readonly value: Value;
  readonly missing: readonly { readonly row: number; readonly column: string }[];
}

/** For formulas told once per row (筛选, rules): which cells were blank when nothing could be decided. */
export function evaluateRow(tree: Tree, scope: EvaluationScope): RowValue {
  const blanks = new Map<string, { readonly row: number; readonly column: string }>();
  const value = valueOf(tree, { scope, onBlank: ({ row, column }) => blanks.set(column, { row, column }) });
  return { value, missing: value.type === "missing" ? [...blanks.values()] : [] };
}

function valueOf(tree: Tree, frame: Frame): Value {
  switch (tree.node) {
    case "number":
      return numberValue(tree.value);
    case "text":
      return textValue(tree.value);
    case "boolean":
      return booleanValue(tree.value);
    case "column":
      return columnValue(tree, frame);
    case "fields":
      return noValue("rows-differ");
    case "name":
      return frame.scope.named(tree.name);
    case "sign":
      return signed(tree.operator, valueOf(tree.operand, frame));
    case "binary":
      return binary(tree, frame);
    case "call":
      return call(tree.name, tree.arguments, frame);
    default:
      return unreachable(tree);
  }
}

function binary(tree: Extract<Tree, { readonly node: "binary" }>, frame: Frame): Value {
  const { operator } = tree;
  if (isComparison(operator)) return compared(tree, operator, valueOf, frame);
  const [left, right] = [valueOf(tree.left, frame), valueOf(tree.right, frame)];
  return operator === "&" ? concatenated(left, right) : calculated(operator, left, right);
}

type OtherFunction = Exclude<FunctionName, Parameters<typeof scalar>[0] | Parameters<typeof total>[0]>;

function call(name: FunctionName, given: readonly Tree[], frame: Frame): Value {
  if (isTotalFunction(name)) return total(name, given, valueOf, frame);
  if (isScalarFunction(name)) return scalar(name, given.map((tree) => valueOf(tree, frame))); // prettier-ignore
  return special(name, given, frame);
}

function special(name: OtherFunction, given: readonly Tree[], frame: Frame): Value {
  const [first, second] = given;
  if (!first) return noValue("nothing-to-take");
  switch (name) {
    case "IF":
      return conditional(given, frame);
    case "AND":
    case "OR":
      return joined(given.map((tree) => valueOf(tree, frame)), name === "OR"); // prettier-ignore
    case "NOT":
      return negated(valueOf(first, frame));
    case "ISBLANK":
      return isBlank(first, valueOf, frame);
    case "IFBLANK":
    case "IFERROR":
      return replaced(name, first, second, frame);
    case "上年":
      return lastYear(first, frame);
    case "稳健偏离":
      return robustDeviation(first, given.slice(1), valueOf, frame);
    case "指标":
    case "参数":
    case "累计":
      return lookedUp(name, first, given.slice(1), frame);
  }
}

function conditional([test, then, otherwise]: readonly Tree[], frame: Frame): Value {
  return test && then && otherwise ? chosen(test, then, otherwise, valueOf, frame) : noValue("nothing-to-take");
}

function replaced(name: "IFBLANK" | "IFERROR", tree: Tree, instead: Tree | undefined, frame: Frame): Value {
  if (!instead) return noValue("nothing-to-take");
  return name === "IFBLANK" ? unlessBlank(tree, instead, valueOf, frame) : unlessError(tree, instead, frame);
}

function unlessError(tree: Tree, instead: Tree, frame: Frame): Value {
  const value = valueOf(tree, frame);
  return value.type === "error" ? valueOf(instead, frame) : value;
}

function lookedUp(name: "指标" | "参数" | "累计", named: Tree, keys: readonly Tree[], frame: Frame): Value {
  if (named.node !== "name") return noValue("nothing-to-take");
  const values = keys.map((key) => valueOf(key, frame));
  const absent = absence(values);
  if (absent) return absent;
  const texts = values.filter((value) => !isAbsent(value)).map(textOf);
  if (name === "指标") return frame.scope.indicator(named.name, texts);
  if (name === "参数") return frame.scope.parameter(named.name, texts);
  const [from, to] = texts;
  return from === undefined ? noValue("nothing-to-take") : frame.scope.cumulative(named.name, from, to);
}

/** The same expression over last year's cells of this row's school. */
function lastYear(tree: Tree, frame: Frame): Value {
  const { scope } = frame;
  const past: EvaluationScope = {
    ...scope,
    columns: (form) => {
      const columns = scope.columns(form);
      return columns && { ...columns, value: (column, row) => scope.lastYear(form, column, row) };
    },
  };
  return valueOf(tree, { ...frame, scope: past });
}
