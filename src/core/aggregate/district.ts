import type { Collection, FormTable } from "../../domain/collected";
import type { Figure } from "../../domain/figure";
import type { School } from "../../domain/school";
import type { Confrontation } from "../../domain/verdict";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import type { NameReading } from "../../definitions/name-scope";
import type { NamedValues } from "../../definitions/named-values";
import { evaluate } from "../../formula/evaluate";
import type { RowScope } from "../../formula/form-columns";
import { lastYearOf, noLastYear, type YearOfForms } from "../../formula/last-year";
import type { Columns } from "../../formula/scope";
import type { Tree } from "../../formula/tree";
import type { DifferingFields } from "./differing-fields";
import { formView, type FormView } from "./form-view";

/** All forms of the district, and the names formulas may use. */
export interface District {
  readonly definition: CompiledDefinition;
  readonly forms: ReadonlyMap<string, FormView>;
  readonly rosterColumns: ReadonlySet<string>;
  readonly blocked: Confrontation["blocked"];
  readonly named: NamedValues;
  /** Last year's submissions, where they were given. */
  readonly lastYear: LastYear | undefined;
  /** What formulas see besides rows; every name they read is told. */
  readonly scope: (onRead: (reading: NameReading) => void) => RowScope;
}

/** A district known already, and what of the new one is not the same. */
interface Known {
  readonly district: District;
  /** Fields that differ, by form. */
  readonly fields: ReadonlyMap<string, DifferingFields>;
  /** Forms whose rows are of other schools. */
  readonly rows: ReadonlySet<string>;
}

/** Last year's submissions, and what they come to. */
export interface LastYear {
  readonly district: District;
  readonly tables: Collection["tables"];
  /** Figures of indicators that rest on submissions, by figure key. Their lineage is of last year's tables. */
  readonly figures: ReadonlyMap<string, Figure>;
}

/** What else than the submissions themselves a district's figures rest on. */
export interface Circumstances extends Pick<Confrontation, "blocked"> {
  readonly lastYear?: LastYear | undefined;
}

/** `known` spares reading again what is the same in both. */
export function districtOf(
  definition: CompiledDefinition,
  collection: Collection,
  { blocked, lastYear }: Circumstances,
  named: NamedValues,
  known?: Known,
): District {
  const { schools, tables } = collection;
  const active = once(() => activeSchools(collection));
  const forms = new Map<string, FormView>();
  const columns = columnsIn({ forms });
  const cellLastYear = cellsOf(definition, { tables, columns }, lastYear);
  const scope: District["scope"] = (onRead) => ({
    ...named.scope(onRead),
    columns,
    lastYear: cellLastYear,
  });
  const silent = scope(() => undefined);
  for (const [name, form] of definition.forms) {
    const table = tables.get(name);
    if (!table) continue;
    const view = known?.rows.has(name) === true ? undefined : known?.district.forms.get(name);
    const differing = known?.fields.get(name) ?? noFields;
    const isSame = view?.table.rows === table.rows && differing.size === 0;
    const expected = view?.expected ?? expectedSchools(form, table, schools, active(), silent);
    const earlier = view && { view, differing };
    forms.set(name, isSame ? view : formView(definition, form, table, blocked, silent, expected, earlier));
  }
  const rosterColumns =
    known?.district.rosterColumns ?? new Set(schools.flatMap(({ attributes }) => Object.keys(attributes)));
  return { definition, forms, rosterColumns, blocked, named, scope, lastYear };
}

/** Last year's cells, by this year's rows. */
function cellsOf(
  { forms }: CompiledDefinition,
  thisYear: YearOfForms,
  lastYear: LastYear | undefined,
): RowScope["lastYear"] {
  if (!lastYear) return () => noLastYear;
  const keysOf = (form: string): readonly string[] => forms.get(form)?.form.keys ?? [];
  return lastYearOf(keysOf, thisYear, { tables: lastYear.tables, columns: columnsIn(lastYear.district) });
}

const columnsIn =
  ({ forms }: Pick<District, "forms">) =>
  (form: string): Columns | undefined =>
    forms.get(form)?.columns;

const noFields: DifferingFields = new Map();

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

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
