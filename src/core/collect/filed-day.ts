import type { CellContent, SerialDay } from "../../domain/cell";
import { serialDay, yearAndMonth } from "../../formula/calendar";
import { contentText, isCalendarDay, plain } from "./plain-text";

const spellings = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/u,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/u,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
  // Without a day the month's first is meant. 2023.1 may be January or October, so a point asks for two digits.
  /^(\d{4})年(\d{1,2})月$/u,
  /^(\d{4})\.(\d{2})$/u,
  /^(\d{4})-(\d{1,2})$/u,
];

/** The day a cell means; undefined for what is no date, for a year of two digits, and for days that do not exist. */
export function filedDay(content: CellContent): SerialDay | undefined {
  if (typeof content === "object" && content !== null && "date" in content)
    return isCalendarDay(content.date) ? Math.floor(content.date) : undefined;
  const text = plain(contentText(content));
  for (const spelling of spellings) {
    const [, year, month, day = "1"] = spelling.exec(text) ?? [];
    if (month !== undefined) return calendarDay(Number(year), Number(month), Number(day));
  }
  return undefined;
}

/** The serial of a day of the calendar; undefined for one that does not exist, such as 2023-02-30. */
function calendarDay(year: number, month: number, day: number): SerialDay | undefined {
  const serial = serialDay(year, month, day);
  const real = serial === undefined ? undefined : yearAndMonth(serial);
  return real?.year === year && real.month === month ? serial : undefined;
}
