import type { FUniver } from "@univerjs/core/facade";
// Bring the types of what these presets add to sheets and ranges.
import type {} from "@univerjs/preset-sheets-conditional-formatting";
import type {} from "@univerjs/preset-sheets-data-validation";
import type { FDataValidation } from "@univerjs/preset-sheets-data-validation";
import type { FWorksheet } from "@univerjs/preset-sheets-core";
import type { CellRange } from "../../domain/snapshot";
import type { FormulaLook, ListRule } from "./spreadsheet-engine";

/** Shows exactly these validations on the grid of the sheet. Rules the grid has no form for are left out. */
export function showValidations(api: FUniver, sheet: FWorksheet, validations: readonly ListRule[]): void {
  for (const shown of sheet.getDataValidations()) shown.delete();
  for (const { area, rule, prompt, error } of validations) {
    const built = gridRule(api, rule, {
      ...(prompt ? { prompt: prompt.message, promptTitle: prompt.title, showInputMessage: true } : {}),
      ...(error ? { error: error.message, errorTitle: error.title, showErrorMessage: true } : {}),
    });
    if (built) rangeOf(sheet, area).setDataValidation(built);
  }
}

/** Shows exactly these conditional formats on the grid of the sheet. */
export function showFormulaLooks(sheet: FWorksheet, looks: readonly FormulaLook[]): void {
  sheet.clearConditionalFormatRules();
  for (const { area, formula, look } of looks) {
    if (formula === "") continue;
    const rule = sheet
      .newConditionalFormattingRule()
      .whenFormulaSatisfied(formula)
      .setRanges([rangeOf(sheet, area).getRange()]);
    if (look.fill !== undefined) rule.setBackground(look.fill);
    if (look.fontColor !== undefined) rule.setFontColor(look.fontColor);
    if (look.bold === true) rule.setBold(true);
    if (look.italic === true) rule.setItalic(true);
    sheet.addConditionalFormattingRule(rule.build());
  }
}

/** As far as the grid goes: a rule for a whole column has nothing to show below it. */
function rangeOf(sheet: FWorksheet, { top, left, bottom, right }: CellRange) {
  const lowest = Math.min(bottom, sheet.getMaxRows() - 1);
  const rightmost = Math.min(right, sheet.getMaxColumns() - 1);
  return sheet.getRange(top, left, Math.max(1, lowest - top + 1), Math.max(1, rightmost - left + 1));
}

interface BoundedRule {
  readonly formula1?: unknown;
  readonly formula2?: unknown;
  readonly operator?: string;
}

interface ExcelRule {
  readonly list?: { readonly source?: unknown };
  readonly wholeNumber?: BoundedRule;
  readonly decimal?: BoundedRule;
  readonly custom?: { readonly formula?: string };
}

function gridRule(api: FUniver, rule: ExcelRule, options: object): FDataValidation | undefined {
  const builder = api.newDataValidation().setOptions(options).setAllowBlank(true);
  if (typeof rule.list?.source === "string" && !rule.list.source.startsWith("="))
    return builder.requireValueInList(rule.list.source.split(","), false, true).build();
  if (rule.custom?.formula !== undefined) return builder.requireFormulaSatisfied(rule.custom.formula).build();
  const bounded = rule.wholeNumber ?? rule.decimal;
  if (!bounded) return undefined;
  const isWhole = rule.wholeNumber !== undefined;
  const [from, to] = [Number(bounded.formula1), Number(bounded.formula2)];
  switch (bounded.operator) {
    case "Between":
      return builder.requireNumberBetween(from, to, isWhole).build();
    case "GreaterThanOrEqualTo":
      return builder.requireNumberGreaterThanOrEqualTo(from, isWhole).build();
    case "LessThanOrEqualTo":
      return builder.requireNumberLessThanOrEqualTo(from, isWhole).build();
    case "GreaterThan":
      return builder.requireNumberGreaterThan(from, isWhole).build();
    case "LessThan":
      return builder.requireNumberLessThan(from, isWhole).build();
    default:
      return undefined;
  }
}
