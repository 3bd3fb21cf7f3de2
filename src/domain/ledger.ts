import type { CellAddress } from "./cell";
import type { Finding } from "./finding";

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
  /** What an issued template holds for the school's eyes only, and its hidden sheets. */
  | "template-aid"
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
  /** When the file arrived (ISO, local time), as far as is known. */
  readonly received?: string;
  readonly state: "accepted" | "partly-accepted" | "rejected";
  /** For people: why the file, or a part, was not taken. */
  readonly remark?: string;
  readonly nonEmpty: number;
  readonly used: number;
  readonly ignored: Readonly<Partial<Record<IgnoreRule, number>>>;
  readonly rejected: readonly RejectedCell[];
}

/** Whose finding it is: its own school, else the one school its file is of. */
export function schoolOfFinding(ledger: readonly FileLedger[]): (finding: Finding) => string | undefined {
  const schools = new Map(ledger.map(({ file, school }) => [file, school]));
  return ({ school, at, file }) => school ?? schools.get(at?.file ?? file ?? "");
}
