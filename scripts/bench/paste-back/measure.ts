import type { NumberCheck, TextCheck } from "../../../src/domain/text-check";
import { textChecker } from "../../../src/core/check-text/check-text";
import { readProse } from "../../../src/core/read-prose/read-prose";
import type { County } from "./county";
import type { FaultKind, Planted, Random } from "./faults";

/** What became of the faults of one kind. */
export interface Tally {
  readonly kind: FaultKind;
  readonly planted: number;
  readonly found: number;
  /** Found without the report, where the text contradicts itself. */
  readonly foundInside: number;
  /** Alarms at numbers the edit did not touch. */
  readonly falseAlarms: number;
  readonly numbers: number;
  readonly missed: readonly string[];
}

/** Numbers that repeat: the same seed plants the same faults. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

export const isAlarm = ({ verdict }: NumberCheck): boolean => verdict === "contradicts" || verdict === "inconsistent";

/** Numbers without exactly one verdict: none, ever. */
export const withoutVerdict = ({ numbers }: TextCheck, mentions: number): number => Math.abs(mentions - numbers.length);

const checkers = new WeakMap<County, ReturnType<typeof textChecker>>();

/** Preparing the report takes longer than checking a paragraph against it. */
function checkerOf(county: County): ReturnType<typeof textChecker> {
  const known = checkers.get(county) ?? textChecker(county.report);
  checkers.set(county, known);
  return known;
}

/** Pastes the paragraph of each fault back, with the fault in it. */
export function measure(county: County, kind: FaultKind, wanted: number, random: Random): Tally {
  const check = checkerOf(county);
  const inside = textChecker();
  const tally = { planted: 0, found: 0, foundInside: 0, falseAlarms: 0, numbers: 0 };
  const missed: string[] = [];
  for (let tries = 0; tries < wanted * 40 && tally.planted < wanted; tries += 1) {
    const planted = kind.plant(county, random);
    const pasted = planted && pasteParagraph(county, planted);
    if (!pasted) continue;
    const prose = readProse(pasted.text);
    const { numbers } = check(prose);
    const isNear = ({ mention }: NumberCheck): boolean =>
      mention.at.start <= pasted.end && mention.at.end >= pasted.start;
    const alarms = numbers.filter(isAlarm);
    tally.planted += 1;
    tally.numbers += numbers.length;
    tally.foundInside += inside(prose).numbers.some(isAlarm) ? 1 : 0;
    const sentence = (place: number): number | undefined => prose.clauses.find(({ at }) => at.end >= place)?.sentence;
    const isClose = ({ mention }: NumberCheck): boolean =>
      prose.clauses[mention.clause]?.sentence === sentence(pasted.start) || isNear({ mention } as NumberCheck);
    if (alarms.some(isClose)) tally.found += 1;
    else missed.push(pasted.text.slice(Math.max(0, pasted.start - 30), pasted.end + 20).replace(/\n/gu, "⏎"));
    tally.falseAlarms += alarms.filter((one) => !isClose(one)).length;
  }
  return { kind, ...tally, missed };
}

interface Pasted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function pasteParagraph({ text, prose }: County, { at, text: put }: Planted): Pasted | undefined {
  const home = prose.paragraphs.find(({ at: line }) => line.start <= at.start && at.start <= line.end);
  if (!home) return undefined;
  const start = at.start - home.at.start;
  const line = text.slice(home.at.start, at.start) + put + text.slice(at.end, home.at.end);
  return { text: line, start, end: start + put.length };
}
