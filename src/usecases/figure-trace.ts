import type { CellAddress } from "../domain/cell";
import type { WithheldReason } from "../domain/figure";
import type { ProofComparison } from "../domain/proof";
import type { Place } from "../ports/workbook-port";

/** Where one number comes from, in words and cells. */
export interface FigureTrace {
  readonly key: string;
  readonly title: string;
  /** As printed, unit included; `××` when withheld. */
  readonly printed: string;
  /** The formula in words. */
  readonly words: string;
  /** The formula with the value of every term: `在校生数合计 15432 ÷ 专任教师数合计 1200 = 12.86`. Absent when withheld. */
  readonly arithmetic?: string;
  /** Where the printed number is not exactly the value: `未修约66.0757…%，印作66.08%`. */
  readonly rounding?: string;
  readonly definition?: string;
  /** Past values and the target, with what the figure is beside them and who answers for them. */
  readonly comparisons: readonly ProofComparison[];
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
  /** What the school brings to the numerator, where that is a sum. */
  readonly counts?: string;
  readonly cells: readonly TracedCell[];
}

export interface TracedCell {
  readonly part: "numerator" | "denominator";
  readonly column: string;
  /** As filed; absent when nothing was filed. */
  readonly text?: string;
  /** The school's own cell. */
  readonly source?: CellAddress;
  /** Corrections and explanations on it, in words. */
  readonly remarks?: readonly string[];
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

/** What a school's cell feeds. */
export interface CellTrace {
  readonly at: CellAddress;
  /** Corrections and explanations on it, in words. */
  readonly remarks: readonly string[];
  /** Figures that rest on it, in print order. */
  readonly figures: readonly {
    readonly key: string;
    readonly title: string;
    readonly printed: string;
    /** It is added, it decides what is added, or it is in by way of other figures. */
    readonly how: "value" | "criterion" | "through";
  }[];
  /** Sentences that print one of them or decide by it, each once, in the order of the report. */
  readonly clauses: readonly TracedClause[];
}
