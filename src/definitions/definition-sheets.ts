import { a1 } from "../domain/cell";
import type { CellInput } from "../domain/edit";
import { ok, problem, type Result } from "../domain/result";
import type { SheetSnapshot } from "../domain/snapshot";
import { cellOf } from "./cell-value";
import type { DefinitionFault } from "./compiled";
import type { ReportDefinition } from "./definition";
import { pathOfFault } from "./definition-fault";
import { parseDefinition } from "./definition.schema";
import { definitionTables, profileSheet, settings, type DefinitionTable } from "./definition-tables";
import { profileRows, readProfileSheet, type SheetPart } from "./profile-sheet";
import { readRows, readSheetTable } from "./sheet-table";

/** A 方案 that was read from sheets, and the way from its parts back to their cells. */
export interface DefinitionOnSheets {
  readonly definition: ReportDefinition;
  /** Gives a fault of this definition the cell it stands in, `方案·指标!F7`, for its JSON path. */
  readonly locate: (fault: DefinitionFault) => DefinitionFault;
}

/** One sheet of a 方案 as it is written, header row first. */
export interface DefinitionSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellInput[])[];
}

/**
 * Reads a 方案 from its sheets (方案·表样 … 方案·设置); the other sheets of the workbook are left alone, 方案·名录 too:
 * the roster is not part of a definition. All faults are collected and placed by cell.
 */
export function readDefinitionSheets(
  sheets: readonly SheetSnapshot[],
): Result<DefinitionOnSheets, readonly DefinitionFault[]> {
  const byName = new Map(sheets.map((sheet) => [plainName(sheet.name), sheet]));
  const profile = byName.get(profileSheet);
  if (profile === undefined)
    return problem([
      { table: "file", where: profileSheet, message: "工作簿里没有这张表。→ 补上，至少写方案编号、方案名称、统计期" },
    ]);
  const parts = [
    readProfileSheet(profile),
    ...definitionTables.flatMap((table) => {
      const sheet = byName.get(table.sheet);
      return sheet ? [readTable(table, sheet)] : [];
    }),
  ];
  const locate = locator(new Map(parts.flatMap(({ cells }) => [...cells])));
  const parsed = parseDefinition(Object.assign({ format: "report-definition/1" }, ...parts.map(({ json }) => json)));
  const unread = parts.flatMap(({ faults }) => faults);
  const faults = [
    ...unread,
    ...(parsed.ok
      ? []
      : parsed.problem.map(locate).filter(({ where }) => unread.every((other) => other.where !== where))),
  ];
  return parsed.ok && faults.length === 0 ? ok({ definition: parsed.value, locate }) : problem(faults);
}

/** The sheets of a 方案. Reading them gives the same definition again. */
export function writeDefinitionSheets(definition: ReportDefinition): readonly DefinitionSheet[] {
  const tables = definitionTables.map(({ key, sheet, columns }) => ({
    name: sheet,
    rows: [
      columns.map(({ header }) => ({ text: header })),
      ...definition[key].map((row) => {
        const values = new Map<string, unknown>(Object.entries(row));
        return columns.map((column) => cellOf(values.get(column.key), column.shape));
      }),
    ],
  }));
  return [...tables, { name: profileSheet, rows: profileRows(definition) }];
}

/** `方案・指标` and `方案.指标` are typed as often as `方案·指标`. */
const plainName = (name: string): string => name.replace(/[・•．.‧]/u, "·").replace(/\s/gu, "");

function readTable({ key, sheet, columns }: DefinitionTable, snapshot: SheetSnapshot): SheetPart {
  const headers = columns.map(({ header }) => header);
  const table = readSheetTable(snapshot, headers);
  if (table === undefined)
    return {
      json: {},
      faults: [{ table: key, where: sheet, message: `没有找到表头。→ 首行写：${headers.join("、")}` }],
      cells: new Map(),
    };
  const reading = readRows(table, columns);
  const place = (row: number, column: number): string => `${sheet}!${a1(row, column)}`;
  const cells = new Map<string, string>();
  const faults: DefinitionFault[] = reading.headerFaults.map(({ column, message }) => ({
    table: key,
    where: place(table.headerRow, column),
    message,
  }));
  for (const [index, { row, faults: unread }] of reading.rows.entries()) {
    const path = `${key}[${String(index)}]`;
    cells.set(path, place(row, 0));
    for (const [name, column] of reading.columns) cells.set(`${path}.${name}`, place(row, column));
    for (const { key: name, message } of unread)
      faults.push({ table: key, row: index, column: name, where: cells.get(`${path}.${name}`) ?? sheet, message });
  }
  return { json: { [key]: reading.rows.map(({ values }) => values) }, faults, cells };
}

/** A path that has no cell of its own (`profile.headings[0].pattern`) is placed where the nearest path around it stands. */
function locator(cells: ReadonlyMap<string, string>): (fault: DefinitionFault) => DefinitionFault {
  return (fault) => {
    const own = pathOfFault(fault);
    for (let path = own; path !== ""; path = path.replace(/(^|\.)[^.[]*$|\[\d+\]$/u, "")) {
      const where = cells.get(path);
      if (where !== undefined)
        return {
          ...fault,
          where,
          message: path === own ? fault.message : `${headerOf(fault)}${fault.message}`,
        };
    }
    const isSetting = fault.table === "file" || fault.table === "profile";
    return isSetting ? { ...fault, where: profileSheet, message: `${headerOf(fault)}${fault.message}` } : fault;
  };
}

/** `“分母”`, for a fault whose column does not stand on the sheet. */
function headerOf({ table, column }: DefinitionFault): string {
  const header = definitionTables.find(({ key }) => key === table)?.columns.find(({ key }) => key === column)?.header;
  const label = header ?? settings.find(({ key }) => key === column)?.label;
  return label === undefined ? "" : `“${label}”`;
}
