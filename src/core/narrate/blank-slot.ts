import { groupCodes } from "../../definitions/group-codes";
import type { Indicator } from "../../definitions/definition";
import type { Slot, SlotOptions, SlotRef } from "../../definitions/template";
import { changePhrases, points } from "./change-phrases";
import { labelsOf } from "./labels";
import { readLevel, shapeOf } from "./level";
import { joined, sideBySide, type Printed } from "./list-text";
import { joint, type Narration } from "./narration";
import { isPercentage, numberText, shapeText, type Quantity, type Shape } from "./number-text";
import { punctuate } from "./punctuation";
import { regionWords } from "./region-text";
import { demandsText, targetAsSet, targetLevelText } from "./target-text";

/** What stands for a number that has no 形. */
const unknown = "xx";

type Options<Key extends keyof SlotOptions> = NonNullable<SlotOptions[Key]>;

/** What a slot prints before there are figures: its 形 in the words that will stand around the number. */
export function blankSlotText(narration: Narration, { refs, options }: Slot): string {
  const [first] = refs;
  if (!first) throw new RangeError("a slot names at least one figure");
  const { comparison, fromTo, change, againstTarget, record, breakdown } = options;
  if (comparison) return blankComparison(narration, refs, options, comparison);
  if (fromTo) return blankFromTo(narration, refs, options, fromTo);
  if (change !== undefined) return written(blankSize(narration, first, options, options.shape ?? unknown));
  if (againstTarget === true) return blankTarget(narration, refs, options);
  if (options.target === true) return blankTargetLevel(narration, refs, options);
  if (options.againstRegion !== undefined) return blankRegion(narration, first, options, options.againstRegion);
  if (options.rank === true) return `第${options.shape ?? unknown}`;
  if (record !== undefined) return record;
  if (options.firstTime === true) return "首次";
  if (options.range !== undefined) return blankRange(narration, refs, options, options.range);
  if (breakdown) return blankBreakdown(narration, first, options, breakdown);
  return blankLevels(narration, refs, options);
}

const written = ({ number, unit }: Printed): string => `${number}${unit}`;

/** One shape for each number of a slot that prints several: `xx、x`. */
const shapesOf = (shape: string | undefined): readonly string[] => shape?.split("、") ?? [];

function blankLevels(narration: Narration, refs: readonly SlotRef[], options: SlotOptions): string {
  const shapes = refs.length === 1 && options.shape !== undefined ? [options.shape] : shapesOf(options.shape);
  const printed = refs.map((ref, index) => blankLevel(blankOf(narration, ref), options, shapes[index]));
  return sideBySide(printed, options);
}

/** What is known of a name before there are figures: indicators have none yet, parameters and settings may have theirs. */
type Blank =
  | { readonly type: "number"; readonly shape: Shape; readonly indicator?: Indicator; readonly known?: Quantity }
  | { readonly type: "words"; readonly known?: string };

function blankOf(narration: Narration, ref: SlotRef): Blank {
  const indicator = narration.definition.indicators.get(ref.name)?.indicator;
  if (indicator?.kind === "名单" || indicator?.kind === "文字") return { type: "words" };
  if (indicator) return { type: "number", indicator, shape: shapeOf(narration, indicator) };
  const { content } = readLevel(narration, ref);
  switch (content.type) {
    case "number":
      return { type: "number", shape: content.quantity, known: content.quantity };
    case "withheld":
      return { type: "number", shape: content.shape };
    case "text":
      return { type: "words", known: punctuate(content.text, narration.profile.punctuation) };
    case "list":
      return { type: "words" };
  }
}

function blankLevel(blank: Blank, options: SlotOptions, shape: string | undefined): Printed {
  if (blank.type === "words") return { number: shape ?? blank.known ?? unknown, unit: "" };
  return shape === undefined && blank.known
    ? numberText(blank.known, options)
    : shapeText(shape ?? unknown, blank.shape, options);
}

const isPercentageOf = (blank: Blank): boolean => blank.type === "number" && isPercentage(blank.shape);

/** The size of a change, in the unit of changes. */
function blankSize(narration: Narration, ref: SlotRef, options: SlotOptions, shape: string): Printed {
  const blank = blankOf(narration, ref);
  return isPercentageOf(blank) ? { number: shape, unit: points } : blankLevel(blank, options, shape);
}

function blankComparison(
  narration: Narration,
  refs: readonly SlotRef[],
  options: SlotOptions,
  comparison: Options<"comparison">,
): string {
  const { direction, numbers } = directed(options.shape);
  const blanks = refs.map((ref) => blankOf(narration, ref));
  const indicator = blanks.find((blank) => blank.type === "number")?.indicator;
  const phrases = changePhrases(narration, indicator ?? { kind: "量", better: "中性" }, options);
  if (direction === "平") return phrases.same;
  const verb = direction === "降" ? phrases.down : phrases.up;
  const shapes = shapesOf(numbers);
  const sizes = refs.map((ref, index): Printed => {
    const shape = shapes[index] ?? unknown;
    return comparison.growth ? { number: `${shape}%`, unit: "" } : blankSize(narration, ref, options, shape);
  });
  const values = joined(
    sizes.map(({ number }) => number),
    "、",
    options.and === true,
  );
  return `${refs.length > 1 ? "分别" : ""}${phrases.lead}${verb}${values}${sizes[0]?.unit ?? ""}`;
}

