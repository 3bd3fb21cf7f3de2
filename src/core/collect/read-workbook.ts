import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import type { SheetSnapshot, WorkbookSnapshot } from "../../domain/snapshot";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { Filing } from "./filing";
import { fileNameDiffers, noHeader, reasons, sheetUnrecognised, tableSideways } from "./finding-words";
import { headerFindings } from "./header-findings";
import { hiddenRowFindings, isHidden, settleHidden } from "./hidden-content";
import { memoized } from "./memoized";
import { oddityFindings } from "./oddity-findings";
import {
  type OpenPart,
  type OpenSheet,
  isHeadingPlace,
  meaningOf,
  openSheet,
  schoolOfFile,
  schoolOfPart,
} from "./open-sheet";
import { personalPlaces } from "./personal-data";
import { numbersNobodyAsked, readCard } from "./read-card";
import { type ReadSheet, readTable } from "./read-table";
import type { SchoolIndex, SchoolMatch } from "./school-index";
import { type SheetAccount, openAccount, rejected } from "./sheet-account";
import { type SheetGrid, sheetGrid } from "./sheet-grid";
import { type NotAsked, type SheetReader, rowOwners } from "./sheet-reader";
import { isSideways } from "./sideways";
import { signOffFindings } from "./sign-off";
import { templateFindings, withoutTemplateAids } from "./template-check";
import { externalLinks, personalData } from "./workbook-words";

/** What the roster says, for reading. */
export interface Roster {
  readonly index: SchoolIndex;
  readonly columns: ReadonlySet<string>;
  readonly notAsked: NotAsked;
}

export interface ReadWorkbook {
  readonly file?: string;
  readonly received?: string;
  readonly fingerprint?: string;
  /** The one school the workbook is of; absent for a workbook of several. */
  readonly school?: School;
  readonly filings: readonly Filing[];
  readonly findings: readonly Finding[];
  readonly accounts: readonly SheetAccount[];
  /** Why nothing of the file was read. */
  readonly refusal?: string;
}

export function readWorkbook(sent: WorkbookSnapshot, definition: CompiledDefinition, roster: Roster): ReadWorkbook {
  const { file, received, fingerprint } = sent;
  const { workbook, accounts: aids } = withoutTemplateAids(sent);
  const opened = memoized((sheet: SheetSnapshot) => openSheet(sheet, file, definition, roster.columns));
  const { refused, findings } = personalSheets(workbook, opened, definition);
  const sheets = workbook.sheets.filter((sheet) => !refused.has(sheet)).map(opened);
  const visible = sheets.filter(({ sheet }) => !isHidden(sheet));
  const fileMatch = schoolOfFile(file, visible, roster.index);
  const readAll = ({ parts }: OpenSheet): readonly ReadSheet[] => parts.map((part) => readPart(part, fileMatch, definition, roster)); // prettier-ignore
  const read = visible.flatMap(readAll);
  const said = read.flatMap((part) => part.filings);
  const full = said.filter(({ isEmpty }) => !isEmpty);
  const named = file !== undefined && fileMatch.match === "school" ? fileMatch.school : undefined;
  const school = singleSchool(full.length > 0 ? full : said) ?? named;
  // A blank row of a list of many schools waits to be filled in; a blank sheet of one school's own file was sent blank.
  const filings = said.filter((filing) => !filing.isEmpty || (file !== undefined && filing.school === school));
  const hidden = sheets
    .filter(({ sheet }) => isHidden(sheet))
    .flatMap((sheet) => settleHidden(sheet, readAll(sheet).flatMap((part) => part.filings), filings)); // prettier-ignore
  return {
    ...(file !== undefined && { file }),
    ...(received !== undefined && { received }),
    ...(fingerprint !== undefined && { fingerprint }),
    ...(school && { school }),
    filings,
    findings: [
      ...findings,
      ...hidden,
      ...toldOnce(read.flatMap((part) => part.findings)),
      ...ofSchool(school, [
        ...visible.flatMap(hiddenRowFindings),
        ...(file !== undefined && workbook.hasExternalLinks === true ? [linked(file)] : []),
        ...oddityFindings(file, filings),
        ...(file === undefined ? [] : signOffs(file, visible, filings)),
      ]),
      ...misnamed(file, school, roster.index),
      ...templateFindings(sent, definition, school),
    ],
    accounts: [
      ...aids,
      ...[...refused].map((sheet) => refuse(sheet, file)),
      ...sheets.flatMap(({ parts }) => parts.map(({ account }) => account)),
    ],
    ...(file !== undefined && refused.size > 0 && { refusal: reasons.personalData }),
  };
}

