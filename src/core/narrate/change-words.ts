import { compare, divide, isZero, magnitude, multiply, subtract, integer, type Exact } from "../../domain/exact";
import type { WithheldReason } from "../../domain/figure";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { levelOfPast, readLevel, restingOn, type Level } from "./level";
import { joined } from "./list-text";
import { joint, maskOf, type Narration } from "./narration";
import { isPercentage, numberText, unitText, type NumberText, type Quantity } from "./number-text";
import { toldTogether, withheldMark, type Told } from "./told";

type Comparison = NonNullable<SlotOptions["comparison"]>;
type FromTo = NonNullable<SlotOptions["fromTo"]>;

const points = "个百分点";

/** Today's level beside a past one; withheld when either is not there. */
interface Pair {
  readonly now: Quantity;
  readonly then: Quantity;
  readonly label: string;
}
interface Change {
  readonly label: string;
  /** Sign of the exact change. */
  readonly sign: number;
  readonly size: NumberText;
}

/** `较上年提升29.9个百分点`, `比去年减少12人`, `同比增长13.25%`; for several names `分别较上年提升29.9、4.9个百分点`. */
export function comparisonText(
  narration: Narration,
  refs: readonly SlotRef[],
  options: SlotOptions,
  comparison: Comparison,
): Told {
  const lead = `${comparison.word}${comparison.label}`;
  const { pairs, rests } = readPairs(narration, refs, comparison.base);
  if (rests.withheld.length > 0) return { ...rests, text: `${lead}${withheldMark}` };
  const changes = pairs.map((pair) => changeOf(narration, pair, options, comparison.growth));
  const withheld = changes.flatMap((change) => ("why" in change ? [change] : []));
  if (withheld.length > 0) return { ...rests, text: `${lead}${withheldMark}`, withheld };
  const told = changes.flatMap((change) => ("why" in change ? [] : [change]));
  const kind = pairs[0]?.now.kind ?? "量";
  return { ...rests, text: changesText(narration, told, wordsOf(kind, comparison), options) };
}

interface ChangeWords {
  readonly lead: string;
  readonly up: string;
  readonly down: string;
  readonly same: string;
  readonly nearlySame: string;
}

function wordsOf(kind: Quantity["kind"], { word, label, growth }: Comparison): ChangeWords {
  const [up, down] = growth ? ["增长", "下降"] : kind === "率" ? ["提升", "下降"] : ["增加", "减少"];
  const against = word === "同比" ? "同比" : `与${label}`;
  return { lead: `${word}${label}`, up, down, same: `${against}持平`, nearlySame: `${against}基本持平` };
}

function changesText(
  narration: Narration,
  changes: readonly Change[],
  words: ChangeWords,
  options: SlotOptions,
): string {
  const [first] = changes;
  if (!first) return "";
  if (changes.length === 1) return changeText(first, words);
  const together = changes.every(
    (change) => change.sign === first.sign && change.size.unit === first.size.unit && !printsAsNothing(change),
  );
  if (!together)
    return changes.map((change) => `${change.label}${changeText(change, words)}`).join(joint(narration, ","));
  const values = changes.map(({ size }) => (size.unit === "%" ? `${size.number}%` : size.number));
  const unit = first.size.unit === "%" ? "" : first.size.unit;
  return `分别${words.lead}${first.sign > 0 ? words.up : words.down}${joined(values, "、", options.and === true)}${unit}`;
}

function changeText(change: Change, words: ChangeWords): string {
  if (change.sign === 0) return words.same;
  if (printsAsNothing(change)) return words.nearlySame;
  return `${words.lead}${change.sign > 0 ? words.up : words.down}${change.size.number}${change.size.unit}`;
}

const printsAsNothing = ({ sign, size }: Change): boolean => sign === 0 || isZero(size.printed);

/** `由2015年的32.9%提高到72.2%`: the data choose the verb of the pair. */
export function fromToText(
  narration: Narration,
  ref: SlotRef,
  options: SlotOptions,
  { label, base, up, down }: FromTo,
): Told {
  const { pairs, rests } = readPairs(narration, [ref], base);
  const [pair] = pairs;
  if (!pair) return { ...rests, text: `${withheldMark}${shapeUnit(narration, ref, options)}` };
  const [then, now] = [pair.then, pair.now].map((quantity) =>
    numberText(quantity, options, maskOf(narration, options)),
  );
  const sign = compare(pair.now.value, pair.then.value);
  const against = label === "" ? base : label;
  if (sign === 0) return { ...rests, text: `与${against}持平` };
  if (!then || !now || compare(then.printed, now.printed) === 0) return { ...rests, text: `与${against}基本持平` };
  const from = label === "" ? "由" : `由${label}的`;
  return { ...rests, text: `${from}${then.number}${then.unit}${sign > 0 ? up : down}${now.number}${now.unit}` };
}

