import type { Exact } from "../domain/exact";
import type { Value } from "./value";

/** One form's columns as a formula sees them: fields, roster columns and derived fields alike. */
export interface Columns {
  readonly rowCount: number;
  readonly has: (column: string) => boolean;
  /** @throws Error when the column does not exist: typing has refused such a formula before. */
  readonly value: (column: string, row: number) => Value;
  /**
   * Rows, ascending, among which are all that meet an equality criterion (a number, or a text whatever its case) and
   * all that are blank or in error in that column. The fewer others, the faster.
   */
  readonly candidates: (column: string, wanted: Exact | string) => readonly number[];
  /** Fields from one to another in the order of the form, both included. */
  readonly between: (from: string, to: string) => readonly string[];
}

/** What one total did, told as it happens: the lineage and coverage of a figure are made of these. */
export interface TotalTrace {
  readonly form: string;
  /** Rows that were counted. */
  readonly rows: readonly number[];
  /** Columns whose values were added or counted. */
  readonly values: readonly string[];
  /** Columns that decided which rows count. */
  readonly criteria: readonly string[];
  /** Cells that were blank though the total needed them. */
  readonly missing: readonly { readonly row: number; readonly column: string }[];
}

/** Everything a formula may look at. Built by each stage for its own place of use. */
export interface EvaluationScope {
  /** The form `[列]` belongs to. */
  readonly form?: string;
  /** The row `[@列]` (and, in a rule, a bare `[列]`) means. */
  readonly row?: number;
  readonly columns: (form: string) => Columns | undefined;
  /** Rows of a form that take part in totals (筛选 and 分组 applied); all when absent. */
  readonly rows?: (form: string) => readonly number[];
  /** A bare name: an indicator, else a parameter. */
  readonly named: (name: string) => Value;
  readonly indicator: (name: string, slices: readonly string[]) => Value;
  readonly parameter: (name: string, keys: readonly string[]) => Value;
  /** Last year's value of a column for the school of `row`. */
  readonly lastYear: (form: string, column: string, row: number) => Value;
  readonly cumulative: (name: string, from: string, to: string | undefined) => Value;
  readonly trace?: (total: TotalTrace) => void;
}
