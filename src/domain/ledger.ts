import type { CellAddress } from "./cell";

/** Why a non-empty cell was left out without anyone having to look at it. */
export type IgnoreRule =
  | "title"
  | "header"
  | "note"
  | "unit-line"
  | "row-number"
  | "roster-echo"
  | "total-row"
  | "not-asked-for"
  | "instruction-sheet"
  | "hidden-sheet"
  | "superseded";

export interface RejectedCell {
  readonly at: CellAddress;
  readonly reason: string;
}

/**
 * The account of one file: every non-empty cell is used, ignored by a named rule, or rejected with a reason.
 * nonEmpty = used + Σ ignored + rejected.length, always.
 */
export interface FileLedger {
  readonly file: string;
  readonly school?: string;
  readonly state: "accepted" | "partly-accepted" | "rejected";
  /** For people: why the file, or a part, was not taken. */
  readonly remark?: string;
  readonly nonEmpty: number;
  readonly used: number;
  readonly ignored: Readonly<Partial<Record<IgnoreRule, number>>>;
  readonly rejected: readonly RejectedCell[];
}
