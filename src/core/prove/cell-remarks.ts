import { cellKey, type CellAddress } from "../../domain/cell";
import type { Correction } from "../../domain/casework";
import type { Collection } from "../../domain/collected";
import type { Finding } from "../../domain/finding";

/** What people put down about cells: corrections that count, and explanations of findings. */
export function cellRemarks(
  { corrected }: Collection,
  findings: readonly Finding[],
): (at: CellAddress | undefined) => readonly string[] {
  const remarks = new Map<string, string[]>();
  const note = (key: string, remark: string): void => {
    const known = remarks.get(key) ?? [];
    if (!known.includes(remark)) known.push(remark);
    remarks.set(key, known);
  };
  for (const [key, { correction }] of corrected ?? []) note(key, correctionText(correction));
  for (const { at, alsoAt = [], message, explained } of findings)
    if (explained)
      for (const cell of at ? [at, ...alsoAt] : alsoAt)
        note(cellKey(cell), `已说明：${message}${explained.reason}${signed(explained)}`);
  return (at) => (at && remarks.get(cellKey(at))) ?? [];
}

const correctionText = (correction: Correction): string =>
  `更正：${correction.was === "" ? "空白" : correction.was}改为${correction.now}，${correction.reason}${signed(correction)}`;

function signed({ by, at }: { readonly by?: string; readonly at?: string }): string {
  const parts = [by, at].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? "" : `（${parts.join("，")}）`;
}
