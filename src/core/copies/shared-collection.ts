import { cellKey, type CellAddress, type Reading } from "../../domain/cell";
import type { Collection, FormRow, FormTable } from "../../domain/collected";
import { compare } from "../../domain/exact";

/** Submissions as figures see them: cells under an error count as blank. */
export function asCounted(collection: Collection, blocked: ReadonlyMap<string, unknown>): Collection {
  if (blocked.size === 0) return collection;
  const isBlocked = ({ at }: Reading): boolean => at !== undefined && blocked.has(cellKey(at));
  const blank = (reading: Reading): Reading =>
    isBlocked(reading) && reading.at ? { state: "missing", at: reading.at } : reading;
  const tables = [...collection.tables].map(([form, table]) => {
    const columns = [...table.columns].map(
      ([name, readings]) => [name, readings.some(isBlocked) ? readings.map(blank) : readings] as const,
    );
    return [form, { ...table, columns: new Map(columns) }] as const;
  });
  return { ...collection, tables: new Map(tables) };
}

/** The later of two collections, made of the earlier one's tables, columns and readings wherever they say the same. */
export function sharedWith(earlier: Collection, later: Collection): Collection {
  const tables = [...later.tables].map(([form, table]) => {
    const known = earlier.tables.get(form);
    return [form, known ? sharedTable(known, table) : table] as const;
  });
  return { ...later, tables: new Map(tables) };
}

function sharedTable(known: FormTable, table: FormTable): FormTable {
  const rows = isSameList(known.rows, table.rows, isSameRow) ? known.rows : table.rows;
  const columns = new Map(
    [...table.columns].map(([name, readings]) => [name, sharedReadings(known.columns.get(name) ?? [], readings)]),
  );
  const isSame =
    rows === known.rows &&
    columns.size === known.columns.size &&
    [...columns].every(([name, readings]) => known.columns.get(name) === readings);
  return isSame ? known : { ...table, rows, columns };
}

function sharedReadings(known: readonly Reading[], readings: readonly Reading[]): readonly Reading[] {
  if (isSameList(known, readings, isSameReading)) return known;
  return readings.map((reading, row) => {
    const before = known[row];
    return before && isSameReading(before, reading) ? before : reading;
  });
}

const isSameList = <T>(some: readonly T[], others: readonly T[], isSame: (one: T, other: T) => boolean): boolean =>
  some.length === others.length &&
  some.every((one, index) => {
    const other = others[index];
    return other !== undefined && isSame(one, other);
  });

const isSameRow = (one: FormRow, other: FormRow): boolean =>
  one.school === other.school &&
  one.filed === other.filed &&
  one.file === other.file &&
  one.sheet === other.sheet &&
  one.row === other.row;

function isSameReading(one: Reading, other: Reading): boolean {
  if (one === other) return true;
  if (one.state !== other.state || !isSamePlace(one.at, other.at)) return false;
  if (one.state === "unreadable") return other.state === "unreadable" && one.raw === other.raw;
  if (one.state !== "reported" || other.state !== "reported") return true;
  const [was, is] = [one.value, other.value];
  return was.type === "number" && is.type === "number"
    ? compare(was.value, is.value) === 0
    : was.type === is.type && was.value === is.value;
}

const isSamePlace = (one: CellAddress | undefined, other: CellAddress | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && cellKey(one) === cellKey(other));
