import type { Finding } from "../../domain/finding";
import type { School } from "../../domain/school";
import type { SheetSnapshot, WorkbookSnapshot } from "../../domain/snapshot";
import { isTemplateSheet, readTemplateStamp, templateMarks, type TemplateStamp } from "../../domain/template-stamp";
import type { CompiledDefinition } from "../../definitions/compiled";
import { askedField, templateDigest } from "../../definitions/template-digest";
import { memoized } from "./memoized";
import { type SheetAccount, ignored, openAccount } from "./sheet-account";
import { sheetGrid } from "./sheet-grid";

const currentDigest = memoized(({ source }: CompiledDefinition) => templateDigest(source));

/** What is wrong with the template a file was made from. Files not made from a template have none. */
export function templateFindings(
  workbook: WorkbookSnapshot,
  definition: CompiledDefinition,
  school: School | undefined,
): readonly Finding[] {
  const { file } = workbook;
  const stamp = readTemplateStamp(workbook);
  if (file === undefined || !stamp) return [];
  const subject = { file, ...(school && { school: school.code }) };
  const other = otherTemplate(stamp, definition, school);
  if (other !== undefined)
    return [
      {
        code: "template-other",
        severity: "error",
        ...subject,
        message: `${file}${other.message}`,
        instruction: other.instruction,
        found: other.found,
        expected: other.expected,
      },
    ];
  if (stamp.digest === currentDigest(definition)) return [];
  return [
    {
      code: "template-old",
      severity: "warning",
      ...subject,
      message: `${file}用的是旧模板${changeText(stamp, definition)}`,
      instruction: "请学校用新发的模板重填，或逐项核对表头对不上的地方",
    },
  ];
}

interface OtherTemplate extends Pick<Finding, "message" | "instruction"> {
  readonly found: string;
  readonly expected: string;
}

function otherTemplate(
  stamp: TemplateStamp,
  { source }: CompiledDefinition,
  school: School | undefined,
): OtherTemplate | undefined {
  if (stamp.definition !== source.id)
    return {
      message: "用的是另一套报表的模板",
      instruction: "请学校用这套报表的模板重填",
      found: stamp.definition,
      expected: source.id,
    };
  if (stamp.period !== source.period)
    return {
      message: `用的是${stamp.period}的模板，这次收的是${source.period}`,
      instruction: "请核对是不是交了往期的文件，用本期模板重填",
      found: stamp.period,
      expected: source.period,
    };
  if (!school || stamp.school === school.code) return undefined;
  return {
    message: `是${school.name}的数，用的却是学校代码${stamp.school}的模板`,
    instruction: "请核对是不是拿别校的文件改的，用本校模板重填",
    found: stamp.school,
    expected: school.code,
  };
}

const namesShown = 3;

/** Which of what is asked now the template did not have, and the other way round. */
function changeText({ fields }: TemplateStamp, { forms }: CompiledDefinition): string {
  const own = new Set(fields.map((field) => field.slice(0, field.indexOf("·"))));
  const asked = [...forms.values()]
    .filter(({ form }) => own.has(form.name))
    .flatMap(({ form, elements }) => elements.map(({ name }) => askedField(form.name, name)));
  const lacking = asked.filter((field) => !fields.includes(field));
  const surplus = fields.filter((field) => !asked.includes(field));
  const parts = [namesText("少了", lacking), namesText("多了", surplus)].filter((text) => text !== "");
  return parts.length === 0 ? "，填报要求已有变动" : `，${parts.join("，")}`;
}

function namesText(what: string, fields: readonly string[]): string {
  if (fields.length === 0) return "";
  const rest = fields.length > namesShown ? `等${String(fields.length)}项` : "";
  return `${what}${fields.slice(0, namesShown).join("、")}${rest}`;
}

/**
 * A workbook without what a template holds for the school's eyes only: its hidden sheets, 自查, 校验 columns, 上年 columns
 * and rows, 自查结果. What was left out is accounted for.
 */
export function withoutTemplateAids(workbook: WorkbookSnapshot): {
  readonly workbook: WorkbookSnapshot;
  readonly accounts: readonly SheetAccount[];
} {
  const accounts: SheetAccount[] = [];
  const settle = (sheet: SheetSnapshot): void => {
    const account = openAccount(sheetGrid(sheet, workbook.file));
    account.settleRest(ignored("template-aid"));
    accounts.push(account);
  };
  const sheets = workbook.sheets.flatMap((sheet): readonly SheetSnapshot[] => {
    if (isTemplateSheet(sheet)) {
      settle(sheet);
      return [];
    }
    const isAid = aidTest(sheet);
    if (!isAid) return [sheet];
    settle(masked(sheet, (row, column) => !isAid(row, column)));
    return [masked(sheet, isAid)];
  });
  return accounts.length === 0 ? { workbook, accounts } : { workbook: { ...workbook, sheets }, accounts };
}

const rowMarks: ReadonlySet<unknown> = new Set([templateMarks.verdict, templateMarks.lastYear]);
const columnMarks: ReadonlySet<unknown> = new Set([templateMarks.check, templateMarks.lastYear]);

type PlaceTest = (row: number, column: number) => boolean;

/** Which cells of a sheet the marks claim; undefined when it bears none. */
function aidTest(sheet: SheetSnapshot): PlaceTest | undefined {
  const rows = new Set<number>();
  const columns = new Map<number, number>();
  sheet.rows.forEach((cells, row) => {
    cells.forEach((content, column) => {
      if (column === 0 && rowMarks.has(content)) rows.add(row);
      else if (column > 0 && columnMarks.has(content)) columns.set(column, Math.min(row, columns.get(column) ?? row));
    });
  });
  if (rows.size === 0 && columns.size === 0) return undefined;
  return (row, column) => rows.has(row) || row >= (columns.get(column) ?? Infinity);
}

const masked = (sheet: SheetSnapshot, isLeftOut: PlaceTest): SheetSnapshot => ({
  ...sheet,
  rows: sheet.rows.map((cells, row) => cells.map((content, column) => (isLeftOut(row, column) ? null : content))),
});
