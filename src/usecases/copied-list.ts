import type { ChangedSentence, WrongCopy } from "../domain/copy-record";

/** 补改清单: what the receivers of copies have to change, ready to be sent to them. */
export const amendmentList = (wrong: readonly WrongCopy[]): string =>
  wrong
    .map(({ copy, changed }) =>
      [
        `${copy.at.slice(0, 16).replace("T", " ")}复制的${copy.scope}（第${String(copy.run)}轮${copy.sentTo === undefined ? "" : `，${copy.sentTo}`}）：`,
        ...changed.map((change, index) => `${String(index + 1)}. ${sentenceText(change)}`),
      ].join("\n"),
    )
    .join("\n\n");

function sentenceText(change: ChangedSentence): string {
  if (change.was === undefined) return `增加：“${change.now ?? ""}”`;
  if (change.now === undefined) return `删去：“${change.was}”`;
  const numbers = numbersText(change);
  return `“${change.was}”改为“${change.now}”${numbers === "" ? "" : `（${numbers}）`}`;
}

/** `15432人→15468人；0.45%→0.68%`. */
export const numbersText = ({ numbers }: ChangedSentence): string =>
  numbers.map(({ was, now }) => `${was ?? "（无）"}→${now ?? "（无）"}`).join("；");
