import type { CellRange } from "./snapshot";

/** What is put into a cell. Text is text whatever it begins with; only `formula` is ever calculated. */
export type CellInput =
  | null
  | { readonly text: string }
  | { readonly number: number; readonly format?: string }
  | { readonly boolean: boolean }
  | {
      readonly formula: string;
      readonly format?: string;
      /** Result known beforehand, stored in files. */ readonly cached?: string | number;
    };

export type CellStyle =
  | "title"
  | "stamp"
  | "note"
  | "header"
  | "input"
  | "body"
  | "wrap"
  | "total"
  | "grey"
  /** Boxed and grey: beside entries, and never filled in. */
  | "reference"
  | "error"
  | "warning"
  | "ready"
  | "waiting"
  /** A value the bureau put in place of the school's. */
  | "corrected";

export interface ColumnLayout {
  /** Width in characters. */
  readonly width: number;
  readonly style?: CellStyle;
}

/** A whole sheet of ours as it shall stand: creating it again replaces what we wrote before. */
export interface SheetEdit {
  readonly edit: "put-sheet";
  /** Role by which we find our own sheet again: `log`, `find`, `data:幼儿园`. */
  readonly role: string;
  readonly name: string;
  readonly tabColor: string;
  readonly columns: readonly ColumnLayout[];
  /** Rows from A1. */
  readonly rows: readonly (readonly CellInput[])[];
  readonly rowStyles: readonly { readonly row: number; readonly style: CellStyle }[];
  readonly cellStyles: readonly { readonly row: number; readonly column: number; readonly style: CellStyle }[];
  readonly merges: readonly CellRange[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** The table of the sheet, header row included; its name is unique in the workbook. */
  readonly table?: { readonly name: string; readonly range: CellRange };
  readonly validations: readonly DataValidation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly visibility: "visible" | "very-hidden";
}

export interface DataValidation {
  readonly range: CellRange;
  readonly rule:
    | { readonly type: "list"; readonly items: readonly string[] }
    | { readonly type: "whole" | "decimal"; readonly min?: number; readonly max?: number }
    /** Bounds as serial days. */
    | { readonly type: "date"; readonly min: number; readonly max: number };
  readonly prompt?: string;
  readonly error?: string;
}

export interface ConditionalFormat {
  readonly range: CellRange;
  /** Formula relative to the top left cell of the range, with `=`. */
  readonly formula: string;
  readonly style: "error" | "warning" | "ready";
}

/** The last edit of a run: a report without a matching stamp is known to be incomplete. */
export interface StampEdit {
  readonly edit: "stamp";
  readonly stamp: RunStamp;
}

export type WorkbookEdit = SheetEdit | StampEdit;

export interface RunStamp {
  readonly run: number;
  readonly definition: string;
  readonly definitionDigest: string;
  readonly period: string;
  /** Given from outside; the core has no clock. ISO, local time. */
  readonly at: string;
  readonly inputDigest: string;
}
