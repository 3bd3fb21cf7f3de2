import { wholeReport, type CopyRecord } from "../../domain/copy-record";
import type { Narrative } from "../../domain/narrative";
import { recordCopy, type CopyMoment } from "./record-copy";

/**
 * The ledger after the receiver's text was put right: the copy is done with, and a new one says what its paragraphs hold
 * since. A number the ledger does not have changes nothing.
 */
export function amendCopy(
  ledger: readonly CopyRecord[],
  number: number,
  { blocks }: Narrative,
  { at, run }: Pick<CopyMoment, "at" | "run">,
): readonly CopyRecord[] {
  const copy = ledger.find((one) => one.number === number && one.amended === undefined);
  if (!copy) return ledger;
  const held = new Set(copy.sentences.map(({ block }) => block));
  const lines = [blocks.filter(({ id }) => copy.scope === wholeReport || held.has(id))];
  const { scope, format, sentTo } = copy;
  return recordCopy(
    ledger.map((one) => (one === copy ? { ...one, amended: at } : one)),
    lines,
    { at, run, scope, format, ...(sentTo !== undefined && { sentTo }) },
  );
}
