import type { CellAddress } from "../domain/cell";
import type { WithheldReason } from "../domain/figure";
import type { Place } from "../ports/workbook-port";

/** Where one number comes from, in words and cells. */
export interface FigureTrace {
  readonly key: string;
  readonly title: string;
  /** As printed, unit included; `××` when withheld. */
  readonly printed: string;
  /** The formula in words. */
  readonly words: string;
  /** `15432 ÷ 1200 = 12.86`: totals and the value before rounding. */
  readonly arithmetic?: string;
  readonly definition?: string;
  readonly schoolsExpected: number;
  readonly schoolsCounted: number;
  /** Names of the schools whose values are not in. */
  readonly missing: readonly string[];
  readonly reasons: readonly WithheldReason[];
  /** Schools with the cells the figure adds up, largest value first. */
  readonly schools: readonly TracedSchool[];
  /** Figures and parameters the formula is made of. */
  readonly uses: readonly UsedName[];
  readonly usedIn: readonly TracedClause[];
}

export interface TracedSchool {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly TracedCell[];
}

export interface TracedCell {
  readonly part: "numerator" | "denominator";
  readonly column: string;
  /** As filed; absent when nothing was filed. */
  readonly text?: string;
  /** The school's own cell. */
  readonly source?: CellAddress;
  /** The cell on our data sheet. */
  readonly place: Place;
}

/** An indicator or parameter of the formula; `figure` is the key to trace it by. */
export interface UsedName {
  readonly name: string;
  readonly figure?: string;
}

export interface TracedClause {
  readonly id: string;
  readonly text: string;
}
