import { compare, isZero, subtract } from "../../domain/exact";
import { parameterKey } from "../../domain/parameter";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { sizeText } from "./change-words";
import { chineseNumeral } from "./chinese-numerals";
import { readLevel, restingOn, type Level } from "./level";
import { maskOf, type Narration } from "./narration";
import type { Shape } from "./number-text";
import { withheldMark, type Told } from "./told";

/** `高于全省平均水平2.3个百分点`: judged on unrounded values, the difference in the unit of changes. */
export function regionText(narration: Narration, ref: SlotRef, options: SlotOptions, region: string): Told {
  const level = readLevel(narration, ref);
  const { content, of } = level;
  const rests = restingOn(level);
  if (content.type !== "number" || !of) return { ...rests, text: withheldMark };
  const beside = narration.named.region(of.indicator, of.slice, region);
  if (!beside) return withheld(narration, level, region);
  const parameters = [...rests.parameters, parameterKey(beside.row)];
  const name = regionWords(region, content.quantity);
  const difference = subtract(content.quantity.value, beside.value);
  const size = sizeText(content.quantity, difference, options, maskOf(narration, options));
  const sign = compare(content.quantity.value, beside.value);
  const even = sign === 0 ? (options.sameWords ?? `与${name}持平`) : `与${name}基本持平`;
  const text =
    sign === 0 || isZero(size.printed) ? even : `${sign > 0 ? "高于" : "低于"}${name}${size.number}${size.unit}`;
  return { ...rests, text, parameters };
}

/** A whole region is told by its mean, one that stands beside ours by its name. */
export const regionWords = (region: string, { kind }: Pick<Shape, "kind">): string => {
  const isMean = kind === "率" || kind === "均值" || kind === "指数";
  return isMean && region.startsWith("全") && !region.includes("平均") ? `${region}平均水平` : region;
};

/** `第三`, `并列第三`: the place among the regions that are known. */
export function rankText(narration: Narration, ref: SlotRef, options: SlotOptions): Told {
  const level = readLevel(narration, ref);
  const rests = restingOn(level);
  const { of } = level;
  if (level.content.type !== "number" || !of) return { ...rests, text: `第${withheldMark}` };
  const rank = narration.named.rank(of.indicator, of.slice);
  if (!rank) return { ...withheld(narration, level, "各地"), text: `第${withheldMark}` };
  const { place, tied, parameters } = rank;
  const numeral = options.measureWord === "none" ? undefined : chineseNumeral(place);
  const text = `${tied.length > 0 ? "并列" : ""}第${numeral ?? String(place)}`;
  return { ...rests, text, parameters: [...rests.parameters, ...parameters] };
}

const withheld = (narration: Narration, level: Level, region: string): Told => ({
  ...restingOn(level),
  text: withheldMark,
  withheld: [
    {
      why: "no-parameter",
      name: `${level.of?.indicator.name ?? level.label}（${region}）`,
      period: narration.definition.source.period,
    },
  ],
});
