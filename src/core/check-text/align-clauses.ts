import type { Prose } from "../../domain/prose";
import { likenessTo, mentionsByClause, skeleton } from "./wording";

/** Clauses less alike than this are not the same clause. */
const leastLikeness = 0.5;
/** A clause found away from its neighbours must be this much alike. */
const leastAlone = 0.75;
const neighbourGain = 0.1;
const skipped = 0.004;
/** 增长7.2% says nothing of what grew: it is the same clause only after the same clause. */
const bare = /^变#$/u;

/**
 * For each clause of a pasted text the clause of our own report it was copied from, if any. Paragraphs may have been
 * moved, clauses edited, dropped or put in; within a paragraph the order is ours.
 */
export function alignClauses(own: Prose): (pasted: Prose) => readonly (number | undefined)[] {
  const likeness = likenessTo(clauseWords(own));
  return (pasted) => {
    const rows = clauseWords(pasted).map((words): Row => ({ alike: likeness(words), isBare: bare.test(words) }));
    const aligned: (number | undefined)[] = rows.map(() => undefined);
    for (let paragraph = 0; paragraph < pasted.paragraphs.length; paragraph += 1) {
      const places = pasted.clauses.flatMap((clause, index) => (clause.paragraph === paragraph ? [index] : []));
      const run = places.flatMap((index) => rows[index] ?? []);
      for (const [place, match] of alignRun(run, own.clauses.length)) aligned[places[place] ?? 0] = match;
    }
    return aligned.map((match, index) => match ?? alone(rows[index]));
  };
}

/** A pasted clause: how like it is to each of ours. */
interface Row {
  readonly alike: Float64Array;
  readonly isBare: boolean;
}

const clauseWords = (prose: Prose): readonly string[] => {
  const byClause = mentionsByClause(prose);
  return prose.clauses.map((clause, index) =>
    skeleton(
      prose,
      clause,
      (byClause[index] ?? []).flatMap((mention) => prose.mentions[mention] ?? []),
    ),
  );
};

/** The best order-keeping match of a run of clauses to any stretch of ours. */
function alignRun(run: readonly Row[], columns: number): readonly (readonly [number, number])[] {
  const width = columns + 1;
  const best = new Float64Array((run.length + 1) * width);
  const came = new Uint8Array((run.length + 1) * width);
  for (let row = 1; row <= run.length; row += 1)
    for (let column = 0; column <= columns; column += 1) {
      const at = row * width + column;
      best[at] = best[at - width] ?? 0;
      came[at] = 1;
      if (column === 0) continue;
      const skip = (best[at - 1] ?? 0) - (row === run.length ? 0 : skipped);
      if (skip > (best[at] ?? 0)) [best[at], came[at]] = [skip, 2];
      const gain = gainOf(run[row - 1], column - 1, came[at - width - 1] === 3);
      if (gain === undefined) continue;
      const match = (best[at - width - 1] ?? 0) + gain;
      if (match >= (best[at] ?? 0)) [best[at], came[at]] = [match, 3];
    }
  return traced(came, run.length, columns);
}

/** What matching a clause with one of ours is worth; `isNext`: the clauses before them match too. */
function gainOf(row: Row | undefined, column: number, isNext: boolean): number | undefined {
  const likeness = row?.alike[column] ?? 0;
  if (likeness < leastLikeness || (row?.isBare === true && !isNext)) return undefined;
  return likeness + (isNext ? neighbourGain : 0);
}

function traced(came: Uint8Array, rows: number, columns: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [rows, columns];
  while (row > 0) {
    const step = came[row * (columns + 1) + column];
    if (step === 3) pairs.push([row - 1, column - 1]);
    if (step !== 2) row -= 1;
    if (step !== 1) column -= 1;
  }
  return pairs;
}

/** The one clause of ours that is clearly the same, wherever it stands. */
function alone(row: Row | undefined): number | undefined {
  if (!row || row.isBare) return undefined;
  const { alike } = row;
  const best = alike.reduce((most, value) => Math.max(most, value), 0);
  if (best < leastAlone) return undefined;
  const first = alike.indexOf(best);
  return alike.lastIndexOf(best) === first ? first : undefined;
}
