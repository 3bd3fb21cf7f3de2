import {
  compare,
  decimalText,
  divide,
  integer,
  isInteger,
  magnitude,
  multiply,
  round,
  toNumber,
  type Exact,
  type RoundingMode,
} from "../../domain/exact";
import type { FigureKind } from "../../domain/figure";
import type { Indicator } from "../../definitions/definition";
import type { SlotOptions } from "../../definitions/template";
import { chineseNumeral } from "./chinese-numerals";

/** A number with everything that decides how it is printed. Rates are held as fractions of one. */
export interface Quantity {
  readonly value: Exact;
  readonly kind: FigureKind;
  readonly unit: string;
  /** The unit as printed: 平方米 for ㎡, 个 for 学位. */
  readonly unitWord: string;
  /** Excel number format of the indicator: `0`, `0.0`, `0.##%`. */
  readonly format: string;
  readonly scale: Indicator["scale"];
  /** Cap and target: a value beside such a line is never printed as the line itself. */
  readonly lines: readonly Exact[];
}

/** What is known of a number that cannot be printed. */
export type Shape = Pick<Quantity, "kind" | "unit" | "unitWord" | "scale" | "format">;

/** A rate is told in per cent where its format says so; 生师比 15.3 is told as it is. */
export const isPercentage = ({ kind, format }: Pick<Shape, "kind" | "format">): boolean =>
  kind === "率" && format.endsWith("%");

export type Mask = "无" | "按位" | "统一";

/** `number` holds every digit, `unit` everything that follows: 12.3 + 万余名, 近18000 + 平方米, 95 + %以上. */
export interface NumberText {
  readonly number: string;
  readonly unit: string;
  /** The value as printed, in the quantity's own unit. */
  readonly printed: Exact;
}

interface Scaling {
  /** The printed number is the value divided by this. */
  readonly divisor: Exact;
  readonly word: "" | "万" | "亿";
  readonly places: number;
  readonly keptPlaces: number;
}

/** Rounds once, on the exact value, and words the result. */
export function numberText(quantity: Quantity, options: SlotOptions, mask: Mask = "无"): NumberText {
  const scaling = scalingOf(quantity, options);
  const inChinese = options.chinese === true ? chineseText(quantity, options) : undefined;
  if (inChinese !== undefined) return { number: inChinese, unit: unitText(quantity, options), printed: quantity.value };
  const { printed, places } = rounded(quantity, options, scaling);
  const digits = decimals(
    quotient(printed, scaling.divisor),
    places,
    options.keepZeros === true ? places : scaling.keptPlaces,
  );
  const cut = compare(printed, quantity.value) !== 0;
  const word = options.approximation;
  const number = masked(digits, mask);
  return {
    number: word === "近" && cut ? `近${number}` : number,
    unit: unitWithWord(quantity, options, scaling.word, word === "多" || word === "余" ? (cut ? word : "") : ""),
    printed,
  };
}

/** What follows the number, for a slot whose number is withheld: the scale is left open where it depends on the value. */
export function unitText(quantity: Shape, options: SlotOptions): string {
  return unitWithWord(quantity, options, scaleAsked(quantity, options), "");
}

/** A number nobody knows yet, in the words that will stand around it. */
export function shapeText(shape: string, quantity: Shape, options: SlotOptions): Omit<NumberText, "printed"> {
  const word = options.approximation;
  return {
    number: `${word === "近" ? word : ""}${shape}`,
    unit: unitWithWord(quantity, options, scaleAsked(quantity, options), word === "多" || word === "余" ? word : ""),
  };
}

const masked = (digits: string, mask: Mask): string =>
  mask === "无" ? digits : mask === "按位" ? digits.replace(/\d/g, "x") : "xx";

function chineseText(quantity: Quantity, options: SlotOptions): string | undefined {
  if (!isInteger(quantity.value) || quantity.kind === "率") return undefined;
  const counted = quantity.kind !== "名次" && unitText(quantity, options) !== "";
  return chineseNumeral(toNumber(quantity.value), counted);
}

function unitWithWord(
  shape: Shape,
  options: SlotOptions,
  scaleWord: string,
  approximation: string,
): string {
  const { unit, unitWord: word } = shape;
  const bare = options.measureWord === "none";
  const after = options.approximation === "以上" || options.approximation === "以下" ? options.approximation : "";
  if (isPercentage(shape)) return `${bare ? "" : "%"}${approximation}${after}`;
  const unitWord = bare ? "" : (options.measureWord ?? word);
  const beforeScale = isMoney(unit);
  return `${beforeScale ? approximation : ""}${scaleWord}${beforeScale ? "" : approximation}${unitWord}${after}`;
}

