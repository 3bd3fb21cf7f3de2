import type { CellAddress, Scalar } from "./cell";
import type { Exact } from "./exact";
import type { Verdict } from "./verdict";

/** How people slip when they fill in forms. */
export type SlipKind =
  | "times-ten-thousand"
  | "divided-by-ten-thousand"
  | "times-power-of-ten"
  | "area-in-mu"
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
  /** As people write it, in the unit of the form; blank for a blank cell. */
  readonly from: string;
  /** In the unit the element is kept in, as the form's table has it. */
  readonly to: Scalar;
  /** `to` as people would write it, in the unit of the form. */
  readonly written: string;
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

/** A cell put differently, before anyone words it. */
export type CellTrial = Pick<CellChange, "form" | "element" | "row" | "to">;

/** What one rule says about one row of a school once cells are put differently. */
export interface RowVerdict {
  readonly rule: string;
  readonly form: string;
  readonly row: number;
  readonly verdict: Verdict;
  /** Left less right of the comparison that decided, when both sides are numbers. */
  readonly gap?: Exact;
  readonly isEquality: boolean;
  /** The school's cells a failure rests on, worked out when asked for. */
  readonly cells: () => readonly CellAddress[];
}

/**
 * Judges again what of a school's rules reads the cells put differently; every rule of the school when none is.
 * With `only`, no other rules.
 */
export type Recheck = (
  school: string,
  trials: readonly CellTrial[],
  only?: ReadonlySet<string>,
) => readonly RowVerdict[];
