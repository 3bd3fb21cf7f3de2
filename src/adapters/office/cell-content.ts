import type { CellContent } from "../../domain/cell";

const errorTexts: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
]);

/** A cell's value as Excel tells it, with what its number format adds: whether the number is a date. */
export function cellContent(value: unknown, numberFormat: string): CellContent {
  if (typeof value === "number") return isDateFormat(numberFormat) ? { date: value } : value;
  if (typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return errorTexts.has(value) ? { error: value } : value;
}

/** Year, month or day letters outside quotes, escapes and brackets. */
const isDateFormat = (format: string): boolean =>
  format !== "General" && /[ymd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ""));
