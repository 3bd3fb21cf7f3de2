import type { CopiedNumber, CopiedSentence } from "../../domain/copy-record";
import { blockText, clauseText, type Block, type Span } from "../../domain/narrative";

/** Sentences of some blocks of a report, as they read now; the notes behind a paragraph stand for one. */
export function copiedSentences(blocks: readonly Block[]): readonly CopiedSentence[] {
  return blocks.flatMap((block): readonly CopiedSentence[] => {
    if (block.type === "heading") return [sentence(block, block.id, blockText(block), block.spans)];
    const clauses = block.clauses.map((clause) => sentence(block, clause.id, clauseText(clause), clause.spans));
    const notes = (block.notes ?? []).join("");
    return notes === "" ? clauses : [...clauses, sentence(block, `${block.id}注`, notes, [])];
  });
}

/** Cells lose the spaces around their text. */
const sentence = (block: Block, id: string, text: string, spans: readonly Span[]): CopiedSentence => ({
  id,
  block: block.id,
  text: text.trim(),
  numbers: numbersOf(spans),
});

/** Pieces whose words nobody can yet know are no slot of their own; the sentence tells of them. */
const numbersOf = (spans: readonly Span[]): readonly CopiedNumber[] =>
  spans.flatMap((span) =>
    span.type === "slot" && /^\{[^{}]*\}$/u.test(span.template)
      ? [{ slot: span.template, text: span.text.trim() }]
      : [],
  );
