import type { CellAddress } from "../../domain/cell";
import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import { type ElementPlace, type Filing, type ReadRow, readPlaces } from "./filing";
import { cellsBelowTable, headerUnknown, reasons } from "./finding-words";
import { tableChanged } from "./workbook-words";
import type { Words } from "./words";
import { identityText } from "./identity";
import type { RowOwner, SheetReader } from "./sheet-reader";
import { ignored, rejected } from "./sheet-account";
import { type Place, allFilledPlaces } from "./sheet-grid";
import type { TableHeader, UnknownColumn } from "./table-header";
import { type TableRow, tableRows } from "./table-rows";

export interface ReadSheet {
  readonly filings: readonly Filing[];
  readonly findings: readonly Finding[];
}

/** Reads a 清单 (each row a filing) or a 记录 (the rows of a school together are its filing). */
export function readTable(sheet: SheetReader, header: TableHeader): ReadSheet {
  const { grid, account, form, codes } = sheet;
  const rows = tableRows(grid, header, codes);
  settleAround(sheet, header, rows);
  const findings = [...unknownColumns(sheet, header, rows), ...ghosts(sheet, rows)];
  const bySchool = new Map<School, ReadRow[]>();
  const filings: Filing[] = [];
  const add = (school: School, read: readonly ReadRow[], isEmpty = read.every((row) => row.isEmpty)): void => {
    filings.push({
      form,
      school,
      grid,
      account,
      rows: read.map(({ row }) => row),
      findings: read.flatMap((row) => row.findings),
      oddities: read.flatMap((row) => row.oddities),
      isEmpty,
    });
  };
  for (const { row, kind } of rows) {
    if (kind !== "record") continue;
    const owner = ownerOf(sheet, header, row);
    if (owner.finding) findings.push(owner.finding);
    settleRow(sheet, header, row, owner);
    if (!owner.school) continue;
    const read = readPlaces(grid, account, form, owner.school, placesOf(sheet, header, row), codes, row);
    if (form.form.layout === "记录") bySchool.set(owner.school, [...(bySchool.get(owner.school) ?? []), read]);
    else add(owner.school, [read]);
  }
  for (const [school, read] of bySchool)
    add(
      school,
      read.filter(({ isBlank }) => !isBlank),
      false,
    );
  const own = filings.length === 0 ? sheet.ownSchool() : undefined;
  // No records are a report of none; a list without its row has nothing in it.
  if (own) add(own, [], form.form.layout !== "记录");
  return { filings, findings };
}

function ownerOf(sheet: SheetReader, header: TableHeader, row: number): RowOwner {
  const said = (column: number | undefined): string =>
    column === undefined ? "" : identityText(sheet.grid.filled(row, column));
  const [code, name] = [said(header.code), said(header.name)];
  const column = code === "" ? header.name : header.code;
  return sheet.ownerOf({ ...(code !== "" && { code }), ...(name !== "" && { name }) }, { row, column: column ?? 0 });
}

/** Words merged over several rows of a 记录 hold for each of them; a number stands for one row only. */
function placesOf({ grid, form }: SheetReader, { columns }: TableHeader, row: number): readonly ElementPlace[] {
  return columns.map(({ element, column, factor }) => {
    const { top } = grid.extent(row, column);
    const spreads = form.form.layout === "记录" && (element.type === "文本" || element.type === "代码");
    return { element, factor, row: spreads ? top : row, column };
  });
}

function settleAround(
  { grid, account, identity, unitPlaces }: SheetReader,
  header: TableHeader,
  rows: readonly TableRow[],
): void {
  for (const place of allFilledPlaces(grid))
    if (place.row <= header.bottom) account.settle(place, ignored(place.row < header.top ? "title" : "header"));
  for (const place of unitPlaces) if (place.row < header.top) account.settle(place, ignored("unit-line"));
  for (const place of identity.labels) account.settle(place, ignored("header"));
  for (const place of identity.values) account.settle(place, ignored("roster-echo"));
  for (const { row, kind } of rows) for (const place of grid.filledPlaces(row)) account.settle(place, fateOf(kind));
}

function fateOf(kind: TableRow["kind"]) {
  switch (kind) {
    case "numbered":
      return ignored("row-number");
    case "heading":
      return ignored("header");
    case "units":
      return ignored("unit-line");
    case "total":
      return ignored("total-row");
    case "note":
      return ignored("note");
    case "ghost":
      return rejected(reasons.belowTable);
    case "record":
      return ignored("not-asked-for");
  }
}

/** Fates of the cells of a row that are no values; those of the values follow when they are read. */
function settleRow({ grid, account }: SheetReader, header: TableHeader, row: number, owner: RowOwner): void {
  const settle = (columns: readonly (number | undefined)[], fate: ReturnType<typeof fateOf>): void => {
    for (const column of columns) if (column !== undefined) account.settle({ row, column }, fate);
  };
  if (owner.school)
    settle(
      header.faults.flatMap(({ columns }) => columns),
      rejected(reasons.headerFault),
    );
  else if (owner.reason !== undefined)
    settle(
      grid.filledPlaces(row).map(({ column }) => column),
      rejected(owner.reason),
    );
  const values = new Set(header.columns.map(({ column }) => column));
  settle(header.rowNumbers, ignored("row-number"));
  if (owner.school)
    settle(
      [header.code, header.name, ...header.rosterEchoes].filter(
        (column) => column !== undefined && !values.has(column),
      ),
      ignored("roster-echo"),
    );
}

/** More columns than this are told as one: a sheet of its own making has hundreds. */
const mostToldApart = 3;

function unknownColumns(sheet: SheetReader, header: TableHeader, rows: readonly TableRow[]): readonly Finding[] {
  const { grid, form } = sheet;
  const records = rows.filter(({ kind }) => kind === "record");
  const filled = header.unknown.filter(
    ({ column, heading }) =>
      !/备注|说明/u.test(heading) && records.some(({ row }) => grid.content(row, column) !== null),
  );
  // Where an element is gone, a column nobody knows may be it under another name.
  const mayBeRenamed = header.faults.some(({ why }) => why === "absent");
  const isAdded = ({ column }: UnknownColumn): boolean =>
    !mayBeRenamed && records.some(({ row }) => typeof grid.content(row, column) === "number");
  const told = (
    code: Finding["code"],
    columns: readonly UnknownColumn[],
    words: (at: CellAddress, heading: string, count: number) => Words,
  ): readonly Finding[] =>
    (columns.length > mostToldApart ? columns.slice(0, 1) : columns).map(({ column, heading }) => {
      const at = grid.address(header.bottom, column);
      const count = columns.length > mostToldApart ? columns.length : 1;
      return { code, form: form.form.name, at, ...words(at, heading, count) };
    });
  return [
    ...told("table-changed", filled.filter(isAdded), tableChanged),
    ...told(
      "header-unknown",
      filled.filter((column) => !isAdded(column)),
      headerUnknown,
    ),
  ];
}

function ghosts({ grid, form }: SheetReader, rows: readonly TableRow[]): readonly Finding[] {
  const places: readonly Place[] = rows
    .filter(({ kind }) => kind === "ghost")
    .flatMap(({ row }) => grid.filledPlaces(row));
  const [first] = places;
  if (!first) return [];
  const at = grid.address(first.row, first.column);
  return [{ code: "cell-below-table", form: form.form.name, at, ...cellsBelowTable(at, places.length) }];
}
