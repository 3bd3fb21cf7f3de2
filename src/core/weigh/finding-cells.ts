import { cellKey } from "../../domain/cell";
import type { Collection } from "../../domain/collected";
import type { Finding, FindingCode } from "../../domain/finding";
import { schoolOfFinding } from "../../domain/ledger";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { TableCell } from "./changed-collection";

/** Which cells of the forms' tables each finding is about. Empty: it is about no cell that was collected. */
export type FindingCells = (finding: Finding) => readonly TableCell[];

/** Cells by `cellKey` of the school's cell they were read from; a merged cell may have been read for several. */
export function cellsByAddress({ tables }: Collection): ReadonlyMap<string, readonly TableCell[]> {
  const places = new Map<string, TableCell[]>();
  for (const { form, columns } of tables.values())
    for (const [column, readings] of columns)
      for (const [row, { at }] of readings.entries()) {
        if (!at) continue;
        const key = cellKey(at);
        const known = places.get(key);
        if (known) known.push({ form, column, row });
        else places.set(key, [{ form, column, row }]);
      }
  return places;
}

/** Findings about all a school owes of a form, or of every form. */
export const wholeForm: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "not-filed",
  "form-missing",
  "filed-empty",
  "copied-from-last-year",
  "campus-counted-twice",
  "file-unreadable",
  "personal-data",
]);

/** Cells by address; where a heading or a whole form is at fault, what the school has or owes of it. */
export function findingCells(
  definition: CompiledDefinition,
  { tables, ledger }: Collection,
  byAddress: ReadonlyMap<string, readonly TableCell[]>,
): FindingCells {
  const schoolOf = schoolOfFinding(ledger);
  const owed = (school: string, { form, element }: Finding): readonly TableCell[] =>
    [...tables.values()].flatMap((table) => {
      if (form !== undefined && form !== table.form) return [];
      const names = definition.forms.get(table.form)?.elements.map(({ name }) => name) ?? [];
      const columns = element === undefined ? names : names.filter((name) => name === element);
      const rows = table.rows.flatMap((one, row) => (one.school.code === school ? [row] : []));
      return columns.flatMap((column) => rows.map((row) => ({ form: table.form, column, row })));
    });
  return (finding) => {
    const { code, form, element, at, alsoAt = [] } = finding;
    const school = schoolOf(finding);
    if (wholeForm.has(code)) return school === undefined ? [] : owed(school, finding);
    const addressed = (at ? [at, ...alsoAt] : []).flatMap((one) => byAddress.get(cellKey(one)) ?? []);
    if (addressed.length > 0 || school === undefined) return addressed;
    return form !== undefined && element !== undefined ? owed(school, finding) : [];
  };
}
