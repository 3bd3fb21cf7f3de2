import type { Collection } from "../../domain/collected";
import type { Finding } from "../../domain/finding";
import type { FileLedger } from "../../domain/ledger";
import type { School } from "../../domain/school";
import type { FileReading } from "../../domain/snapshot";
import type { CompiledDefinition } from "../../definitions/compiled";
import { expectedSchools, rosterColumnNames } from "./expected-schools";
import { fileLedger, unreadableLedger } from "./file-ledger";
import { fileUnreadable, folderEmpty } from "./finding-words";
import { formTables } from "./form-tables";
import { readWorkbook } from "./read-workbook";
import { resolveFilings } from "./resolve-filings";
import { schoolIndex } from "./school-index";
import { inOrder } from "../../domain/finding-order";

/**
 * Everything the schools sent, as one table per form, with an account of every non-empty cell.
 * A blank is 缺报, never zero; a cell that cannot be read is a finding; nothing is guessed.
 */
export function collect(
  definition: CompiledDefinition,
  schools: readonly School[],
  readings: readonly FileReading[],
): Collection {
  const index = schoolIndex(schools);
  const expectations = [...definition.forms.values()].map((form) => ({
    form,
    schools: expectedSchools(form, schools, definition.source.period),
  }));
  const expected = new Map(expectations.map(({ form, schools: some }) => [form, new Set(some)]));
  const roster = {
    index,
    columns: new Set(rosterColumnNames(schools)),
    isExpected: (form: (typeof expectations)[number]["form"], school: School) =>
      expected.get(form)?.has(school) === true,
  };
  const workbooks = readings.flatMap((reading) =>
    reading.state === "read" ? [readWorkbook(reading.workbook, definition, roster)] : [],
  );
  const { kept, findings, superseded } = resolveFilings(workbooks.flatMap(({ filings }) => filings));
  const { tables, findings: absences } = formTables(expectations, schools, kept);
  return {
    schools,
    tables,
    ledger: [
      ...workbooks.map((workbook) => fileLedger(workbook, superseded)),
      ...readings.flatMap((reading): readonly FileLedger[] =>
        reading.state === "unreadable" ? [unreadableLedger(reading.file, reading.why)] : [],
      ),
    ].sort(byFileName),
    findings: inOrder(
      [...fileFindings(readings), ...workbooks.flatMap((workbook) => workbook.findings), ...findings, ...absences],
      schools,
    ),
  };
}

const byFileName = (a: FileLedger, b: FileLedger): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

function fileFindings(readings: readonly FileReading[]): readonly Finding[] {
  if (readings.length === 0) return [{ code: "folder-empty", ...folderEmpty() }];
  return readings.flatMap((reading): readonly Finding[] =>
    reading.state === "unreadable"
      ? [{ code: "file-unreadable", file: reading.file, ...fileUnreadable(reading.file, reading.why) }]
      : [],
  );
}
