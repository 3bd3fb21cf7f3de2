import type { Finding } from "../../domain/finding";
import { exactText } from "../../domain/exact";
import type { Act, Change } from "./act";
import type { Plausibility } from "./plausibility";
import type { Outcome, SchoolCase } from "./school-case";

/** An act that was tried and helps. */
export interface Ranked {
  readonly act: Act;
  readonly clears: readonly Finding[];
  readonly clearsAll: boolean;
  readonly score: number;
}

/** What a finding cleared weighs against the odds of a slip, and a warning that would be raised. */
const perCleared = 6;
const perWarning = -9;
/** A slip of nothing but warnings has to be likelier than a school that really is out of the ordinary; less so when two numbers meet. */
const leastForWarnings = 4;
const leastForMeeting = 0;

/** An act that promises less is not tried, nor are more acts for one school. */
const leastPromise = -16;
const mostTrials = 120;

/** Acts that clear findings and break no error rule, best first; one for each set of changes. */
export function ranked(school: SchoolCase, acts: readonly Act[], plausibility: Plausibility): readonly Ranked[] {
  const promising = likeliestOf(acts)
    .map((act) => ({ act, odds: act.odds + plausibility.gain(act.changes) }))
    .map(({ act, odds }) => ({ act, odds, promise: odds + perCleared * touched(school, act) }))
    .filter(({ promise }) => promise > leastPromise)
    .sort((a, b) => b.promise - a.promise)
    .slice(0, mostTrials);
  return promising
    .flatMap(({ act, odds }) => weighed(school, act, odds, school.outcome(act.changes)) ?? [])
    .sort((a, b) => (b.score === a.score ? a.act.changes.length - b.act.changes.length : b.score - a.score));
}

/** Of acts that make the same changes, the one that is the likeliest reason. */
function likeliestOf(acts: readonly Act[]): readonly Act[] {
  const best = new Map<string, Act>();
  for (const act of acts) {
    const key = changesKey(act.changes);
    const known = best.get(key);
    if (!known || act.odds > known.odds) best.set(key, act);
  }
  return [...best.values()];
}

const touched = ({ targets }: SchoolCase, { changes }: Act): number =>
  targets.filter(({ cells }) => changes.some(({ cell }) => cells.includes(cell))).length;

function weighed({ targets }: SchoolCase, act: Act, odds: number, outcome: Outcome): Ranked | undefined {
  const { cleared, brokenErrors, brokenWarnings } = outcome;
  if (brokenErrors > 0 || cleared.length <= brokenWarnings) return undefined;
  const clears = cleared.flatMap(({ findings }) => findings);
  const isCertain = clears.some(({ severity }) => severity === "error");
  const score = odds + perCleared * cleared.length + perWarning * brokenWarnings;
  const least = cleared.some(({ isEquality }) => isEquality) ? leastForMeeting : leastForWarnings;
  if (!isCertain && score < least) return undefined;
  return { act, clears, clearsAll: cleared.length === targets.length && brokenWarnings === 0, score };
}

const changesKey = (changes: readonly Change[]): string =>
  changes
    .map(({ cell, to }) => `${cell.form}\u0000${cell.element.name}\u0000${String(cell.row)}\u0000${exactText(to)}`)
    .sort()
    .join("\u0001");
