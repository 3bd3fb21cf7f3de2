/**
 * What people at the bureau decided about what schools sent (更正, 情况说明, 免报, 表头写法). It stands beside the originals
 * and is never written into them: a run without it sees the schools' own values again.
 */
export interface Casework {
  readonly corrections: readonly Correction[];
  readonly explanations: readonly Explanation[];
  readonly exemptions: readonly Exemption[];
  readonly spellings: readonly LearnedSpelling[];
  /** Which of several versions counts; absent: none was chosen. */
  readonly accepted?: readonly AcceptedFile[];
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

/** Whether an exemption says why and who answers for it; until then the school still owes its report. */
export const isGranted = ({ reason, by }: Exemption): boolean => reason.trim() !== "" && by.trim() !== "";

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

/** 采用: the file of a school that counts where it sent several versions; the others are set aside. */
export interface AcceptedFile {
  readonly school: string;
  /** Absent: all forms. */
  readonly form?: string;
  readonly file: string;
}

/** A reason shorter than this says nothing. */
const shortestReason = 6;

/** Whether a person answers for a decision with a reason that says something; until then it is 待确认 and does not count. */
export const isAnsweredFor = ({ reason, by }: { readonly reason: string; readonly by?: string }): boolean =>
  [...reason.trim()].length >= shortestReason && by !== undefined && by.trim() !== "";

/** Both together; of two about the same thing the later stands. */
export function mergeCasework(earlier: Casework, later: Casework): Casework {
  return {
    corrections: merged(earlier.corrections, later.corrections, ({ school, form, element, key }) => [
      school,
      form,
      element,
      ...key,
    ]),
    explanations: merged(earlier.explanations, later.explanations, ({ school, rule, element }) => [
      school,
      rule,
      element,
    ]),
    exemptions: merged(earlier.exemptions, later.exemptions, ({ school, form }) => [school, form]),
    spellings: merged(earlier.spellings, later.spellings, ({ form, heading }) => [form, heading]),
    accepted: merged(earlier.accepted ?? [], later.accepted ?? [], ({ school, form }) => [school, form]),
  };
}

function merged<T>(
  earlier: readonly T[],
  later: readonly T[],
  subject: (one: T) => readonly (string | undefined)[],
): readonly T[] {
  const bySubject = new Map([...earlier, ...later].map((one) => [JSON.stringify(subject(one)), one]));
  return [...bySubject.values()];
}
