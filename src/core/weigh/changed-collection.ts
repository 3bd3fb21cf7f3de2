import type { Reading } from "../../domain/cell";
import type { Collection, FormRow, FormTable } from "../../domain/collected";

/** A cell of a form's table. */
export interface TableCell {
  readonly form: string;
  readonly column: string;
  readonly row: number;
}

export interface CellReading extends TableCell {
  readonly reading: Reading;
}

export const readingAt = ({ tables }: Collection, { form, column, row }: TableCell): Reading | undefined =>
  tables.get(form)?.columns.get(column)?.[row];

/** The same collection with other readings in some cells; tables and columns without any are shared. */
export function withReadings(collection: Collection, cells: readonly CellReading[]): Collection {
  const columns = new Map<FormTable, Map<string, Reading[]>>();
  for (const { form, column, row, reading } of cells) {
    const table = collection.tables.get(form);
    const known = table?.columns.get(column);
    if (!table || !known) continue;
    const changed = columns.get(table) ?? new Map<string, Reading[]>();
    columns.set(table, changed);
    const readings = changed.get(column) ?? [...known];
    changed.set(column, readings);
    readings[row] = reading;
  }
  const tables = [...columns].map(
    ([table, changed]): FormTable => ({
      ...table,
      columns: new Map([...table.columns].map(([name, readings]) => [name, changed.get(name) ?? readings])),
    }),
  );
  return withTables(collection, tables);
}

/** The same collection with other rows at the head of some tables; their readings are shared. */
export function withRows(collection: Collection, rows: ReadonlyMap<string, readonly FormRow[]>): Collection {
  const tables = [...rows].flatMap(([form, changed]) => {
    const table = collection.tables.get(form);
    return table ? [{ ...table, rows: changed }] : [];
  });
  return withTables(collection, tables);
}

export function withoutRow(collection: Collection, form: string, row: number): Collection {
  const table = collection.tables.get(form);
  if (!table) return collection;
  const others = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => index !== row);
  const columns = new Map([...table.columns].map(([name, readings]) => [name, others(readings)]));
  return withTables(collection, [{ ...table, rows: others(table.rows), columns }]);
}

const withTables = (collection: Collection, tables: readonly FormTable[]): Collection =>
  tables.length === 0
    ? collection
    : {
        ...collection,
        tables: new Map([...collection.tables, ...tables.map((table) => [table.form, table] as const)]),
      };
