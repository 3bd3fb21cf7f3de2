import type { CellContent } from "./cell";

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet as it was read; rows may be ragged, absent cells are null. */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges: readonly CellRange[];
  /** Rows and columns that are not shown, ascending; absent when there are none. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** One workbook as it was read: a file, or the open workbook (then `file` is absent). */
export interface WorkbookSnapshot {
  readonly file?: string;
  readonly sheets: readonly SheetSnapshot[];
  /** When the file arrived, as far as its own date tells (ISO, local time). */
  readonly received?: string;
  /** Digest of the file's bytes: equal files are equal whatever they are called. */
  readonly fingerprint?: string;
  /** Its formulas look into other files. */
  readonly hasExternalLinks?: boolean;
}

/** Why a file could not become a snapshot. */
export type UnreadableFile = "not-a-workbook" | "encrypted" | "truncated" | "too-large" | "timed-out" | "wps-et";

/** What reading one file gave: a file that cannot be read is a value, never an exception. */
export type FileReading =
  | { readonly state: "read"; readonly workbook: WorkbookSnapshot }
  | { readonly state: "unreadable"; readonly file: string; readonly why: UnreadableFile };
