import { ExcelFailure } from "../wire/excel-failure";
import type { WorkbookState } from "./workbook-state";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export function visibilityOf(workbook: WorkbookState, key: string): Visibility {
  const sheet = workbook.engine.sheets().find(({ id }) => id === key);
  if (!sheet) throw new ExcelFailure("ItemNotFound", "the sheet is gone");
  if (!sheet.hidden) return "Visible";
  return workbook.sheet(key).veryHidden ? "VeryHidden" : "Hidden";
}

/**
 * A sheet's name has 1 to 31 characters, none of `: \ / ? * [ ]`, no `'` at either end, and is unique regardless of case.
 * @throws ExcelFailure InvalidArgument, ItemAlreadyExists
 */
export function assertSheetName(workbook: WorkbookState, name: unknown, key?: string): asserts name is string {
  const isGood =
    typeof name === "string" &&
    name.length >= 1 &&
    name.length <= 31 &&
    !/[:\\/?*[\]]/.test(name) &&
    !/^'|'$/.test(name);
  // Excel keeps this name for its own change history.
  if (!isGood || name.toLowerCase() === "history")
    throw new ExcelFailure("InvalidArgument", `sheet name ${String(name)}`);
  const taken = workbook.engine
    .sheets()
    .some((sheet) => sheet.id !== key && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new ExcelFailure("ItemAlreadyExists", `sheet name ${name}`);
}
