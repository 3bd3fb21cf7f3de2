import type { CellAddress, CellContent } from "../domain/cell";
import type { Finding } from "../domain/finding";
import { isoDay } from "../domain/iso-day";
import type { School } from "../domain/school";
import type { SheetSnapshot, WorkbookSnapshot } from "../domain/snapshot";
import { countedAs, schoolTypeCode, stagesOf } from "../domain/school-type";
import { type PlacedSchool, checkRoster } from "./roster-checks";
import { readSheetTable, type SheetTable } from "./sheet-table";

/**
 * What a roster says: the schools in its order, and its headers, which are columns of every form. Where it gives the
 * 办学类型, so are 计为 (小学, 初中, …, `—` for what is no school of its own) and 学段集 (`小学、初中`).
 */
export interface RosterReading {
  readonly schools: readonly School[];
  readonly columns: readonly string[];
  readonly findings: readonly Finding[];
}

const sheetNames = ["名录", "方案·名录", "学校名录"];
const codeHeader = "学校代码";
const nameHeader = "学校名称";
const typeHeader = "办学类型";
/** Columns worked out from the 办学类型, unless the roster has them itself. */
const derived: readonly { readonly header: string; readonly of: (type: string) => string }[] = [
  { header: "计为", of: (type) => countedAs(type) ?? "—" },
  { header: "学段集", of: (type) => stagesOf(type).join("、") },
];
const aliasHeaders = ["别名", "简称", "曾用名"];
/** Other writings of the two headers a roster cannot do without. */
const writtenAs = new Map([
  ["学校标识码", codeHeader],
  ["学校（机构）标识码", codeHeader],
  ["标识码", codeHeader],
  ["代码", codeHeader],
  ["名称", nameHeader],
  ["校名", nameHeader],
  ["学校", nameHeader],
  ["学校（机构）名称", nameHeader],
]);
const expected = [
  codeHeader,
  nameHeader,
  ...writtenAs.keys(),
  ...aliasHeaders,
  "学段",
  "城乡",
  "办别",
  "乡镇",
  typeHeader,
  "启用",
  "停用",
  "主校",
  "填报方式",
  "并入",
];

/** Reads the roster from the sheet 名录, or from the first sheet when none is called so. */
export function readRoster({ file, sheets }: WorkbookSnapshot): RosterReading {
  const inFile = file === undefined ? {} : { file };
  const sheet = sheets.find(({ name }) => sheetNames.includes(name.trim())) ?? sheets[0];
  const table = sheet && readSheetTable(sheet, expected);
  const headers = table?.headers.map(({ text, column }) => ({ column, header: writtenAs.get(text) ?? text })) ?? [];
  const missing = [codeHeader, nameHeader].filter((needed) => headers.every(({ header }) => header !== needed));
  if (sheet === undefined || table === undefined || missing.length > 0)
    return { schools: [], columns: [], findings: [headerMissing(missing, sheet, inFile)] };
  const rows = table.rows.map((row) => readSchool(row, headers, { ...inFile, sheet: sheet.name }));
  const unreadable = rows.flatMap((row) => ("finding" in row ? [row.finding] : []));
  const read = rows.flatMap((row) => ("school" in row ? [row] : []));
  const { first, findings } = withoutDuplicates(read);
  const given = headers.map(({ header }) => header);
  const added = given.includes(typeHeader) ? derived.filter(({ header }) => !given.includes(header)) : [];
  return {
    schools: first.map(({ school }) => withDerived(school, added)),
    columns: [...given, ...added.map(({ header }) => header)],
    findings: [...unreadable, ...findings, ...damagedCodes(table, headers, { ...inFile, sheet: sheet.name }), ...checkRoster(first)], // prettier-ignore
  };
}

function withDerived(school: School, added: typeof derived): School {
  const type = school.attributes[typeHeader];
  if (type === undefined || schoolTypeCode(type) === undefined || added.length === 0) return school;
  const more = added.map(({ header, of }) => [header, of(type)] as const).filter(([, text]) => text !== "");
  return { ...school, attributes: { ...school.attributes, ...Object.fromEntries(more) } };
}

