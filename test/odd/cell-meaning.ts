import type { CellContent } from "../../src/domain/cell";
import type { SheetSnapshot } from "../../src/domain/snapshot";

export const cellAt = ({ rows }: SheetSnapshot, row: number, column: number): CellContent =>
  rows[row]?.[column] ?? null;

/** More than white space and marks nobody sees. */
export const holdsSomething = (content: CellContent): boolean =>
  content !== null && (typeof content !== "string" || /[^\s\u200b\ufeff]/u.test(content));

/** Written independently of the reader: does the cell plainly hold a number, and the number zero? */
export function meansNumber(content: CellContent, zero: boolean): boolean {
  if (typeof content === "number") return !zero || content === 0;
  if (typeof content !== "string") return false;
  const bare = content.normalize("NFKC").replace(/[\s,\p{Cf}]/gu, "");
  return /^[+-]?\d+(?:\.\d+)?%?$/u.test(bare) && (!zero || Number.parseFloat(bare) === 0);
}
