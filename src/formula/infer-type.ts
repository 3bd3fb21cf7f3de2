import { unreachable } from "../domain/result";
import { isComparison } from "./comparison";
import { type ColumnNode, nodes } from "./columns-of";
import type { Diagnostic } from "./diagnostic";
import type { FormulaType, TypingScope } from "./formula-type";
import { noticeRateBound } from "./infer-bound";
import {
  type Context,
  columnType,
  hasFailed,
  ownForm,
  runsDown,
  tell,
  tellRefusal,
  workingText,
} from "./infer-context";
import { inferCumulative, inferIndicator, inferName, inferParameter } from "./infer-name";
import { inferTotal } from "./infer-total";
import { blankQuestion } from "./logic";
import { printFormula } from "./print-formula";
import { isTotalFunction } from "./totals";
import type { FunctionName, Tree } from "./tree";
import {
  type WorkingType,
  comparisonRefusal,
  isNumeric,
  isRefusal,
  joinType,
  productType,
  quotientType,
  sumType,
} from "./type-algebra";

/**
 * The type a formula gives where it stands, with everything wrong about its names, scopes and units.
 * The type is undefined exactly when a diagnostic is an error (its code begins with E); notices (N-01) leave it.
 */
export function inferType(
  tree: Tree,
  scope: TypingScope,
): { readonly type: FormulaType | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const context: Context = { scope, faults: [] };
  const type = infer(tree, context);
  if (type?.kind === "积") tell(context, "E-U01", tree, { a: type.units[0], b: type.units[1], operation: "multiply" });
  return { type: hasFailed(context) || type?.kind === "积" ? undefined : type, diagnostics: context.faults };
}

function infer(tree: Tree, context: Context): WorkingType | undefined {
  switch (tree.node) {
    case "number":
      return { kind: "数" };
    case "text":
      return { kind: "文本" };
    case "boolean":
      return { kind: "是否" };
    case "column":
      return inferColumn(tree, context);
    case "fields":
      return tell(context, "E-P01", tree, { x: printFormula(tree) });
    case "name":
      return inferName(tree, context);
    case "sign":
      return numeric(tree.operand, context);
    case "binary":
      return inferBinary(tree, context);
    case "call":
      return inferCall(tree, context);
    default:
      return unreachable(tree);
  }
}

function inferColumn(node: ColumnNode, context: Context): WorkingType | undefined {
  const { at } = context.scope;
  const own = ownForm(context.scope);
  const form = node.form ?? own;
  if (form === undefined || at.place === "condition") return tell(context, "E-S04", node);
  const found = columnType(form, node.name, context, node);
  if (!found) return undefined;
  const isOwnRow = form === own && (at.place !== "total" || at.groupBy.includes(node.name));
  if (isOwnRow && (context.total === undefined || node.thisRow)) return found.type;
  if (form === context.total && (!node.thisRow || at.place === "total")) return found.type;
  return tell(context, context.total === undefined ? "E-S02" : "E-S03", node, {
    x: node.name,
    forms: [form, context.total ?? ""].join("、"),
  });
}

type Binary = Extract<Tree, { readonly node: "binary" }>;

function inferBinary(tree: Binary, context: Context): WorkingType | undefined {
  const asked = blankQuestion(tree);
  if (asked) return infer(asked, context) && { kind: "是否" };
  const [left, right] = [infer(tree.left, context), infer(tree.right, context)];
  if (!left || !right) return undefined;
  if (isComparison(tree.operator)) {
    const refusal = comparisonRefusal(left, right, tree.operator === "=" || tree.operator === "<>");
    noticeRateBound(tree.left, left, tree.right, context);
    noticeRateBound(tree.right, right, tree.left, context);
    return refusal ? tellRefusal(context, refusal, tree, left, right) : { kind: "是否" };
  }
  const outcome = calculatedType(tree.operator, left, right);
  return isRefusal(outcome) ? tellRefusal(context, outcome, tree, left, right) : outcome;
}

function calculatedType(
  operator: Exclude<Binary["operator"], "=" | "<>" | "<" | "<=" | ">" | ">=">,
  left: WorkingType,
  right: WorkingType,
): ReturnType<typeof sumType> {
  switch (operator) {
    case "+":
      return sumType(left, right, "add");
    case "-":
      return sumType(left, right, "subtract");
    case "*":
      return productType(left, right);
    case "/":
      return quotientType(left, right);
    case "&":
      return { kind: "文本" };
  }
}

