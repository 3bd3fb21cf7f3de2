import { exactText, decimalText, type Exact } from "../domain/exact";
import { unreachable } from "../domain/result";
import { type ColumnNode, isColumn } from "./columns-of";
import { isComparison } from "./comparison";
import { blankTest, conditionOf, printComparison } from "./excel-comparison";
import {
  type Printed,
  absences,
  anyOf,
  bound,
  choice,
  closed,
  closedBinding,
  conjunction,
  guarded,
  isEmpty,
  negation,
  unlessBlank,
  unlessError,
} from "./excel-guard";
import type { ExcelPlace } from "./excel-printer";
import { excelString } from "./excel-spelling";
import { isTotalOver, printTotal } from "./excel-total";
import { isScalarFunction } from "./scalar-functions";
import { type TotalFunction, isTotalFunction } from "./totals";
import type { BinaryOperator, Tree } from "./tree";

type Call = Extract<Tree, { readonly node: "call" }>;
type Binary = Extract<Tree, { readonly node: "binary" }>;

const bindings: Readonly<Record<BinaryOperator, number>> = {
  "=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4,
}; // prettier-ignore
const signBinding = 5;

/** A tree as an Excel expression, with the conditions under which it is 缺报 or 不适用. */
export function printPart(tree: Tree, place: ExcelPlace): Printed {
  switch (tree.node) {
    case "number":
      return closed(numberText(tree.value));
    case "text":
      return { ...closed(excelString(tree.value)), binding: tree.value.length > 250 ? bindings["&"] : closedBinding };
    case "boolean":
      return closed(tree.value ? "TRUE" : "FALSE");
    case "column":
      return printColumn(tree, place);
    case "fields":
      return place.printer.impossible(tree, "no-excel-form");
    case "name":
      return looked(place.printer.spelling.named(tree.name));
    case "sign": {
      const operand = printPart(tree.operand, place);
      return { text: tree.operator + bound(operand, signBinding), binding: signBinding, ...absences([operand]) };
    }
    case "binary":
      return isComparison(tree.operator)
        ? printComparison(tree, tree.operator, printPart, place)
        : printOperation(tree, place);
    case "call":
      return printCall(tree, place);
    default:
      return unreachable(tree);
  }
}

/** A tree where TRUE or FALSE is wanted. */
export const printConditionPart = (tree: Tree, place: ExcelPlace): Printed => conditionOf(tree, printPart, place);

function numberText(value: Exact): string {
  const text = exactText(value);
  return text.includes("/") ? decimalText(value, 15) : text;
}

/** A cell elsewhere that is empty while its figure or parameter is not there. */
const looked = (text: string): Printed => ({ ...closed(text), missing: [isEmpty(text)] });

function printColumn(node: ColumnNode, place: ExcelPlace): Printed {
  const { printer, running, hasRow, lastYear } = place;
  const form = node.form ?? printer.spelling.form;
  const isHere = form !== undefined && (running !== undefined || hasRow);
  if (!isHere || (running !== undefined && form !== running)) return printer.impossible(node, "no-excel-form");
  if (running !== undefined && node.thisRow && hasRow) return printer.impossible(node, "no-excel-form");
  if (lastYear) return printLastYear(node, form, place);
  const cell = printer.spelling.cell(form, node.name);
  return { ...closed(cell), missing: [isEmpty(cell)], inapplicable: [`${cell}="—"`] };
}

/** A school that is new this year has no row last year: 不适用. */
function printLastYear(node: ColumnNode, form: string, { printer }: ExcelPlace): Printed {
  const cell = printer.spelling.lastYear(form, node.name);
  if (cell === undefined) return printer.impossible(node, "last-year-not-in-workbook");
  return { ...closed(cell), missing: [`IFERROR(${isEmpty(cell)},FALSE)`], inapplicable: [`IFERROR(${cell}="—",TRUE)`] };
}

function printOperation(tree: Binary, place: ExcelPlace): Printed {
  const binding = bindings[tree.operator];
  const [left, right] = [printPart(tree.left, place), printPart(tree.right, place)];
  return {
    text: bound(left, binding) + tree.operator + bound(right, binding + 1),
    binding,
    ...absences([left, right]),
  };
}

function printCall(call: Call, place: ExcelPlace): Printed {
  const { name } = call;
  if (isTotalFunction(name))
    return isTotalOver(call, name, place) ? printTotal(call, name, printPart, place) : printOneRow(call, name, place);
  if (isScalarFunction(name)) return printScalar(call, place);
  return printSpecial(call, place);
}

function printScalar(call: Call, place: ExcelPlace): Printed {
  const parts = call.arguments.map((part) =>
    call.name === "N" && isColumn(part) ? printConditionPart(part, place) : printPart(part, place),
  );
  return closed(`${call.name}(${parts.map(({ text }) => text).join(",")})`, parts);
}

