import { compare } from "../../domain/exact";
import type { WithheldReason } from "../../domain/figure";
import type { Indicator } from "../../definitions/definition";
import type { PastValue } from "../../definitions/referent";
import type { RecordWords, SlotOptions, SlotRef } from "../../definitions/template";
import { readLevel, restingOn, sourceOfPast, type Level } from "./level";
import type { Narration } from "./narration";
import { toldTogether, withheldMark, type Told } from "./told";

const tie = "与历史最好水平持平";

interface Standing {
  /** Signs of today's value against each past one: 1 is higher. */
  readonly signs: readonly number[];
  readonly betterIsLower: boolean;
}

/**
 * 创历史新高, only when every named value beats all its past ones, and those 对比 names are all known; a tie is no record,
 * and may be told as one where 或持平 asks.
 */
export function recordText(
  narration: Narration,
  refs: readonly SlotRef[],
  words: RecordWords,
  options: SlotOptions,
): Told {
  const { standings, rests } = readStandings(narration, refs);
  if (rests.withheld.length > 0) return { ...rests, text: withheldMark };
  if (standings.every((standing) => beatsAll(standing, words))) return { ...rests, text: wordsFor(standings, words) };
  if (options.orTie === true && standings.every(isAsGood))
    return { ...rests, text: standings.length > 1 ? `均${tie}` : tie };
  return { ...rests, text: withheldMark, withheld: [{ why: "no-record" }] };
}

/** Higher for 新高, lower for 新低, better for 最好水平; what had better fall has its record below. */
function beatsAll({ signs, betterIsLower }: Standing, words: RecordWords): boolean {
  const wanted = words.endsWith("新低") || betterIsLower ? -1 : 1;
  return signs.length > 0 && signs.every((sign) => sign === wanted);
}

/** A record below is a low, whatever the template says of the others. */
const wordsFor = (standings: readonly Standing[], words: RecordWords): string => {
  const low = standings.filter(({ betterIsLower }) => betterIsLower).length;
  if (!words.endsWith("新高") || low === 0) return words;
  return low === standings.length ? words.replace("新高", "新低") : words.replace("新高", "最好水平");
};

function isAsGood({ signs, betterIsLower }: Standing): boolean {
  const worse = betterIsLower ? 1 : -1;
  return signs.includes(0) && !signs.includes(worse);
}

/** 首次, only where the value has reached its cap and no past one had. */
export function firstTimeText(narration: Narration, refs: readonly SlotRef[]): Told {
  const { standings, rests, levels } = readStandings(narration, refs);
  if (rests.withheld.length > 0) return { ...rests, text: withheldMark };
  const atCap = levels.every(
    ({ content }) =>
      content.type === "number" &&
      content.quantity.cap !== undefined &&
      compare(content.quantity.value, content.quantity.cap) >= 0,
  );
  const isFirst = standings.every(({ signs }) => signs.length > 0 && signs.every((sign) => sign > 0));
  return atCap && isFirst
    ? { ...rests, text: "首次" }
    : { ...rests, text: withheldMark, withheld: [{ why: "no-record" }] };
}

function readStandings(
  narration: Narration,
  refs: readonly SlotRef[],
): { readonly standings: readonly Standing[]; readonly levels: readonly Level[]; readonly rests: Told } {
  const levels = refs.map((ref) => readLevel(narration, ref));
  const read = levels.map((level) => {
    const { content, of } = level;
    const past = of ? narration.named.history(of.indicator, of.slice) : [];
    const sources = of ? past.map((row) => sourceOfPast(of.indicator, of.slice, row)) : [];
    const unknown = of ? unknownPast(narration, of.indicator, past) : [];
    const signs =
      content.type === "number" ? past.map(({ value }) => Math.sign(compare(content.quantity.value, value))) : [];
    return { level, sources, unknown, standing: { signs, betterIsLower: of?.indicator.better === "降好" } };
  });
  const rests = toldTogether(
    read.flatMap(({ level, sources, unknown }) => [
      restingOn(level),
      { ...toldTogether([], ""), withheld: unknown },
      ...sources.map((source) => ({ ...toldTogether([], ""), ...source })),
    ]),
    "",
  );
  return { standings: read.map(({ standing }) => standing), levels, rests };
}

/** Periods 对比 asks for that nobody has given: the record may lie in one of them. */
const unknownPast = (
  { named }: Narration,
  { name, compare: periods }: Indicator,
  past: readonly PastValue[],
): readonly WithheldReason[] =>
  periods
    .filter((period) => past.every(({ label }) => label !== named.periodLabel(period)))
    .map((period) => ({ why: "no-parameter", name, period }));
