import type { SlipKind } from "../../domain/diagnosis";
import {
  type Exact,
  compare,
  decimalText,
  divide,
  exactText,
  fraction,
  integer,
  multiply,
  negate,
  parseExact,
} from "../../domain/exact";
import { type NumberCell, filedValue } from "./number-cells";

/** A way a number may have come to stand where another should; `odds` is the logarithm of how likely, given that other. */
export interface Misspelling {
  readonly slip: SlipKind;
  readonly to: Exact;
  readonly odds: number;
}

const tenThousand = integer(10_000);
const squareMetresPerMu = fraction(2000n, 3n);
const longest = 15;

/** All numbers of which `value` may be a misspelling, in the unit kept. */
export function misspellings(cell: NumberCell, value: Exact): readonly Misspelling[] {
  return [...otherUnits(cell, value), ...powersOfTen(value), ...otherSign(value), ...otherDigits(cell, value)]
    .map((one) => ({ ...one, to: nearest(one.to) }))
    .filter(({ to }) => compare(to, value) !== 0);
}

function otherUnits({ element }: NumberCell, value: Exact): readonly Misspelling[] {
  const isMoney = element.type === "金额" || element.unit === "元";
  const isArea = element.unit === "㎡";
  const likely = Math.log(isMoney || isArea ? 0.1 : 0.005);
  const inMu: readonly Misspelling[] = isArea
    ? [{ slip: "area-in-mu", to: multiply(value, squareMetresPerMu), odds: Math.log(0.05) }]
    : [];
  return [
    { slip: "times-ten-thousand", to: multiply(value, fraction(1n, 10_000n)), odds: likely },
    { slip: "divided-by-ten-thousand", to: multiply(value, tenThousand), odds: likely },
    ...inMu,
  ];
}

/** Slips of the unit in which `to` became `value` by rounding: 1533.33 ㎡ written as 2.3 亩. */
export function roundedSlips(cell: NumberCell, value: Exact, to: Exact): readonly Misspelling[] {
  const text = exactText(filedValue(cell, value));
  const places = text.split(".")[1]?.length ?? 0;
  return otherUnits(cell, value).flatMap(({ slip, to: near, odds }) => {
    const ratio = divide(value, near);
    const typed = ratio && decimalText(filedValue(cell, multiply(to, ratio)), places);
    return typed === text && text !== "0" ? [{ slip, to, odds }] : [];
  });
}

/** A number without end is cut: 30 亩 are 20000 ㎡, 31 亩 20666.67. */
const nearest = (value: Exact): Exact =>
  exactText(value).includes("/") ? (parseExact(decimalText(value, 2)) ?? value) : value;

const powersOfTen = (value: Exact): readonly Misspelling[] =>
  [10n, 100n, 1000n].flatMap((power, index): readonly Misspelling[] => {
    const odds = Math.log([0.04, 0.015, 0.01][index] ?? 0.01);
    return [
      { slip: "times-power-of-ten", to: multiply(value, fraction(1n, power)), odds },
      { slip: "times-power-of-ten", to: multiply(value, integer(power)), odds },
    ];
  });

const otherSign = (value: Exact): readonly Misspelling[] =>
  value.numerator < 0n ? [{ slip: "sign", to: negate(value), odds: Math.log(0.3) }] : [];

function otherDigits(cell: NumberCell, value: Exact): readonly Misspelling[] {
  const text = exactText(filedValue(cell, value));
  if (!/^-?\d+(\.\d+)?$/u.test(text) || text.length > longest) return [];
  const digits = [...text].flatMap((character, at) => (/\d/u.test(character) ? [at] : []));
  const spelled =
    (slip: SlipKind, odds: number) =>
    (other: string): readonly Misspelling[] => {
      const filed = /^-?0\d/u.test(other) ? undefined : parseExact(other);
      return filed ? [{ slip, to: multiply(filed, cell.factor), odds }] : [];
    };
  const count = digits.length;
  return [
    ...transpositions(text, digits).flatMap(spelled("digits-transposed", Math.log(0.12 / Math.max(1, count - 1)))),
    ...substitutions(text, digits).flatMap(spelled("digit-wrong", Math.log(0.2 / (9 * count)))),
    ...insertions(text).flatMap(spelled("digit-wrong", Math.log(0.04 / (count + 1)))),
    ...deletions(text, digits).flatMap(spelled("digit-wrong", Math.log(0.04 / (10 * count)))),
  ];
}

const replaced = (text: string, at: number, by: string, length = 1): string =>
  text.slice(0, at) + by + text.slice(at + length);

/** Neighbouring digits the other way round. */
const transpositions = (text: string, digits: readonly number[]): readonly string[] =>
  digits.flatMap((at, index) => {
    const next = digits[index + 1];
    const [a, b] = [text[at], next === undefined ? undefined : text[next]];
    if (next === undefined || a === undefined || b === undefined || a === b) return [];
    return [replaced(replaced(text, at, b), next, a)];
  });

const tenDigits = [..."0123456789"];
const substitutions = (text: string, digits: readonly number[]): readonly string[] =>
  digits.flatMap((at) => tenDigits.filter((digit) => digit !== text[at]).map((digit) => replaced(text, at, digit)));

/** A digit left out when typing. */
const insertions = (text: string): readonly string[] =>
  Array.from({ length: text.length + 1 }, (_, at) => at)
    .filter((at) => !(at === 0 && text.startsWith("-")))
    .flatMap((at) => tenDigits.map((digit) => replaced(text, at, digit, 0)));

/** A digit too many. */
const deletions = (text: string, digits: readonly number[]): readonly string[] =>
  digits.length < 2 ? [] : digits.map((at) => replaced(text, at, ""));