function inferCall(call: Extract<Tree, { readonly node: "call" }>, context: Context): WorkingType | undefined {
  const { name } = call;
  if (isTotalFunction(name)) return inferTotal(call, name, infer, context);
  const [first, ...rest] = call.arguments;
  if (!first) return undefined;
  if (first.node === "name") {
    if (name === "指标") return inferIndicator(first, rest, infer, context);
    if (name === "参数") return inferParameter(first, rest, infer, context);
    if (name === "累计") return inferCumulative(first, rest, infer, context);
  }
  return rules[name]?.(call.arguments, context);
}

type Rule = (given: readonly Tree[], context: Context) => WorkingType | undefined;

const truth: Rule = (given, context) => all(given, (part) => condition(part, context)) && { kind: "是否" };
const number: Rule = (given, context) => all(given, (part) => infer(part, context)) && { kind: "数" };
const rounded: Rule = ([value, places], context) => {
  const type = value && numeric(value, context);
  return places && numeric(places, context) ? type : undefined;
};
const dated: Rule = (given, context) => all(given, (part) => ofKind(part, "日期", context)) && { kind: "数" };
const cut: Rule = ([text, ...counts], context) =>
  all(counts, (part) => numeric(part, context)) && text && infer(text, context) && { kind: "文本" };

/** Types of the functions of plain values. */
const rules: Readonly<Partial<Record<FunctionName, Rule>>> = {
  IF: ([test, ...branches], context) => (test && condition(test, context) ? either(branches, context) : undefined),
  AND: truth,
  OR: truth,
  NOT: truth,
  N: number,
  LEN: number,
  ISBLANK: ([value], context) => value && infer(value, context) && { kind: "是否" },
  IFERROR: either,
  IFBLANK: either,
  ROUND: rounded,
  ROUNDUP: rounded,
  ROUNDDOWN: rounded,
  ABS: ([value], context) => value && numeric(value, context),
  DATE: (given, context) => all(given, (part) => numeric(part, context)) && { kind: "日期" },
  YEAR: dated,
  MONTH: dated,
  LEFT: cut,
  RIGHT: cut,
  MID: cut,
  上年: ([value], context) =>
    value && (hasTotal(value, context) || hasDeviation(value) ? tell(context, "E-S05", value) : infer(value, context)),
  稳健偏离: inferDeviation,
};

/** A row is set against the other rows of its form, so there must be a row, and not one inside a total. */
function inferDeviation([value, ...groups]: readonly Tree[], context: Context): WorkingType | undefined {
  if (!value) return undefined;
  if (context.scope.at.place !== "row") return tell(context, "E-S06", value);
  if (context.total !== undefined || hasDeviation(value)) return tell(context, "E-S05", value);
  const type = numeric(value, context);
  return all(groups, (group) => infer(group, context)) && type && { kind: "数" };
}

const hasDeviation = (tree: Tree): boolean =>
  Array.from(nodes(tree)).some((node) => node.node === "call" && node.name === "稳健偏离");

/** Looks at every part, so that each fault is told; true when none has one. */
const all = (given: readonly Tree[], look: (part: Tree) => WorkingType | undefined): true | undefined =>
  given.map(look).includes(undefined) ? undefined : true;

/** Last year's total is `指标(名,"上年")`; 上年 is for the cells of one row. */
const hasTotal = (tree: Tree, context: Context): boolean =>
  Array.from(nodes(tree)).some(
    (node) =>
      node.node === "call" && isTotalFunction(node.name) && node.arguments.some((part) => runsDown(part, context)),
  );

function either(trees: readonly Tree[], context: Context): WorkingType | undefined {
  const [first, second] = trees;
  const [a, b] = [first && infer(first, context), second && infer(second, context)];
  if (!a || !b || !second) return undefined;
  const outcome = joinType(a, b);
  return isRefusal(outcome) ? tellRefusal(context, outcome, second, a, b) : outcome;
}

function numeric(tree: Tree, context: Context): WorkingType | undefined {
  const type = infer(tree, context);
  if (!type || isNumeric(type)) return type;
  return tell(context, "E-U01", tree, { a: workingText(type), b: "数", operation: "add" });
}

const condition = (tree: Tree, context: Context): WorkingType | undefined => ofKind(tree, "是否", context);

function ofKind(tree: Tree, kind: "是否" | "日期", context: Context): WorkingType | undefined {
  const type = infer(tree, context);
  if (!type || type.kind === kind) return type;
  return tell(context, "E-U01", tree, { a: workingText(type), b: kind, operation: "compare" });
}
