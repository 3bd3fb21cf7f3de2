import { compare, exactText, magnitude, parseExact, zero } from "../domain/exact";
import { isColumn } from "./columns-of";
import { parseCriterion } from "./criterion";
import type { FormulaType } from "./formula-type";
import type { CriterionPair } from "./gather";
import { type Context, tell, workingText } from "./infer-context";
import type { Tree } from "./tree";
import { type WorkingType, isNumeric } from "./type-algebra";

/** Shares of a whole stay below it; above this a bound was meant in per cent. */
export const largestRate = parseExact("1.5") ?? zero;

/** N-06: `公办率<80` is always true. */
export function noticeRateBound(rate: Tree, type: WorkingType, bound: Tree, context: Context): void {
  const number = bound.node === "sign" ? bound.operand : bound;
  if (!isShare(rate, context) || (type.kind !== "率" && type.kind !== "百分点") || number.node !== "number") return;
  if (compare(number.value, largestRate) > 0)
    tell(context, "N-06", bound, { rate: type.kind, x: exactText(number.value) });
}

/** A quotient written out may be times 100 or of two years, and 生师比 13.5 is printed without per cent. */
function isShare(tree: Tree, { scope }: Context): boolean {
  if (tree.node === "column") return true;
  const named = tree.node === "call" && tree.name === "指标" ? tree.arguments[0] : tree;
  return named?.node === "name" && scope.indicators.get(named.name)?.isRatio !== true;
}

/** E-U11: `">=30小时"` is met by no number. */
export function checkCriterion({ column, criterion }: CriterionPair, type: FormulaType, context: Context): void {
  if (criterion.node !== "text" || !isColumn(column)) return;
  const asked = parseCriterion(criterion.value);
  if (asked.asks === "number")
    noticeRateBound(column, type, { node: "number", value: magnitude(asked.operand), at: criterion.at }, context);
  if (asked.asks === "text" && (isNumeric(type) || type.kind === "日期"))
    tell(context, "E-U11", criterion, { column: column.name, a: workingText(type), x: criterion.value });
}
