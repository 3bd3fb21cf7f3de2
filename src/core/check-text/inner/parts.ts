import { add, compare, decimalText, zero, type Exact } from "../../../domain/exact";
import type { Mention, Prose } from "../../../domain/prose";
import { sameUnit } from "../same-unit";
import type { InnerCheck, Issue } from "./issue";

/** Lists of parts that leave nothing of their whole out. */
const partitions: readonly (readonly string[])[] = [
  ["小学", "初中"],
  ["男", "女"],
  ["公办", "民办"],
  ["本科", "专科"],
  ["主讲", "辅助"],
];

/** Units of rates and means: their parts do not add up, and one may be more than the whole. */
const unadded = /^(?:%|‰|个百分点|:1|周?岁|倍|元\/.*)$/u;
const averaged = /[生人师校班户]均|平均|均分|均值|每[生人师校班户周月日天]/u;
const isAdded = ({ unit, before }: Mention): boolean => !unadded.test(unit) && !averaged.test(before);

/** 省定15册的标准 is what the parts are measured by, and none of them. */
const demanded = /[省市区县国部]定$|标准|目标|要求|规定|[高低多少]于/u;

/** `350人(语文95、…)`, `其中小学段299人…,初中段51人`, `26名…,通过…4人、…21人、…1人`: parts against their whole. */
export const parts: InnerCheck = (prose) => [...bracketed(prose), ...nested(prose), ...resolved(prose)];

function bracketed({ mentions }: Prose): readonly Issue[] {
  return mentions.flatMap((whole, index) => {
    const inside = mentions.flatMap((part, place) =>
      part.inBracketsOf === index && part.sort === "figure" ? [place] : [],
    );
    const isList = isAdded(whole) && inside.length >= 2 && inside.every((place) => isPartOf(mentions[place], whole));
    return isList ? sumIssue(mentions, index, inside, "括号内各项") : [];
  });
}

const isPartOf = (part: Mention | undefined, whole: Mention): boolean =>
  part !== undefined &&
  (part.unit === "" || sameUnit(part.unit, whole.unit)) &&
  part.hedges.length === 0 &&
  !/[A-Za-z]/u.test(part.before);

/** Parts after 其中: none is more than the whole, and those that leave nothing out make it. */
function nested(prose: Prose): readonly Issue[] {
  const { mentions } = prose;
  return mentions.flatMap((first, index) => {
    if (!/其中/u.test(first.before) || first.sort !== "figure") return [];
    const whole = wholeBefore(prose, index);
    const unit = mentions[whole]?.unit;
    if (unit === undefined) return [];
    const list = partsFrom(prose, index, unit);
    const labels = list.map((place) => mentions[place]?.before ?? "");
    const exhausts = partitions.some(
      (words) => list.length === words.length && words.every((word) => labels.some((label) => label.includes(word))),
    );
    const above = list.flatMap((place) => aboveIssue(mentions, place, whole));
    if (above.length > 0) return above;
    return exhausts ? sumIssue(mentions, whole, list, "其中各项") : tooMuch(mentions, whole, list);
  });
}

/** The number 其中 takes apart: the last one before it with the same kind of unit, in this sentence or the one before. */
function wholeBefore({ mentions, clauses }: Prose, index: number): number {
  const first = mentions[index];
  if (!first) return -1;
  for (let place = index - 1; place >= 0; place -= 1) {
    const whole = mentions[place];
    const apart = (clauses[first.clause]?.sentence ?? 0) - (clauses[whole?.clause ?? 0]?.sentence ?? 0);
    if (!whole || apart > 1 || whole.paragraph !== first.paragraph) return -1;
    if (whole.sort === "figure" && whole.inBracketsOf === undefined) return isWholeOf(whole, first) ? place : -1;
  }
  return -1;
}

const isWholeOf = (whole: Mention, part: Mention): boolean =>
  sameUnit(whole.unit, part.unit) && whole.hedges.length === 0 && isAdded(whole);

/** The numbers of the sentence from `index` on that are told in the same unit. */
function partsFrom({ mentions, clauses }: Prose, index: number, unit: string): readonly number[] {
  const sentence = clauses[mentions[index]?.clause ?? 0]?.sentence;
  const list: number[] = [];
  for (let place = index; place < mentions.length; place += 1) {
    const part = mentions[place];
    if (!part || clauses[part.clause]?.sentence !== sentence) break;
    if (part.inBracketsOf !== undefined || part.sort === "name" || part.sort === "date") continue;
    if (part.sort !== "figure" || !sameUnit(part.unit, unit) || !isAdded(part) || demanded.test(part.before)) break;
    list.push(place);
  }
  return list;
}

/** A number of persons or things, then 通过 and how each of them came about. */
function resolved(prose: Prose): readonly Issue[] {
  const { mentions } = prose;
  return mentions.flatMap((first, index) => {
    if (!/^通过/u.test(first.before)) return [];
    const whole = mentions[index - 1];
    if (whole?.clause !== first.clause - 1 || !sameUnit(whole.unit, first.unit)) return [];
    const list = partsFrom(prose, index, whole.unit).filter((place) => mentions[place]?.clause === first.clause);
    return list.length < 2 ? [] : sumIssue(mentions, index - 1, list, "各项");
  });
}

function sumIssue(
  mentions: readonly Mention[],
  whole: number,
  list: readonly number[],
  called: string,
): readonly Issue[] {
  const [total, sum] = [mentions[whole]?.value, sumOf(mentions, list)];
  if (!total || !sum || compare(total, sum) === 0) return [];
  const says = `${called}合计${decimalText(sum, 6)}，总数${decimalText(total, 6)}`;
  return [{ fault: "parts-and-total", weight: "fault", mentions: [whole, ...list], says }];
}

function tooMuch(mentions: readonly Mention[], whole: number, list: readonly number[]): readonly Issue[] {
  const [total, sum] = [mentions[whole]?.value, sumOf(mentions, list)];
  if (!total || !sum || compare(sum, total) <= 0) return [];
  const says = `其中各项合计${decimalText(sum, 6)}，多于总数${decimalText(total, 6)}`;
  return [{ fault: "parts-and-total", weight: "doubt", mentions: [whole, ...list], says }];
}

function aboveIssue(mentions: readonly Mention[], part: number, whole: number): readonly Issue[] {
  const [some, all] = [mentions[part], mentions[whole]];
  if (!some?.value || !all?.value || compare(some.value, all.value) <= 0) return [];
  const says = `其中项${some.text.trim()}多于总数${all.text.trim()}`;
  return [{ fault: "part-above-whole", weight: "fault", mentions: [part, whole], says }];
}

function sumOf(mentions: readonly Mention[], list: readonly number[]): Exact | undefined {
  const values = list.map((place) => mentions[place]?.value);
  return values.every((value) => value !== undefined) ? values.reduce(add, zero) : undefined;
}
