import type { CellAddress } from "./cell";
import type { Exact } from "./exact";
import type { Coverage, LineagePart, WithheldReason } from "./figure";

/** How a figure came about, down to the schools' cells. */
export interface FigureProof {
  readonly key: string;
  /** `公办率（小学）`. */
  readonly title: string;
  /** As printed on its own, unit included; `××` when withheld. */
  readonly printed: string;
  /** The formula in words. */
  readonly words: string;
  /** The formula with the value of every term: `公办率 = 在园幼儿数合计（办别=公办）6608 ÷ 在园幼儿数合计10000 = 66.08%`. */
  readonly written: string;
  /** Rounding, where the printed number is not exactly the value: `未修约66.083333…%，四舍五入为66.08%`. */
  readonly rounding?: string;
  /** Scope and meaning (口径), where the definition gives one. */
  readonly definition?: string;
  readonly numerator?: Exact;
  readonly denominator?: Exact;
  /** In the order of the formula. */
  readonly terms: readonly ProofTerm[];
  /** Past values and the target, each with its source. */
  readonly comparisons: readonly ProofComparison[];
  readonly coverage: Coverage;
  readonly partial: boolean;
  readonly reasons: readonly WithheldReason[];
}

/** A total, a figure or a parameter of the formula. */
export interface ProofTerm {
  readonly part: LineagePart["part"];
  readonly words: string;
  /** Absent when it has no value yet. */
  readonly text?: string;
  readonly value?: Exact;
  /** True where `counts` of the rows add up to `value`; a largest value, a median or a list does not. */
  readonly adds: boolean;
  readonly rows: readonly ProofRow[];
  /** Key of the figure it stands for. */
  readonly figure?: string;
  /** Key of the parameter it stands for. */
  readonly parameter?: string;
}

/** What one row of a form brings to a total. */
export interface ProofRow {
  readonly form: string;
  readonly school: string;
  readonly schoolName: string;
  /** Row of the form's table. */
  readonly row: number;
  /** What the total is over this row alone; absent when that is no number. */
  readonly counts?: Exact;
  readonly cells: readonly ProofCell[];
}

export interface ProofCell {
  readonly column: string;
  readonly role: LineagePart["role"];
  /** As it counts, corrections included; absent when nothing was filed. */
  readonly text?: string;
  /** The school's own cell; absent for what the roster says. */
  readonly at?: CellAddress;
  /** Corrections and explanations on it, in words. */
  readonly remarks: readonly string[];
}

export interface ProofComparison {
  /** 上年, 2015年, 目标. */
  readonly label: string;
  readonly printed: string;
  /** `较上年提升1.28个百分点`, `高于目标`. */
  readonly says?: string;
  /** Who set it, or where it is from. */
  readonly source?: string;
}

/** A sentence with the figures behind its numbers. */
export interface ClauseProof {
  readonly id: string;
  readonly text: string;
  readonly numbers: readonly NumberProof[];
}

/** A number as a sentence prints it: the figures it tells, and the parameters beside them. */
export interface NumberProof {
  readonly text: string;
  readonly figures: readonly string[];
  readonly parameters: readonly ProofParameter[];
}

export interface ProofParameter {
  readonly key: string;
  readonly value: string;
  readonly source?: string;
}

/** 核算单: sentences, and every figure they tell with the figures those are made of, each once. */
export interface CalculationProof {
  readonly title: string;
  /** The run, as one line of text. */
  readonly stamp: string;
  readonly clauses: readonly ClauseProof[];
  readonly figures: readonly FigureProof[];
}
