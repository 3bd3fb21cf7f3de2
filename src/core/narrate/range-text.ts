import { compare } from "../../domain/exact";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { readLevel, restingOn } from "./level";
import { maskOf, type Narration } from "./narration";
import { isPercentage, numberText, unitText } from "./number-text";
import { toldTogether, withheldMark, type Told } from "./told";

/** `3到5所`, `60%至70%`: the ends of a range, the lower first; two equal ends are one number. */
export function rangeText(
  narration: Narration,
  refs: readonly SlotRef[],
  options: SlotOptions,
  word: NonNullable<SlotOptions["range"]>,
): Told {
  const levels = refs.map((ref) => readLevel(narration, ref));
  const rests = toldTogether(levels.map(restingOn), "");
  const ends = levels.flatMap(({ content }) => (content.type === "number" ? [content.quantity] : []));
  const [low, high] = [...ends].sort((a, b) => compare(a.value, b.value));
  if (!low || !high || ends.length < levels.length) {
    const [shape] = levels.flatMap(({ content }) => (content.type === "withheld" ? [content.shape] : []));
    return { ...rests, text: `${withheldMark}${shape ? unitText(shape, options) : ""}` };
  }
  const [from, to] = [low, high].map((end) => numberText(end, options, maskOf(narration, options)));
  if (!from || !to) throw new RangeError("a range has two ends");
  if (compare(from.printed, to.printed) === 0) return { ...rests, text: `${to.number}${to.unit}` };
  const unitOnce = from.unit === to.unit && !isPercentage(high);
  return { ...rests, text: `${from.number}${unitOnce ? "" : from.unit}${word}${to.number}${to.unit}` };
}
