import type { SerialDay } from "../domain/cell";

const millisecondsPerDay = 86_400_000;
/** 1899-12-30, from which Excel's days count since its invented 1900-02-29. */
const epoch = Date.UTC(1899, 11, 30);
const inventedLeapDay = 60;
const lastDay = 2_958_465;

/**
 * Excel's serial day of a date; months and days beyond their range run over into the next (2017,13,1 is 2018-01-01).
 * Years below 1900 count from 1900, as in Excel. undefined outside 1900–9999.
 */
export function serialDay(year: number, month: number, day: number): SerialDay | undefined {
  const full = year < 1900 ? year + 1900 : year;
  const days = (Date.UTC(full, month - 1, day) - epoch) / millisecondsPerDay;
  const serial = days <= inventedLeapDay ? days - 1 : days;
  return year >= 0 && serial >= 1 && serial <= lastDay ? serial : undefined;
}

/** Year and month of a serial day; undefined outside Excel's range. */
export function yearAndMonth(day: SerialDay): { readonly year: number; readonly month: number } | undefined {
  const whole = Math.floor(day);
  if (!(whole >= 1 && whole <= lastDay)) return undefined;
  if (whole === inventedLeapDay) return { year: 1900, month: 2 };
  const date = new Date(epoch + (whole < inventedLeapDay ? whole + 1 : whole) * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** The serial day a criterion such as `>=2017-01-01` means; undefined when the text is no such date. */
export function parseDay(text: string): SerialDay | undefined {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day] = match;
  return serialDay(Number(year), Number(month), Number(day));
}
