import { type Exact, type RoundingMode, integer, isNegative, magnitude, round } from "../domain/exact";
import { serialDay, yearAndMonth } from "./calendar";
import type { FunctionName } from "./tree";
import type { Value } from "./value";
import {
  type Present,
  absence,
  dateValue,
  isAbsent,
  noValue,
  numberOf,
  numberValue,
  textOf,
  textValue,
  wholeNumber,
} from "./values";

/** Functions of plain values: all their arguments are evaluated first, and one that is not there is passed on. */
type ScalarFunction = Extract<
  FunctionName,
  "ROUND" | "ROUNDUP" | "ROUNDDOWN" | "ABS" | "N" | "DATE" | "YEAR" | "MONTH" | "LEN" | "LEFT" | "RIGHT" | "MID"
>;

const scalarFunctions: Readonly<Record<ScalarFunction, (given: readonly Present[]) => Value>> = {
  ROUND: (given) => rounded(given, "half-up"),
  ROUNDUP: (given) => rounded(given, "up"),
  ROUNDDOWN: (given) => rounded(given, "down"),
  ABS: (given) => withNumbers(given, ([x]) => x && numberValue(magnitude(x))),
  N: ([value]) => (value?.type === "text" || value?.type === "list" ? numberValue(integer(0)) : numeric(value)),
  DATE: (given) => withNumbers(given, dateOf),
  YEAR: ([value]) => partOfDate(value, "year"),
  MONTH: ([value]) => partOfDate(value, "month"),
  LEN: ([value]) => numberValue(integer(value ? textOf(value).length : 0)),
  LEFT: (given) => cut(given, (text, count) => text.slice(0, count)),
  RIGHT: (given) => cut(given, (text, count) => text.slice(Math.max(0, text.length - count))),
  MID: ([text, start, count]) => middle(text, start, count),
};

export const isScalarFunction = (name: FunctionName): name is ScalarFunction => name in scalarFunctions;

export function scalar(name: ScalarFunction, given: readonly Value[]): Value {
  const absent = absence(given);
  return absent ?? scalarFunctions[name](given.filter((value) => !isAbsent(value)));
}

function withNumbers(given: readonly Present[], apply: (numbers: readonly Exact[]) => Value | undefined): Value {
  const numbers = given.map(numberOf).filter((number) => number !== undefined);
  if (numbers.length < given.length) return noValue("not-a-number");
  return apply(numbers) ?? noValue("out-of-range");
}

const numeric = (value: Present | undefined): Value => withNumbers(value ? [value] : [], ([x]) => x && numberValue(x));

const mostPlaces = 100;
function rounded(given: readonly Present[], mode: RoundingMode): Value {
  return withNumbers(given, ([x, n]) => {
    const places = n && wholeNumber(n, mostPlaces);
    return x && places !== undefined ? numberValue(round(x, places, mode)) : undefined;
  });
}

const widest = 10_000;
function dateOf(parts: readonly Exact[]): Value | undefined {
  const [year, month, day] = parts.map((part) => wholeNumber(part, widest));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const serial = serialDay(year, month, day);
  return serial === undefined ? undefined : dateValue(serial);
}

function partOfDate(value: Present | undefined, part: "year" | "month"): Value {
  if (value?.type !== "date" && value?.type !== "number") return noValue("not-a-date");
  const day = value.type === "date" ? value.value : wholeNumber(value.value, Number.MAX_SAFE_INTEGER);
  const found = day === undefined ? undefined : yearAndMonth(day);
  return found ? numberValue(integer(found[part])) : noValue("not-a-date");
}

function cut([text, count]: readonly Present[], take: (text: string, count: number) => string): Value {
  const length = count === undefined ? 1 : lengthOf(count);
  return text === undefined || length === undefined ? noValue("out-of-range") : textValue(take(textOf(text), length));
}

function middle(text: Present | undefined, start: Present | undefined, count: Present | undefined): Value {
  const [from, length] = [start && lengthOf(start), count && lengthOf(count)];
  if (!text || from === undefined || from === 0 || length === undefined) return noValue("out-of-range");
  return textValue(textOf(text).slice(from - 1, from - 1 + length));
}

const longestText = 32_767;
function lengthOf(value: Present): number | undefined {
  const number = numberOf(value);
  if (!number || isNegative(number)) return undefined;
  return wholeNumber(number, longestText);
}
