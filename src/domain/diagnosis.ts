import type { CellAddress, Scalar } from "./cell";

/** How people slip when they fill in forms. */
export type SlipKind =
  | "times-ten-thousand"
  | "divided-by-ten-thousand"
  | "times-power-of-ten"
  | "sign"
  | "digits-transposed"
  | "digit-wrong"
  | "row-shifted"
  | "column-shifted"
  | "cells-swapped"
  | "columns-swapped"
  | "last-year"
  | "stage-counted-twice"
  | "part-left-out"
  | "total-not-updated"
  | "typed-twice";

/** One cell put differently. `row` is the row of the form's table. */
export interface CellChange {
  readonly form: string;
  readonly element: string;
  readonly row: number;
  readonly at?: CellAddress;
  readonly from: string;
  readonly to: Scalar;
}

/** A guess at what happened, with the one act that would satisfy the school's rules. It is proposed, never applied. */
export interface ProbableCause {
  readonly slip: SlipKind;
  /** All cells of the one act: one for most slips, two for a swap, a run of cells for a shift. */
  readonly changes: readonly CellChange[];
  /** For people: `像是按元填了，应填万元：3862000 → 386.2`. */
  readonly says: string;
  /** True when with it every rule of the school that fails now passes and none fails anew. */
  readonly clearsAll: boolean;
  /** How many of the school's findings it clears. */
  readonly clears: number;
}
