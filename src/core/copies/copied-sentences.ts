import type { CopiedNumber, CopiedSentence } from "../../domain/copy-record";
import { blockText, clauseText, type Block, type Clause } from "../../domain/narrative";

/** Sentences of some blocks of a report, as they read now. */
export function copiedSentences(blocks: readonly Block[]): readonly CopiedSentence[] {
  return blocks.flatMap((block): readonly CopiedSentence[] =>
    block.type === "heading"
      ? [{ id: block.id, block: block.id, text: blockText(block), numbers: [] }]
      : block.clauses.map((clause) => ({
          id: clause.id,
          block: block.id,
          text: clauseText(clause),
          numbers: numbersOf(clause),
        })),
  );
}

/** Pieces whose words nobody can yet know are no slot of their own; the sentence tells of them. */
const numbersOf = ({ spans }: Clause): readonly CopiedNumber[] =>
  spans.flatMap((span) =>
    span.type === "slot" && /^\{[^{}]*\}$/u.test(span.template) ? [{ slot: span.template, text: span.text }] : [],
  );
