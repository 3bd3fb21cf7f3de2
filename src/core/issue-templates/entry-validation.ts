import type { DataValidation } from "../../domain/edit";
import type { CellRange } from "../../domain/snapshot";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { isNumeric } from "./form-sheet";

const blanksHint = "没有数的留空，不适用填“—”。";

/** The check Excel makes while a value is typed; undefined for free text and days. */
export function entryValidation(
  definition: CompiledDefinition,
  element: DataElement,
  range: CellRange,
): DataValidation | undefined {
  if (isNumeric(element)) return numberValidation(element, range);
  if (element.type === "是否") return listValidation(range, ["是", "否"]);
  const labels =
    element.codes === undefined ? [] : (definition.codes.get(element.codes) ?? []).map(({ label }) => label);
  return element.type === "代码" && labels.length > 0 ? listValidation(range, labels) : undefined;
}

const listValidation = (range: CellRange, items: readonly string[]): DataValidation => ({
  range,
  rule: { type: "list", items },
  error: "请从列表里选择。",
});

/** Bounds are kept in the element's own unit and hold for the cell only when schools write in that unit. */
function numberValidation(element: DataElement, range: CellRange): DataValidation {
  const { type, unit, filedIn, min, max } = element;
  const isSameUnit = filedIn === undefined || filedIn === unit;
  const words = type === "整数" ? "整数" : "数";
  const asked = [filedIn ?? unit, isSameUnit ? boundsText(min, max) : undefined]
    .filter((part) => part !== undefined && part !== "")
    .join("，");
  return {
    range,
    rule: {
      type: type === "整数" ? "whole" : "decimal",
      ...(isSameUnit && min !== undefined && { min }),
      ...(isSameUnit && max !== undefined && { max }),
    },
    ...(asked !== "" && { prompt: `${asked}。${blanksHint}` }),
    error: `这里要填${words}${asked === "" ? "" : `（${asked}）`}，不带单位。${blanksHint}`,
  };
}

function boundsText(min: number | undefined, max: number | undefined): string | undefined {
  if (min !== undefined && max !== undefined) return `${String(min)}至${String(max)}`;
  if (min !== undefined) return `不小于${String(min)}`;
  return max === undefined ? undefined : `不大于${String(max)}`;
}
