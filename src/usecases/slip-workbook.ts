import { cellKey, type CellAddress, type CellContent } from "../domain/cell";
import type { Collection } from "../domain/collected";
import type { CellInput, SheetEdit } from "../domain/edit";
import type { Finding } from "../domain/finding";
import type { School } from "../domain/school";
import type { FileReading, SheetSnapshot } from "../domain/snapshot";
import {
  framedSheet,
  number,
  optionalText,
  styled,
  tabColors,
  text,
  type FramedColumn,
} from "../core/write/sheet-frame";
import { dueText } from "./due-text";
import type { SlipItem } from "./slip-item";

interface SlipContents {
  readonly collection: Collection;
  readonly readings: readonly FileReading[];
  readonly school: School;
  readonly items: readonly SlipItem[];
  readonly findings: readonly Finding[];
  readonly due?: string;
}

const slipName = "退回单";

const columns: readonly FramedColumn[] = [
  { header: "序号", width: 6 },
  { header: "要求", width: 8 },
  { header: "表", width: 16 },
  { header: "单元格", width: 18 },
  { header: "问题", width: 50, style: "wrap" },
  { header: "怎么办", width: 40, style: "wrap" },
  { header: "实为", width: 14, style: "wrap" },
  { header: "应为", width: 14, style: "wrap" },
  { header: "像是", width: 36, style: "wrap" },
];

/** 退回单, then a copy of every sheet of the school's own files that was read or found fault with. */
export function slipWorkbook(contents: SlipContents): readonly SheetEdit[] {
  const sheets: SheetEdit[] = [slipSheet(contents)];
  const taken = new Set([slipName]);
  for (const { snapshot, file } of ownSheets(contents)) {
    const name = freeName(snapshot.name, taken);
    taken.add(name);
    sheets.push(copiedSheet(snapshot, file, name, `copy:${String(sheets.length)}`, contents.findings));
  }
  return sheets;
}

const slipSheet = ({ school, items, due }: SlipContents): SheetEdit =>
  framedSheet({
    role: "slip",
    name: slipName,
    tabColor: tabColors.work,
    title: `${slipName}：${school.name}`,
    stamp: due === undefined ? "请改好后发回整份文件。" : `请于${dueText(due)}前发回整份文件。`,
    note: "后面几张是学校自己的表：红格要改，黄格要核实。请在自己的原文件里改。",
    columns,
    rows: items.map((item, index) => [
      number(index + 1),
      item.kind === "mend" ? styled(text("改"), "error") : styled(text("核实"), "warning"),
      optionalText(item.form),
      optionalText(item.cell),
      text(item.message),
      text(item.instruction),
      optionalText(item.found),
      optionalText(item.expected),
      optionalText(item.cause),
    ]),
    frozenColumns: 1,
    table: "t_slip",
  });

interface OwnSheet {
  readonly snapshot: SheetSnapshot;
  readonly file: string;
}

/**
 * Sheets of files that are this school's alone. A file with personal data is not copied, nor is a sheet on which
 * another school has rows, nor one that is hidden.
 */
function ownSheets({ collection, readings, school, findings }: SlipContents): readonly OwnSheet[] {
  const { ledger, tables } = collection;
  const rows = [...tables.values()].flatMap((table) => table.rows);
  const key = (file: string, sheet: string): string => `${file}\u0000${sheet}`;
  const sheetsOf = (isOwn: boolean): ReadonlySet<string> =>
    new Set(
      rows
        .filter((row) => (row.school.code === school.code) === isOwn)
        .flatMap(({ file, sheet }) => (file === undefined || sheet === undefined ? [] : [key(file, sheet)])),
    );
  const [own, others] = [sheetsOf(true), sheetsOf(false)];
  const flagged = new Set(placesOf(findings).map(({ file, sheet }) => key(file ?? "", sheet)));
  const personal = new Set(findings.flatMap(({ code, at }) => (code === "personal-data" && at?.file !== undefined ? [at.file] : []))); // prettier-ignore
  const files = new Set(ledger.filter((one) => one.school === school.code).map(({ file }) => file));
  return readings.flatMap((reading): OwnSheet[] => {
    const file = reading.state === "read" ? reading.workbook.file : undefined;
    if (reading.state !== "read" || file === undefined || !files.has(file) || personal.has(file)) return [];
    return reading.workbook.sheets
      .filter(({ name, visibility }) => {
        const at = key(file, name);
        return visibility === "visible" && (own.has(at) || flagged.has(at)) && !others.has(at);
      })
      .map((snapshot) => ({ snapshot, file }));
  });
}

const placesOf = (findings: readonly Finding[]): readonly CellAddress[] =>
  findings.flatMap(({ at, alsoAt = [] }) => [...(at ? [at] : []), ...alsoAt]);

const columnWidth = 14;

function copiedSheet(
  { name: source, rows, merges }: SheetSnapshot,
  file: string,
  name: string,
  role: string,
  findings: readonly Finding[],
): SheetEdit {
  const marks = new Map<string, { at: CellAddress; style: "error" | "warning" }>();
  for (const finding of findings)
    for (const at of placesOf([finding]).filter((place) => place.file === file && place.sheet === source)) {
      const style = finding.severity === "error" ? "error" : "warning";
      if (marks.get(cellKey(at))?.style !== "error") marks.set(cellKey(at), { at, style });
    }
  const width = Math.max(1, ...rows.map((row) => row.length), ...[...marks.values()].map(({ at }) => at.column + 1));
  const height = Math.max(rows.length, ...[...marks.values()].map(({ at }) => at.row + 1));
  return {
    edit: "put-sheet",
    role,
    name,
    tabColor: tabColors.ground,
    columns: Array.from({ length: width }, () => ({ width: columnWidth })),
    rows: Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (_cell, column) => inputOf(rows[row]?.[column] ?? null)),
    ),
    rowStyles: [],
    cellStyles: [...marks.values()].map(({ at, style }) => ({ row: at.row, column: at.column, style })),
    merges,
    frozenRows: 0,
    frozenColumns: 0,
    validations: [],
    conditionalFormats: [],
    visibility: "visible",
  };
}

/** What a cell showed; whatever it was, it is no formula here. */
function inputOf(content: CellContent): CellInput {
  if (content === null) return null;
  if (typeof content === "string") return text(content);
  if (typeof content === "number") return number(content, "General");
  if (typeof content === "boolean") return { boolean: content };
  return "date" in content ? number(content.date, "yyyy-mm-dd") : text(content.error);
}

const longestName = 31;

/** A sheet name Excel accepts that is not taken yet. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted
    .replace(/[[\]:*?/\\]/gu, "_")
    .replace(/^'|'$|^$/gu, "_")
    .slice(0, longestName);
  const isTaken = (name: string): boolean => [...taken].some((other) => other.toLowerCase() === name.toLowerCase());
  let name = base;
  for (let count = 2; isTaken(name); count += 1) {
    const suffix = `_${String(count)}`;
    name = `${base.slice(0, longestName - suffix.length)}${suffix}`;
  }
  return name;
}
