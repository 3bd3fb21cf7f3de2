import { compare } from "../../domain/exact";
import { parameterKey, type Parameter } from "../../domain/parameter";
import type { Indicator } from "../../definitions/definition";
import type { TargetValue } from "../../definitions/named-values";
import { isPeriodWord } from "../../definitions/period-label";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { asEnteredFormat, quantityOf, readLevel, restingOn, type LevelOf } from "./level";
import { maskOf, type Narration } from "./narration";
import { isPercentage, numberText, type Mask, type Quantity } from "./number-text";
import { toldTogether, withheldMark, type Told } from "./told";

/** `高于市局65%的目标要求`: judged on unrounded values, the target told as it was set. */
export function targetText(narration: Narration, ref: SlotRef, options: SlotOptions): Told {
  const { content, of, ...level } = readLevel(narration, ref);
  const rests = restingOn({ content, ...level });
  if (content.type !== "number" || !of) return { ...rests, text: withheldMark };
  const target = narration.named.target(of.indicator, of.slice);
  if (!target) {
    const { period } = narration.definition.source;
    const withheld = [{ why: "no-parameter", name: of.indicator.name, period }] as const;
    return { ...rests, text: withheldMark, withheld };
  }
  const verdict = compare(content.quantity.value, target.value);
  const text = demandText(of.indicator, verdict, targetAsSet(narration, of, target, maskOf(narration, options)));
  return { ...rests, text, parameters: [...rests.parameters, parameterKey(target.row)] };
}

/** `65%`: the target itself, of this period or of the one the slot names. */
export function targetLevelText(narration: Narration, ref: SlotRef, options: SlotOptions): Told {
  const period = ref.slices.find(isPeriodWord) ?? narration.definition.source.period;
  const { of, label } = readLevel(narration, { ...ref, slices: ref.slices.filter((slice) => !isPeriodWord(slice)) });
  const target = of && narration.named.target(of.indicator, of.slice, period);
  if (!of || !target) {
    const name = of?.indicator.name ?? label;
    return { ...toldTogether([], withheldMark), withheld: [{ why: "no-parameter", name, period }] };
  }
  const entered = asEntered(narration, of, target.row, target.value);
  const { number, unit } = numberText(entered, options, maskOf(narration, options));
  return { ...toldTogether([], `${number}${unit}`), parameters: [parameterKey(target.row)] };
}

/** `高于市局65%的目标要求`, or 控制要求 where less is better. `verdict` is the sign of what was reached against it. */
export function demandText({ better }: Indicator, verdict: number, target: string): string {
  const word = verdict > 0 ? "高于" : verdict < 0 ? "低于" : "达到";
  return `${word}${target}的${better === "降好" ? "控制要求" : "目标要求"}`;
}

/** The target as it was set: `市局65%`. */
export function targetAsSet(
  narration: Narration,
  of: LevelOf,
  { row, value, setBy = "" }: TargetValue,
  mask: Mask,
): string {
  const { number, unit } = numberText(asEntered(narration, of, row, value), {}, mask);
  return `${setBy}${number}${unit}`;
}

/** A target keeps the unit and every decimal it was entered with. */
function asEntered(
  narration: Narration,
  { indicator, slice }: LevelOf,
  row: Parameter,
  value: Quantity["value"],
): Quantity {
  const own = quantityOf(narration, slice, indicator, value);
  const level: Quantity = { ...own, format: asEnteredFormat(isPercentage(own) ? "率" : "数"), lines: [] };
  const { unit = "" } = row;
  if (indicator.kind === "率" || unit === "" || row.value?.type !== "number") return level;
  return { ...level, value: row.value.value, unit, unitWord: unit, scale: "不缩" };
}
