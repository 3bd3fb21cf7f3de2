import type { Collection, FormTable } from "../../domain/collected";
import type { WithheldReason } from "../../domain/figure";
import type { School } from "../../domain/school";
import type { Confrontation } from "../../domain/verdict";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import type { NameReading } from "../../definitions/name-scope";
import type { NamedValues } from "../../definitions/named-values";
import { evaluate, evaluateRow } from "../../formula/evaluate";
import { formColumns, type RowScope } from "../../formula/form-columns";
import type { Columns } from "../../formula/scope";
import type { Tree } from "../../formula/tree";
import type { Value } from "../../formula/value";
import { isAbsent, textOf } from "../../formula/values";

/** One form with everything its totals look at. */
export interface FormView {
  readonly name: string;
  readonly form: CompiledForm;
  readonly table: FormTable;
  readonly columns: Columns;
  /** The member of a group each row belongs to: null where the cell is blank, undefined where it does not apply. */
  readonly members: (group: string) => readonly (string | null | undefined)[];
  /** Rows that only say a school has not filed its records: counting them would count nothing. */
  readonly unfiledRecords: ReadonlySet<number>;
  /** Schools that should report this form, in roster order. */
  readonly expected: readonly School[];
}

/** All forms of the district, and the names formulas may use. */
export interface District {
  readonly definition: CompiledDefinition;
  readonly forms: ReadonlyMap<string, FormView>;
  readonly rosterColumns: ReadonlySet<string>;
  readonly blocked: Confrontation["blocked"];
  readonly named: NamedValues;
  /** What formulas see besides rows; every name they read is told. */
  readonly scope: (onRead: (reading: NameReading) => void) => RowScope;
}

export function districtOf(
  definition: CompiledDefinition,
  collection: Collection,
  { blocked }: Confrontation,
  named: NamedValues,
): District {
  const { schools, tables } = collection;
  const active = activeSchools(collection);
  const forms = new Map<string, FormView>();
  const scope: District["scope"] = (onRead) => ({
    ...named.scope(onRead),
    columns: (form) => forms.get(form)?.columns,
    lastYear: () => ({ type: "error", reason: { why: "no-value", detail: "没有上年的学校数据" } }),
  });
  const silent = scope(() => undefined);
  for (const [name, form] of definition.forms) {
    const table = tables.get(name);
    if (!table) continue;
    const order = definition.source.elements.filter((element) => element.form === name).map((element) => element.name);
    const columns = readOnce(formColumns(table, form.derived, order, blocked, () => silent));
    forms.set(name, {
      name,
      form,
      table,
      columns,
      members: remembered((group) =>
        Array.from({ length: columns.rowCount }, (_, row) => memberAt(columns, group, row)),
      ),
      unfiledRecords: new Set(form.form.layout === "记录" ? rowsNotFiled(table) : []),
      expected: expectedSchools(form, table, schools, active, silent),
    });
  }
  const rosterColumns = new Set(schools.flatMap(({ attributes }) => Object.keys(attributes)));
  return { definition, forms, rosterColumns, blocked, named, scope };
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

const rowsNotFiled = ({ rows }: FormTable): readonly number[] => rows.flatMap(({ filed }, row) => (filed ? [] : [row]));

/**
 * Every expected school has rows, except one that had no records to send: a school that is in at all and that 范围
 * does not let off.
 */
function expectedSchools(
  { form, scope }: CompiledForm,
  { rows }: FormTable,
  schools: readonly School[],
  active: ReadonlySet<string>,
  names: RowScope,
): readonly School[] {
  const present = new Set(rows.map(({ school }) => school.code));
  const hadNothing = (school: School): boolean =>
    form.layout === "记录" &&
    active.has(school.code) &&
    (!scope || truthOverRoster(scope, form.name, school.attributes, names) !== false);
  return schools.filter((school) => present.has(school.code) || hadNothing(school));
}

/** Schools anything is expected of, or came from. */
const activeSchools = ({ tables, ledger }: Collection): ReadonlySet<string> =>
  new Set([
    ...[...tables.values()].flatMap(({ rows }) => rows.map(({ school }) => school.code)),
    ...ledger.flatMap(({ school }) => school ?? []),
  ]);

/** A condition as far as roster columns alone decide it; undefined when it hangs on what schools fill in. */
export function truthOverRoster(
  condition: Tree,
  form: string,
  attributes: School["attributes"],
  names: RowScope,
): boolean | undefined {
  const columns: Columns = {
    rowCount: 1,
    candidates: () => [0],
    has: () => true,
    value: (column) => {
      const attribute = attributes[column];
      return attribute === undefined ? { type: "missing" } : { type: "text", value: attribute };
    },
    between: () => [],
  };
  const value = evaluate(condition, { ...names, form, row: 0, columns: () => columns });
  return value.type === "boolean" ? value.value : undefined;
}

/** Whether a row passes 筛选: yes, no, or undecided for the blank cells named. */
export function passes(view: FormView, filter: Tree, row: number, names: RowScope): RowDecision {
  const { value, missing } = evaluateRow(filter, { ...names, form: view.name, row });
  if (value.type === "boolean") return { passes: value.value, blank: [] };
  if (value.type === "error") return { passes: false, blank: [], failure: value.reason };
  return { passes: false, blank: missing.map(({ column }) => column) };
}

export interface RowDecision {
  readonly passes: boolean;
  readonly blank: readonly string[];
  readonly failure?: WithheldReason;
}
