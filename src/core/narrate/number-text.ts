import {
  compare,
  decimalText,
  divide,
  integer,
  isInteger,
  isZero,
  magnitude,
  multiply,
  round,
  toNumber,
  type Exact,
  type RoundingMode,
} from "../../domain/exact";
import type { FigureKind } from "../../domain/figure";
import type { SlotOptions } from "../../definitions/template";
import { chineseNumeral } from "./chinese-numerals";
import { hedgeAt, hedgeWords } from "./hedges";

/** A number with everything that decides how it is printed. Rates are held as fractions of one, times as minutes. */
export interface Quantity {
  readonly value: Exact;
  readonly kind: FigureKind | "时刻";
  readonly unit: string;
  /** The unit as printed: 平方米 for ㎡, 个 for 学位. */
  readonly unitWord: string;
  /** Excel number format of the indicator: `0`, `0.0`, `0.##%`. */
  readonly format: string;
  readonly scale: NonNullable<SlotOptions["scale"]>;
  /** Zero, cap and target: a value beside such a line is never printed as the line itself. */
  readonly lines: readonly Exact[];
  /** What the value cannot pass: of 100 % nobody says 以上. */
  readonly cap?: Exact;
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
export function numberText(quantity: Quantity, asked: SlotOptions, mask: Mask = "无"): NumberText {
  if (quantity.kind === "时刻") return timeText(quantity.value, mask);
  const options = truthful(quantity, asked);
  const scaling = scalingOf(quantity, options);
  const inChinese = options.chinese === true ? chineseText(quantity, options) : undefined;
  if (inChinese !== undefined)
    return { number: ordinal(inChinese, options), unit: unitText(quantity, options), printed: quantity.value };
  const { printed, places } = rounded(quantity, options, scaling);
  const digits = decimals(
    quotient(printed, scaling.divisor),
    places,
    options.keepZeros === true ? places : scaling.keptPlaces,
  );
  const cut = compare(printed, quantity.value) !== 0;
  return {
    number: ordinal(`${hedgeAt("before", options.approximation, cut)}${masked(digits, mask)}`, options),
    unit: unitWithWord(quantity, options, scaling.word, cut),
    printed,
  };
}

/** What follows the number, for a slot whose number is withheld: the scale is left open where it depends on the value. */
export function unitText(quantity: Shape, options: SlotOptions): string {
  return unitWithWord(quantity, options, scaleAsked(quantity, options), false);
}

/** A number nobody knows yet, in the words that will stand around it. */
export function shapeText(shape: string, quantity: Shape, options: SlotOptions): Omit<NumberText, "printed"> {
  return {
    number: ordinal(`${hedgeAt("before", options.approximation, true)}${shape}`, options),
    unit: unitWithWord(quantity, options, scaleAsked(quantity, options), true),
  };
}

/** A rounding that would tell nothing of 45, or 以上 of what cannot be passed, is left out. */
function truthful(quantity: Quantity, options: SlotOptions): SlotOptions {
  const { approximation, roundTo, ...exact } = options;
  if (approximation === undefined && roundTo === undefined) return options;
  const { printed } = rounded(quantity, options, scalingOf(quantity, options));
  const isFloor = approximation !== undefined && hedgeWords[approximation].rounding === "down";
  const atCap = quantity.cap !== undefined && compare(printed, quantity.cap) >= 0;
  return isZero(printed) || (isFloor && atCap) ? exact : options;
}

const ordinal = (number: string, options: SlotOptions): string => (options.ordinal === true ? `第${number}` : number);

const masked = (digits: string, mask: Mask): string =>
  mask === "无" ? digits : mask === "按位" ? digits.replace(/\d/g, "x") : "xx";

const minutesOfHour = 60n;

/** `17:30`. */
function timeText(minutes: Exact, mask: Mask): NumberText {
  const whole = minutes.numerator / minutes.denominator;
  const [hours, rest] = [whole / minutesOfHour, whole % minutesOfHour].map((part) => String(part).padStart(2, "0"));
  return { number: masked(`${hours ?? ""}:${rest ?? ""}`, mask), unit: "", printed: minutes };
}

function chineseText(quantity: Quantity, options: SlotOptions): string | undefined {
  if (!isInteger(quantity.value) || quantity.kind === "率") return undefined;
  const ranked = quantity.kind === "名次" || options.ordinal === true;
  return chineseNumeral(toNumber(quantity.value), !ranked && unitText(quantity, options) !== "");
}

function unitWithWord(shape: Shape, options: SlotOptions, scaleWord: string, cut: boolean): string {
  const { unit, unitWord: word } = shape;
  const bare = options.measureWord === "none";
  const [inside, after] = [hedgeAt("inside", options.approximation, cut), hedgeAt("after", options.approximation, cut)];
  if (isPercentage(shape)) return `${bare ? "" : "%"}${inside}${after}`;
  const unitWord = bare ? "" : (options.measureWord ?? word);
  const scaled = isMoney(unit) ? `${inside}${scaleWord}` : `${scaleWord}${inside}`;
  return `${scaled}${unitWord}${after}`;
}

const isMoney = (unit: string): boolean => unit === "元";
const areaUnits: readonly string[] = ["㎡", "平方米", "公顷", "亩"];
const isCount = (unit: string): boolean => !isMoney(unit) && !areaUnits.includes(unit);

function scaleAsked({ scale }: Shape, options: SlotOptions): Scaling["word"] {
  const asked = options.scale ?? scale;
  return asked === "万" || asked === "亿" ? asked : "";
}

function scalingOf(quantity: Quantity, options: SlotOptions): Scaling {
  const format = placesOf(quantity.format);
  if (isPercentage(quantity)) return { divisor: { numerator: 1n, denominator: 100n }, word: "", ...format };
  const { unit } = quantity;
  switch (options.scale ?? quantity.scale) {
    case "万":
      return { ...tenThousand, places: isCount(unit) ? 2 : 4 };
    case "亿":
      return hundredMillion;
    case "自动":
      if (options.scale !== "自动" && (!isMoney(unit) || quantity.kind !== "量")) break;
      return automatic(quantity) ?? { ...unscaled, ...(isMoney(unit) ? { places: 2 } : format) };
    case "不缩":
      break;
  }
  return { ...unscaled, ...format };
}

const unscaled: Scaling = { divisor: integer(1), word: "", places: 0, keptPlaces: 0 };
const tenThousand: Scaling = { divisor: integer(10_000), word: "万", places: 4, keptPlaces: 0 };
const hundredMillion: Scaling = { divisor: integer(100_000_000), word: "亿", places: 2, keptPlaces: 0 };

/** 亿 from one 亿 on, 万 from one 万 on; undefined for what is smaller. */
function automatic({ value, unit }: Quantity): Scaling | undefined {
  const size = magnitude(value);
  if (compare(size, hundredMillion.divisor) >= 0) return hundredMillion;
  if (compare(size, tenThousand.divisor) < 0) return undefined;
  return isCount(unit) ? { ...tenThousand, places: 2 } : tenThousand;
}

/** `0.0#%` prints at least one and at most two decimals. */
function placesOf(format: string): { places: number; keptPlaces: number } {
  const decimalPart = /\.([0#]*)/.exec(format)?.[1] ?? "";
  return { places: decimalPart.length, keptPlaces: decimalPart.lastIndexOf("0") + 1 };
}

function rounded(quantity: Quantity, options: SlotOptions, scaling: Scaling): { printed: Exact; places: number } {
  const mode = options.approximation === undefined ? "half-up" : hedgeWords[options.approximation].rounding;
  if (options.roundTo !== undefined && !isPercentage(quantity))
    return { printed: round(quantity.value, -options.roundTo, mode), places: scaling.word === "" ? 0 : 8 };
  const places = options.places ?? scaling.places;
  const at = (decimalPlaces: number, by: RoundingMode): Exact =>
    multiply(round(quotient(quantity.value, scaling.divisor), decimalPlaces, by), scaling.divisor);
  if (options.approximation !== undefined) return { printed: at(places, mode), places };
  return besideLines(quantity, places, at);
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
  const below = at(places, "down");
  if (compare(quantity.value, line) < 0 && !crossed(below)) return { printed: below, places };
  for (let more = places + 1; more <= places + morePlaces; more += 1)
    if (!crossed(at(more, "half-up"))) return { printed: at(more, "half-up"), places: more };
  return { printed: usual, places };
}

/** Decimals told beyond the usual ones before a value beside a line is given up as the line itself. */
const morePlaces = 8;

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
