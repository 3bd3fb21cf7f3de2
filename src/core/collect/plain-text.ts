import { memoizedText } from "./memoized";
import type { CellContent, SerialDay } from "../../domain/cell";
import { type Exact, exactFromCell, exactText } from "../../domain/exact";
import { isoDay } from "../../domain/iso-day";

/** White space, and marks that show nothing: zero-width, soft hyphens, directions of writing. */
const unseen = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;
const seen = /[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Text as it is compared: full and half width are one, white space and invisible marks do not count. */
export const plain = memoizedText((text) => text.normalize("NFKC").replace(unseen, ""));

/** Is there anything in it that shows nothing? */
export const hasUnseen = (text: string): boolean => text.search(unseen) >= 0;

/** Text without what shows nothing at its ends. */
export const trimmed = (text: string): string => {
  const from = text.search(seen);
  let to = text.length;
  while (to > from && !seen.test(text.charAt(to - 1))) to -= 1;
  return from < 0 ? "" : text.slice(from, to);
};

/** What a cell shows, for comparing and quoting; a blank shows nothing. */
export function contentText(content: CellContent): string {
  if (content === null) return "";
  if (typeof content === "string") return content;
  if (typeof content === "number") return numberText(content);
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  if ("error" in content) return content.error;
  return isCalendarDay(content.date) ? isoDay(content.date) : String(content.date);
}

/** Excel's calendar ends with the year 9999; a number shown as a date may lie beyond it. */
export const isCalendarDay = (day: SerialDay): boolean => day >= 1 && day < 2_958_466;

function numberText(content: number): string {
  const exact = Number.isSafeInteger(content) ? undefined : exactOf(content);
  return exact ? exactText(exact) : String(content);
}

/** The number a cell means; undefined at the far end of what a file can hold, where 15 digits round to infinity. */
export const exactOf = (content: number): Exact | undefined =>
  Number.isFinite(Number(content.toPrecision(15))) ? exactFromCell(content) : undefined;

/** A cell of nothing but spaces is blank. */
export const isBlank = (content: CellContent): boolean =>
  content === null || (typeof content === "string" && !seen.test(content));

/** How alike two texts are, from 0 to 1: the Dice coefficient of their pairs of characters. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.length === 0 || right.length === 0) return a === b ? 1 : 0;
  // Texts of such different lengths are never alike enough, whatever they say.
  if (4 * Math.min(left.length, right.length) < left.length + right.length) return 0;
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}

const pairs = memoizedText((text): readonly string[] => {
  const characters = [...text];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
});

/** The candidate most like `text`, when it is alike enough to be worth proposing; never to be taken unasked. */
export function closest<T>(
  text: string,
  candidates: readonly T[],
  wordsOf: (candidate: T) => readonly string[],
): T | undefined {
  let best: T | undefined;
  let most = 0.5;
  for (const candidate of candidates) {
    const score = Math.max(0, ...wordsOf(candidate).map((word) => likeness(text, word)));
    if (score >= most && (best === undefined || score > most)) [best, most] = [candidate, score];
  }
  return best;
}
