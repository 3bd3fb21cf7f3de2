import { compare, isZero } from "../../domain/exact";
import type { Hedge, Mention } from "../../domain/prose";
import type { NumberFault, NumberVerdict } from "../../domain/text-check";
import { agreement, isTold, type Told } from "../../domain/printed-number";
import { directionOf } from "./directions";
import type { OwnNumber } from "./own-numbers";
import type { ReportValues } from "./report-values";
import { isPoints, isRateUnit, sameUnit } from "./same-unit";
import { sliceTitle } from "./says";
import { isFigure } from "./wording";

export interface Outcome {
  readonly verdict: NumberVerdict;
  readonly fault?: NumberFault;
  readonly expected?: string;
  readonly says: string;
}

/** A pasted number beside the number of ours that stands in the same place. */
export function compareNumber(pasted: Mention, own: OwnNumber, values: ReportValues): Outcome {
  const { mention } = own;
  if (!isFigure(pasted)) return compareAside(pasted, own);
  if (pasted.sort === "mask") return { verdict: "no-source", says: "这里还没有填数" };
  if (!isTold(mention) || !isTold(pasted)) return { verdict: "no-source", says: "本轮这个数还没有，文稿印的是××" };
  const expected = mention.text.trim();
  const wrong = (fault: NumberFault, says: string): Outcome => ({ verdict: "contradicts", fault, expected, says });
  const turned = [directionOf(pasted.before), directionOf(mention.before)];
  if (turned[0] !== undefined && turned[1] !== undefined && turned[0] !== turned[1])
    return wrong("direction", "增减方向写反了");
  const unit = unitFault(pasted, mention);
  if (unit) return wrong(unit.fault, unit.says);
  const told = bestAgreement(pasted, mention, values.exactOf(own));
  if (told === "exact" || told === "rounded") {
    if (own.slot === undefined) return { verdict: "not-a-figure", says: "句子里的固定文字" };
    return told === "exact"
      ? { verdict: "matches", says: "" }
      : { verdict: "matches-rounded", says: `文稿印${expected}` };
  }
  const fault = valueFault(pasted, mention, own, values);
  return wrong(fault.fault, fault.says);
}

function compareAside(pasted: Mention, { mention, slot }: OwnNumber): Outcome {
  const [told, expected] = [pasted.text.trim(), mention.text.trim()];
  if (settledSpan(told) === settledSpan(expected))
    return slot ? { verdict: "matches", says: "" } : { verdict: "not-a-figure", says: "句子里的固定文字" };
  const isTime = mention.sort === "date" || mention.sort === "period";
  return {
    verdict: "contradicts",
    fault: isTime ? "period" : "value",
    expected,
    says: isTime ? "时间与文稿不同" : "与文稿不同",
  };
}

/** 2022—2026年 and ２０２２-２０２６年 are the same. */
const settledSpan = (text: string): string => text.normalize("NFKC").replace(/[-—–~至到]+/gu, "-");

/** Exact when it is the value or what we print ourselves. */
function bestAgreement(pasted: Told, own: Told, exact: Told["value"] | undefined): "exact" | "rounded" | "none" {
  const sameHedge = pasted.hedges.join() === own.hedges.join();
  if (sameHedge && compare(pasted.value, own.value) === 0) return sameUpTo(pasted, own) ? "exact" : "none";
  if (sameHedge && own.hedges.some((hedge) => bounds.includes(hedge))) return "none";
  if ((isFloor(own) && isCeiling(pasted)) || (isCeiling(own) && isFloor(pasted))) return "none";
  if (exact !== undefined) return agreement(pasted, exact);
  return sameHedge || own.hedges.length === 0 ? agreement(pasted, own.value) : "none";
}

/** A bound that is told as a bound says something else as soon as it is another one. */
const floors: readonly Hedge[] = ["以上", "不少于"];
const ceilings: readonly Hedge[] = ["以下", "不超过"];
const bounds: readonly Hedge[] = [...floors, ...ceilings];
const isFloor = ({ hedges }: Mention): boolean => hedges.some((hedge) => floors.includes(hedge));
const isCeiling = ({ hedges }: Mention): boolean => hedges.some((hedge) => ceilings.includes(hedge));

const sameUpTo = (a: Mention, b: Mention): boolean =>
  a.upTo === undefined || b.upTo === undefined ? a.upTo === b.upTo : compare(a.upTo, b.upTo) === 0;

const digitsOf = ({ text }: Mention): string =>
  /[0-9][0-9,]*(?:\.[0-9]+)?/u.exec(text.normalize("NFKC"))?.[0].replaceAll(",", "") ?? text;

function unitFault(pasted: Told, own: Told): { readonly fault: NumberFault; readonly says: string } | undefined {
  if (isPoints(own.unit) && isRateUnit(pasted.unit))
    return { fault: "percent-for-points", says: "比率的变化用“个百分点”，不用“%”" };
  if (isRateUnit(own.unit) && isPoints(pasted.unit))
    return { fault: "points-for-percent", says: "这里是比率或增幅，用“%”，不用“个百分点”" };
  if (pasted.scale !== own.scale && digitsOf(pasted) === digitsOf(own) && compare(pasted.value, own.value) !== 0)
    return { fault: "scale", says: "数字对，量级错了" };
  const isPartOfList = pasted.unit === "" && /^[、和及]/u.test(pasted.after);
  if (!sameUnit(pasted.unit, own.unit) && !isPartOfList && own.unit !== "")
    return { fault: "unit", says: pasted.unit === "" ? "漏了单位" : "单位错了" };
  return undefined;
}

function valueFault(
  pasted: Told,
  mention: Told,
  own: OwnNumber,
  values: ReportValues,
): { readonly fault: NumberFault; readonly says: string } {
  const run = values.runTold(own, pasted);
  if (run !== undefined) return { fault: "stale", says: `用的是第${String(run)}轮旧数` };
  if (compare(pasted.value, mention.value) === 0 && pasted.hedges.join() !== mention.hedges.join())
    return { fault: "hedge", says: "“多”“余”“近”“以上”等字与数不符" };
  if (areTransposed(digitsOf(pasted), digitsOf(mention))) return { fault: "digits-transposed", says: "数字抄反" };
  const past = isZero(pasted.value) ? undefined : values.pastTold(own, pasted);
  if (past !== undefined) return { fault: "period", says: `印的是${past}的数` };
  const slice = isZero(pasted.value) ? undefined : values.sliceTold(own, pasted);
  if (slice) return { fault: "scope", says: `印的是“${sliceTitle(slice)}”的数` };
  return { fault: "value", says: "与本轮的数不同" };
}

/** 12.68 for 12.86: two neighbouring digits stand the wrong way round. */
function areTransposed(a: string, b: string): boolean {
  if (a === b || a.length !== b.length) return false;
  const first = [...a].findIndex((character, index) => character !== b.charAt(index));
  const swap = a.charAt(first + 1) === "." ? 2 : 1;
  const swapped = [...a];
  [swapped[first], swapped[first + swap]] = [a.charAt(first + swap), a.charAt(first)];
  return swapped.join("") === b;
}
