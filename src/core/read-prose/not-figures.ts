import type { NotFigure, TextExtent } from "../../domain/prose";
import { chineseDigits } from "./chinese-number";

export interface Aside {
  readonly at: TextExtent;
  readonly sort: NotFigure;
}

const numeral = `[${chineseDigits}]`;
const digit = "[0-9xX]";

/**
 * Numbers that are no figures, by how they are written; of two readings of one place the earlier here counts.
 * The group, where there is one, is the part that is the number.
 */
const patterns: readonly (readonly [NotFigure, RegExp])[] = [
  ["document-number", new RegExp(`[〔[(]\\s*${digit}{4}\\s*[〕\\])]\\s*第?${digit}+号`, "gu")],
  ["document-number", /第[0-9xX]+号(?:令|文)?|[0-9]+号文/gu],
  [
    "period",
    new RegExp(`(?<![0-9.])${digit}{4}年?\\s*[-—–~～至到]{1,2}\\s*${digit}{4}(?:学年度?|年度?)?(?![0-9%])`, "gu"),
  ],
  ["period", new RegExp(`(?<![0-9.])${digit}{4}(?:学年度?|年度|级|届)`, "gu")],
  ["date", new RegExp(`(?<![0-9.])(?:${digit}{4}年)(?:${digit}{1,2}月(?:${digit}{1,2}日)?)?`, "gu")],
  [
    "date",
    /(?<![0-9.])(?:[0-9]{1,2}|[xX]{1,2})月(?:[0-9]{1,2}|[xX]{1,2})日|(?<![0-9.个])(?:[0-9]{1,2}|[xX])月(?![份]?[0-9])/gu,
  ],
  ["date", /(?<![0-9.])[12][0-9]{3}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])/gu],
  ["time", /(?<![0-9])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9%])|[xX]{2}:[xX]{2}/gu],
  ["period", /[“"]?十[二三四五六]五[”"]?(?:期间|以来|规划)?/gu],
  ["ordinal", new RegExp(`第(?:${numeral}+|[0-9]+)`, "gu")],
  ["ordinal", new RegExp(`(?:[一二]?十[一二三四五六七八九]?)届(?=[^次])|前(?:${numeral}+|[0-9]+)名`, "gu")],
  ["ordinal", /[特一二三四五六]等奖/gu],
  ["grade", /[一二三四五六七八九](?:[至到、-][一二三四五六七八九])*年级|(?:高|初)[一二三](?![所个名])/gu],
  ["name", /[0-9]{2}后(?![0-9])/gu],
  ["name", /(?<![0-9.])(?:985|211)(?![0-9.]|\s*(?:人|名|所|个|项|台|套|元|万))/gu],
  ["name", new RegExp(`一托(?:${numeral}|[0-9])+`, "gu")],
  ["name", /[A-WYZa-wyz][0-9]+|[0-9]+[A-WYZa-wyz](?![a-zA-Z])/gu],
  ["name", /[0-9xX]+(?:\.[0-9xX]+)?(?=版本?|\+[0-9A-Za-z一-鿿])|(?<=\+)[0-9NXx]+/gu],
  ["duration", new RegExp(`近?(?:${numeral}+)年(?=来|行动|规划|计划|间|赶超|制|“|”)`, "gu")],
  ["name", new RegExp(`(?:${numeral}+)大(?=[^、,。]{1,8})`, "gu")],
  [
    "name",
    /(?<![0-9.])[0-9]\.[0-9](?=[^0-9%.]{2})(?!\s*(?:[万亿余多]|元|人|岁|分|倍|个|平方|公里|米|亩|:1|小时|天|年|以上|名|吨|公顷))/gu,
  ],
  ["code", /(?<![0-9.])[0-9]{9,}(?![0-9.]|\s*[元人])|(?<![0-9.])[0-9]{4}-0[0-9]{3,}|[0-9]{3,4}-[0-9]{7,8}/gu],
  ["name", /(?:双|[二三四五六七八九十])(?:年制|年一贯)/gu],
];

/** Everything in titles and quotation marks is called so, whatever it counts; 《》 always, “” when it is short. */
const quoted = /《[^》]*》|“[^“”]{1,20}”/gu;
const headings =
  /^\s*(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[0-9]{1,2}[.、](?![0-9])|\([0-9]{1,2}\))/gmu;
const spokenHeadings = /(?:(?<=^|[。:;\n])|(?<=,))[一二三四五六七八九十]是(?=[^否])/gmu;

/** What of a text (in half width) is written in numerals but is no figure, in the order of the text. */
export function asidesIn(text: string): readonly Aside[] {
  const all: Aside[] = [
    ...found(text, "heading", headings),
    ...found(text, "heading", spokenHeadings),
    ...patterns.flatMap(([sort, pattern]) => found(text, sort, pattern)),
    ...numeralsInQuotes(text),
  ];
  const taken: Aside[] = [];
  for (const aside of all)
    if (taken.every(({ at }) => at.end <= aside.at.start || at.start >= aside.at.end)) taken.push(aside);
  return taken.sort((a, b) => a.at.start - b.at.start);
}

const found = (text: string, sort: NotFigure, pattern: RegExp): readonly Aside[] =>
  [...text.matchAll(pattern)].map(({ 0: whole, index }) => {
    const lead = /^\s*/u.exec(whole)?.[0].length ?? 0;
    return { sort, at: { start: index + lead, end: index + whole.length } };
  });

function numeralsInQuotes(text: string): readonly Aside[] {
  return [...text.matchAll(quoted)].flatMap(({ 0: whole, index }) =>
    [...whole.matchAll(new RegExp(`[0-9]+(?:\\.[0-9]+)?|(?<=“)${numeral}+(?=[名个项])`, "gu"))].map((number) => ({
      sort: "name" as const,
      at: { start: index + number.index, end: index + number.index + number[0].length },
    })),
  );
}
