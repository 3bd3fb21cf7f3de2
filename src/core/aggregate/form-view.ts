import type { FormTable } from "../../domain/collected";
import type { WithheldReason } from "../../domain/figure";
import type { School } from "../../domain/school";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import { columnsOf } from "../../formula/columns-of";
import { evaluateRow } from "../../formula/evaluate";
import { formColumns, type RowScope } from "../../formula/form-columns";
import type { Columns } from "../../formula/scope";
import type { Tree } from "../../formula/tree";
import type { Value } from "../../formula/value";
import { isAbsent, textOf } from "../../formula/values";
import type { DifferingFields } from "./differing-fields";
import { staysInRow } from "./formula-reads";
import { differs, overlaidColumns, overlaidRows } from "./overlaid-columns";

/** One form with everything its totals look at. */
export interface FormView {
  readonly name: string;
  readonly form: CompiledForm;
  readonly table: FormTable;
  readonly columns: Columns;
  /** The member of a group each row belongs to: null where the cell is blank, undefined where it does not apply. */
  readonly members: (group: string) => readonly (string | null | undefined)[];
  /** Whether a row passes a 筛选: yes, no, or undecided for the blank cells named. */
  readonly decide: (filter: Tree, row: number) => RowDecision;
  /** Rows that only say a school has not filed its records: counting them would count nothing. */
  readonly unfiledRecords: ReadonlySet<number>;
  /** Schools that should report this form, in roster order. */
  readonly expected: readonly School[];
}

/** A view known already of the same rows, and the fields that differ from it. */
interface Earlier {
  readonly view: FormView;
  readonly differing: DifferingFields;
}

/** What `earlier` has read and decided already is not read again where it cannot differ. */
export function formView(
  definition: CompiledDefinition,
  form: CompiledForm,
  table: FormTable,
  blocked: ReadonlyMap<string, unknown>,
  names: RowScope,
  expected: readonly School[],
  earlier?: Earlier,
): FormView {
  const { name, layout } = form.form;
  const order = definition.source.elements.filter((element) => element.form === name).map((element) => element.name);
  const read = readOnce(formColumns(table, form.derived, order, blocked, () => names));
  const columns = earlier ? overlaidColumns(read, earlier.view.columns, earlier.differing) : read;
  return {
    name,
    form,
    table,
    columns,
    members: remembered((group) => {
      const member = (row: number) => memberAt(columns, group, row);
      if (earlier) return overlaidRows(earlier.view.members(group), earlier.differing, group, member);
      return Array.from({ length: columns.rowCount }, (_, row) => member(row));
    }),
    decide: decisions((filter) => {
      const decide = (row: number) => passes(name, filter, row, names);
      if (!earlier || !staysInRow(definition, name, filter)) return decide;
      const reads = columnsOf(filter);
      const isSame = (row: number) => !reads.some((column) => differs(earlier.differing, column.name, row));
      return (row) => (isSame(row) ? earlier.view.decide(filter, row) : decide(row));
    }),
    unfiledRecords: new Set(layout === "记录" ? rowsNotFiled(table) : []),
    expected,
  };
}

function memberAt(columns: Columns, group: string, row: number): string | null | undefined {
  const value = columns.value(group, row);
  if (value.type === "missing") return null;
  return isAbsent(value) ? undefined : textOf(value);
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

/** Every total reads the same cells again, slice by slice: a column is interpreted once. */
function readOnce(columns: Columns): Columns {
  const column = remembered((): Value[] => []);
  return {
    ...columns,
    value: (name, row) => {
      const values = column(name);
      return (values[row] ??= columns.value(name, row));
    },
  };
}

/** Every slice and every form of an indicator asks again: a row is decided once. */
function decisions(decider: (filter: Tree) => (row: number) => RowDecision): FormView["decide"] {
  const made = new Map<Tree, { readonly decide: (row: number) => RowDecision; readonly rows: RowDecision[] }>();
  return (filter, row) => {
    const known = made.get(filter) ?? { decide: decider(filter), rows: [] };
    made.set(filter, known);
    return (known.rows[row] ??= known.decide(row));
  };
}

const rowsNotFiled = ({ rows }: FormTable): readonly number[] => rows.flatMap(({ filed }, row) => (filed ? [] : [row]));

function passes(form: string, filter: Tree, row: number, names: RowScope): RowDecision {
  const { value, missing } = evaluateRow(filter, { ...names, form, row });
  if (value.type === "boolean") return { passes: value.value, blank: [] };
  if (value.type === "error") return { passes: false, blank: [], failure: value.reason };
  return { passes: false, blank: missing.map(({ column }) => column) };
}

export interface RowDecision {
  readonly passes: boolean;
  readonly blank: readonly string[];
  readonly failure?: WithheldReason;
}
