import {
  wholeReport,
  type ChangedNumber,
  type ChangedSentence,
  type CopiedNumber,
  type CopiedSentence,
  type CopyRecord,
  type WrongCopy,
} from "../../domain/copy-record";
import type { Narrative } from "../../domain/narrative";
import { copiedSentences } from "./copied-sentences";

/** The copies that say something else than the report says now; those already put right are left out. */
export function wrongCopies(ledger: readonly CopyRecord[], { blocks }: Narrative): readonly WrongCopy[] {
  const told = copiedSentences(blocks);
  const now = new Map(told.map((sentence) => [sentence.id, sentence]));
  return ledger.flatMap((copy) => {
    const changed = copy.amended === undefined ? changedSentences(copy, told, now) : [];
    return changed.length > 0 ? [{ copy, changed }] : [];
  });
}

/** What of a copy reads otherwise now, in the order of the copy; sentences that came into its paragraphs stand last. */
function changedSentences(
  { scope, sentences }: CopyRecord,
  told: readonly CopiedSentence[],
  now: ReadonlyMap<string, CopiedSentence>,
): readonly ChangedSentence[] {
  const copied = new Set(sentences.map(({ id }) => id));
  const blocks = new Set(sentences.map(({ block }) => block));
  const reworded = sentences.flatMap((sentence) => changedSentence(sentence, now.get(sentence.id)) ?? []);
  const added = told.filter(({ id, block }) => (scope === wholeReport || blocks.has(block)) && !copied.has(id));
  return [...reworded, ...added.map(newSentence)];
}

export const newSentence = ({ id, text, numbers }: CopiedSentence): ChangedSentence => ({
  id,
  now: text,
  numbers: changedNumbers([], numbers),
});

export function changedSentence(was: CopiedSentence, now: CopiedSentence | undefined): ChangedSentence | undefined {
  if (now?.text === was.text) return undefined;
  return {
    id: was.id,
    was: was.text,
    ...(now && { now: now.text }),
    numbers: changedNumbers(was.numbers, now?.numbers ?? []),
  };
}

/** By the slot that prints them; of a slot that prints twice, the first beside the first. */
function changedNumbers(was: readonly CopiedNumber[], now: readonly CopiedNumber[]): readonly ChangedNumber[] {
  const [before, after] = [bySlot(was), bySlot(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)];
    if (one?.text === other?.text) return [];
    const slot = one?.slot ?? other?.slot ?? "";
    return [{ slot, ...(one && { was: one.text }), ...(other && { now: other.text }) }];
  });
}

function bySlot(numbers: readonly CopiedNumber[]): ReadonlyMap<string, CopiedNumber> {
  const counts = new Map<string, number>();
  return new Map(
    numbers.map((number) => {
      const count = (counts.get(number.slot) ?? 0) + 1;
      counts.set(number.slot, count);
      return [`${number.slot}#${String(count)}`, number];
    }),
  );
}