/** A cell keeps 15 digits of a number: a longer code typed as one is no longer what was typed. */
function damagedCodes(
  { rows }: SheetTable,
  headers: Headers,
  sheet: Pick<CellAddress, "file" | "sheet">,
): readonly Finding[] {
  return rows.flatMap(({ row, cells }) =>
    headers.flatMap(({ header, column }): readonly Finding[] => {
      const cell = cells[column];
      if (typeof cell !== "number" || Math.abs(cell) < 1e15) return [];
      return [
        {
          code: "code-damaged",
          severity: "error",
          at: { ...sheet, row, column },
          message: `名录第${String(row + 1)}行的${header}超过15位又存成了数字，末尾几位已经丢失。`,
          instruction: "把这一列设成文本格式，重新填写。",
        },
      ];
    }),
  );
}

type Headers = readonly { readonly header: string; readonly column: number }[];

function readSchool(
  { row, cells }: SheetTable["rows"][number],
  headers: Headers,
  sheet: Pick<CellAddress, "file" | "sheet">,
): PlacedSchool | { readonly finding: Finding } {
  const attributes = Object.fromEntries(
    headers.map(({ header, column }) => [header, textOf(cells[column])] as const).filter(([, text]) => text !== ""),
  );
  const [code, name] = [attributes[codeHeader], attributes[nameHeader]];
  const at = { ...sheet, row, column: headers.find(({ header }) => header === codeHeader)?.column ?? 0 };
  if (code !== undefined && name !== undefined)
    return { school: { code, name, aliases: aliasesOf(attributes), attributes }, at };
  const [absent, present] = code === undefined ? [codeHeader, name] : [nameHeader, code];
  return {
    finding: {
      code: "school-missing",
      severity: "error",
      at,
      message: `名录里${present === undefined ? "有一行" : `“${present}”`}没有${absent}，没有列入应报学校。`,
      instruction: `补上${absent}，或删去这一行。`,
    },
  };
}

/** The first row of each code stands. Two schools of one name are kept, but a sheet can then only be told by its code. */
function withoutDuplicates(read: readonly PlacedSchool[]): {
  readonly first: readonly PlacedSchool[];
  readonly findings: readonly Finding[];
} {
  const byCode = new Map<string, PlacedSchool>();
  const byName = new Map<string, PlacedSchool>();
  const findings: Finding[] = [];
  for (const placed of read) {
    const { code, name } = placed.school;
    const [sameCode, sameName] = [byCode.get(code), byName.get(normalised(name))];
    if (sameCode !== undefined)
      findings.push(
        duplicate(
          placed,
          sameCode,
          "error",
          `学校代码${code}在名录里出现两次：${sameCode.school.name}、${name}。`,
          "核对代码，每所学校只留一行；现在按前一行计。",
        ),
      );
    else if (sameName !== undefined)
      findings.push(
        duplicate(
          placed,
          sameName,
          "warning",
          `名录里有两所“${name}”，代码${sameName.school.code}、${code}。`,
          "核对是否重复；确是两所的，请在“别名”里加以区别。",
        ),
      );
    if (sameCode === undefined) byCode.set(code, placed);
    if (sameName === undefined) byName.set(normalised(name), placed);
  }
  return { first: [...byCode.values()], findings };
}

const normalised = (name: string): string => name.normalize("NFKC").replace(/[\s()[\]【】〔〕]/gu, "");

const duplicate = (
  placed: PlacedSchool,
  other: PlacedSchool,
  severity: "error" | "warning",
  message: string,
  instruction: string,
): Finding => ({
  code: "roster-duplicate",
  severity,
  school: placed.school.code,
  at: placed.at,
  alsoAt: [other.at],
  message,
  instruction,
});

const headerMissing = (
  missing: readonly string[],
  sheet: SheetSnapshot | undefined,
  inFile: Pick<Finding, "file">,
): Finding => ({
  code: "header-missing",
  severity: "error",
  ...inFile,
  message: sheet === undefined ? "名录里没有工作表。" : `名录“${sheet.name}”里没有找到${missing.join("、")}。`,
  instruction: `在表头一行写上：${codeHeader}、${nameHeader}，以及学段、城乡、办别等。`,
});

const aliasesOf = (attributes: Readonly<Record<string, string>>): readonly string[] => [
  ...new Set(
    aliasHeaders
      .flatMap((header) => (attributes[header] ?? "").split(/[;；、,，]/u).map((alias) => alias.trim()))
      .filter((alias) => alias !== ""),
  ),
];

function textOf(cell: CellContent | undefined): string {
  if (cell === undefined || cell === null) return "";
  if (typeof cell === "object") return "date" in cell ? isoDay(cell.date) : "";
  if (typeof cell === "boolean") return cell ? "是" : "否";
  return String(cell).trim();
}
