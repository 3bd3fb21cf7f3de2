import type { Reading } from "../../domain/cell";
import type { FormRow, FormTable } from "../../domain/collected";
import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import type { CompiledForm } from "../../definitions/compiled";
import { rosterColumnNames, rosterReading } from "./expected-schools";
import type { Filing } from "./filing";
import { filedEmpty, formMissing, notFiled, nothingToReport } from "./filing-words";

export interface Expectation {
  readonly form: CompiledForm;
  readonly schools: readonly School[];
}

interface SchoolRow {
  readonly row: FormRow;
  readonly readings?: ReadonlyMap<string, Reading>;
}

/** What a school owes for a form it is expected to report. */
type Standing = "filed" | "empty" | "missing" | "nothing-to-report";

const standing = (form: CompiledForm, filing: Filing | undefined, hasFiledOthers: boolean): Standing => {
  if (filing) return filing.isEmpty ? "empty" : "filed";
  const mayStayAway = form.form.layout === "记录" && !form.form.nilReport;
  return mayStayAway && hasFiledOthers ? "nothing-to-report" : "missing";
};

/** Tables of all forms, and a finding for every form and school that did not come. */
export function formTables(
  expectations: readonly Expectation[],
  schools: readonly School[],
  filings: readonly Filing[],
): { readonly tables: ReadonlyMap<string, FormTable>; readonly findings: readonly Finding[] } {
  const filed = new Map(filings.map((filing) => [keyOf(filing.form, filing.school), filing]));
  const filers = new Map(filings.map(({ school, grid }) => [school.code, grid.file]));
  const rosterColumns = rosterColumnNames(schools);
  const tables = new Map<string, FormTable>();
  for (const { form, schools: expected } of expectations) {
    const rows = expected.flatMap((school) => {
      const filing = filed.get(keyOf(form, school));
      return rowsOf(school, filing, standing(form, filing, filers.has(school.code)));
    });
    tables.set(form.form.name, tableOf(form, rows, rosterColumns));
  }
  const findings = schools.flatMap((school) => absences(school, expectations, filed, filers));
  return { tables, findings };
}

const keyOf = (form: CompiledForm, school: School): string => `${form.form.name}\u0000${school.code}`;

function rowsOf(school: School, filing: Filing | undefined, stands: Standing): readonly SchoolRow[] {
  if (stands === "missing" || stands === "empty") return [{ row: { school, filed: false } }];
  return (filing?.rows ?? []).map(({ grid, row, readings }) => ({
    row: {
      school,
      filed: true,
      sheet: grid.name,
      ...(grid.file !== undefined && { file: grid.file }),
      ...(row !== undefined && { row }),
    },
    readings,
  }));
}

function tableOf(
  { form, elements }: CompiledForm,
  rows: readonly SchoolRow[],
  rosterColumns: readonly string[],
): FormTable {
  const columns = new Map<string, readonly Reading[]>();
  for (const { name } of elements) columns.set(name, rows.map(({ readings }) => readings?.get(name) ?? { state: "missing" })); // prettier-ignore
  for (const column of rosterColumns) {
    // Joins go by code and name, so those are always the roster's.
    if (columns.has(column) && column !== "学校代码" && column !== "学校名称") continue;
    columns.set(column, rows.map(({ row }) => rosterReading(row.school, column))); // prettier-ignore
  }
  return { form: form.name, rows: rows.map(({ row }) => row), columns };
}

function absences(
  school: School,
  expectations: readonly Expectation[],
  filed: ReadonlyMap<string, Filing>,
  filers: ReadonlyMap<string, string | undefined>,
): readonly Finding[] {
  const owed = expectations.filter((expectation) => expectation.schools.includes(school)).map(({ form }) => form);
  if (owed.length === 0) return [];
  const hasFiled = filers.has(school.code);
  if (!hasFiled) return [{ code: "not-filed", school: school.code, ...notFiled(school.name, owed.length) }];
  const file = filers.get(school.code);
  return owed.flatMap((form): readonly Finding[] => {
    const stands = standing(form, filed.get(keyOf(form, school)), true);
    if (stands === "filed") return [];
    const { name } = form.form;
    const subject = { school: school.code, form: name, ...(file !== undefined && { file }) };
    if (stands === "empty") return [{ code: "filed-empty", ...subject, ...filedEmpty(school.name, name) }];
    const words = stands === "missing" ? formMissing : nothingToReport;
    return [{ code: "form-missing", ...subject, ...words(school.name, name) }];
  });
}
