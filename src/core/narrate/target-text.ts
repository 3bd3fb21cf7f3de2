import { compare } from "../../domain/exact";
import { parameterKey, type Parameter } from "../../domain/parameter";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { asEnteredFormat, quantityOf, readLevel, restingOn, type LevelOf } from "./level";
import { maskOf, type Narration } from "./narration";
import { isPercentage, numberText, type Quantity } from "./number-text";
import { withheldMark, type Told } from "./told";

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
  const word = verdict > 0 ? "高于" : verdict < 0 ? "低于" : "达到";
  const demand = of.indicator.better === "降好" ? "控制要求" : "目标要求";
  const { number, unit } = numberText(
    asEntered(narration, of, target.row, target.value),
    {},
    maskOf(narration, options),
  );
  const text = `${word}${target.setBy ?? ""}${number}${unit}的${demand}`;
  return { ...rests, text, parameters: [...rests.parameters, parameterKey(target.row)] };
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