/** `45所`: the size of a change the sentence already words; withheld when the data go the other way. */
export function changeSizeText(
  narration: Narration,
  ref: SlotRef,
  options: SlotOptions,
  direction: "增量" | "减量",
): Told {
  const { pairs, rests } = readPairs(narration, [ref], "上年");
  const [pair] = pairs;
  const withheldText = `${withheldMark}${shapeUnit(narration, ref, options, true)}`;
  if (!pair) return { ...rests, text: withheldText };
  const change = changeOf(narration, pair, options, false);
  if ("why" in change) return { ...rests, text: withheldText, withheld: [change] };
  if (change.sign !== (direction === "增量" ? 1 : -1))
    return { ...rests, text: withheldText, withheld: [{ why: "wrong-direction" }] };
  return { ...rests, text: `${change.size.number}${change.size.unit}` };
}

/** 创历史新高, only when every named value beats all its past ones; a tie is no record. */
export function recordText(narration: Narration, refs: readonly SlotRef[], words: string): Told {
  const levels = refs.map((ref) => readLevel(narration, ref));
  const rows = levels.map(({ of }) => (of ? narration.named.history(of.indicator, of.slice) : []));
  const told = toldTogether(levels.map(restingOn), words);
  const rests = { ...told, parameters: [...told.parameters, ...rows.flat().map((row) => row.parameter)] };
  if (rests.withheld.length > 0) return { ...rests, text: withheldMark };
  const beats = levels.every((level, index) =>
    beatsAll(
      level,
      (rows[index] ?? []).map(({ value }) => value),
    ),
  );
  return beats ? rests : { ...rests, text: withheldMark, withheld: [{ why: "no-record" }] };
}

function beatsAll({ content, of }: Level, past: readonly Exact[]): boolean {
  if (content.type !== "number") return false;
  const better = of?.indicator.better === "降好" ? -1 : 1;
  const { value } = content.quantity;
  return past.length > 0 && past.every((then) => Math.sign(compare(value, then)) === better);
}

function readPairs(
  narration: Narration,
  refs: readonly SlotRef[],
  base: string,
): { pairs: readonly Pair[]; rests: Told } {
  const read = refs.map((ref) => {
    const now = readLevel(narration, ref);
    return { now, then: now.content.type === "withheld" ? undefined : pastLevel(narration, now, base) };
  });
  const rests = toldTogether(
    read.flatMap(({ now, then }) => [
      restingOn(now),
      ...(then === undefined ? [] : ["why" in then ? withheldBy(then) : restingOn(then)]),
    ]),
    "",
  );
  const pairs = read.flatMap(({ now, then }) =>
    now.content.type === "number" && then && !("why" in then) && then.content.type === "number"
      ? [{ now: now.content.quantity, then: then.content.quantity, label: now.label }]
      : [],
  );
  return { pairs, rests };
}

const withheldBy = (reason: WithheldReason): Told => ({
  text: "",
  figures: [],
  parameters: [],
  withheld: [reason],
  isZero: false,
});

function pastLevel(narration: Narration, { of, label }: Level, base: string): Level | WithheldReason {
  const wanted = narration.named.periodLabel(base);
  const past = of && narration.named.history(of.indicator, of.slice).find((row) => row.label === wanted);
  if (of && past) return levelOfPast(narration, of, past);
  return { why: "no-parameter", name: of?.indicator.name ?? label, period: base };
}

function changeOf(narration: Narration, pair: Pair, options: SlotOptions, growth: boolean): Change | WithheldReason {
  const [now, then] =
    narration.profile.delta === "精确"
      ? [pair.now.value, pair.then.value]
      : [pair.now, pair.then].map((quantity) => numberText(quantity, options).printed);
  if (!now || !then) throw new RangeError("a pair has two levels");
  const delta = subtract(now, then);
  const share = growth ? divide(delta, magnitude(then)) : undefined;
  if (growth && !share) return { why: "zero-denominator" };
  const size = share ? growthQuantity(share) : sizeQuantity(pair.now, delta);
  return {
    label: pair.label,
    sign: compare(delta, integer(0)),
    size: numberText(size, optionsOfSize(pair.now, options, growth), maskOf(narration, options)),
  };
}

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
function sizeQuantity(level: Quantity, delta: Exact): Quantity {
  const size = { ...level, value: magnitude(delta), lines: [] };
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
function optionsOfSize(
  level: Quantity,
  { measureWord, scale, ...options }: SlotOptions,
  growth: boolean,
): SlotOptions {
  if (growth || isPercentage(level)) return options;
  return {
    ...options,
    ...(measureWord === undefined ? {} : { measureWord }),
    ...(scale === undefined ? {} : { scale }),
  };
}

function shapeUnit(narration: Narration, ref: SlotRef, options: SlotOptions, isChange = false): string {
  const { content } = readLevel(narration, ref);
  if (content.type !== "withheld" && content.type !== "number") return "";
  const shape = content.type === "withheld" ? content.shape : content.quantity;
  return isChange && isPercentage(shape) ? points : unitText(shape, options);
}
