import type { SlipKind } from "../../domain/diagnosis";
import type { Exact } from "../../domain/exact";
import type { NumberCell } from "./number-cells";

/** One cell with another number. */
export interface Change {
  readonly cell: NumberCell;
  readonly to: Exact;
}

/** What may have happened, put right. `odds`: the logarithm of how likely such a slip gives what stands there now. */
export interface Act {
  readonly slip: SlipKind;
  readonly changes: readonly Change[];
  readonly odds: number;
  /** The form, where all of it is concerned and nothing in it can be put right. */
  readonly form?: string;
}
