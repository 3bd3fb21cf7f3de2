import type { Finding } from "../../domain/finding";
import type { IgnoreRule } from "../../domain/ledger";
import type { School } from "../../domain/school";
import type { SheetSnapshot, WorkbookSnapshot } from "../../domain/snapshot";
import type { CompiledDefinition } from "../../definitions/compiled";
import { labelTest } from "./card-layout";
import { type Filing, mayBeLeftOut } from "./filing";
import { fileNameDiffers, headerMissing, noHeader, personalData, reasons, sheetUnrecognised } from "./finding-words";
import { type Identity, identityOf } from "./identity";
import { personalCells } from "./personal-data";
import { readCard } from "./read-card";
import { type ReadSheet, readTable } from "./read-table";
import { type RecognisedSheet, recogniseForm } from "./recognise-form";
import type { SchoolIndex, SchoolMatch } from "./school-index";
import { type SheetAccount, ignored, openAccount, rejected } from "./sheet-account";
import { type SheetGrid, allFilledPlaces, sheetGrid } from "./sheet-grid";
import { type IsExpected, type SheetReader, rowOwners } from "./sheet-reader";

/** What the roster says, for reading. */
export interface Roster {
  readonly index: SchoolIndex;
  readonly columns: ReadonlySet<string>;
  readonly isExpected: IsExpected;
}

export interface ReadWorkbook {
  readonly file?: string;
  /** The one school the workbook is of; absent for a workbook of several. */
  readonly school?: School;
  readonly filings: readonly Filing[];
  readonly findings: readonly Finding[];
  readonly accounts: readonly SheetAccount[];
  /** Why nothing of the file was read. */
  readonly refusal?: string;
}

interface OpenSheet {
  readonly grid: SheetGrid;
  readonly account: SheetAccount;
  readonly recognised?: RecognisedSheet;
  readonly identity: Identity;
  /** Accounted for as a whole; nothing more is read from it. */
  readonly isSetAside: boolean;
}

export function readWorkbook(workbook: WorkbookSnapshot, definition: CompiledDefinition, roster: Roster): ReadWorkbook {
  const { file } = workbook;
  const personal = workbook.sheets
    .map((sheet) => ({ sheet, count: personalCells(sheet) }))
    .filter(({ count }) => count > 0);
  const refusedSheets =
    file === undefined
      ? new Set(personal.map(({ sheet }) => sheet))
      : new Set(personal.length > 0 ? workbook.sheets : []);
  const findings: Finding[] = personal.map(({ sheet, count }) => ({
    code: "personal-data",
    ...(file !== undefined && { file }),
    at: { ...(file !== undefined && { file }), sheet: sheet.name, row: 0, column: 0 },
    ...personalData(sheet.name, count),
  }));
  const refused = [...refusedSheets].map((sheet) => refuse(sheet, file));
  const sheets = workbook.sheets
    .filter((sheet) => !refusedSheets.has(sheet))
    .map((sheet) => open(sheet, file, definition, roster));
  const fileMatch = schoolOfFile(file, sheets, roster.index);
  const read = sheets.map((sheet) => readSheet(sheet, fileMatch, definition, roster));
  const filings = read.flatMap((sheet) => sheet.filings);
  const school =
    singleSchool(filings) ?? (file !== undefined && fileMatch.match === "school" ? fileMatch.school : undefined);
  return {
    ...(file !== undefined && { file }),
    ...(school && { school }),
    filings,
    findings: [
      ...findings,
      ...toldOnce(read.flatMap((sheet) => sheet.findings)),
      ...misnamed(file, school, roster.index),
    ],
    accounts: [...refused, ...sheets.map(({ account }) => account)],
    ...(file !== undefined && personal.length > 0 && { refusal: reasons.personalData }),
  };
}

/** That a file's school is not known is one thing to look at, however many sheets it has. */
function toldOnce(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ code, file, found, school }) => {
    if (file === undefined || school !== undefined || (code !== "school-unknown" && code !== "school-missing"))
      return true;
    const isNew = !told.has(found ?? "");
    told.add(found ?? "");
    return isNew;
  });
}

function refuse(sheet: SheetSnapshot, file: string | undefined): SheetAccount {
  const account = openAccount(sheetGrid(sheet, file));
  account.settleRest(rejected(reasons.personalData));
  return account;
}

