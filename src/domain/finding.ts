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
}

export type FindingCode =
  // reading files
  | "file-unreadable"
  | "folder-empty"
  // recognising what was sent
  | "sheet-unrecognised"
  | "form-missing"
  | "header-missing"
  | "header-unknown"
  | "school-unknown"
  | "school-missing"
  | "school-twice"
  | "not-filed"
  | "roster-duplicate"
  // reading cells
  | "cell-not-number"
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
  // parameters
  | "parameter-unreadable"
  | "parameter-unknown";
