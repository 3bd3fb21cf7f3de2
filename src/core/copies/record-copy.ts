import type { CopyRecord } from "../../domain/copy-record";
import { digest } from "../../domain/digest";
import type { Block } from "../../domain/narrative";
import { copiedSentences } from "./copied-sentences";

/** Circumstances of a copy. */
export type CopyMoment = Pick<CopyRecord, "at" | "run" | "scope" | "format" | "sentTo">;

/** The ledger with one more copy: these lines of the report. */
export function recordCopy(
  ledger: readonly CopyRecord[],
  lines: readonly (readonly Block[])[],
  moment: CopyMoment,
): readonly CopyRecord[] {
  const sentences = copiedSentences(lines.flat());
  const number = 1 + Math.max(0, ...ledger.map((copy) => copy.number));
  const copy = { ...moment, number, sentences };
  return [...ledger, { ...copy, digest: copyDigest(copy) }];
}

export const copyDigest = ({
  number,
  at,
  run,
  scope,
  format,
  sentences,
}: Omit<CopyRecord, "digest" | "sentTo" | "amended">): string =>
  digest(
    JSON.stringify([
      number,
      at,
      run,
      scope,
      format,
      sentences.map(({ id, block, text, numbers }) => [id, block, text, numbers.map(({ slot, text: says }) => [slot, says])]), // prettier-ignore
    ]),
  );
