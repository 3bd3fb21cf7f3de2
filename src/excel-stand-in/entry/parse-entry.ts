import type { EngineInput } from "../engine/spreadsheet-engine";

/** What becomes of a text that is put into a cell, and the number format Excel gives an ordinary cell along with it. */
export interface Entry {
  readonly input: EngineInput;
  readonly numberFormat?: string;
}

const errorTexts = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);
const millisecondsPerDay = 86_400_000;
const dayZero = Date.UTC(1899, 11, 30);

/**
 * Reads what is written into a cell as Excel does for a person who types it: `001` is the number 1, `2023-9-1` a date,
 * `=…` a formula. A cell with the text format `@`, or a leading `'`, keeps the text as it is.
 * @param year the current year, which Excel adds to a day and month without one
 */
export function parseEntry(raw: string | number | boolean, numberFormat: string, year: number): Entry {
  if (typeof raw !== "string") return { input: { value: raw } };
  if (raw === "") return { input: { value: null } };
  if (raw.startsWith("'")) return { input: { value: raw.slice(1) } };
  if (numberFormat === "@") return { input: { value: raw } };
  return parseText(raw, year);
}

function parseText(text: string, year: number): Entry {
  if (text.startsWith("=") && text.length > 1) return { input: { formula: text } };
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (errorTexts.has(upper)) return { input: { value: upper, isError: true } };
  if (upper === "TRUE" || upper === "FALSE") return { input: { value: upper === "TRUE" } };
  // Chinese Excel reads full-width digits and signs like ordinary ones.
  const plain = trimmed.normalize("NFKC");
  const read = readNumber(plain) ?? readDate(plain, year) ?? readTime(plain);
  if (read)
    return {
      input: { value: read.value },
      ...(read.numberFormat === undefined ? {} : { numberFormat: read.numberFormat }),
    };
  // A leading sign starts a formula, as it did in Lotus 1-2-3.
  if (/^[+\-@][^\s\-+@]/.test(text)) return { input: { formula: `=${text}` } };
  return { input: { value: text } };
}

interface ReadNumber {
  readonly value: number;
  readonly numberFormat?: string;
}

function readNumber(text: string): ReadNumber | undefined {
  const match = /^(\()?([+-])?([¥$€£])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d{1,3})?(%)?(\))?$/i.exec(text);
  if (!match) return undefined;
  const [, open, sign, currency, whole = "", decimals = "", exponent = "", percent, close] = match;
  if ((open === undefined) !== (close === undefined) || (whole === "" && decimals.length < 2)) return undefined;
  // Excel keeps 15 digits: the rest of an ID number becomes zeros.
  const size = Number(
    Number(`${whole === "" ? "0" : whole.replaceAll(",", "")}${decimals}${exponent}`).toPrecision(15),
  );
  const value = (open !== undefined || sign === "-" ? -size : size) / (percent === undefined ? 1 : 100);
  if (!Number.isFinite(value)) return undefined;
  const numberFormat = formatOf(
    currency,
    whole.includes(","),
    decimals.length > 1,
    exponent !== "",
    percent !== undefined,
  );
  return { value: value === 0 ? 0 : value, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

function formatOf(
  currency: string | undefined,
  grouped: boolean,
  decimal: boolean,
  scientific: boolean,
  percent: boolean,
): string | undefined {
  if (percent) return decimal ? "0.00%" : "0%";
  if (scientific) return "0.00E+00";
  if (currency !== undefined) return `${currency}#,##0${decimal ? ".00" : ""}`;
  return grouped ? `#,##0${decimal ? ".00" : ""}` : undefined;
}

const datePatterns: readonly { readonly pattern: RegExp; readonly parts: string; readonly format: string }[] = [
  { pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, parts: "ymd", format: "yyyy/m/d" },
  { pattern: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/, parts: "ymd", format: 'yyyy"年"m"月"d"日"' },
  { pattern: /^(\d{2})[-/](\d{1,2})[-/](\d{1,2})$/, parts: "ymd", format: "yyyy/m/d" },
  { pattern: /^(\d{4})[-/](\d{1,2})$/, parts: "ym", format: "mmm-yy" },
  { pattern: /^(\d{4})年(\d{1,2})月$/, parts: "ym", format: 'yyyy"年"m"月"' },
  { pattern: /^(\d{1,2})[-/](\d{1,2})$/, parts: "md", format: 'm"月"d"日"' },
  { pattern: /^(\d{1,2})月(\d{1,2})日$/, parts: "md", format: 'm"月"d"日"' },
];

function readDate(text: string, currentYear: number): ReadNumber | undefined {
  for (const { pattern, parts, format } of datePatterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const part = (letter: string) => (parts.includes(letter) ? Number(match[parts.indexOf(letter) + 1]) : undefined);
    const year = part("y") ?? currentYear;
    const value = serialDay(year < 30 ? 2000 + year : year < 100 ? 1900 + year : year, part("m") ?? 1, part("d") ?? 1);
    return value === undefined ? undefined : { value, numberFormat: format };
  }
  return undefined;
}

/** Excel's number for a date; undefined for a date that does not exist. */
function serialDay(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return (time - dayZero) / millisecondsPerDay;
}

function readTime(text: string): ReadNumber | undefined {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds] = match;
  const value = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  return { value, numberFormat: seconds === undefined ? "h:mm" : "h:mm:ss" };
}
