import type { Collection, FormTable } from "../../domain/collected";
import type { CompiledDefinition } from "../../definitions/compiled";
import { fieldKey, readsOfDerived, readsOfIndicator, staysInRow, type Reads } from "./formula-reads";

/** Rows in which a field can differ. */
export type DifferingRows = ReadonlySet<number> | "every";

/** Fields that can differ, derived ones included. */
export type DifferingFields = ReadonlyMap<string, DifferingRows>;

/** What is not the same in two collections. */
export interface Differences {
  /** By form. */
  readonly fields: ReadonlyMap<string, DifferingFields>;
  /** Forms whose rows are of other schools: nothing of them is the same. */
  readonly rows: ReadonlySet<string>;
  /** Indicators that can have other figures. */
  readonly indicators: ReadonlySet<string>;
}

/** Tells what can differ between two collections that share every table and every column they have in common. */
export function differencesBetween(
  definition: CompiledDefinition,
): (one: Collection, other: Collection) => Differences {
  const derived = [...definition.forms].flatMap(([form, compiled]) =>
    [...compiled.derived].map(([column, tree]) => ({
      form,
      column,
      reads: readsOfDerived(definition, form, tree),
      staysInRow: staysInRow(definition, form, tree),
    })),
  );
  const indicators = [...definition.indicators].map(
    ([name, compiled]) => [name, readsOfIndicator(definition, compiled)] as const,
  );
  return (one, other) => {
    const fields = new Map<string, Map<string, DifferingRows>>();
    const rows = new Set<string>();
    // Whether a row was filed decides beside its fields.
    const forms = new Set<string>();
    for (const [form, table] of other.tables) {
      const known = one.tables.get(form);
      if (known === table) continue;
      if (!known || !hasSameSchools(known, table)) rows.add(form);
      else fields.set(form, changedFields(known, table));
      if (known?.rows !== table.rows) forms.add(form);
    }
    const keys = new Set(
      [...fields].flatMap(([form, columns]) => [...columns.keys()].map((name) => fieldKey(form, name))),
    );
    const meets = ({ forms: reads, fields: read }: Reads): boolean => overlaps(forms, reads) || overlaps(keys, read);
    const touched = new Set<string>();
    // Each comes after those it uses.
    for (const [name, reads] of indicators) if (meets(reads) || overlaps(touched, reads.names)) touched.add(name);
    for (const { form, column, reads, staysInRow: local } of derived) {
      if (!meets(reads) && !overlaps(touched, reads.names)) continue;
      const own = fields.get(form) ?? new Map<string, DifferingRows>();
      fields.set(form, own);
      own.set(column, local ? together([...own].flatMap(([name, at]) => (reads.fields.has(fieldKey(form, name)) ? [at] : []))) : "every"); // prettier-ignore
    }
    return { fields, rows, indicators: touched };
  };
}

const hasSameSchools = (known: FormTable, { rows }: FormTable): boolean =>
  known.rows === rows ||
  (known.rows.length === rows.length && rows.every(({ school }, row) => known.rows[row]?.school === school));

function changedFields(known: FormTable, table: FormTable): Map<string, DifferingRows> {
  const fields = new Map<string, DifferingRows>();
  for (const [name, readings] of table.columns) {
    const before = known.columns.get(name);
    if (before !== readings)
      fields.set(name, new Set(readings.flatMap((reading, row) => (before?.[row] === reading ? [] : [row]))));
  }
  return fields;
}

const together = (rows: readonly DifferingRows[]): DifferingRows =>
  rows.includes("every")
    ? "every"
    : new Set(rows.flatMap((some) => [...some].filter((row) => typeof row === "number")));

const overlaps = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => {
  for (const one of some) if (others.has(one)) return true;
  return false;
};
