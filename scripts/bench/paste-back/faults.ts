import { compare, decimalText, integer, multiply } from "../../../src/domain/exact";
import type { Figure } from "../../../src/domain/figure";
import type { Mention, TextExtent } from "../../../src/domain/prose";
import type { County } from "./county";

/** One edit of a text that makes it wrong. */
export interface Planted {
  readonly at: TextExtent;
  readonly text: string;
}

/** Every way a kind of fault can be put into a text; the bench takes as many as it wants. */
export interface FaultKind {
  readonly name: string;
  readonly plant: (county: County, random: Random) => Planted | undefined;
  /** It contradicts its own text, and is to be found without the report too. */
  readonly isInner?: true;
}

/** A number from 0 up to, not including, the bound. */
export type Random = (below: number) => number;

const digitsText = (county: County, { digitsAt }: Mention): string => county.text.slice(digitsAt.start, digitsAt.end);

const figures = ({ prose }: County, wanted: (mention: Mention) => boolean = () => true): readonly Mention[] =>
  prose.mentions.filter((mention) => mention.sort === "figure" && !mention.inChinese && wanted(mention));

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[random(list.length)];

/** Replaces the digits of a number. */
const withDigits = ({ digitsAt }: Mention, text: string): Planted => ({ at: digitsAt, text });

/** Replaces the words around a number that match. */
function withTail(county: County, { digitsAt, at }: Mention, from: RegExp, to: string): Planted | undefined {
  const tail = county.text.slice(digitsAt.end, at.end);
  return from.test(tail) ? { at: { start: digitsAt.end, end: at.end }, text: tail.replace(from, to) } : undefined;
}

function otherDigit(digits: string, random: Random): string | undefined {
  const place = random(digits.length);
  const digit = digits.charAt(place);
  if (digit === ".") return undefined;
  const other = String((Number(digit) + 1 + random(8)) % 10);
  const changed = digits.slice(0, place) + other + digits.slice(place + 1);
  return Number(changed) === Number(digits) || /^0\d/u.test(changed) ? undefined : changed;
}

function transposed(digits: string, random: Random): string | undefined {
  const place = random(Math.max(1, digits.length - 1));
  const [a, b] = [digits.charAt(place), digits.charAt(place + 1)];
  if (a === b || a === "." || b === "." || b === "") return undefined;
  const changed = digits.slice(0, place) + b + a + digits.slice(place + 2);
  return /^0\d/u.test(changed) ? undefined : changed;
}

/** The figure a number of the text tells, when the text prints one such value only. */
function figureOf({ report }: County, mention: Mention): Figure | undefined {
  const { value } = mention;
  if (!value) return undefined;
  const same = [...report.figures.values()].filter(
    (figure) => figure.value.state === "number" && compare(figure.value.value, value) === 0,
  );
  return same.length === 1 ? same[0] : undefined;
}

const numberText = (value: Figure["value"], decimals: number, percent: boolean): string | undefined => {
  if (value.state !== "number") return undefined;
  return decimalText(percent ? multiply(value.value, integer(100)) : value.value, decimals);
};

const edited = (mention: Mention | undefined, change: (mention: Mention) => Planted | undefined): Planted | undefined =>
  mention && change(mention);

const directions = [
  ["增加", "减少"],
  ["增长", "下降"],
  ["提升", "下降"],
] as const;

