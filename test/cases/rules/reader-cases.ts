import { yearFindings } from "../../../src/core/collect/compare-years";
import { collect } from "../../../src/core/collect/collect";
import { readRoster } from "../../../src/definitions/roster-sheet";
import type { ReaderRule } from "../../../src/definitions/rule-library/library-rule";
import { noCasework } from "../../../src/domain/casework";
import type { CellContent } from "../../../src/domain/cell";
import type { Finding } from "../../../src/domain/finding";
import type { School } from "../../../src/domain/school";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/domain/snapshot";
import { type StatisticsDistrict, statisticsDistrict } from "../../support/statistics-district";

/** One case of a rule that reading makes: what was done to a district that filed without fault. Schools count from 0. */
export interface ReaderCase {
  readonly entry: string;
  readonly what: string;
  readonly does: readonly Deed[];
  readonly verdict: "pass" | "fail" | "undecided";
}

interface Deed {
  /** The school whose workbook, or whose row of the roster, it is about. */
  readonly school: number;
  readonly drop?: true;
  readonly dropSheet?: string;
  readonly set?: { readonly form: string; readonly element: string; readonly value: CellContent };
  /** A number into the cell of a sheet, row and column from 0. */
  readonly put?: { readonly sheet: string; readonly row: number; readonly column: number; readonly value: CellContent };
  /** Its workbook comes once more under that name, with what else the deed says done to the copy alone. */
  readonly again?: string;
  readonly received?: string;
  readonly fingerprint?: string;
  /** The version that somebody chose. */
  readonly accepted?: string;
  readonly callsItself?: { readonly name: string; readonly code: string };
  readonly unsigned?: true;
  readonly hidesRows?: string;
  readonly hasExternalLinks?: true;
  /** A column of that heading is added on the right of the sheet, filled with numbers. */
  readonly insertsColumn?: { readonly sheet: string; readonly heading: string };
  readonly roster?: Readonly<Record<string, string>>;
  readonly rosterTwice?: true;
  readonly figuresOf?: number;
  readonly lastYearsForms?: true;
  readonly rosterLastYear?: Readonly<Record<string, string>>;
  /** Nobody has last year's workbooks. */
  readonly forgetsLastYear?: true;
}

const schoolCount = 8;
const clean = statisticsDistrict({ schools: schoolCount, seed: 1 });
const cleanCollection = collect(clean.definition, clean.schools, clean.readings);

/** Findings of the rule in its severity, on the whole way from the roster and the workbooks. */
export function findingsOf(rule: ReaderRule, { does }: ReaderCase): readonly Finding[] {
  const roster = readRoster(rosterWorkbook(clean.schools, does, "roster"));
  const workbooks = clean.readings.map((reading) => {
    if (reading.state !== "read") throw new Error("the clean district has a file that cannot be read");
    return reading.workbook;
  });
  const sent = workbooks.flatMap((workbook, index) => sentBy(workbook, index, does));
  const accepted = does.flatMap(({ school, accepted: file }) =>
    file === undefined ? [] : [{ school: clean.schools[school]?.code ?? "", file }],
  );
  const casework = { ...noCasework, accepted };
  const current = collect(
    clean.definition,
    roster.schools,
    sent.map((workbook) => ({ state: "read", workbook })),
    casework,
  );
  const before = readRoster(rosterWorkbook(clean.schools, does, "rosterLastYear")).schools;
  const previous = collect(clean.definition, before, clean.previousReadings);
  const overYears = does.some(({ forgetsLastYear }) => forgetsLastYear) ? [] : yearFindings(current, previous);
  const all = [...roster.findings, ...current.findings, ...overYears];
  return all.filter(({ code, severity }) => rule.findings.includes(code) && severity === rule.severity);
}

function rosterWorkbook(
  schools: readonly School[],
  does: readonly Deed[],
  which: "roster" | "rosterLastYear",
): WorkbookSnapshot {
  const rows = schools.flatMap(({ attributes }, index) => {
    const own = does.filter(({ school }) => school === index);
    const changed = Object.assign({}, attributes, ...own.map((deed) => deed[which] ?? {})) as Readonly<
      Record<string, string>
    >;
    return own.some(({ rosterTwice }) => rosterTwice) && which === "roster" ? [changed, changed] : [changed];
  });
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))];
  return { file: "名录.xlsx", sheets: [{ name: "名录", visibility: "visible", rows: cells, merges: [] }] };
}

