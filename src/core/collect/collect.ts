import { type Casework, noCasework } from "../../domain/casework";
import type { Collection } from "../../domain/collected";
import type { Finding } from "../../domain/finding";
import { inOrder } from "../../domain/finding-order";
import type { FileLedger } from "../../domain/ledger";
import type { School } from "../../domain/school";
import type { FileReading } from "../../domain/snapshot";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import { codeFindings } from "./code-findings";
import { expectedSchools, rosterColumnNames } from "./expected-schools";
import { fileLedger, unreadableLedger } from "./file-ledger";
import { fileUnreadable, folderEmpty } from "./finding-words";
import { formTables } from "./form-tables";
import { notAskedFinding } from "./not-asked";
import { type ReadWorkbook, readWorkbook } from "./read-workbook";
import { resolveFilings } from "./resolve-filings";
import { schoolIndex } from "./school-index";
import { alikeFindings } from "./schools-alike";
import { withSpellings } from "./with-spellings";
import { fileTwice } from "./workbook-words";

/**
 * Everything the schools sent, as one table per form, with an account of every non-empty cell.
 * A blank is 缺报, never zero; a cell that cannot be read is a finding; nothing is guessed.
 */
export function collect(
  asWritten: CompiledDefinition,
  schools: readonly School[],
  readings: readonly FileReading[],
  casework: Casework = noCasework,
): Collection {
  const definition = withSpellings(asWritten, casework.spellings);
  const expectations = [...definition.forms.values()].map((form) => ({
    form,
    schools: expectedSchools(form, schools, definition.source.period, casework.exemptions),
  }));
  const expected = new Map(expectations.map(({ form, schools: some }) => [form, new Set(some)]));
  const roster = {
    index: schoolIndex(schools),
    columns: new Set(rosterColumnNames(schools)),
    notAsked: (form: CompiledForm, school: School, at: Parameters<typeof notAskedFinding>[2]) =>
      expected.get(form)?.has(school) === true
        ? undefined
        : notAskedFinding(form.form.name, school, at, schools, casework.exemptions),
  };
  const workbooks = readings.flatMap((reading) =>
    reading.state === "read" ? [readWorkbook(reading.workbook, definition, roster)] : [],
  );
  const { kept, findings, superseded } = resolveFilings(
    workbooks.flatMap(({ filings }) => filings),
    { received: receivedDates(readings), accepted: casework.accepted ?? [] },
  );
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
      [
        ...fileFindings(readings),
        ...workbooks.flatMap((workbook) => workbook.findings),
        ...sameFiles(workbooks),
        ...findings,
        ...absences,
        ...codeFindings(definition, schools, tables),
        ...alikeFindings(definition, schools, tables),
      ],
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

const receivedDates = (readings: readonly FileReading[]): ReadonlyMap<string, string> =>
  new Map(
    readings.flatMap((reading) =>
      reading.state === "read" && reading.workbook.file !== undefined && reading.workbook.received !== undefined
        ? [[reading.workbook.file, reading.workbook.received] as const]
        : [],
    ),
  );

/** Files of one school that are the same byte for byte. What the second one says is set aside like everything said twice. */
function sameFiles(workbooks: readonly ReadWorkbook[]): readonly Finding[] {
  const firsts = new Map<string, string>();
  const inOrderOfNames = [...workbooks].sort((a, b) => ((a.file ?? "") < (b.file ?? "") ? -1 : 1));
  return inOrderOfNames.flatMap(({ file, fingerprint, school }): readonly Finding[] => {
    if (file === undefined || fingerprint === undefined || !school) return [];
    const key = `${school.code} ${fingerprint}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, file);
    return first === undefined ? [] : [{ code: "file-twice", school: school.code, file, ...fileTwice(first, file) }];
  });
}