const isMoney = (unit: string): boolean => unit === "元";
const areaUnits: readonly string[] = ["㎡", "平方米", "公顷", "亩"];

function scaleAsked({ scale }: Shape, options: SlotOptions): Scaling["word"] {
  const asked = options.scale ?? scale;
  return asked === "万" || asked === "亿" ? asked : "";
}

function scalingOf(quantity: Quantity, options: SlotOptions): Scaling {
  const format = placesOf(quantity.format);
  const asked = options.scale ?? quantity.scale;
  if (isPercentage(quantity)) return { divisor: { numerator: 1n, denominator: 100n }, word: "", ...format };
  if (asked === "自动" && isMoney(quantity.unit) && quantity.kind === "量") return automaticMoney(quantity.value);
  if (asked === "万")
    return { divisor: tenThousand, word: "万", places: isCount(quantity.unit) ? 2 : 4, keptPlaces: 0 };
  if (asked === "亿") return { divisor: hundredMillion, word: "亿", places: 2, keptPlaces: 0 };
  return { divisor: integer(1), word: "", ...format };
}

const tenThousand = integer(10_000);
const hundredMillion = integer(100_000_000);

function automaticMoney(value: Exact): Scaling {
  const size = magnitude(value);
  if (compare(size, hundredMillion) >= 0) return { divisor: hundredMillion, word: "亿", places: 2, keptPlaces: 0 };
  if (compare(size, tenThousand) >= 0) return { divisor: tenThousand, word: "万", places: 4, keptPlaces: 0 };
  return { divisor: integer(1), word: "", places: 2, keptPlaces: 0 };
}

const isCount = (unit: string): boolean => !isMoney(unit) && !areaUnits.includes(unit);

/** `0.0#%` prints at least one and at most two decimals. */
function placesOf(format: string): { places: number; keptPlaces: number } {
  const decimalPart = /\.([0#]*)/.exec(format)?.[1] ?? "";
  return { places: decimalPart.length, keptPlaces: decimalPart.lastIndexOf("0") + 1 };
}

function rounded(quantity: Quantity, options: SlotOptions, scaling: Scaling): { printed: Exact; places: number } {
  const mode = roundingMode(options.approximation);
  if (options.roundTo !== undefined && !isPercentage(quantity))
    return { printed: round(quantity.value, -options.roundTo, mode), places: scaling.word === "" ? 0 : 8 };
  const places = options.places ?? scaling.places;
  const at = (decimalPlaces: number, by: RoundingMode): Exact =>
    multiply(round(quotient(quantity.value, scaling.divisor), decimalPlaces, by), scaling.divisor);
  if (options.approximation !== undefined) return { printed: at(places, mode), places };
  return besideLines(quantity, places, at);
}

function roundingMode(approximation: SlotOptions["approximation"]): RoundingMode {
  if (approximation === undefined) return "half-up";
  return approximation === "近" || approximation === "以下" ? "up" : "down";
}

/** 99.996 % is not printed as 100 %, nor 65.001 % as a target of 65 %: below a line round down, above it tell more decimals. */
function besideLines(
  quantity: Quantity,
  places: number,
  at: (places: number, by: RoundingMode) => Exact,
): { printed: Exact; places: number } {
  const usual = at(places, "half-up");
  const crossed = (printed: Exact): Exact | undefined =>
    quantity.lines.find((line) => compare(printed, line) !== compare(quantity.value, line));
  const line = crossed(usual);
  if (!line) return { printed: usual, places };
  if (compare(quantity.value, line) < 0 && quantity.value.numerator > 0n)
    return { printed: at(places, "down"), places };
  for (let more = places + 1; more <= places + 6; more += 1)
    if (!crossed(at(more, "half-up"))) return { printed: at(more, "half-up"), places: more };
  return { printed: usual, places };
}

function decimals(value: Exact, places: number, kept: number): string {
  const text = decimalText(value, places, true);
  const least = text.length - places + kept;
  if (places === 0) return text;
  let end = text.length;
  while (end > least && text.charAt(end - 1) === "0") end -= 1;
  return text.slice(0, end).replace(/\.$/, "");
}

function quotient(value: Exact, divisor: Exact): Exact {
  const result = divide(value, divisor);
  if (!result) throw new RangeError("a scale is never zero");
  return result;
}
