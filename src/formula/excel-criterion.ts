import { isColumn } from "./columns-of";
import type { ComparisonOperator } from "./comparison";
import { builtCriterion } from "./criterion";
import { isCalculated } from "./excel-comparison";
import { type ExcelCriterion, builtCriteria, literalCriteria, roomyCriteria } from "./excel-criteria";
import { type Printed, closed } from "./excel-guard";
import type { ExcelPlace, Print } from "./excel-printer";
import type { CriterionPair } from "./gather";
import type { Tree } from "./tree";

/** One pair of a total's criteria, with the expression its right side is worked out by. */
export function printCriterion(
  { column, criterion: wanted }: CriterionPair,
  print: Print,
  place: ExcelPlace,
): { readonly made: readonly ExcelCriterion[]; readonly printed: Printed } {
  const name = isColumn(column) ? column.name : "";
  if (wanted.node === "text") return { made: literalCriteria(name, wanted.value), printed: closed("") };
  const { operator, operand } = builtCriterion(wanted);
  if (isEndless({ column, criterion: operand }, operator, place)) {
    const printed = print(operand, place);
    const made = roomyCriteria(name, operator ?? "=", printed);
    return { made: made ?? [], printed: made ? printed : place.printer.impossible(wanted, "no-excel-form") };
  }
  const printed = print(wanted, place);
  return { made: builtCriteria(name, wanted, printed.text), printed };
}

/** Whether a column worked out in the workbook is set against a number, so that both may have more than 15 digits. */
function isEndless(
  { column, criterion: operand }: CriterionPair,
  operator: ComparisonOperator | undefined,
  { printer: { spelling } }: ExcelPlace,
): boolean {
  const isWorkedOut = (tree: Tree): boolean => {
    const form = isColumn(tree) ? (tree.form ?? spelling.form) : undefined;
    if (!isColumn(tree) || form === undefined) return false;
    return spelling.isComputed(form, tree.name) && !spelling.isText(form, tree.name);
  };
  if (!isWorkedOut(column)) return false;
  const isOrdered = operator !== undefined && operator !== "=" && operator !== "<>";
  return isOrdered || isWorkedOut(operand) || isCalculated(operand);
}
