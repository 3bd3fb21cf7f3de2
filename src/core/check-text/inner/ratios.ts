import {
  add,
  compare,
  decimalText,
  divide,
  fraction,
  integer,
  isZero,
  multiply,
  subtract,
  type Exact,
} from "../../../domain/exact";
import type { Mention, Prose } from "../../../domain/prose";
import { isTold, type Told } from "../../../domain/printed-number";
import { isRateUnit, sameUnit } from "../same-unit";
import { settledWords } from "../wording";
import type { InnerCheck, Issue } from "./issue";

/** `占…的17.98%` and `人均…元` against the amounts the same text prints. */
export const ratios: InnerCheck = (prose) => [...shares(prose), ...means(prose), ...rates(prose)];

/** Amounts are looked for this many numbers back. */
const reach = 6;

function shares(prose: Prose): readonly Issue[] {
  const { mentions } = prose;
  return mentions.flatMap((share, index) => {
    const [, part = "", whole = ""] =
      /^(.*?)占(.+?)(?:的)?(?:比例|比重|比)?(?:的|为|达|达到)?$/u.exec(share.before.trim()) ?? [];
    if (!isTold(share) || !isRateUnit(share.unit) || whole === "" || share.hedges.length > 0) return [];
    const pairs = termsOf(prose, index, part, whole);
    if (pairs.some(([top, bottom]) => isShare(share, mentions[top], mentions[bottom]))) return [];
    const [terms] = pairs;
    return terms ? shareIssue(mentions, share, index, terms) : [];
  });
}

function shareIssue(
  mentions: readonly Mention[],
  { decimals }: Told,
  index: number,
  [top, bottom]: readonly [number, number],
): readonly Issue[] {
  const actual = quotient(mentions[top]?.value, mentions[bottom]?.value);
  if (!actual) return [];
  const expected = `${decimalText(multiply(actual, integer(100)), decimals)}%`;
  const says = `${textAt(mentions, top)}÷${textAt(mentions, bottom)}=${expected}`;
  return [{ fault: "rate-of-terms", weight: "fault", mentions: [index, top, bottom], says, expected }];
}

const textAt = (mentions: readonly Mention[], index: number): string => mentions[index]?.text.trim() ?? "";

/** Numbers before a share that are called what it divides. */
function termsOf(prose: Prose, index: number, part: string, whole: string): readonly (readonly [number, number])[] {
  const { mentions } = prose;
  const near = nearby(prose, index);
  const tops = part === "" ? near.slice(-1) : near.filter((place) => isCalled(mentions[place], part));
  const bottoms = near.filter((place) => isCalled(mentions[place], whole) && !tops.includes(place));
  return tops
    .flatMap((top) => bottoms.map((bottom) => [top, bottom] as const))
    .filter(([top, bottom]) => sameUnit(mentions[top]?.unit ?? "", mentions[bottom]?.unit ?? "-"));
}

/** Earlier figures of the paragraph, in order. */
function nearby({ mentions }: Prose, index: number): readonly number[] {
  const paragraph = mentions[index]?.paragraph;
  return mentions
    .flatMap((mention, place) =>
      place < index && mention.paragraph === paragraph && mention.sort === "figure" ? [place] : [],
    )
    .slice(-reach);
}

/** A number is called by its label, of which a text may drop the beginning or the kind: 公共财政支出 is 财政支出. */
function isCalled(mention: Mention | undefined, name: string): boolean {
  if (!mention || !isTold(mention)) return false;
  const label = settledWords(mention.before === "" ? mention.after : mention.before).replace(/[为共有]+$/u, "");
  const wanted = settledWords(name).replace(/^的/u, "");
  return wanted.length >= 3 && label.length >= 3 && (label.endsWith(wanted) || wanted.endsWith(label));
}

/** Whether a quotient of two printed numbers, each as exact as it is printed, can be the printed share. */
function isShare(share: Told, top: Mention | undefined, bottom: Mention | undefined): boolean {
  if (!top || !bottom || !isTold(top) || !isTold(bottom)) return false;
  const half = (step: Exact): Exact => multiply(step, fraction(1n, 2n));
  const least = quotient(subtract(top.value, half(top.step)), add(bottom.value, half(bottom.step)));
  const most = quotient(add(top.value, half(top.step)), subtract(bottom.value, half(bottom.step)));
  if (!least || !most) return true;
  return (
    compare(add(share.value, half(share.step)), least) >= 0 &&
    compare(subtract(share.value, half(share.step)), most) <= 0
  );
}

const quotient = (top: Exact | undefined, bottom: Exact | undefined): Exact | undefined =>
  top && bottom && !isZero(bottom) ? divide(top, bottom) : undefined;

/** `为2997名…发放…1060.875万元,人均3540元`: the mean right after its two terms. */
function means({ mentions, clauses }: Prose): readonly Issue[] {
  return mentions.flatMap((mean, index) => {
    const [first, second] = [mentions[index - 2], mentions[index - 1]];
    if (
      !/(?:人均|生均|平均每人)[^,]{0,8}$/u.test(mean.before) ||
      !isTold(mean) ||
      mean.unit !== "元" ||
      !first ||
      !second
    )
      return [];
    const money = [first, second].find(({ unit }) => unit === "元");
    const people = [first, second].find(({ unit }) => sameUnit(unit, "人"));
    const together = [first, second].every(
      ({ clause }) => clauses[clause]?.sentence === clauses[mean.clause]?.sentence,
    );
    if (!money || !people || !together || isShare(mean, money, people)) return [];
    const actual = quotient(money.value, people.value);
    if (!actual) return [];
    const should = `${decimalText(actual, mean.decimals)}元`;
    return [
      {
        fault: "mean" as const,
        weight: "fault" as const,
        mentions: [index, index - 1, index - 2],
        says: `${money.text.trim()}÷${people.text.trim()}=${should}`,
        expected: should,
      },
    ];
  });
}

/** `按照最高1000元/人标准,为2997名…发放…1060.875万元`: more a head than the rate allows, unless it is paid several times. */
function rates({ mentions, clauses }: Prose): readonly Issue[] {
  return mentions.flatMap((rate, index) => {
    if (!/^(?:元\/人|\/人元|元\/生)$/u.test(rate.unit) || !isTold(rate)) return [];
    const sentence = clauses[rate.clause]?.sentence;
    const after = [index + 1, index + 2].filter(
      (place) => clauses[mentions[place]?.clause ?? -1]?.sentence === sentence,
    );
    const people = after.find((place) => sameUnit(mentions[place]?.unit ?? "", "人"));
    const money = after.find((place) => mentions[place]?.unit === "元");
    const mean = quotient(mentions[money ?? -1]?.value, mentions[people ?? -1]?.value);
    if (people === undefined || money === undefined || !mean || compare(mean, rate.value) <= 0) return [];
    const says = `${mentions[money]?.text.trim() ?? ""}÷${mentions[people]?.text.trim() ?? ""}=${decimalText(mean, 2)}元，多于${rate.text.trim()}，是否按月或按次`;
    return [{ fault: "mean" as const, weight: "doubt" as const, mentions: [money, people, index], says }];
  });
}
