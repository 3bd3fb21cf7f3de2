import { halfWidth, isNamePart, isSpace } from "./characters";

/** What is being written at the caret, and what of it is there already. */
export interface CaretPlace {
  readonly writes: /** A value: a function, a name, a column with its brackets. */
  | "value"
    /** The name of a column, inside its bracket. */
    | "column"
    /** A text, inside its quotes. */
    | "text"
    /** Something that goes on after a complete value: an operator or a comma. */
    | "operator";
  /** Characters typed of it before the caret. */
  readonly typed: string;
  /** The stretch of the text a candidate takes the place of: from 0, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** The form named before the bracket. */
  readonly form?: string;
  /** Calls that are open, outermost first. */
  readonly calls: readonly OpenCall[];
}

export interface OpenCall {
  readonly name: string;
  /** Place of the argument the caret is in, from 0. */
  readonly argument: number;
  /** The arguments before it, as typed. */
  readonly before: readonly string[];
}

interface Opening {
  readonly kind: "(" | "[" | '"';
  readonly at: number;
  /** Where the current argument begins. */
  from: number;
  readonly word: string;
  readonly before: string[];
}

const closings: Readonly<Record<string, string>> = { '"': '"', "“": "”", "”": "”" };

/** Reads a formula that may be unfinished up to the caret (from 0). */
export function caretPlace(text: string, caret: number): CaretPlace {
  const openings = openingsBefore(text, caret);
  const calls = openings.flatMap(({ kind, word, before }) =>
    kind === "(" ? [{ name: word, argument: before.length, before }] : [],
  );
  const innermost = openings.at(-1);
  if (innermost?.kind === '"') return within(text, caret, innermost.at + 1, "text", calls);
  if (innermost?.kind === "[") {
    const start = halfWidth(text.charAt(innermost.at + 1)) === "@" ? innermost.at + 2 : innermost.at + 1;
    const form = innermost.word === "" ? {} : { form: innermost.word };
    return { ...within(text, caret, Math.min(start, caret), "column", calls), ...form };
  }
  const from = wordStart(text, caret);
  const writes = from === caret && endsValue(text, caret) ? "operator" : "value";
  return within(text, caret, from, writes, calls);
}

function within(
  text: string,
  caret: number,
  from: number,
  writes: CaretPlace["writes"],
  calls: readonly OpenCall[],
): CaretPlace {
  let to = caret;
  const goesOn = (character: string): boolean =>
    writes === "text" ? closings[character] === undefined && character !== "”" : isNamePart(halfWidth(character));
  while (to < text.length && goesOn(text.charAt(to))) to += 1;
  return { writes, typed: text.slice(from, caret), from, to, calls };
}

function openingsBefore(text: string, caret: number): readonly Opening[] {
  const openings: Opening[] = [];
  for (let at = 0; at < caret; at += 1) {
    const character = halfWidth(text.charAt(at));
    const innermost = openings.at(-1);
    if (innermost && character === closingOf(innermost, text)) openings.pop();
    else if (innermost?.kind === '"') continue;
    else if (character === "(" || character === "[" || closings[character] !== undefined)
      openings.push({
        kind: character === "(" || character === "[" ? character : '"',
        at,
        from: at + 1,
        word: text.slice(wordStart(text, at), at),
        before: [],
      });
    else if (character === "," && innermost?.kind === "(") {
      innermost.before.push(text.slice(innermost.from, at).trim());
      innermost.from = at + 1;
    }
  }
  return openings;
}

function closingOf({ kind, at }: Opening, text: string): string | undefined {
  if (kind === '"') return closings[halfWidth(text.charAt(at))];
  return kind === "(" ? ")" : "]";
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && isNamePart(halfWidth(text.charAt(start - 1)))) start -= 1;
  return start;
}

/** Whether a value is complete before the caret, so that only an operator can follow. */
function endsValue(text: string, caret: number): boolean {
  let end = caret;
  while (end > 0 && isSpace(halfWidth(text.charAt(end - 1)))) end -= 1;
  const last = halfWidth(text.charAt(end - 1));
  return end > 0 && (/^[)\]"”%]$/u.test(last) || isNamePart(last));
}