function printSpecial(call: Call, place: ExcelPlace): Printed {
  const [first, second, third] = call.arguments;
  const { printer } = place;
  if (!first) return printer.impossible(call, "no-excel-form");
  switch (call.name) {
    case "IF":
      return second && third
        ? choice(printConditionPart(first, place), printPart(second, place), printPart(third, place))
        : printer.impossible(call, "no-excel-form");
    case "AND":
    case "OR":
      return conjunction(call.name, call.arguments.map((part) => printConditionPart(part, place)), call.arguments.map((part) => call.name === "OR" && isFalseOfBlanks(part))); // prettier-ignore
    case "NOT":
      return negation(printConditionPart(first, place));
    case "ISBLANK":
      return blankTest(printPart(first, place), true);
    case "IFBLANK":
      return unlessBlank(printPart(first, place), second ? printPart(second, place) : closed('""'));
    case "IFERROR":
      return unlessError(printPart(first, place), second ? printPart(second, place) : closed('""'));
    case "上年":
      return printPart(first, { ...place, lastYear: true });
    case "稳健偏离":
      return printer.impossible(call, "no-excel-form");
    default:
      return printLookup(call, first, place);
  }
}

/** `[办别]="公办"` is false of blanks and — by itself and needs no guard in an OR. */
function isFalseOfBlanks(tree: Tree): boolean {
  if (tree.node !== "binary" || tree.operator !== "=" || !isColumn(tree.left)) return false;
  return (
    (tree.right.node === "text" && tree.right.value !== "" && tree.right.value !== "—") ||
    (tree.right.node === "number" && tree.right.value.numerator !== 0n)
  );
}

function printLookup(call: Call, named: Tree, place: ExcelPlace): Printed {
  const { printer } = place;
  const keys = call.arguments.slice(1);
  if (named.node !== "name") return printer.impossible(call, "no-excel-form");
  if (call.name === "参数") {
    const parts = keys.map((key) => printPart(key, place));
    const cell = printer.spelling.parameter(named.name, parts.map(({ text }) => text)); // prettier-ignore
    if (cell === undefined) return printer.impossible(call, "no-such-cell");
    const { missing, inapplicable } = absences(parts);
    return { ...closed(cell), missing: [...missing, isEmpty(cell)], inapplicable };
  }
  const slices = keys
    .map((key) => (key.node === "text" ? key.value : undefined))
    .filter((slice) => slice !== undefined);
  const [from = "", to] = slices;
  if (slices.length < keys.length) return printer.impossible(call, "no-excel-form");
  const cell =
    call.name === "指标"
      ? printer.spelling.indicator(named.name, slices)
      : printer.spelling.cumulative(named.name, from, to);
  if (cell !== undefined) return looked(cell);
  return printer.impossible(call, call.name === "指标" ? "no-such-cell" : "earlier-periods-not-in-workbook");
}

/** SUM and its kin over fields of one row or over figures: any 缺报 makes it 缺报, — is skipped. */
function printOneRow(call: Call, name: TotalFunction, place: ExcelPlace): Printed {
  const parts = call.arguments.flatMap((part) => spread(part, place)).map((part) => printPart(part, place));
  if (name === "COUNTA") return { ...closed(countOf(parts)), binding: bindings["+"] };
  if (!foldsOneRow.has(name)) return place.printer.impossible(call, "no-excel-form");
  const skipped = parts.map((part) => skipping(part, name, call, place));
  const isApplicable = parts.some(({ inapplicable }) => inapplicable.length === 0);
  return {
    text: `${name}(${skipped.join(",")})`,
    binding: closedBinding,
    missing: absences(parts).missing,
    inapplicable: isApplicable ? [] : [allOf(parts.map(({ inapplicable }) => anyOf(inapplicable)))],
  };
}

const foldsOneRow: ReadonlySet<TotalFunction> = new Set<TotalFunction>(["SUM", "AVERAGE", "MAX", "MIN", "MEDIAN"]);

const countOf = (parts: readonly Printed[]): string =>
  parts.map(({ missing, inapplicable }) => `IF(${anyOf([...missing, ...inapplicable])},0,1)`).join("+");

const allOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? "TRUE") : `AND(${conditions.join(",")})`;

function spread(tree: Tree, { printer }: ExcelPlace): readonly Tree[] {
  if (tree.node !== "fields") return [tree];
  const { form } = printer.spelling;
  const names = form === undefined ? [] : printer.spelling.between(form, tree.from, tree.to);
  return names.map((name) => ({ node: "column", name, thisRow: true, at: tree.at }));
}

/** Excel skips the text — in a cell; an expression that may be — is 0 in a sum and has no Excel form elsewhere. */
function skipping(part: Printed, name: TotalFunction, call: Call, { printer }: ExcelPlace): string {
  const isCell = part.inapplicable.length === 1 && part.inapplicable[0] === `${part.text}="—"`;
  if (part.inapplicable.length === 0 || isCell) return part.text;
  return name === "SUM" ? guarded({ ...part, missing: [] }, "0", "0") : printer.impossible(call, "no-excel-form").text;
}
