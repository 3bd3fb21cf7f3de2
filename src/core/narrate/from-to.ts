import { compare } from "../../domain/exact";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { breakdownText } from "./breakdown-text";
import { readLevel, restingOn, type Level } from "./level";
import { maskOf, type Narration } from "./narration";
import { numberText, unitText, type Quantity } from "./number-text";
import { readPairs } from "./past-pair";
import { toldTogether, withheldMark, type Told } from "./told";

type FromTo = NonNullable<SlotOptions["fromTo"]>;

/** `由2015年的32.9%提高到72.2%`: the data choose the verb of the pair. Two names are the two ends; a breakdown is told at both. */
export function fromToText(narration: Narration, refs: readonly SlotRef[], options: SlotOptions, fromTo: FromTo): Told {
  const [first, second] = refs;
  if (!first) throw new RangeError("a slot names at least one figure");
  if (second) return betweenText(narration, [first, second], options, fromTo);
  if (options.breakdown) return structureText(narration, first, options, fromTo);
  const { label, base } = fromTo;
  const { pairs, rests } = readPairs(narration, [first], base, options);
  const [pair] = pairs;
  if (!pair) return { ...rests, text: `${withheldMark}${unitOf(readLevel(narration, first), options)}` };
  const against = label === "" ? base : label;
  return {
    ...rests,
    text: endsText(narration, pair.then, pair.now, options, fromTo, {
      same: `与${against}持平`,
      nearly: `与${against}基本持平`,
    }),
  };
}

/** `由16:30延长至18:00`: from one name to another. */
function betweenText(
  narration: Narration,
  refs: readonly [SlotRef, SlotRef],
  options: SlotOptions,
  fromTo: FromTo,
): Told {
  const [from, to] = [readLevel(narration, refs[0]), readLevel(narration, refs[1])];
  const rests = toldTogether([restingOn(from), restingOn(to)], "");
  if (from.content.type !== "number" || to.content.type !== "number")
    return { ...rests, text: `${withheldMark}${unitOf(to, options)}` };
  const [then, now] = [from.content.quantity, to.content.quantity];
  const { number, unit } = numberText(now, options, maskOf(narration, options));
  const kept = `保持在${number}${unit}`;
  return { ...rests, text: endsText(narration, then, now, options, fromTo, { same: kept, nearly: kept }) };
}

function endsText(
  narration: Narration,
  then: Quantity,
  now: Quantity,
  options: SlotOptions,
  { label, up, down }: FromTo,
  unchanged: { readonly same: string; readonly nearly: string },
): string {
  const sign = compare(now.value, then.value);
  if (sign === 0) return options.sameWords ?? unchanged.same;
  const [from, to] = [then, now].map((quantity) => numberText(quantity, options, maskOf(narration, options)));
  if (!from || !to || compare(from.printed, to.printed) === 0) return unchanged.nearly;
  return `${fromWords(label)}${from.number}${from.unit}${sign > 0 ? up : down}${to.number}${to.unit}`;
}

const fromWords = (label: string): string => (label === "" ? "由" : `由${label}的`);

/** `由轮岗前的5名研究生、39名大学优化为5名研究生、41名大学`; two groups of different size are said so in a notice. */
function structureText(narration: Narration, ref: SlotRef, options: SlotOptions, fromTo: FromTo): Told {
  const { label, base, up, down } = fromTo;
  const before: SlotRef = { ...ref, slices: [...ref.slices, base] };
  const [then, now] = [before, ref].map((end) => breakdownText(narration, end, options));
  if (!then || !now) throw new RangeError("a structure has two ends");
  const [was, is] = [readLevel(narration, before).content, readLevel(narration, ref).content];
  const told = toldTogether([then, now], "");
  const bothKnown = was.type === "number" && is.type === "number";
  const sign = bothKnown ? compare(is.quantity.value, was.quantity.value) : 0;
  const [a, b] = bothKnown ? [was, is].map(({ quantity }) => plain(quantity)) : [];
  return {
    ...told,
    text: `${fromWords(label)}${then.text}${sign < 0 ? down : up}${now.text}`,
    notices: [
      ...(told.notices ?? []),
      ...(sign === 0 || a === undefined || b === undefined
        ? []
        : [{ code: "N-03", parts: { x: ref.name, a, b } } as const]),
    ],
  };
}

function plain(quantity: Quantity): string {
  const { number, unit } = numberText(quantity, {});
  return `${number}${unit}`;
}

function unitOf({ content }: Level, options: SlotOptions): string {
  if (content.type === "withheld") return unitText(content.shape, options);
  return content.type === "number" ? unitText(content.quantity, options) : "";
}
