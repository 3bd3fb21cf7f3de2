import type { Columns } from "../../formula/scope";
import type { DifferingFields } from "./differing-fields";

/** `known`, with what it has read already, as far as it is the same; the rest as `read` has it. */
export function overlaidColumns(read: Columns, known: Columns, differing: DifferingFields): Columns {
  return {
    ...read,
    value: (column, row) => (differs(differing, column, row) ? read : known).value(column, row),
    candidates: (column, wanted) => {
      const rows = differing.get(column);
      if (rows === undefined) return known.candidates(column, wanted);
      if (rows === "every") return read.candidates(column, wanted);
      // Rows that no longer meet it may stay: candidates are tested.
      return [...new Set([...known.candidates(column, wanted), ...rows])].sort((a, b) => a - b);
    },
  };
}

/** A column of something known by row, made again where the field differs. */
export function overlaidRows<T>(
  known: readonly T[],
  differing: DifferingFields,
  column: string,
  make: (row: number) => T,
): readonly T[] {
  const rows = differing.get(column);
  if (rows === undefined) return known;
  return known.map((one, row) => (rows === "every" || rows.has(row) ? make(row) : one));
}

export function differs(differing: DifferingFields, column: string, row: number): boolean {
  const rows = differing.get(column);
  return rows === "every" || rows?.has(row) === true;
}
