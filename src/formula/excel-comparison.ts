import { exactText, isZero } from "../domain/exact";
import { type ComparisonOperator, isComparison } from "./comparison";
import { type Printed, absences, anyOf, bound, closed, closedBinding, isEmpty, isFilled } from "./excel-guard";
import type { ExcelPlace, Print } from "./excel-printer";
import { blankQuestion } from "./logic";
import type { Tree } from "./tree";

type Binary = Extract<Tree, { readonly node: "binary" }>;

/** Whether a tree says 是 or 否, so that Excel's TRUE and FALSE stand for it. */
export function isCondition(tree: Tree): boolean {
  if (tree.node === "boolean") return true;
  if (tree.node === "binary") return isComparison(tree.operator);
  if (tree.node !== "call") return false;
  if (tree.name === "IF") return tree.arguments.slice(1).every(isCondition);
  return tree.name === "AND" || tree.name === "OR" || tree.name === "NOT" || tree.name === "ISBLANK";
}

/** A tree where TRUE or FALSE is wanted: cells hold 是 and 否. */
export function conditionOf(tree: Tree, print: Print, place: ExcelPlace): Printed {
  const printed = print(tree, place);
  return isCondition(tree) ? printed : { ...printed, text: `${bound(printed, 2)}="是"`, binding: 1 };
}

export function printComparison(tree: Binary, operator: ComparisonOperator, print: Print, place: ExcelPlace): Printed {
  const asked = blankQuestion(tree);
  if (asked) return blankTest(print(asked, place), operator === "=");
  const [left, right] = sides(tree, print, place);
  const { missing, inapplicable } = absences([left, right]);
  const isExact = !isCalculated(tree.left) && !isCalculated(tree.right);
  const text = isExact ? `${bound(left, 2)}${operator}${bound(right, 2)}` : nearly(operator, left, right, tree);
  return { text, binding: 1, missing, inapplicable };
}

/** TRUE compares with TRUE, 是 with 是. */
function sides({ left, right }: Binary, print: Print, place: ExcelPlace): readonly [Printed, Printed] {
  if (isTextColumn(left, place)) return [print(left, place), print(asCode(right), place)];
  if (isTextColumn(right, place)) return [print(asCode(left), place), print(right, place)];
  if (isCondition(left) === isCondition(right)) return [print(left, place), print(right, place)];
  if (left.node === "boolean" || right.node === "boolean")
    return [conditionOf(left, print, place), conditionOf(right, print, place)];
  return [asWord(left, print, place), asWord(right, print, place)];
}

function isTextColumn(tree: Tree, { printer: { spelling } }: ExcelPlace): boolean {
  const form = tree.node === "column" ? (tree.form ?? spelling.form) : undefined;
  return tree.node === "column" && form !== undefined && spelling.isText(form, tree.name);
}

/** A number beside a column of codes is a code. */
const asCode = (tree: Tree): Tree =>
  tree.node === "number" ? { node: "text", value: exactText(tree.value), at: tree.at } : tree;

function asWord(tree: Tree, print: Print, place: ExcelPlace): Printed {
  const printed = print(tree, place);
  return isCondition(tree) ? { ...printed, text: `IF(${printed.text},"是","否")`, binding: closedBinding } : printed;
}

/** Whether a part is 缺报. */
export function blankTest(part: Printed, wanted: boolean): Printed {
  const [only, ...others] = part.missing;
  if (only === undefined) return closed(wanted ? "FALSE" : "TRUE");
  if (others.length > 0) return closed(wanted ? anyOf(part.missing) : `NOT(${anyOf(part.missing)})`);
  if (wanted) return { ...closed(only), binding: 1 };
  return only === isEmpty(part.text) ? { ...closed(isFilled(part.text)), binding: 1 } : closed(`NOT(${only})`);
}

const calculating: ReadonlySet<string> = new Set([
  "SUM",
  "SUMIFS",
  "AVERAGE",
  "AVERAGEIFS",
  "MEDIAN",
  "差异系数",
  "ABS",
]);

/** Whether a side is worked out in binary fractions, so that equality needs room for them. */
export function isCalculated(tree: Tree): boolean {
  if (tree.node === "sign") return isCalculated(tree.operand);
  if (tree.node === "binary") return !isComparison(tree.operator) && tree.operator !== "&";
  if (tree.node !== "call") return false;
  const branches =
    tree.name === "IF"
      ? tree.arguments.slice(1)
      : tree.name === "IFERROR" || tree.name === "IFBLANK"
        ? tree.arguments
        : [];
  return calculating.has(tree.name) || branches.some(isCalculated);
}

/** Equal within 1e-9 of the larger, as in the engine; a literal stands for the larger, and 0 needs no room. */
function nearly(operator: ComparisonOperator, left: Printed, right: Printed, tree: Binary): string {
  const literal = [tree.left, tree.right].find(({ node }) => node === "number");
  if (literal?.node === "number" && isZero(literal.value)) return `${bound(left, 2)}${operator}${bound(right, 2)}`;
  const larger =
    tree.right.node === "number"
      ? right.text
      : tree.left.node === "number"
        ? left.text
        : `MAX(ABS(${left.text}),ABS(${right.text}))`;
  const difference = `${bound(left, 3)}-${bound(right, 4)}`;
  return withinRoom(operator, difference, `1E-9*${larger}`);
}

/** A comparison of a difference with 0 that lets `room` pass for equal. */
function withinRoom(operator: ComparisonOperator, difference: string, room: string): string {
  switch (operator) {
    case "=":
      return `ABS(${difference})<=${room}`;
    case "<>":
      return `ABS(${difference})>${room}`;
    case "<=":
      return `${difference}<=${room}`;
    case "<":
      return `${difference}<-${room}`;
    case ">=":
      return `${difference}>=-${room}`;
    case ">":
      return `${difference}>${room}`;
  }
}
