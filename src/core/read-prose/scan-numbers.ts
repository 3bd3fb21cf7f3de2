import { divide, fraction, integer, multiply, parseExact, type Exact } from "../../domain/exact";
import type { Hedge, Mention, TextExtent } from "../../domain/prose";
import { chineseDigits, chineseNumber } from "./chinese-number";
import type { Aside } from "./not-figures";
import { isCountedInChinese, settledUnit } from "./units";

/** A number found, before it is known where in the text it stands. */
export type Scanned = Omit<Mention, "paragraph" | "clause" | "before" | "after" | "inBracketsOf">;

const plain = String.raw`[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?`;
const mask = String.raw`[xX×]+(?:\.[xX]+)?|\*+(?:\.\*+)?`;
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");

/** What a number looks like with everything that belongs to it, given the unit words. */
export function numberPattern(units: readonly string[]): RegExp {
  const unit = units.map(escaped).join("|");
  const before = "(?<lead>近|约|大约|超过|超|逾|不少于|不低于|至少|不超过|不高于)?";
  const digits = `(?<digits>${plain}|${mask}|[${chineseDigits}]+)`;
  const upTo = `(?:\\s?(?:[-—–~～]|至|到)\\s?(?<upTo>${plain}|${mask}))?`;
  const tail = `\\s?(?<few>[多余])?(?<scale>万亿|亿|万|千(?!米|克|瓦)|百(?!分))?(?<more>[多余])?\\s?(?<unit>:1(?![0-9])|/人元|${unit})?(?<after>及?以上|及?以下|以内|左右|上下)?`;
  return new RegExp(`${before}\\s?${digits}${upTo}${tail}`, "gu");
}

type Groups = Readonly<Record<string, string | undefined>>;

/** All numbers of a text (in half width): figures and masks by `pattern`, and the asides between them. */
export function scanNumbers(
  text: string,
  original: string,
  pattern: RegExp,
  asides: readonly Aside[],
): readonly Scanned[] {
  const scanned: Scanned[] = [];
  let from = 0;
  for (const aside of [...asides, undefined]) {
    scanned.push(...figuresBetween(text, original, pattern, { start: from, end: aside?.at.start ?? text.length }));
    if (aside === undefined) break;
    scanned.push(asideMention(original, aside));
    from = aside.at.end;
  }
  return scanned;
}

function figuresBetween(
  text: string,
  original: string,
  pattern: RegExp,
  { start, end }: TextExtent,
): readonly Scanned[] {
  const piece = text.slice(start, end);
  return [...piece.matchAll(pattern)].flatMap((match) => {
    const read = figureMention(match, start, original);
    return read && isNumber(read, match, text, start) ? [read] : [];
  });
}

/** Masks count only where something is measured, and Chinese numerals only where something is counted. */
function isNumber(read: Scanned, match: RegExpExecArray, text: string, offset: number): boolean {
  const { digits = "", unit } = groupsOf(match);
  if (/^[xX×*]/u.test(digits)) return unit !== undefined || read.scale !== "" || read.hedges.length > 0;
  if (!read.inChinese) return !/[A-Za-z]/u.test(text.charAt(offset + match.index - 1));
  return (
    unit !== undefined &&
    isCountedInChinese(digits, unit) &&
    !/[第每同各某]/u.test(text.charAt(read.digitsAt.start - 1))
  );
}

const groupsOf = (match: RegExpExecArray): Groups => match.groups ?? {};

function figureMention(match: RegExpExecArray, offset: number, original: string): Scanned | undefined {
  const groups = groupsOf(match);
  const { digits = "", upTo, unit = "" } = groups;
  const inChinese = chineseDigits.includes(digits.charAt(0));
  const lead = match[0].length - match[0].trimStart().length;
  const at = { start: offset + match.index + lead, end: offset + match.index + match[0].trimEnd().length };
  const first = offset + match.index + match[0].indexOf(digits);
  const base: Scanned = {
    at,
    digitsAt: { start: first, end: first + digits.length },
    text: original.slice(at.start, at.end),
    sort: "mask",
    decimals: digits.split(".")[1]?.length ?? 0,
    scale: scaleOf(groups["scale"]),
    unit: settledUnit(unit),
    hedges: hedgesOf(groups),
    inChinese,
  };
  const value = inChinese ? chineseValue(digits) : parseExact(digits.replaceAll(",", ""));
  if (value === undefined) return inChinese ? undefined : base;
  const high = upTo === undefined ? undefined : parseExact(upTo.replaceAll(",", ""));
  const factor = factorOf(base);
  return {
    ...base,
    sort: upTo === undefined ? "figure" : "range",
    value: multiply(value, factor),
    step: multiply(fraction(1n, 10n ** BigInt(base.decimals)), factor),
    ...(high && { upTo: multiply(high, factor) }),
  };
}

const chineseValue = (digits: string): Exact | undefined => {
  const value = chineseNumber(digits);
  return value === undefined ? undefined : integer(value);
};

const scales: Readonly<Record<Mention["scale"], bigint>> = {
  "": 1n,
  百: 100n,
  千: 1000n,
  万: 10_000n,
  亿: 100_000_000n,
};

const scaleOf = (word: string | undefined): Mention["scale"] =>
  word === "百" || word === "千" || word === "万" || word === "亿" ? word : "";

/** What a printed number is multiplied by to be in its bare unit. */
function factorOf({ scale, unit }: Pick<Mention, "scale" | "unit">): Exact {
  const scaled = integer(scales[scale]);
  const parts = unit === "%" ? integer(100) : unit === "‰" ? integer(1000) : integer(1);
  return divide(scaled, parts) ?? scaled;
}

const leads: Readonly<Record<string, Hedge>> = {
  近: "近", 约: "约", 大约: "约", 超过: "多", 超: "多", 逾: "余", 不少于: "不少于", 不低于: "不少于", 至少: "不少于", 不超过: "不超过", 不高于: "不超过",
}; // prettier-ignore

function hedgesOf({ lead, few, more, after }: Groups): readonly Hedge[] {
  const tail: Hedge | undefined =
    after === undefined
      ? undefined
      : /上$/u.test(after) && after !== "上下"
        ? "以上"
        : /^(?:左右|上下)$/u.test(after)
          ? "左右"
          : "以下";
  const inner: Hedge | undefined = (few ?? more) === "多" ? "多" : (few ?? more) === "余" ? "余" : undefined;
  return [lead === undefined ? undefined : leads[lead], inner, tail].filter((hedge) => hedge !== undefined);
}

const asideMention = (original: string, { at, sort }: Aside): Scanned => ({
  at,
  digitsAt: at,
  text: original.slice(at.start, at.end),
  sort,
  decimals: 0,
  scale: "",
  unit: "",
  hedges: [],
  inChinese: false,
});
