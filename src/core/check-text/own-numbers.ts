import { blockText, linesOf, type Block, type Clause, type Narrative, type Span } from "../../domain/narrative";
import type { Mention, Prose } from "../../domain/prose";

type Slot = Extract<Span, { type: "slot" }>;
type Heading = Extract<Block, { type: "heading" }>;
/** A piece of our report that is told as one. */
export type Passage = Clause | Heading;

/** A number of our own report with what it was printed from. */
export interface OwnNumber {
  readonly mention: Mention;
  /** Absent for the number of a heading and for notes. */
  readonly passage?: Passage;
  /** Absent for a number that is part of the sentence's fixed words. */
  readonly slot?: Slot;
  /** Which of its passage's numbers it is, from 0. */
  readonly place: number;
}

/** Our own report as a reader reads it. */
export interface OwnText {
  readonly prose: Prose;
  /** One per mention of `prose`. */
  readonly numbers: readonly OwnNumber[];
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly passage?: Passage;
  readonly slot?: Slot;
}

type Source = Pick<Piece, "passage" | "slot">;

/** `read` reads a text into its numbers. */
export function ownText(narrative: Narrative, read: (text: string) => Prose): OwnText {
  const pieces: Piece[] = [];
  let text = "";
  const put = (words: string, from: Source = {}): void => {
    pieces.push({ start: text.length, end: text.length + words.length, ...from });
    text += words;
  };
  for (const line of linesOf(narrative)) {
    for (const block of line) putBlock(block, put);
    put("\n");
  }
  const prose = read(text);
  return { prose, numbers: withPlaces(prose.mentions.map((mention) => sourceOf(mention, pieces))) };
}

function putBlock(block: Block, put: (words: string, from?: Source) => void): void {
  const whole = blockText(block);
  let length = 0;
  const putSpans = (passage: Passage): void => {
    for (const span of passage.spans) {
      put(span.text, { passage, ...(span.type === "slot" && { slot: span }) });
      length += span.text.length;
    }
  };
  if (block.type === "heading") {
    put(block.number);
    length += block.number.length;
    putSpans(block);
  } else
    for (const clause of block.clauses) {
      put(clause.join, { passage: clause });
      length += clause.join.length;
      putSpans(clause);
    }
  put(whole.slice(length));
}

function sourceOf(mention: Mention, pieces: readonly Piece[]): Omit<OwnNumber, "place"> {
  const touching = pieces.filter(({ start, end }) => start < mention.at.end && end > mention.at.start);
  const digits = touching.filter(({ start, end }) => start < mention.digitsAt.end && end > mention.digitsAt.start);
  const piece = digits.find(({ slot }) => slot) ?? touching.find(({ slot }) => slot) ?? touching[0];
  return { mention, ...(piece?.passage && { passage: piece.passage }), ...(piece?.slot && { slot: piece.slot }) };
}

function withPlaces(numbers: readonly Omit<OwnNumber, "place">[]): readonly OwnNumber[] {
  const seen = new Map<string, number>();
  return numbers.map((number) => {
    const id = number.passage?.id ?? "";
    const place = seen.get(id) ?? 0;
    seen.set(id, place + 1);
    return { ...number, place };
  });
}
