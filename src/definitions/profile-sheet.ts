import { a1, type CellContent } from "../domain/cell";
import type { CellInput } from "../domain/edit";
import type { SheetSnapshot } from "../domain/snapshot";
import { cellOf, readCell, type CellValue } from "./cell-value";
import type { DefinitionFault } from "./compiled";
import type { HeadingStyle, ReportDefinition } from "./definition";
import { profileSheet, settings } from "./definition-tables";
import { readSheetTable } from "./sheet-table";

/** What one sheet says, as a part of the JSON form, and the cell each JSON path was read from. */
export interface SheetPart {
  readonly json: Readonly<Record<string, unknown>>;
  readonly faults: readonly DefinitionFault[];
  readonly cells: ReadonlyMap<string, string>;
}

const headers = ["设置", "值"];

/** Reads 方案·设置: one setting per row; a label that is no setting is a name for templates. */
export function readProfileSheet(sheet: SheetSnapshot): SheetPart {
  const table = readSheetTable(sheet, headers);
  if (table === undefined)
    return { json: {}, faults: [fault(profileSheet, "没有找到表头。→ 首行写：设置、值")], cells: new Map() };
  const [labelColumn = 0, valueColumn = 1] = headers.map(
    (header) => table.headers.find(({ text }) => text === header)?.column,
  );
  const values = {
    file: new Map<string, unknown>(),
    profile: new Map<string, unknown>(),
    names: new Map<string, unknown>(),
  };
  const cells = new Map<string, string>();
  const faults: DefinitionFault[] = [];
  for (const { row, cells: contents } of table.rows) {
    const label = String(contents[labelColumn] ?? "").trim();
    const where = `${profileSheet}!${a1(row, valueColumn)}`;
    const { part, key, path } = placeOf(label);
    const read = readSetting(label, contents[valueColumn]);
    cells.set(path, where);
    if (label === "") faults.push(fault(where, "没有写是什么设置。→ 补上"));
    else if (values[part].has(key)) faults.push(fault(where, `“${label}”写了两次。→ 删去一行`));
    else if ("fault" in read) faults.push(fault(where, read.fault));
    else if (read.value !== undefined) values[part].set(key, read.value);
  }
  const profile = { ...Object.fromEntries(values.profile), names: Object.fromEntries(values.names) };
  return { json: { ...Object.fromEntries(values.file), profile }, faults, cells };
}

/** The rows of 方案·设置 as they are written, header included. */
export function profileRows(definition: ReportDefinition): readonly (readonly CellInput[])[] {
  const { headings, names, ...profile } = definition.profile;
  const values: Readonly<Record<string, unknown>> = { ...definition, ...profile, headings: headings.map(headingText) };
  return [
    headers.map((text) => ({ text })),
    ...settings.map(({ label, key, shape }) => [{ text: label }, cellOf(values[key], shape)]),
    ...Object.entries(names).map(([name, value]) => [{ text: name }, cellOf(value, "value")]),
  ];
}

const fault = (where: string, message: string): DefinitionFault => ({ table: "profile", where, message });

function placeOf(label: string): {
  readonly part: "file" | "profile" | "names";
  readonly key: string;
  readonly path: string;
} {
  const setting = settings.find((other) => other.label === label);
  if (setting === undefined) return { part: "names", key: label, path: `profile.names.${label}` };
  const { part, key } = setting;
  return { part, key, path: part === "file" ? key : `profile.${key}` };
}

function readSetting(label: string, cell: CellContent | undefined): CellValue {
  const setting = settings.find((other) => other.label === label);
  const read = readCell(cell, setting?.shape ?? "value");
  return setting?.key === "headings" && "value" in read && Array.isArray(read.value)
    ? { value: read.value.map(headingOf) }
    : read;
}

/** `(一)接排`; 独行 need not be written. */
const headingText = ({ pattern, place }: HeadingStyle): string => pattern + place;

function headingOf(text: unknown): { readonly pattern: string; readonly place?: string } {
  const [, pattern = "", place = ""] =
    /^(.*?)(独行|接排|段内)?$/u.exec(String(text).replaceAll("（", "(").replaceAll("）", ")").replaceAll("．", ".")) ??
    [];
  return { pattern, ...(place !== "" && { place }) };
}