export const faultKinds: readonly FaultKind[] = [
  {
    name: "value digit",
    plant: (county, random) =>
      edited(pick(figures(county), random), (mention) => {
        const digits = otherDigit(digitsText(county, mention), random);
        return digits === undefined ? undefined : withDigits(mention, digits);
      }),
  },
  {
    name: "digits transposed",
    plant: (county, random) =>
      edited(pick(figures(county), random), (mention) => {
        const digits = transposed(digitsText(county, mention), random);
        return digits === undefined ? undefined : withDigits(mention, digits);
      }),
  },
  {
    name: "万元 / 亿元 / 元",
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ unit }) => unit === "元" || unit === "平方米"),
          random,
        ),
        (mention) =>
          mention.scale === "万"
            ? withTail(county, mention, /万/u, random(2) === 0 ? "" : "亿")
            : mention.scale === "亿"
              ? withTail(county, mention, /亿/u, "万")
              : withTail(county, mention, /(?=元|平方米)/u, "万"),
      ),
  },
  {
    name: "measure word",
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ unit }) => /^(?:人|名|人次|平方米|所|岁)$/u.test(unit)),
          random,
        ),
        (mention) =>
          withTail(
            county,
            mention,
            /人次|平方米|人|名|所|岁/u,
            { 人: "人次", 名: "人次", 人次: "人", 平方米: "亩", 所: "人", 岁: "人" }[mention.unit] ?? "次",
          ),
      ),
  },
  {
    name: "% for 个百分点",
    isInner: true,
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ unit }) => unit === "个百分点"),
          random,
        ),
        (mention) => withTail(county, mention, /个百分点/u, "%"),
      ),
  },
  {
    name: "个百分点 for %",
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ unit }) => unit === "%"),
          random,
        ),
        (mention) => withTail(county, mention, /%/u, "个百分点"),
      ),
  },
  {
    name: "direction word",
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ before }) => /(?:上年|同比)(?:增加|减少|增长|下降|提升)$/u.test(before)),
          random,
        ),
        (mention) => {
          const start = mention.at.start - 2;
          const word = county.text.slice(start, mention.at.start);
          const other = directions.flatMap(([up, down]) => (word === up ? [down] : word === down ? [up] : []))[0];
          return other === undefined ? undefined : { at: { start, end: mention.at.start }, text: other };
        },
      ),
  },
  {
    name: "last year's value",
    plant: (county, random) =>
      edited(pick(figures(county), random), (mention) => {
        const figure = figureOf(county, mention);
        const past = figure?.past.find(({ label }) => label === "上年");
        const text = past && numberText({ state: "number", value: past.value }, mention.decimals, mention.unit === "%");
        return text === undefined || text === digitsText(county, mention) || mention.scale !== ""
          ? undefined
          : withDigits(mention, text);
      }),
  },
  {
    name: "another year",
    plant: (county, random) =>
      edited(
        pick(
          county.prose.mentions.filter(({ sort }) => sort === "date" || sort === "period"),
          random,
        ),
        (mention) => {
          const year = /\d{4}/u.exec(mention.text);
          if (!year) return undefined;
          const start = mention.at.start + year.index;
          return { at: { start, end: start + 4 }, text: String(Number(year[0]) + (random(2) === 0 ? -1 : 1)) };
        },
      ),
  },
  {
    name: "another slice's value",
    plant: (county, random) =>
      edited(pick(figures(county), random), (mention) => {
        const figure = figureOf(county, mention);
        const others = [...county.report.figures.values()].filter(
          ({ indicator, key, value }) =>
            figure !== undefined && indicator === figure.indicator && key !== figure.key && value.state === "number",
        );
        const other = pick(others, random);
        const text = other && numberText(other.value, mention.decimals, mention.unit === "%");
        if (text === undefined || text === "0" || text === digitsText(county, mention) || mention.scale !== "")
          return undefined;
        return withDigits(mention, text);
      }),
  },
  {
    name: "another scope's word",
    plant: (county, random) => {
      const words = [
        ["城区", "镇区"],
        ["小学", "初中"],
        ["初中", "小学"],
        ["春季", "秋季"],
        ["公办", "民办"],
        ["市级", "省级"],
      ] as const;
      return edited(pick(figures(county), random), (mention) => {
        const found = words.filter(
          ([word]) => mention.before.endsWith(word) || mention.before.replace(/中小学/gu, "###").includes(word),
        );
        const pair = pick(found, random);
        if (!pair) return undefined;
        const start =
          mention.at.start - mention.before.length + mention.before.replace(/中小学/gu, "###").lastIndexOf(pair[0]);
        return { at: { start, end: start + pair[0].length }, text: pair[1] };
      });
    },
  },
  {
    name: "parts not adding",
    isInner: true,
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ inBracketsOf }) => inBracketsOf !== undefined),
          random,
        ),
        (mention) => {
          const whole = county.prose.mentions[mention.inBracketsOf ?? -1];
          const changed = random(4) === 0 && whole ? whole : mention;
          const digits = otherDigit(digitsText(county, changed), random);
          return digits === undefined ? undefined : withDigits(changed, digits);
        },
      ),
  },
  {
    name: "from and to swapped",
    isInner: true,
    plant: (county, random) => {
      const { mentions } = county.prose;
      const pairs = mentions.flatMap((to, index) => {
        const from = mentions[index - 1];
        return from?.clause === to.clause && /(?:提高到|提高至|下降到|降至|增加到)$/u.test(to.before)
          ? [[from, to] as const]
          : [];
      });
      const [from, to] = pick(pairs, random) ?? [];
      if (!from || !to || digitsText(county, from) === digitsText(county, to)) return undefined;
      const between = county.text.slice(from.digitsAt.end, to.digitsAt.start);
      return {
        at: { start: from.digitsAt.start, end: to.digitsAt.end },
        text: `${digitsText(county, to)}${between}${digitsText(county, from)}`,
      };
    },
  },
  {
    name: "growth not of its levels",
    isInner: true,
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ before, unit }) => /同比(?:增长|下降)$/u.test(before) && unit === "%"),
          random,
        ),
        (mention) => {
          const digits = otherDigit(digitsText(county, mention).slice(0, 4), random);
          return digits === undefined || mention.value === undefined ? undefined : withDigits(mention, digits);
        },
      ),
  },
  {
    name: "number of an earlier run",
    plant: (county, random) =>
      edited(pick(figures(county), random), (mention) => {
        const figure = figureOf(county, mention);
        const earlier = figure && county.report.earlier?.[0]?.narrative;
        if (!figure || !earlier || mention.scale !== "" || mention.unit === "%") return undefined;
        const then = earlier.blocks
          .flatMap((block) => (block.type === "paragraph" ? block.clauses : []))
          .flatMap(({ spans }) => spans);
        const span = then.find(
          (one) => one.type === "slot" && one.figures.length === 1 && one.figures[0] === figure.key,
        );
        const digits = /\d+(?:\.\d+)?/u.exec(span?.text ?? "")?.[0];
        return digits === undefined || digits === digitsText(county, mention) ? undefined : withDigits(mention, digits);
      }),
  },
  {
    name: "same name with another value",
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ inBracketsOf, unit }) => inBracketsOf === undefined && unit !== ""),
          random,
        ),
        (mention) => {
          if (mention.before.length < 4 || /上年|同比/u.test(mention.before)) return undefined;
          const clause = county.prose.clauses[mention.clause];
          const digits = otherDigit(digitsText(county, mention), random);
          if (
            !clause ||
            digits === undefined ||
            county.prose.mentions.filter((other) => other.clause === mention.clause).length > 1
          )
            return undefined;
          const [before, after] = [
            county.text.slice(clause.at.start, mention.digitsAt.start),
            county.text.slice(mention.digitsAt.end, clause.at.end),
          ];
          const end = county.prose.paragraphs[mention.paragraph]?.at.end ?? clause.at.end;
          return { at: { start: end, end }, text: `总的看,${before}${digits}${after}。` };
        },
      ),
  },
  {
    name: "hedge dropped",
    plant: (county, random) =>
      edited(
        pick(
          figures(county, ({ hedges }) => hedges.includes("余") || hedges.includes("多")),
          random,
        ),
        (mention) => withTail(county, mention, /[余多]/u, ""),
      ),
  },
];
