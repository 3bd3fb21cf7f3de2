import { type ColumnNode, children, columnsOf, isColumn } from "./columns-of";
import { type Criterion, builtCriterion, criterionOf, equalTo, meets } from "./criterion";
import { type BlankCell, type Evaluate, type Frame, rowsOf } from "./frame";
import { isComparison } from "./comparison";
import type { Columns, EvaluationScope } from "./scope";
import type { Tree } from "./tree";
import type { Value } from "./value";
import { type Absent, absence, isAbsent, noValue } from "./values";

/** One pair of a total's criteria. */
export interface CriterionPair {
  readonly column: Tree;
  readonly criterion: Tree;
}

/** The rows of a form that meet a total's criteria, with the values asked for. */
export interface Gathered {
  readonly form: string;
  readonly entries: readonly Entry[];
  /** Blank cells of criteria, and of values that came out 缺报. */
  readonly missing: readonly { readonly row: number; readonly column: string }[];
}
export interface Entry {
  readonly row: number;
  readonly values: readonly Value[];
}

/** Runs down the one form that `values` and `criteria` read. Gives what keeps the total from being told, if anything does. */
export function gather(
  values: readonly Tree[],
  criteria: readonly CriterionPair[],
  evaluate: Evaluate,
  frame: Frame,
): Gathered | Absent {
  const form = onlyForm(
    [...values.flatMap(columnsOf), ...criteria.map(({ column }) => column).filter(isColumn)],
    frame,
  );
  const columns = form === undefined ? undefined : frame.scope.columns(form);
  if (form === undefined) return failure("two-forms");
  if (!columns) return failure("no-such-column");
  const tests = prepared(criteria, columns, evaluate, frame);
  return isTests(tests) ? walked(form, columns, values, tests, evaluate, frame) : tests;
}

const failure = (cause: Parameters<typeof noValue>[0]): Absent => absence([noValue(cause)]) ?? { type: "missing" };

function onlyForm(read: readonly ColumnNode[], { scope }: Frame): string | undefined {
  const others = read.filter((column) => !isOfThisRow(column, scope));
  const forms = new Set(others.map((column) => column.form ?? scope.form));
  return forms.size === 1 ? [...forms][0] : undefined;
}

const isOfThisRow = (column: ColumnNode, scope: EvaluationScope): boolean => column.thisRow && scope.row !== undefined;

interface Test {
  readonly column: string;
  readonly criterion: Criterion;
}

function prepared(
  pairs: readonly CriterionPair[],
  columns: Columns,
  evaluate: Evaluate,
  frame: Frame,
): readonly Test[] | Absent {
  const tests: Test[] = [];
  for (const { column, criterion } of pairs) {
    const { operator, operand } = builtCriterion(criterion);
    const wanted = evaluate(operand, frame);
    if (isAbsent(wanted)) return wanted;
    if (!isColumn(column) || !columns.has(column.name)) return failure("no-such-column");
    tests.push({ column: column.name, criterion: criterionOf(operator, wanted) });
  }
  return tests;
}

const isTests = (tests: readonly Test[] | Absent): tests is readonly Test[] => Array.isArray(tests);

function walked(
  form: string,
  columns: Columns,
  values: readonly Tree[],
  tests: readonly Test[],
  evaluate: Evaluate,
  frame: Frame,
): Gathered {
  const entries: Entry[] = [];
  const missing: { readonly row: number; readonly column: string }[] = [];
  for (const row of rowsToWalk(form, columns, tests, frame.scope)) {
    const outcome = tested(columns, row, tests);
    if (outcome.failure) entries.push({ row, values: [outcome.failure] });
    else if (outcome.kept)
      entries.push({ row, values: values.map((value) => valueAt(value, { form, row }, evaluate, frame, missing)) });
    missing.push(...outcome.blank.map((column) => ({ row, column })));
  }
  return { form, entries, missing: unique(missing) };
}

/** All rows that take part, or, where one value is asked for, only those that can have it. */
function rowsToWalk(form: string, columns: Columns, tests: readonly Test[], scope: EvaluationScope): readonly number[] {
  if (scope.rows) return scope.rows(form);
  for (const { column, criterion } of tests) {
    const wanted = equalTo(criterion);
    if (wanted !== undefined) return columns.candidates(column, wanted);
  }
  return rowsOf(form, columns, scope);
}

interface Outcome {
  readonly kept: boolean;
  readonly blank: readonly string[];
  readonly failure?: Value;
}

/** A row is out as soon as one criterion is not met; else blank criterion cells leave it undecided. */
function tested(columns: Columns, row: number, tests: readonly Test[]): Outcome {
  const blank: string[] = [];
  let failure: Value | undefined;
  for (const { column, criterion } of tests) {
    const cell = columns.value(column, row);
    const met = meets(cell, criterion);
    if (cell.type === "error") failure ??= cell;
    else if (met === false) return { kept: false, blank: [] };
    else if (met === "undecided") blank.push(column);
  }
  return failure && blank.length === 0 ? { kept: false, blank, failure } : { kept: blank.length === 0, blank };
}

function valueAt(
  tree: Tree,
  running: { readonly form: string; readonly row: number },
  evaluate: Evaluate,
  { scope }: Frame,
  missing: { readonly row: number; readonly column: string }[],
): Value {
  const blanks: BlankCell[] = [];
  const value = evaluate(tree, { scope, running, onBlank: (cell) => blanks.push(cell) });
  if (value.type === "missing") missing.push(...blanks.filter(({ form }) => form === running.form));
  return value;
}

function unique(cells: readonly { readonly row: number; readonly column: string }[]): Gathered["missing"] {
  const byKey = new Map(cells.map(({ row, column }) => [`${String(row)} ${column}`, { row, column }]));
  return [...byKey.values()];
}

/** Columns an expression over a form's rows adds up, and columns that only decide (under a comparison or ISBLANK). */
export function columnRoles(
  trees: readonly Tree[],
  { scope }: Frame,
): { readonly values: readonly string[]; readonly criteria: readonly string[] } {
  const values = new Set<string>();
  const criteria = new Set<string>();
  for (const tree of trees) sortColumns(tree, false, (column) => !isOfThisRow(column, scope), values, criteria);
  return { values: [...values], criteria: [...criteria].filter((column) => !values.has(column)) };
}

function sortColumns(
  tree: Tree,
  decides: boolean,
  belongs: (column: ColumnNode) => boolean,
  values: Set<string>,
  criteria: Set<string>,
): void {
  if (isColumn(tree) && belongs(tree)) (decides ? criteria : values).add(tree.name);
  for (const [index, child] of children(tree).entries())
    sortColumns(child, decides || isTest(tree, index), belongs, values, criteria);
}

function isTest(tree: Tree, index: number): boolean {
  if (tree.node === "binary") return isComparison(tree.operator);
  return tree.node === "call" && ((tree.name === "IF" && index === 0) || tree.name === "ISBLANK");
}
