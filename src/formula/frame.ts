import type { Columns, EvaluationScope } from "./scope";
import type { Tree } from "./tree";
import type { ColumnNode } from "./columns-of";
import type { Value } from "./value";
import { noValue, textOf, isAbsent } from "./values";

/** Where evaluation stands: the scope, and inside a total the row it has come to. */
export interface Frame {
  readonly scope: EvaluationScope;
  readonly running?: { readonly form: string; readonly row: number };
  /** Told of every blank cell read. */
  readonly onBlank?: (cell: BlankCell) => void;
}

export interface BlankCell {
  readonly form: string;
  readonly row: number;
  readonly column: string;
}

export type Evaluate = (tree: Tree, frame: Frame) => Value;

/** A frame in which blanks are asked about, not leaned on: ISBLANK, IFBLANK and `=""`. */
export const quiet = ({ scope, running }: Frame): Frame => ({ scope, ...(running ? { running } : {}) });

/** The value a column means where it stands. */
export function columnValue(node: ColumnNode, frame: Frame): Value {
  const { scope, running } = frame;
  const form = node.form ?? scope.form;
  const columns = form === undefined ? undefined : scope.columns(form);
  if (form === undefined || columns?.has(node.name) !== true) return noValue("no-such-column");
  const row = rowOf(form, node.thisRow, frame);
  if (row !== undefined) return read(columns, { form, row, column: node.name }, frame);
  return running || scope.row !== undefined || node.thisRow
    ? noValue("no-such-row")
    : commonValue(columns, form, node.name, scope);
}

function rowOf(form: string, thisRow: boolean, { scope, running }: Frame): number | undefined {
  const runningRow = running?.form === form ? running.row : undefined;
  const ownRow = form === scope.form ? scope.row : undefined;
  return thisRow ? (ownRow ?? runningRow) : running ? runningRow : ownRow;
}

function read(columns: Columns, cell: BlankCell, frame: Frame): Value {
  const value = columns.value(cell.column, cell.row);
  if (value.type === "missing") frame.onBlank?.(cell);
  return value;
}

/** The rows of a form that take part in totals. */
export function rowsOf(form: string, columns: Columns, scope: EvaluationScope): readonly number[] {
  return scope.rows?.(form) ?? Array.from({ length: columns.rowCount }, (_, row) => row);
}

/** In an indicator a column outside totals is the group's member: all rows of the group say the same. */
function commonValue(columns: Columns, form: string, column: string, scope: EvaluationScope): Value {
  const [first, ...others] = rowsOf(form, columns, scope).map((row) => columns.value(column, row));
  if (!first) return noValue("nothing-to-take");
  return others.every((other) => same(first, other)) ? first : noValue("rows-differ");
}

const same = (a: Value, b: Value): boolean =>
  a.type === b.type && (isAbsent(a) || isAbsent(b) || textOf(a) === textOf(b));
