import type { Correction } from "./casework";
import type { Reading } from "./cell";
import type { Finding } from "./finding";
import type { FileLedger } from "./ledger";
import type { School } from "./school";

/** One row of a form's data table: one school for 清单 and 卡片, one record of a school for 记录. */
export interface FormRow {
  readonly school: School;
  /** False for the blank row that stands for an expected school that has not filed this form. */
  readonly filed: boolean;
  readonly file?: string;
  readonly sheet?: string;
  /** Row of the sheet, from 0; absent for cards. */
  readonly row?: number;
}

/** Everything collected for one form, by column. Every column has one reading per row. */
export interface FormTable {
  readonly form: string;
  readonly rows: readonly FormRow[];
  readonly columns: ReadonlyMap<string, readonly Reading[]>;
}

/** What `collect` gives. `schools` is the roster in order. */
export interface Collection {
  readonly schools: readonly School[];
  readonly tables: ReadonlyMap<string, FormTable>;
  readonly ledger: readonly FileLedger[];
  readonly findings: readonly Finding[];
  /** Corrections that count, by `cellKey` of the cell they stand for, with the reading as received. */
  readonly corrected?: ReadonlyMap<string, { readonly correction: Correction; readonly received: Reading }>;
}
