import type { Mention, Prose, ProseClause } from "../../domain/prose";
import { asidesIn } from "./not-figures";
import { numberPattern, scanNumbers, type Scanned } from "./scan-numbers";
import { clausesOf, paragraphsOf } from "./segments";
import { unitWords } from "./units";
import { halfWidth } from "./width";

/**
 * Reads a finished Chinese text: its paragraphs and clauses, and every number with what it is, its value and its place.
 * `measureWords` are the units the report prints beside the usual ones. Full and half width are read alike.
 */
export function readProse(original: string, measureWords: readonly string[] = []): Prose {
  const text = halfWidth(original);
  const paragraphs = paragraphsOf(text, original);
  const clauses = clausesOf(text, paragraphs);
  const scanned = scanNumbers(text, original, numberPattern(unitWords(measureWords)), asidesIn(text));
  return { text: original, paragraphs, clauses, mentions: placed(text, clauses, scanned) };
}

/** Every number in its clause, with the words around it. */
function placed(text: string, clauses: readonly ProseClause[], scanned: readonly Scanned[]): readonly Mention[] {
  let clause = 0;
  const inClauses = scanned.map((one) => {
    while (clause + 1 < clauses.length && (clauses[clause]?.at.end ?? 0) <= one.at.start) clause += 1;
    return clause;
  });
  const openers: number[] = [];
  return scanned.map((one, index) => {
    const home = clauses[inClauses[index] ?? 0];
    if (!home) throw new RangeError("a number stands in a clause");
    const neighbour = (step: 1 | -1): Scanned | undefined => {
      let at = index + step;
      while (inClauses[at] === inClauses[index] && isAside(scanned[at])) at += step;
      return inClauses[at] === inClauses[index] ? scanned[at] : undefined;
    };
    const [previous, next] = [neighbour(-1), neighbour(1)];
    const owner = isAside(one) ? undefined : bracketOwner(text, scanned, openers, previous, one);
    openers.push(owner ?? -1);
    return {
      ...one,
      paragraph: home.paragraph,
      clause: inClauses[index] ?? 0,
      before: text.slice(previous?.at.end ?? home.at.start, one.at.start),
      after: text.slice(one.at.end, next?.at.start ?? home.at.end),
      ...(owner !== undefined && { inBracketsOf: owner }),
    };
  });
}

/** What the words around a figure do not stop at. */
const isAside = (one: Scanned | undefined): boolean =>
  one !== undefined && one.sort !== "figure" && one.sort !== "mask" && one.sort !== "range";

/** The number right before the bracket this one stands in, when there is one. */
function bracketOwner(
  text: string,
  scanned: readonly Scanned[],
  owners: readonly number[],
  previous: Scanned | undefined,
  { at }: Scanned,
): number | undefined {
  if (previous === undefined) return undefined;
  const index = scanned.indexOf(previous);
  const between = text.slice(previous.at.end, at.start);
  const opens = between.lastIndexOf("(");
  if (opens > between.lastIndexOf(")")) return opens <= farthestBracket ? index : undefined;
  const owner = owners[index];
  return between.includes(")") || owner === undefined || owner < 0 ? undefined : owner;
}

/** Words between a number and the bracket that takes it apart: 350名教师(… */
const farthestBracket = 6;
