import { type Exact, divide, fraction, integer, multiply, one } from "../../domain/exact";
import { memoizedText } from "./memoized";
import { plain } from "./plain-text";

/** A unit as written on a form: 万元 is 10000 of 元. Units of one base convert, others do not. */
export interface Unit {
  readonly base: string;
  readonly factor: Exact;
}

/** Units schools write that are another unit under a different name or size. Keys as `plain` leaves them: ㎡ is m2. */
const known: Readonly<Record<string, Unit>> = {
  平方米: { base: "m2", factor: one },
  平米: { base: "m2", factor: one },
  亩: { base: "m2", factor: fraction(2000n, 3n) },
  公顷: { base: "m2", factor: integer(10_000) },
  名: { base: "人", factor: one },
  位: { base: "人", factor: one },
  家: { base: "个", factor: one },
};

const printed = new Set(
  "元 人 m2 平方米 平米 亩 公顷 人次 次 名 位 个 家 所 间 班 个班 台 套 册 辆 项 处 场 张 件 座 门 篇 学位 床 户 天 年 月 岁 分 米 公里 吨 %".split(
    " ",
  ),
);
const multiples: Readonly<Record<string, bigint>> = {
  百: 100n,
  千: 1000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
};
/** 个 measures anything that is counted, but neither money nor area. */
const counted = (base: string): boolean => base !== "元" && base !== "m2";

export function parseUnit(text: string): Unit {
  const word = plain(text);
  const [, multiple = "", rest = ""] = /^(百万|千万|百|千|万|亿)?(.*)$/u.exec(word) ?? [];
  const unit = known[word] ?? known[rest] ?? { base: rest, factor: one };
  const times = multiples[multiple];
  return times === undefined || known[word] !== undefined
    ? unit
    : { base: unit.base, factor: multiply(unit.factor, integer(times)) };
}

/** What a number filed in one unit is multiplied by to be kept in another; undefined when they do not convert. */
export function conversion(filed: Unit, kept: Unit): Exact | undefined {
  const sameBase = filed.base === kept.base;
  const bothCounted = (filed.base === "个" || kept.base === "个") && counted(filed.base) && counted(kept.base);
  return sameBase || bothCounted ? divide(filed.factor, kept.factor) : undefined;
}

/** Is this text a unit and nothing else? */
export function isUnitText(text: string): boolean {
  const word = plain(text);
  return printed.has(word) || (word.length > 1 && printed.has(word.replace(/^(百万|千万|百|千|万|亿)/u, "")));
}

/** The unit stated in brackets at the end of a heading, `经费(万元)` or `经费（单位：万元）`; undefined when there is none. */
export function unitInHeading(heading: string): string | undefined {
  return /[)\]】）］]/u.test(heading) ? bracketedUnit(bare(heading)) : undefined;
}

function bracketedUnit(heading: string): string | undefined {
  const word = bracketed.exec(heading)?.[1]?.replace(/^单位:?/u, "");
  return word !== undefined && isUnitText(word) ? word : undefined;
}

/** Without marks that say nothing: a closing colon, the star of a required field. */
const bare = (heading: string): string => plain(heading).replace(/^[*★]+|[*★]+$/gu, "").replace(/:$/u, ""); // prettier-ignore

/** Units named by a line such as `单位：人、万元`; undefined when the text is no such line. */
export function unitsOfLine(text: string): readonly string[] | undefined {
  if (!text.includes("单")) return undefined;
  const [, list] = /^[(【[]?(?:金额|计量|面积)?单位:?(.+?)[)】\]]?$/u.exec(plain(text)) ?? [];
  const words = list?.split(/[、,，;/]/u) ?? [];
  return words.length > 0 && words.every(isUnitText) ? words : undefined;
}

const bracketed = /[([【]([^()[\]【】]+)[)\]】]$/u;

/** A heading as it is compared: without unit, closing colon, required mark and case. */
export const headingText = memoizedText((heading) => {
  const text = bare(heading);
  return (bracketedUnit(text) === undefined ? text : text.replace(bracketed, "")).toLowerCase();
});
