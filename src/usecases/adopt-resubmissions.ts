import type { Collection } from "../domain/collected";
import type { FileReading, SheetSnapshot, WorkbookSnapshot } from "../domain/snapshot";

/** One round of submissions, and what was collected from it. */
export interface SubmissionRound {
  readonly readings: readonly FileReading[];
  readonly collection: Collection;
}

/** Schools something came from in a round. */
export function schoolsIn({ tables, ledger }: Collection): ReadonlySet<string> {
  const filed = [...tables.values()].flatMap(({ rows }) => rows.filter((row) => row.filed));
  return new Set([
    ...filed.map(({ school }) => school.code),
    ...ledger.flatMap(({ school }) => (school === undefined ? [] : [school])),
  ]);
}

/**
 * The readings with what was sent again in place of what had been sent: form by form and school by school. A form that did
 * not come again stands as it was.
 */
export function adoptResubmissions(first: SubmissionRound, again: SubmissionRound): readonly FileReading[] {
  const isReplaced = replacedForms(again.collection);
  const resubmitted = schoolsIn(again.collection);
  const names = new Set(again.readings.map(fileOf));
  const schools = new Map(first.collection.ledger.map(({ file, school }) => [file, school]));
  const kept = first.readings.flatMap((reading): readonly FileReading[] => {
    const file = fileOf(reading);
    if (reading.state === "unreadable") return names.has(file) ? [] : [reading];
    const filings = filingsIn(first.collection, file);
    const replaced = filings.filter(({ school, form }) => isReplaced(school, form));
    const school = schools.get(file ?? "");
    if (replaced.length === filings.length && school !== undefined && resubmitted.has(school)) return [];
    const workbook = withoutFilings(reading.workbook, replaced);
    if (workbook.sheets.length === 0) return [];
    // Two files of one name would be taken for one.
    return [{ state: "read", workbook: names.has(file) ? { ...workbook, file: `${file ?? ""}（前次）` } : workbook }];
  });
  return [...kept, ...again.readings];
}

const fileOf = (reading: FileReading): string | undefined =>
  reading.state === "read" ? reading.workbook.file : reading.file;

/** A form is replaced when its school sent again and did not leave it out. */
function replacedForms(again: Collection): (school: string, form: string) => boolean {
  const schools = schoolsIn(again);
  const key = (school: string, form: string): string => `${school}\u0000${form}`;
  const leftOut = new Set([
    ...[...again.tables.values()].flatMap(({ form, rows }) =>
      rows.filter(({ filed }) => !filed).map(({ school }) => key(school.code, form)),
    ),
    ...again.findings.flatMap(({ code, school, form }) =>
      code === "form-missing" && school !== undefined && form !== undefined ? [key(school, form)] : [],
    ),
  ]);
  return (school, form) => schools.has(school) && !leftOut.has(key(school, form));
}

interface PlacedFiling {
  readonly school: string;
  readonly form: string;
  readonly sheet?: string;
  /** Absent for cards. */
  readonly row?: number;
}

const filingsIn = ({ tables }: Collection, file: string | undefined): readonly PlacedFiling[] =>
  [...tables.values()].flatMap(({ form, rows }) =>
    rows
      .filter((row) => row.filed && row.file === file)
      .map(({ school, sheet, row }) => ({
        school: school.code,
        form,
        ...(sheet !== undefined && { sheet }),
        ...(row !== undefined && { row }),
      })),
  );

/** A card goes with its sheet, a row of a list is blanked. */
function withoutFilings(workbook: WorkbookSnapshot, filings: readonly PlacedFiling[]): WorkbookSnapshot {
  if (filings.length === 0) return workbook;
  return {
    ...workbook,
    sheets: workbook.sheets.flatMap((sheet): readonly SheetSnapshot[] => {
      const own = filings.filter((filing) => filing.sheet === sheet.name);
      if (own.some(({ row }) => row === undefined)) return [];
      const blanked = new Set(own.map(({ row }) => row));
      return [{ ...sheet, rows: sheet.rows.map((cells, row) => (blanked.has(row) ? [] : cells)) }];
    }),
  };
}
