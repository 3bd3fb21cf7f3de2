import type { ChangedSentence, CopiedSentence } from "../../domain/copy-record";
import { exactText } from "../../domain/exact";
import type { Figure, FigureValue } from "../../domain/figure";
import type { Narrative } from "../../domain/narrative";
import { unreachable } from "../../domain/result";
import { copiedSentences } from "./copied-sentences";
import { changedSentence, newSentence } from "./wrong-copies";

/** What a report says of numbers and in words. */
export interface Said {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly narrative: Narrative;
}

/** What no longer holds of a report. */
export interface Stale {
  /** Keys of the figures whose value is another, is gone, or is there only now. */
  readonly figures: readonly string[];
  /** Clauses and headings that read otherwise, in the order of the report; those told only now stand last. */
  readonly sentences: readonly ChangedSentence[];
}

export function staleBetween(before: Said, after: Said): Stale {
  const keys = new Set([...before.figures.keys(), ...after.figures.keys()]);
  return {
    figures: [...keys].filter((key) => differs(before.figures.get(key), after.figures.get(key))),
    sentences: changedSentences(copiedSentences(before.narrative.blocks), copiedSentences(after.narrative.blocks)),
  };
}

const differs = (one: Figure | undefined, other: Figure | undefined): boolean =>
  one !== other && (!one || !other || valueKey(one.value) !== valueKey(other.value));

/** Equal for equal values; why a figure is withheld is not part of what it says. */
function valueKey(value: FigureValue): string {
  switch (value.state) {
    case "number":
      return exactText(value.value);
    case "list":
      return JSON.stringify(value.items);
    case "text":
      return JSON.stringify(value.text);
    case "boolean":
      return String(value.value);
    case "withheld":
      return value.state;
    default:
      return unreachable(value);
  }
}

function changedSentences(
  before: readonly CopiedSentence[],
  after: readonly CopiedSentence[],
): readonly ChangedSentence[] {
  const now = new Map(after.map((sentence) => [sentence.id, sentence]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.flatMap((sentence) => changedSentence(sentence, now.get(sentence.id)) ?? []),
    ...after.filter(({ id }) => !known.has(id)).map(newSentence),
  ];
}
