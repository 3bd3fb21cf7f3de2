import type { WithheldReason } from "../../domain/figure";
import type { Indicator } from "../../definitions/definition";
import { sliceKey } from "../../definitions/slice-key";
import type { SlotOptions, SlotRef } from "../../definitions/template";
import { labelsOf } from "./labels";
import { levelOfPast, readLevel, restingOn, type Level } from "./level";
import type { Narration } from "./narration";
import type { Quantity } from "./number-text";
import { toldTogether, type Told } from "./told";

/** Today's level beside a past one. */
export interface Pair {
  readonly now: Quantity;
  readonly then: Quantity;
  /** The short name of what changed. */
  readonly label: string;
  readonly indicator: Indicator;
}

/** The pairs whose levels are both there, and what all of them rest on: why the others are not. */
export function readPairs(
  narration: Narration,
  refs: readonly SlotRef[],
  base: string,
  options: SlotOptions = {},
): { readonly pairs: readonly Pair[]; readonly rests: Told } {
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
  const labels = labelsOf(
    narration,
    read.map(({ now }) => now),
  );
  const pairs = read.flatMap(({ now: { content, of }, then }, index): readonly Pair[] =>
    content.type === "number" && of && then && !("why" in then) && then.content.type === "number"
      ? [{ now: content.quantity, then: then.content.quantity, label: labels[index] ?? "", indicator: of.indicator }]
      : [],
  );
  if (options.comparable !== true || rests.withheld.length > 0) return { pairs, rests };
  const comparable = pairs.map((pair, index) => overSameSchools(narration, pair, read[index]?.now));
  const found = comparable.filter((pair) => pair !== undefined);
  const withheld: readonly WithheldReason[] = [{ why: "no-value", detail: "没有可比口径的上年值" }];
  return found.length === pairs.length ? { pairs: found, rests } : { pairs: [], rests: { ...rests, withheld } };
}

/** Both levels over the schools that were there in both years. */
function overSameSchools({ comparable, figures }: Narration, pair: Pair, now: Level | undefined): Pair | undefined {
  const figure = now?.of && figures.get(sliceKey(now.of.indicator, now.of.slice));
  const values = figure && comparable(figure);
  return (
    values && { ...pair, now: { ...pair.now, value: values.thisYear }, then: { ...pair.then, value: values.lastYear } }
  );
}

const withheldBy = (reason: WithheldReason): Told => ({ ...toldTogether([], ""), withheld: [reason] });

function pastLevel(narration: Narration, { of, label }: Level, base: string): Level | WithheldReason {
  const wanted = narration.named.periodLabel(base);
  const past = of && narration.named.history(of.indicator, of.slice).find((row) => row.label === wanted);
  if (of && past) return levelOfPast(narration, of, past);
  return { why: "no-parameter", name: of?.indicator.name ?? label, period: base };
}
