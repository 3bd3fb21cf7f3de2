import type { DataValidation } from "../../domain/edit";
import type { CellRange } from "../../domain/snapshot";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { filedBounds, isWhole } from "./entry-status";
import { isNumeric, type UnitWords } from "./form-sheet";

const blanksHint = "没有数的留空，不适用填“—”。";

/** Serial days of 1900-01-01 and 2099-12-31. */
const days = { min: 1, max: 73_050 };

/** The check Excel makes while a value is typed; undefined for free text. */
export function entryValidation(
  definition: CompiledDefinition,
  element: DataElement,
  range: CellRange,
  words: UnitWords,
): DataValidation | undefined {
  if (isNumeric(element)) return numberValidation(element, range, words);
  if (element.type === "日期")
    return {
      range,
      rule: { type: "date", ...days },
      prompt: "填日期，如 2022-9-1。",
      error: "这里要填日期，如 2022-9-1。",
    };
  if (element.type === "是否") return listValidation(range, ["是", "否"]);
  const labels =
    element.codes === undefined ? [] : (definition.codes.get(element.codes) ?? []).map(({ label }) => label);
  return element.type === "代码" && labels.length > 0 ? listValidation(range, labels) : undefined;
}

const listValidation = (range: CellRange, items: readonly string[]): DataValidation => ({
  range,
  rule: { type: "list", items },
  prompt: "从列表里选。",
  error: "请从列表里选择。",
});

function numberValidation(element: DataElement, range: CellRange, unitWords: UnitWords): DataValidation {
  const { unit, filedIn } = element;
  const { min, max } = filedBounds(element, unitWords);
  const whole = isWhole(element, unitWords);
  const asked = [filedIn ?? unit, boundsText(min, max)].filter((part) => part !== undefined && part !== "").join("，");
  return {
    range,
    rule: {
      type: whole ? "whole" : "decimal",
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    },
    ...(asked !== "" && { prompt: `${asked}。${blanksHint}` }),
    error: `这里要填${whole ? "整数" : "数"}${asked === "" ? "" : `（${asked}）`}，不带单位。${blanksHint}`,
  };
}

function boundsText(min: number | undefined, max: number | undefined): string | undefined {
  if (min !== undefined && max !== undefined) return `${String(min)}至${String(max)}`;
  if (min !== undefined) return `不小于${String(min)}`;
  return max === undefined ? undefined : `不大于${String(max)}`;
}
