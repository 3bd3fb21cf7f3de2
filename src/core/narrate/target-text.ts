import { compare } from "../../domain/exact";
import { parameterKey, type Parameter } from "../../domain/parameter";
import type { Indicator } from "../../definitions/definition";
import type { TargetValue } from "../../definitions/named-values";
import { isPeriodWord } from "../../definitions/period-label";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { labelsOf } from "./labels";
import { asEnteredFormat, quantityOf, readLevel, restingOn, type Level, type LevelOf } from "./level";
import { joined, sideBySide, type Printed } from "./list-text";
import { joint, maskOf, type Narration } from "./narration";
import { isPercentage, numberText, type Mask, type Quantity } from "./number-text";
import { toldTogether, withheldMark, type Told } from "./told";

/** A target beside what was reached of it, or will be. */
export interface Demand {
  readonly indicator: Indicator;
  /** Which of several names it is of. */
  readonly label: string;
  /** The sign of what was reached against it. */
  readonly verdict: number;
  readonly setBy: string;
  /** The target as it was set: 65 and %. */
  readonly number: string;
  readonly unit: string;
}

/** `高于市局65%的目标要求`: judged on unrounded values, the target told as it was set. */
export function targetText(narration: Narration, refs: readonly SlotRef[], options: SlotOptions): Told {
  const levels = refs.map((ref) => readLevel(narration, ref));
  const labels = labelsOf(narration, levels);
  const read = levels.map((level, index) => demandOf(narration, level, labels[index] ?? "", options));
  const rests = toldTogether(
    read.map(({ rests: one }) => one),
    "",
  );
  const demands = read.flatMap(({ demand }) => (demand ? [demand] : []));
  return { ...rests, text: demands.length < read.length ? withheldMark : demandsText(narration, demands, options) };
}

function demandOf(
  narration: Narration,
  level: Level,
  label: string,
  options: SlotOptions,
): { readonly rests: Told; readonly demand?: Demand } {
  const { content, of } = level;
  const rests = restingOn(level);
  if (content.type !== "number" || !of) return { rests };
  const { indicator } = of;
  const target = narration.named.target(indicator, of.slice);
  if (!target) {
    const { period } = narration.definition.source;
    return { rests: { ...rests, withheld: [{ why: "no-parameter", name: indicator.name, period }] } };
  }
  const verdict = compare(content.quantity.value, target.value);
  const set = targetAsSet(narration, of, target, maskOf(narration, options));
  return {
    rests: { ...rests, parameters: [...rests.parameters, parameterKey(target.row)] },
    demand: { indicator, label, verdict, ...set },
  };
}

/** `高于市局65%的目标要求`; for several `均高于省定15册、25册的目标要求`, or each by its label where one differs. */
export function demandsText(narration: Narration, demands: readonly Demand[], options: SlotOptions): string {
  const [first] = demands;
  if (!first) return "";
  if (demands.length === 1) return demandText(first, `${first.number}${first.unit}`);
  const alike = demands.every(
    (one) => wordOf(one) === wordOf(first) && nounOf(one) === nounOf(first) && one.setBy === first.setBy,
  );
  if (!alike)
    return demands
      .map((one) => `${one.label}${demandText(one, `${one.number}${one.unit}`)}`)
      .join(joint(narration, ","));
  const unitOnce = options.unitOnce === true && demands.every(({ unit }) => unit === first.unit);
  const values = [...new Set(demands.map(({ number, unit }) => `${number}${unitOnce ? "" : unit}`))];
  return `均${demandText(first, `${joined(values, "、", options.and === true)}${unitOnce ? first.unit : ""}`)}`;
}

const demandText = (demand: Demand, target: string): string =>
  `${wordOf(demand)}${demand.setBy}${target}的${nounOf(demand)}`;

const wordOf = ({ verdict }: Demand): string => (verdict > 0 ? "高于" : verdict < 0 ? "低于" : "达到");

/** 控制要求 where less is better. */
const nounOf = ({ indicator }: Demand): string => (indicator.better === "降好" ? "控制要求" : "目标要求");

/** `65%`: the target itself, of this period or of the one the slot names; `15册、25册` of several names. */
export function targetLevelText(narration: Narration, refs: readonly SlotRef[], options: SlotOptions): Told {
  const printed = refs.map((ref) => targetLevel(narration, ref, options));
  return toldTogether(
    printed.map(({ told }) => told),
    sideBySide(printed, options),
  );
}

function targetLevel(narration: Narration, ref: SlotRef, options: SlotOptions): Printed & { readonly told: Told } {
  const period = ref.slices.find(isPeriodWord) ?? narration.definition.source.period;
  const { of, label } = readLevel(narration, { ...ref, slices: ref.slices.filter((slice) => !isPeriodWord(slice)) });
  const target = of && narration.named.target(of.indicator, of.slice, period);
  if (!of || !target) {
    const name = of?.indicator.name ?? label;
    const withheld = [{ why: "no-parameter", name, period }] as const;
    return { number: withheldMark, unit: "", told: { ...toldTogether([], ""), withheld } };
  }
  const entered = asEntered(narration, of, target.row, target.value);
  const { number, unit } = numberText(entered, options, maskOf(narration, options));
  return { number, unit, told: { ...toldTogether([], ""), parameters: [parameterKey(target.row)] } };
}

/** The target as it was set, and by whom: `市局` and `65%`. */
export function targetAsSet(
  narration: Narration,
  of: LevelOf,
  { row, value, setBy = "" }: TargetValue,
  mask: Mask,
): Pick<Demand, "setBy" | "number" | "unit"> {
  const { number, unit } = numberText(asEntered(narration, of, row, value), {}, mask);
  return { setBy, number, unit };
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
