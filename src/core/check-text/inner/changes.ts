import {
  add,
  compare,
  decimalText,
  divide,
  fraction,
  integer,
  isZero,
  magnitude,
  multiply,
  subtract,
  type Exact,
} from "../../../domain/exact";
import type { Mention, Prose } from "../../../domain/prose";
import { isTold, type Told } from "../../../domain/printed-number";
import { directionOf } from "../directions";
import { isPoints, isRateUnit, sameUnit } from "../same-unit";
import type { InnerCheck, Issue } from "./issue";

/** `由32.9%提高到72.2%`, `较上年增加69人,增长0.45%`: the ends of a change, its size and its rate. */
export const changes: InnerCheck = (prose) => [...fromTo(prose), ...sizeAndRate(prose), ...structures(prose)];

const reaching = /(?:提高|提升|增加|增长|上升|降低|下降|减少|优化|延长|缩小|扩大)?(?:到|至|为)$/u;

/** Pairs `由A…到B` of one clause. */
function fromTo(prose: Prose): readonly Issue[] {
  const { mentions } = prose;
  return mentions.flatMap((to, index) => {
    const from = mentions[index - 1];
    if (!from || from.clause !== to.clause || !isTold(from) || !isTold(to)) return [];
    const verb = to.before.trim();
    if (!reaching.test(verb) || !/[由从]/u.test(from.before) || !sameUnit(from.unit, to.unit)) return [];
    const way = directionOf(verb);
    const sign = compare(to.value, from.value);
    const isWrong = (way === "up" && sign <= 0) || (way === "down" && sign >= 0);
    const says = `由${from.text.trim()}到${to.text.trim()}，与“${verb}”不符`;
    if (isWrong) return [{ fault: "from-to" as const, weight: "fault" as const, mentions: [index, index - 1], says }];
    return changeAfter(prose, index, from, to);
  });
}

/** The size of the change, told right after both its ends. */
function changeAfter({ mentions, clauses }: Prose, index: number, from: Told, to: Told): readonly Issue[] {
  const size = mentions[index + 1];
  if (!size || !isTold(size) || clauses[size.clause]?.sentence !== clauses[to.clause]?.sentence) return [];
  const way = directionOf(size.before);
  if (way === undefined || reaching.test(size.before.trim()) || /较|比|同比/u.test(size.before)) return [];
  const change = magnitude(subtract(to.value, from.value));
  const isRate = isRateUnit(to.unit);
  const actual = isPoints(size.unit)
    ? multiply(change, integer(100))
    : isRateUnit(size.unit)
      ? divide(change, magnitude(from.value))
      : change;
  if (actual === undefined || isPoints(size.unit) !== isRate) return [];
  const slack = isPoints(size.unit)
    ? multiply(add(from.step, to.step), integer(100))
    : isRateUnit(size.unit)
      ? size.step
      : add(from.step, to.step);
  if (isNear(size, actual, slack)) return [];
  const says = `由${from.text.trim()}到${to.text.trim()}，变化不是${size.text.trim()}`;
  return [{ fault: "from-to", weight: "fault", mentions: [index + 1, index, index - 1], says }];
}

/** As near as numbers can be that are each rounded to their step. */
const isNear = (told: Told, actual: Exact, slack: Exact): boolean =>
  compare(magnitude(subtract(told.value, actual)), multiply(add(told.step, slack), fraction(1n, 2n))) <= 0;

/** A level, its change and its growth in one sentence: `15432人,比上年增加69人,增长0.45%`. */
function sizeAndRate({ mentions, clauses }: Prose): readonly Issue[] {
  return mentions.flatMap((growth, index) => {
    const before = levelAndSize(mentions.slice(Math.max(0, index - 2), index));
    if (!before || !isTold(growth) || !isRateUnit(growth.unit) || !isChange(growth)) return [];
    const [level, size] = before;
    const together = before.every(({ clause }) => clauses[clause]?.sentence === clauses[growth.clause]?.sentence);
    if (!together) return [];
    const way = directionOf(size.before);
    const base = way === "up" ? subtract(level.value, size.value) : add(level.value, size.value);
    const actual = isZero(base) ? undefined : divide(size.value, magnitude(base));
    if (!actual || isNear(growth, actual, growth.step)) return [];
    const should = `${decimalText(multiply(actual, integer(100)), growth.decimals)}%`;
    const says = `按${level.text.trim()}、${size.text.trim()}算，增幅是${should}`;
    return [
      {
        fault: "growth" as const,
        weight: "fault" as const,
        mentions: [index, index - 1, index - 2],
        says,
        expected: should,
      },
    ];
  });
}

/** A level and the size of its change, when that is what two neighbouring numbers are. */
function levelAndSize([level, size]: readonly Mention[]): readonly [Told, Told] | undefined {
  if (!level || !size || !isTold(level) || !isTold(size) || isRateUnit(level.unit)) return undefined;
  const isPair = sameUnit(level.unit, size.unit) && /[较比]/u.test(size.before) && isChange(size);
  return isPair ? [level, size] : undefined;
}

const isChange = ({ before }: Mention): boolean => directionOf(before) !== undefined && !reaching.test(before.trim());

/** `由5名…、39名…、19名…优化为5名…、41名…、12名…`: a structure that changes keeps its whole, or says why not. */
function structures({ mentions, clauses }: Prose): readonly Issue[] {
  return clauses.flatMap((_, clause) => {
    const inside = mentions.flatMap((mention, index) =>
      mention.clause === clause && mention.sort === "figure" ? [index] : [],
    );
    const turn = inside.findIndex((index) => /(?:优化|调整|变)为$/u.test(mentions[index]?.before.trim() ?? ""));
    if (turn < 2 || inside.length !== 2 * turn) return [];
    const [before, after] = [inside.slice(0, turn), inside.slice(turn)].map((list) =>
      list.reduce((sum, index) => add(sum, mentions[index]?.value ?? integer(0)), integer(0)),
    );
    if (!before || !after || compare(before, after) === 0) return [];
    const says = `前后合计不等：${decimalText(before, 4)}与${decimalText(after, 4)}，请说明`;
    return [{ fault: "parts-and-total" as const, weight: "doubt" as const, mentions: inside, says }];
  });
}
