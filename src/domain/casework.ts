/**
 * What people at the bureau decided about what schools sent (更正, 情况说明, 免报, 表头写法). It stands beside the originals
 * and is never written into them: a run without it sees the schools' own values again.
 */
export interface Casework {
  readonly corrections: readonly Correction[];
  readonly explanations: readonly Explanation[];
  readonly exemptions: readonly Exemption[];
  readonly spellings: readonly LearnedSpelling[];
}

export const noCasework: Casework = { corrections: [], explanations: [], exemptions: [], spellings: [] };

/** Another value for one cell. It counts only with a reason and a person, and only while the school's value is still `was`. */
export interface Correction {
  readonly school: string;
  readonly form: string;
  readonly element: string;
  /** Texts of the form's keys after 学校代码, for forms with several rows a school; empty for the others. */
  readonly key: readonly string[];
  /** The school's value as people write it; blank for a cell that was blank. */
  readonly was: string;
  readonly now: string;
  readonly reason: string;
  readonly evidence?: string;
  /** Who answers for it. Absent: 待确认, and it does not count yet. */
  readonly by?: string;
  readonly at?: string;
}

/** A person answers for a warning. Errors cannot be explained away. */
export interface Explanation {
  readonly school: string;
  /** Rule of the definition, else the code of the finding. */
  readonly rule: string;
  /** Element the finding is about; absent: all findings of that rule in that school. */
  readonly element?: string;
  readonly reason: string;
  readonly by: string;
  readonly at?: string;
}

/** A school that need not report: closed, merged, not concerned. */
export interface Exemption {
  readonly school: string;
  /** Absent: all forms. */
  readonly form?: string;
  readonly reason: string;
  readonly by: string;
}

/** A heading a person has said to mean an element: taken from then on, shown, and revocable. */
export interface LearnedSpelling {
  readonly form: string;
  readonly element: string;
  readonly heading: string;
  readonly by?: string;
  readonly at?: string;
  /** False once it was taken back. */
  readonly active: boolean;
}
