import type { Explanation } from "./casework";
import type { CellAddress } from "./cell";

export type Severity = "error" | "warning" | "notice";

/**
 * One thing a person should look at. The words are Chinese, made where the fact is known, and say what happened
 * and what to do; `code` is stable and is what tests and other programs go by.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** The rule of the definition, for findings of `validate`. */
  readonly rule?: string;
  readonly school?: string;
  readonly form?: string;
  readonly element?: string;
  /** The file, for findings about a whole file. */
  readonly file?: string;
  readonly at?: CellAddress;
  /** Further cells the finding rests on (the other parts of a sum); all of them are blocked by an error. */
  readonly alsoAt?: readonly CellAddress[];
  readonly message: string;
  readonly instruction: string;
  readonly found?: string;
  readonly expected?: string;
  readonly difference?: string;
  /** The 情况说明 that releases it; only warnings and notices have one. */
  readonly explained?: Explanation;
}

/** About what people at the bureau put down themselves: nothing a school could mend or explain. */
export const isCasework = ({ code }: Finding): boolean =>
  code.startsWith("correction-") || code === "explanation-refused" || code === "casework-unreadable";

export type FindingCode =
  // reading files
  | "file-unreadable"
  | "folder-empty"
  | "sheet-hidden"
  | "rows-hidden"
  | "external-links"
  | "template-old"
  | "template-other"
  | "table-changed"
  // recognising what was sent
  | "sheet-unrecognised"
  | "form-missing"
  | "header-missing"
  | "header-unknown"
  | "school-unknown"
  | "school-missing"
  | "school-twice"
  | "not-filed"
  | "filed-empty"
  | "file-twice"
  | "filing-superseded"
  | "sign-off-missing"
  | "roster-duplicate"
  | "school-code-wrong"
  | "school-type-differs"
  | "school-region-differs"
  | "school-name-differs"
  | "campus-counted-twice"
  | "schools-alike"
  // reading cells
  | "cell-not-number"
  | "cell-text-number"
  | "cell-spaces"
  | "code-damaged"
  | "cell-not-whole"
  | "cell-error-value"
  | "cell-out-of-range"
  | "cell-not-in-code-list"
  | "cell-not-date"
  | "cell-required"
  | "cell-below-table"
  | "row-duplicate-key"
  | "personal-data"
  // rules of the definition
  | "rule-failed"
  // last year's data
  | "copied-from-last-year"
  | "last-year-left-out"
  | "school-changed"
  // what people at the bureau decided
  | "correction-unconfirmed"
  | "correction-outdated"
  | "correction-unmatched"
  | "explanation-refused"
  | "casework-unreadable"
  // parameters
  | "parameter-unreadable"
  | "parameter-unknown";
