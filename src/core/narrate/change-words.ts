import { compare, divide, isZero, magnitude, multiply, subtract, integer, zero, type Exact } from "../../domain/exact";
import type { WithheldReason } from "../../domain/figure";
import type { Diagnostic } from "../../formula/diagnostic";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { changePhrases, points, type ChangePhrases } from "./change-phrases";
import { readLevel } from "./level";
import { joined } from "./list-text";
import { joint, maskOf, type Narration } from "./narration";
import { isPercentage, numberText, unitText, type Mask, type NumberText, type Quantity } from "./number-text";
import { readPairs, type Pair } from "./past-pair";
import { withheldMark, type Told } from "./told";

interface Change {
  readonly label: string;
  /** Sign of the exact change. */
  readonly sign: number;
  readonly size: NumberText;
  readonly phrases: ChangePhrases;
}

/** `较上年提升29.9个百分点`, `比去年减少12人`, `同比增长13.25%`; for several names `分别较上年提升29.9、4.9个百分点`. */
export function comparisonText(
  narration: Narration,
  refs: readonly SlotRef[],
  options: SlotOptions,
  { word, label, base, growth }: NonNullable<SlotOptions["comparison"]>,
): Told {
  const unknown = `${word}${word === "增幅" ? "" : label}${withheldMark}`;
  const { pairs, rests } = readPairs(narration, refs, base, options);
  if (rests.withheld.length > 0) return { ...rests, text: unknown };
  const read = pairs.map((pair) => changeOf(narration, pair, options, growth));
  const withheld = read.flatMap((change) => ("why" in change ? [change] : []));
  if (withheld.length > 0) return { ...rests, text: unknown, withheld };
  const changes = read.flatMap((change) => ("why" in change ? [] : [change]));
  const notices = growth ? [] : pairs.flatMap((pair, index) => differingSize(pair, changes[index], options));
  // The change that stands before it has said already that nothing changed: an optional around bare growth drops.
  const unchanged = word === "增幅" && changes.every(({ sign }) => sign === 0);
  return { ...rests, text: changesText(narration, changes, options), notices, isZero: unchanged };
}

function changesText(narration: Narration, changes: readonly Change[], options: SlotOptions): string {
  const [first] = changes;
  if (!first) return "";
  if (changes.length === 1) return changeText(first);
  const together = changes.every(
    (change) => verbOf(change) === verbOf(first) && change.size.unit === first.size.unit && !printsAsNothing(change),
  );
  if (!together) return changes.map((change) => `${change.label}${changeText(change)}`).join(joint(narration, ","));
  const values = changes.map(({ size }) => (size.unit === "%" ? `${size.number}%` : size.number));
  const unit = first.size.unit === "%" ? "" : first.size.unit;
  return `分别${first.phrases.lead}${verbOf(first)}${joined(values, "、", options.and === true)}${unit}`;
}

function changeText(change: Change): string {
  if (change.sign === 0) return change.phrases.same;
  if (printsAsNothing(change)) return change.phrases.nearlySame;
  return `${change.phrases.lead}${verbOf(change)}${change.size.number}${change.size.unit}`;
}

const verbOf = ({ sign, phrases }: Change): string => (sign > 0 ? phrases.up : sign < 0 ? phrases.down : phrases.same);

const printsAsNothing = ({ sign, size }: Change): boolean => sign === 0 || isZero(size.printed);

/** `45所`: the size of a change the sentence already words; withheld when the data go the other way. */
export function changeSizeText(
  narration: Narration,
  ref: SlotRef,
  options: SlotOptions,
  direction: "增量" | "减量",
): Told {
  const { pairs, rests } = readPairs(narration, [ref], "上年", options);
  const [pair] = pairs;
  const withheldText = `${withheldMark}${shapeUnit(narration, ref, options)}`;
  if (!pair) return { ...rests, text: withheldText };
  const change = changeOf(narration, pair, options, false);
  if ("why" in change) return { ...rests, text: withheldText, withheld: [change] };
  if (change.sign !== (direction === "增量" ? 1 : -1))
    return { ...rests, text: withheldText, withheld: [{ why: "wrong-direction" }] };
  const notices = differingSize(pair, change, options);
  return { ...rests, text: `${change.size.number}${change.size.unit}`, notices };
}

function changeOf(narration: Narration, pair: Pair, options: SlotOptions, growth: boolean): Change | WithheldReason {
  const [now, then] =
    narration.profile.delta === "精确" ? [pair.now.value, pair.then.value] : printedLevels(pair, options);
  const delta = subtract(now, then);
  const share = growth ? divide(delta, magnitude(then)) : undefined;
  if (growth && !share) return { why: "zero-denominator" };
  const mask = maskOf(narration, options);
  return {
    label: pair.label,
    sign: compare(delta, zero),
    size: share
      ? numberText(growthQuantity(share), optionsOfSize(pair.now, options, true), mask)
      : sizeText(pair.now, delta, options, mask),
    phrases: changePhrases(narration, pair.indicator, options),
  };
}

const printedLevels = ({ now, then }: Pair, options: SlotOptions): readonly [Exact, Exact] => [
  numberText(now, options).printed,
  numberText(then, options).printed,
];

/** N-02: who subtracts the printed levels gets another change than is printed. */
function differingSize(pair: Pair, change: Change | undefined, options: SlotOptions): readonly Diagnostic[] {
  if (!change || options.approximation !== undefined) return [];
  const [now, then] = printedLevels(pair, options);
  const ofPrinted = sizeText(pair.now, subtract(now, then), options, "无");
  if (compare(ofPrinted.printed, change.size.printed) === 0) return [];
  const [a, b] = [change.size, ofPrinted].map(({ number, unit }) => `${number}${unit}`);
  return a === b ? [] : [{ code: "N-02", parts: { x: pair.label, a: a ?? "", b: b ?? "" } }];
}

/** A difference in its own unit: points for percentages. */
export const sizeText = (level: Quantity, difference: Exact, options: SlotOptions, mask: Mask): NumberText =>
  numberText(sizeQuantity(level, difference), optionsOfSize(level, options, false), mask);

const growthQuantity = (share: Exact): Quantity => ({
  value: magnitude(share),
  kind: "率",
  unit: "%",
  unitWord: "%",
  format: "0.##%",
  scale: "不缩",
  lines: [],
});

/** A difference of two rates is told in points, never in per cent. */
function sizeQuantity({ cap: _, ...level }: Quantity, delta: Exact): Quantity {
  const size: Quantity = { ...level, value: magnitude(delta), lines: [] };
  if (!isPercentage(level)) return size;
  return {
    ...size,
    value: multiply(size.value, integer(100)),
    kind: "量",
    unit: points,
    unitWord: points,
    scale: "不缩",
  };
}

/** Measure words and scales belong to the level's own unit, not to points or growth. */
function optionsOfSize(level: Quantity, { measureWord, scale, ...options }: SlotOptions, growth: boolean): SlotOptions {
  if (growth || isPercentage(level)) return options;
  return {
    ...options,
    ...(measureWord === undefined ? {} : { measureWord }),
    ...(scale === undefined ? {} : { scale }),
  };
}

function shapeUnit(narration: Narration, ref: SlotRef, options: SlotOptions): string {
  const { content } = readLevel(narration, ref);
  if (content.type !== "withheld" && content.type !== "number") return "";
  const shape = content.type === "withheld" ? content.shape : content.quantity;
  return isPercentage(shape) ? points : unitText(shape, options);
}
