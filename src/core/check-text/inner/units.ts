import { compare, integer } from "../../../domain/exact";
import type { Mention, Prose } from "../../../domain/prose";
import { isPoints, isRateUnit } from "../same-unit";
import { isFigure } from "../wording";
import type { InnerCheck, Issue } from "./issue";

/** Units that cannot be: an amount that grows by points, a rate that grows by per cent, 100%以上, 1000/人元. */
export const units: InnerCheck = (prose) =>
  prose.mentions.flatMap((mention, index) =>
    [wrongChange(prose, mention, index), aboveHundred(mention, index), turned(mention, index)].filter(
      (issue) => issue !== undefined,
    ),
  );

const compared = /较|同比|比(?!例|率|重)|环比/u;
const growing = /增长|增加|提高|提升|上升|下降|降低|减少|回落/u;

function wrongChange(prose: Prose, mention: Mention, index: number): Issue | undefined {
  const says = mention.before.trim();
  const isChange = growing.test(says) && /(?:增长|增加|提高|提升|上升|下降|降低|减少|回落)(?:了|约)?$/u.test(says);
  if (!isChange || !isFigure(mention)) return undefined;
  const level = levelBefore(prose, index);
  const base = prose.mentions[level];
  if (!base) return undefined;
  const isRate = isRateUnit(base.unit);
  if (isPoints(mention.unit) && !isRate && base.unit !== "" && !/[率比]|占比|比例|比重/u.test(says))
    return issueOf("amount-in-points", [index], "数量的增幅用“%”，不用“个百分点”");
  if (isRateUnit(mention.unit) && isRate && compared.test(says))
    return issueOf("rate-grows-by-percent", [index], "比率的变化用“个百分点”，不用“%”");
  return undefined;
}

/** The number whose change this is: the last one before it in the sentence that is no change itself. */
function levelBefore({ mentions, clauses }: Prose, index: number): number {
  const sentence = clauses[mentions[index]?.clause ?? 0]?.sentence;
  for (let place = index - 1; place >= 0; place -= 1) {
    const level = mentions[place];
    if (!level || clauses[level.clause]?.sentence !== sentence) return -1;
    if (
      isFigure(level) &&
      !isPoints(level.unit) &&
      !(compared.test(level.before) && growing.test(level.before)) &&
      level.unit !== ""
    )
      return place;
  }
  return -1;
}

function aboveHundred(mention: Mention, index: number): Issue | undefined {
  if (!isRateUnit(mention.unit) || mention.value === undefined) return undefined;
  const isFull = compare(mention.value, integer(1)) === 0;
  if (isFull && mention.hedges.some((hedge) => hedge === "以上" || hedge === "多" || hedge === "余"))
    return { ...issueOf("above-hundred", [index], "比率不会超过100%"), expected: "100%" };
  return undefined;
}

function turned(mention: Mention, index: number): Issue | undefined {
  return mention.unit === "/人元"
    ? { ...issueOf("unit-order", [index], "单位次序颠倒"), expected: mention.text.replace(/\/人元/u, "元/人") }
    : undefined;
}

const issueOf = (fault: Issue["fault"], mentions: readonly number[], says: string): Issue => ({
  fault,
  weight: "fault",
  mentions,
  says,
});