interface Directed {
  readonly direction: "升" | "降" | "平";
  readonly numbers?: string;
}

/** `降xx` tells a fall, `平` the unchanged wording, `xx` a rise. */
function directed(shape: string | undefined): Directed {
  if (shape === undefined || shape === "") return { direction: "升" };
  if (shape === "平") return { direction: "平" };
  if (shape.startsWith("降")) return { ...directed(shape.slice(1)), direction: "降" };
  return { direction: "升", numbers: shape };
}

function blankFromTo(
  narration: Narration,
  refs: readonly SlotRef[],
  options: SlotOptions,
  { label, base, up, down }: Options<"fromTo">,
): string {
  const { direction, numbers } = directed(options.shape);
  const shapes = shapesOf(numbers);
  const [then, now] = [refs[0], refs.at(-1)].map((ref, index) => {
    const shape = shapes[index] ?? shapes[0] ?? (refs.length > 1 ? undefined : unknown);
    return ref && written(blankLevel(blankOf(narration, ref), options, shape));
  });
  if (direction === "平") return `与${label === "" ? base : label}持平`;
  return `由${label === "" ? "" : `${label}的`}${then ?? ""}${direction === "降" ? down : up}${now ?? ""}`;
}

function blankRange(
  narration: Narration,
  refs: readonly SlotRef[],
  options: SlotOptions,
  word: Options<"range">,
): string {
  const shapes = shapesOf(options.shape);
  const [from, to] = refs.map((ref, index) => blankLevel(blankOf(narration, ref), options, shapes[index] ?? unknown));
  if (!from || !to) return unknown;
  return `${from.unit === to.unit && from.unit !== "%" ? from.number : written(from)}${word}${written(to)}`;
}

/** A target is entered beforehand, and is told as it stands unless a shape is given for it. */
function blankTarget(narration: Narration, refs: readonly SlotRef[], options: SlotOptions): string {
  const { direction, numbers } = directed(options.shape);
  const verdict = { 升: 1, 平: 0, 降: -1 }[direction];
  const shapes = shapesOf(numbers);
  const levels = refs.map((ref) => readLevel(narration, ref));
  const labels = labelsOf(narration, levels);
  const demands = refs.flatMap((ref, index) => {
    const blank = blankOf(narration, ref);
    if (blank.type === "words" || !blank.indicator) return [];
    const { indicator } = blank;
    const of = { indicator, slice: levels[index]?.of?.slice ?? [] };
    const target = numbers === undefined ? narration.named.target(indicator, of.slice) : undefined;
    const asSet = target
      ? targetAsSet(narration, of, target, "无")
      : { setBy: "", ...shapeText(shapes[index] ?? unknown, blank.shape, {}) };
    return [{ indicator, label: labels[index] ?? "", verdict, ...asSet }];
  });
  return demands.length < refs.length ? unknown : demandsText(narration, demands, options);
}

function blankTargetLevel(narration: Narration, refs: readonly SlotRef[], options: SlotOptions): string {
  if (options.shape === undefined) {
    const { text, withheld } = targetLevelText(narration, refs, options);
    if (withheld.length === 0) return text;
  }
  return blankLevels(narration, refs, options);
}

function blankRegion(narration: Narration, ref: SlotRef, options: SlotOptions, region: string): string {
  const { direction, numbers } = directed(options.shape);
  const blank = blankOf(narration, ref);
  const name = blank.type === "number" ? regionWords(region, blank.shape) : region;
  if (direction === "平") return options.sameWords ?? `与${name}持平`;
  const verb = direction === "降" ? "低于" : "高于";
  return `${verb}${name}${written(blankSize(narration, ref, options, numbers ?? unknown))}`;
}

function blankBreakdown(
  narration: Narration,
  ref: SlotRef,
  options: SlotOptions,
  { group, style, separator }: Options<"breakdown">,
): string {
  const blank = blankOf(narration, ref);
  const indicator = blank.type === "number" ? blank.indicator : undefined;
  const codes = indicator ? groupCodes(narration.definition.source, indicator, group) : [];
  if (codes.length === 0) return options.shape ?? unknown;
  const shapes = options.shape === undefined ? codes.map(() => unknown) : shapesOf(options.shape);
  const parts = codes.flatMap(({ label, print = label }, index) => {
    const shape = shapes[index] ?? "";
    if (shape === "") return [];
    const { number, unit } = blankLevel(blank, style === "数" ? { ...options, measureWord: "none" } : options, shape);
    return [style === "量前" ? `${number}${unit}${print}` : `${print}${number}${unit}`];
  });
  return joined(parts, joint(narration, separator), options.and === true);
}