const mostShown = 20;

/** Of a file with something about a person on it nothing is read; of the open workbook, nothing of that sheet. */
function personalSheets(
  { file, sheets }: WorkbookSnapshot,
  opened: (sheet: SheetSnapshot) => OpenSheet,
  definition: CompiledDefinition,
): { readonly refused: ReadonlySet<SheetSnapshot>; readonly findings: readonly Finding[] } {
  const personal = sheets
    .map((sheet) => ({
      sheet,
      places: personalPlaces(
        sheet,
        meaningOf(() => opened(sheet), definition),
      ),
    }))
    .filter(({ places }) => places.length > 0);
  const findings = personal.map(({ sheet, places }): Finding => {
    const [at, ...alsoAt] = places.slice(0, mostShown).map((place) => ({ ...(file !== undefined && { file }), sheet: sheet.name, ...place })); // prettier-ignore
    if (!at) throw new Error("a sheet without places is not personal");
    return { code: "personal-data", ...(file !== undefined && { file }), at, alsoAt, ...personalData(at, places.length) };
  }); // prettier-ignore
  const refused = file === undefined ? personal.map(({ sheet }) => sheet) : personal.length > 0 ? sheets : [];
  return { refused: new Set(refused), findings };
}

function refuse(sheet: SheetSnapshot, file: string | undefined): SheetAccount {
  const account = openAccount(sheetGrid(sheet, file));
  account.settleRest(rejected(reasons.personalData));
  return account;
}

function readPart(part: OpenPart, fileMatch: SchoolMatch, definition: CompiledDefinition, roster: Roster): ReadSheet {
  const { grid, account, recognised, identity } = part;
  if (part.isSetAside) return { filings: [], findings: [] };
  if (!recognised) return { filings: [], findings: unrecognised(grid, account) };
  const { form, layout, unitPlaces } = recognised;
  const sideways = layout.kind === "table" && isSideways(grid, form, layout.header);
  if (layout.kind === "nothing" || sideways) {
    account.settleRest(rejected(reasons.noHeader));
    const at = grid.address(grid.top, 0);
    const words = sideways ? tableSideways(at) : noHeader(at);
    return { filings: [], findings: [{ code: "header-missing", form: form.form.name, at, ...words }] };
  }
  const owners = rowOwners(grid, form, roster.index, schoolOfPart(part, fileMatch, roster.index), roster.notAsked);
  const reader: SheetReader = { grid, account, form, codes: definition.codes, identity, unitPlaces, ...owners };
  const read = layout.kind === "table" ? readTable(reader, layout.header) : readCard(reader, layout.card);
  const hasStrangers =
    layout.kind === "table" ? layout.header.unknown.length > 0 : numbersNobodyAsked(grid, account).length > 0;
  const school = singleSchool(read.filings);
  return { ...read, findings: [...headerFindings(grid, recognised, school, hasStrangers), ...read.findings] };
}

function unrecognised(grid: SheetGrid, account: SheetAccount): readonly Finding[] {
  account.settleRest(rejected(reasons.sheetUnrecognised));
  return [
    {
      code: "sheet-unrecognised",
      ...(grid.file !== undefined && { file: grid.file }),
      at: grid.address(grid.top, 0),
      ...sheetUnrecognised(grid.name, grid.file !== undefined),
    },
  ];
}

/** That a file's school is not known is one thing to look at, however many sheets it has; so is a label that is gone from all pages. */
function toldOnce(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set<string>();
  return findings.filter(({ code, file, found, school, form, element, at }) => {
    const isOfFile = file !== undefined && school === undefined && (code === "school-unknown" || code === "school-missing"); // prettier-ignore
    const isOfLabel = element !== undefined && (code === "header-missing" || code === "table-changed");
    if (!isOfFile && !isOfLabel) return true;
    const key = isOfFile ? (found ?? "") : [code, school, form, element, at?.sheet].join("\u0000");
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
}

const ofSchool = (school: School | undefined, findings: readonly Finding[]): readonly Finding[] =>
  school ? findings.map((finding) => ({ ...finding, school: school.code })) : findings;

const linked = (file: string): Finding => ({ code: "external-links", file, ...externalLinks(file) });

function signOffs(file: string, sheets: readonly OpenSheet[], filings: readonly Filing[]): readonly Finding[] {
  const read = new Set(filings.map(({ grid }) => grid));
  const parts = sheets.flatMap((sheet) => sheet.parts).filter(({ grid }) => read.has(grid));
  return signOffFindings(parts.map((part) => ({ grid: part.grid, isHeading: (place) => isHeadingPlace(part, place) })), file); // prettier-ignore
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