/** Hidden sheets, instructions and blank sheets are not looked at any further; their cells are accounted for. */
function open(
  sheet: SheetSnapshot,
  file: string | undefined,
  definition: CompiledDefinition,
  roster: Roster,
): OpenSheet {
  const grid = sheetGrid(sheet, file);
  const account = openAccount(grid);
  const setAside = (rule: IgnoreRule): OpenSheet => {
    account.settleRest(ignored(rule));
    return { grid, account, identity: { clue: {}, labels: [], values: [] }, isSetAside: true };
  };
  if (sheet.visibility !== "visible") return setAside("hidden-sheet");
  const recognised = recogniseForm(grid, definition, roster.columns);
  if (!recognised && sheet.name.includes("说明")) return setAside("instruction-sheet");
  const rows = recognised?.layout.kind === "table" ? recognised.layout.header.top : grid.rowCount;
  const identity = identityOf(grid, rows, recognised ? labelTest(recognised.form.elements) : () => false);
  return { grid, account, identity, isSetAside: allFilledPlaces(grid).length === 0, ...(recognised && { recognised }) };
}

/** By what its sheets say; else by the name of the file. Sheets of different schools make it a file of none. */
function schoolOfFile(file: string | undefined, sheets: readonly OpenSheet[], index: SchoolIndex): SchoolMatch {
  if (file === undefined) return { match: "none" };
  const said = new Set(
    sheets
      .map(({ identity }) => index.find(identity.clue))
      .flatMap((match) => (match.match === "school" ? [match.school] : [])),
  );
  const [school] = said;
  if (school) return said.size === 1 ? { match: "school", school } : { match: "none" };
  return index.inFileName(file);
}

function schoolOfSheet({ grid, identity }: OpenSheet, fileMatch: SchoolMatch, index: SchoolIndex): SchoolMatch {
  const said = index.find(identity.clue);
  if (said.match !== "none") return said;
  const named = index.inFileName(grid.name);
  return named.match === "school" ? named : fileMatch;
}

function readSheet(
  sheet: OpenSheet,
  fileMatch: SchoolMatch,
  definition: CompiledDefinition,
  roster: Roster,
): ReadSheet {
  const { grid, account, recognised, identity } = sheet;
  const nothing: ReadSheet = { filings: [], findings: [] };
  if (sheet.isSetAside) return nothing;
  if (!recognised) return { ...nothing, findings: unrecognised(grid, account) };
  const { form, layout, unitPlaces } = recognised;
  if (layout.kind === "nothing") {
    account.settleRest(rejected(reasons.noHeader));
    return {
      ...nothing,
      findings: [
        { code: "header-missing", form: form.form.name, at: grid.address(0, 0), ...noHeader(grid.address(0, 0)) },
      ],
    };
  }
  const owners = rowOwners(grid, form, roster.index, schoolOfSheet(sheet, fileMatch, roster.index), roster.isExpected);
  const reader: SheetReader = { grid, account, form, codes: definition.codes, identity, unitPlaces, ...owners };
  const read = layout.kind === "table" ? readTable(reader, layout.header) : readCard(reader, layout.card);
  return { filings: read.filings, findings: [...headerFaults(sheet, recognised, read), ...read.findings] };
}

function unrecognised(grid: SheetGrid, account: SheetAccount): readonly Finding[] {
  account.settleRest(rejected(reasons.sheetUnrecognised));
  return [
    {
      code: "sheet-unrecognised",
      ...(grid.file !== undefined && { file: grid.file }),
      at: grid.address(0, 0),
      ...sheetUnrecognised(grid.name, grid.file !== undefined),
    },
  ];
}

function headerFaults(
  { grid }: OpenSheet,
  { form, layout }: RecognisedSheet,
  { filings }: ReadSheet,
): readonly Finding[] {
  const faults = layout.kind === "table" ? layout.header.faults : layout.kind === "card" ? layout.card.faults : [];
  const school = singleSchool(filings);
  const told = faults.filter(
    ({ why, like, element }) => why !== "absent" || like !== undefined || !mayBeLeftOut(element),
  );
  return told.map((fault) => {
    const at = layout.kind === "table" ? grid.address(layout.header.bottom, fault.columns[0] ?? 0) : grid.address(0, 0);
    return {
      code: "header-missing",
      form: form.form.name,
      element: fault.element.name,
      ...(school && { school: school.code }),
      at,
      ...headerMissing(at, fault),
    };
  });
}

function singleSchool(filings: readonly Filing[]): School | undefined {
  const schools = new Set(filings.map(({ school }) => school));
  return schools.size === 1 ? [...schools][0] : undefined;
}

/** A file named after one school with another's figures inside may be a copy that was not finished. */
function misnamed(file: string | undefined, school: School | undefined, index: SchoolIndex): readonly Finding[] {
  const named = file === undefined ? undefined : index.inFileName(file);
  if (file === undefined || !school || named?.match !== "school" || named.school === school) return [];
  return [
    { code: "school-unknown", school: school.code, file, ...fileNameDiffers(file, school.name, named.school.name) },
  ];
}