function sentBy(workbook: WorkbookSnapshot, index: number, does: readonly Deed[]): readonly WorkbookSnapshot[] {
  const own = does.filter(({ school }) => school === index);
  if (own.some(({ drop }) => drop)) return [];
  const first = own.filter(({ again }) => again === undefined).reduce((done, deed) => doneTo(done, deed), workbook);
  return [first, ...own.filter(({ again }) => again !== undefined).map((deed) => doneTo(workbook, deed))];
}

function doneTo(workbook: WorkbookSnapshot, deed: Deed): WorkbookSnapshot {
  const { again, received, fingerprint, hasExternalLinks, dropSheet } = deed;
  const from = deed.figuresOf === undefined ? workbook : figuresFrom(deed.figuresOf, deed.school, clean);
  const base = deed.lastYearsForms ? workbookOf(clean.previousReadings, deed.school) : from;
  return {
    ...base,
    file: again ?? workbook.file ?? "",
    ...(received !== undefined && { received }),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(hasExternalLinks && { hasExternalLinks }),
    sheets: base.sheets
      .filter(({ name }) => dropSheet === undefined || !name.startsWith(dropSheet))
      .map((sheet) => changed(sheet, deed)),
  };
}

type Rows = SheetSnapshot["rows"];

function changed(sheet: SheetSnapshot, deed: Deed): SheetSnapshot {
  const { set, put, callsItself, unsigned, hidesRows, insertsColumn } = deed;
  const isThis = (wanted: string | undefined): boolean => wanted !== undefined && sheet.name.startsWith(wanted);
  const at = set && addressOf(set.form, set.element, deed.school);
  const own = clean.schools[deed.school];
  const edits: readonly ((rows: Rows) => Rows)[] = [
    ...(set && at?.sheet === sheet.name ? [(rows: Rows) => withCell(rows, at.row, at.column, set.value)] : []),
    ...(put && isThis(put.sheet) ? [(rows: Rows) => withCell(rows, put.row, put.column, put.value)] : []),
    ...(callsItself && own ? [(rows: Rows) => renamed(rows, own, callsItself)] : []),
    ...(unsigned ? [withoutReviewer] : []),
    ...(insertsColumn && isThis(insertsColumn.sheet) ? [(rows: Rows) => widened(rows, insertsColumn.heading)] : []),
  ];
  const rows = edits.reduce((done, edit) => edit(done), sheet.rows);
  return { ...sheet, rows, ...(isThis(hidesRows) && { hiddenRows: rows.map((_, row) => row).slice(4) }) };
}

const eachCell = (rows: Rows, change: (cell: CellContent) => CellContent): Rows =>
  rows.map((row) => row.map((cell) => change(cell)));

const renamed = (rows: Rows, own: School, { name, code }: Pick<School, "name" | "code">): Rows =>
  eachCell(rows, (cell) => (cell === own.name ? name : cell === own.code ? code : cell));

const withoutReviewer = (rows: Rows): Rows =>
  eachCell(rows, (cell) => (typeof cell === "string" ? cell.replace(/^(审核人：).*$/u, "$1") : cell));

/** One more column: the heading above, a number in every row of numbers. The last row bears the signatures. */
const widened = (rows: Rows, heading: string): Rows =>
  rows.map((row, index) =>
    row.length < 5 || index === rows.length - 1
      ? row
      : [...row, row.some((cell) => typeof cell === "number") ? 7 : heading],
  );

const withCell = (rows: Rows, row: number, column: number, value: CellContent): Rows =>
  rows.map((cells, index) => (index === row ? cells.map((cell, place) => (place === column ? value : cell)) : cells));

/** Where the clean district has the first value of an element. */
function addressOf(form: string, element: string, school: number) {
  const table = cleanCollection.tables.get(form);
  const row = table?.rows.findIndex((one) => one.school === clean.schools[school]) ?? -1;
  const at = table?.columns.get(element)?.[row]?.at;
  if (!at) throw new Error(`school ${String(school)} has no ${form}·${element}`);
  return at;
}

function workbookOf(readings: StatisticsDistrict["readings"], index: number): WorkbookSnapshot {
  const reading = readings[index];
  if (reading?.state !== "read") throw new Error(`no workbook ${String(index)}`);
  return reading.workbook;
}

/** The workbook of one school under the name and code of another. */
function figuresFrom(from: number, to: number, { schools, readings }: StatisticsDistrict): WorkbookSnapshot {
  const [giver, taker] = [schools[from], schools[to]];
  if (!giver || !taker) throw new Error("no such school");
  const workbook = workbookOf(readings, from);
  const sheets = workbook.sheets.map((sheet) => changed(sheet, { school: from, callsItself: taker }));
  return { ...workbook, sheets };
}
