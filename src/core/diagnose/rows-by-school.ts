import type { Collection } from "../../domain/collected";

/** Rows of each form's table, by school code. */
export function rowsBySchool({ tables }: Collection): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const grouped = new Map<string, Map<string, number[]>>();
  for (const { form, rows } of tables.values())
    for (const [row, { school }] of rows.entries()) {
      const byForm = grouped.get(school.code) ?? new Map<string, number[]>();
      const own = byForm.get(form) ?? [];
      own.push(row);
      grouped.set(school.code, byForm.set(form, own));
    }
  return grouped;
}
