import { exactText } from "../domain/exact";
import { isColumn } from "./columns-of";
import { type ComparisonOperator, isComparison } from "./comparison";
import { hasWildcards, parseCriterion } from "./criterion";
import { type Printed, bound } from "./excel-guard";
import { excelString } from "./excel-spelling";
import type { Tree } from "./tree";

/** One condition a total's rows meet, as COUNTIFS takes it. */
export interface ExcelCriterion {
  readonly column: string;
  readonly criterion: string;
  /** True when the criterion itself asks about blanks, so that a blank cell decides and is not 缺报. */
  readonly asksBlank: boolean;
  /** True when it lets empty texts of formula columns through, which count as blanks. */
  readonly admitsEmptyText: boolean;
}

/** Excel lets blanks and — meet these, the language does not. */
const notBlank = '"<>"';
const notInapplicable = '"<>—"';

/** The criteria that say in Excel what one literal criterion says in the language. */
export function literalCriteria(column: string, text: string): readonly ExcelCriterion[] {
  const asked = parseCriterion(text);
  const made = (criteria: readonly string[], asksBlank = false, admitsEmptyText = false): readonly ExcelCriterion[] =>
    criteria.map((criterion) => ({ column, criterion, asksBlank, admitsEmptyText }));
  switch (asked.asks) {
    case "blank":
      return made(['""'], true);
    case "reported":
      return made([notBlank, notInapplicable], true, true);
    case "number": {
      const own = excelString(
        text.includes("=") || /^[<>]/.test(text)
          ? `${asked.operator}${exactText(asked.operand)}`
          : exactText(asked.operand),
      );
      return asked.operator === "<>" ? made([own, notBlank, notInapplicable], false, true) : made([own]);
    }
    case "text":
      if (asked.operator === "<>") return made([excelString(text), notBlank, notInapplicable], false, true);
      return made(
        asked.operator === "=" && !hasWildcards(asked.operand)
          ? [excelString(text)]
          : [excelString(text), notInapplicable],
      );
  }
}

/** Criteria whose right side is worked out, as `text`. */
export function builtCriteria(column: string, tree: Tree, text: string): readonly ExcelCriterion[] {
  const unequal = leading(tree).startsWith("<>");
  return worked(column, unequal ? [text, notBlank, notInapplicable] : [text], unequal);
}

/**
 * Criteria against a number that may have no end. `&` leaves it 15 digits, by which it would be above or below itself, so
 * that equal numbers get a room of 1e-13 of their size. What `=` is asked of may be words, which need none. Undefined for
 * `<>`, which Excel cannot say with a room.
 */
export function roomyCriteria(
  column: string,
  operator: ComparisonOperator,
  number: Printed,
): readonly ExcelCriterion[] | undefined {
  const room = `ABS(${number.text})*1E-13`;
  const [least, most] = [`${bound(number, 3)}-${room}`, `${bound(number, 3)}+${room}`];
  switch (operator) {
    case "=":
      return worked(
        column,
        [`">="&${least}`, `"<="&${most}`].map((roomy) => `IF(ISNUMBER(${number.text}),${roomy},${number.text})`),
      );
    case ">":
    case "<=":
      return worked(column, [`"${operator}"&${most}`]);
    case "<":
    case ">=":
      return worked(column, [`"${operator}"&${least}`]);
    case "<>":
      return undefined;
  }
}

const worked = (column: string, criteria: readonly string[], unequal = false): readonly ExcelCriterion[] =>
  criteria.map((criterion) => ({ column, criterion, asksBlank: false, admitsEmptyText: unequal }));

function leading(tree: Tree): string {
  if (tree.node === "text") return tree.value;
  return tree.node === "binary" && tree.operator === "&" ? leading(tree.left) : "";
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "=",
  "<>": "<>",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** `列 op 常量` of a filter as criteria; undefined when only a flag column can say it. */
export function plainCriteria(tree: Tree): readonly ExcelCriterion[] | undefined {
  if (tree.node !== "binary" || !isComparison(tree.operator)) return undefined;
  if (isColumn(tree.left)) return constantCriteria(tree.left.name, tree.operator, tree.right);
  return isColumn(tree.right) ? constantCriteria(tree.right.name, mirrored[tree.operator], tree.left) : undefined;
}

function constantCriteria(
  column: string,
  operator: ComparisonOperator,
  constant: Tree,
): readonly ExcelCriterion[] | undefined {
  if (constant.node === "number")
    return literalCriteria(column, (operator === "=" ? "" : operator) + exactText(constant.value));
  if (constant.node !== "text" || (operator !== "=" && operator !== "<>")) return undefined;
  if (constant.value === "")
    return operator === "="
      ? literalCriteria(column, "")
      : [{ column, criterion: notBlank, asksBlank: true, admitsEmptyText: true }];
  const means = parseCriterion(constant.value);
  const isPlain =
    means.asks === "text" &&
    means.operator === "=" &&
    means.operand === constant.value &&
    !hasWildcards(constant.value);
  return isPlain || means.asks === "number"
    ? literalCriteria(column, (operator === "=" ? "" : operator) + constant.value)
    : undefined;
}
