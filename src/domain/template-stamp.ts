import type { SheetSnapshot, WorkbookSnapshot } from "./snapshot";

/** Sheets of an issued template that nobody fills in, by the names a returned file still has them under. */
export const templateSheets = {
  stamp: "_教统模板",
  workings: "_教统核对",
  roster: "_名录",
  choices: "_选项",
  selfCheck: "自查",
} as const;

/**
 * Texts that mark what stands on a form for the school's eyes only. In the first column one marks its row, elsewhere
 * its column from there down; nothing in it is ever read as a value.
 */
export const templateMarks = {
  verdict: "自查结果",
  check: "校验（自动）",
  lastYear: "上年（参考）",
} as const;

/** What an issued template says of itself on its very hidden sheet. */
export interface TemplateStamp {
  readonly definition: string;
  readonly period: string;
  /** Digest of what was asked for: forms, fields and codes, whatever the report's rules and sentences have become. */
  readonly digest: string;
  readonly school: string;
  /** What was asked for, as `表·字段`. */
  readonly fields: readonly string[];
}

const keys = { definition: "方案", period: "时期", digest: "填报内容摘要", school: "学校代码", field: "字段" } as const;

/** The stamp as rows of key and value. */
export const templateStampRows = (stamp: TemplateStamp): readonly (readonly [string, string])[] => [
  [keys.definition, stamp.definition],
  [keys.period, stamp.period],
  [keys.digest, stamp.digest],
  [keys.school, stamp.school],
  ...stamp.fields.map((field) => [keys.field, field] as const),
];

/** The stamp of a workbook; undefined when it was not made from a template, or the stamp is not whole. */
export function readTemplateStamp({ sheets }: WorkbookSnapshot): TemplateStamp | undefined {
  const rows = sheets.find(({ name }) => name === templateSheets.stamp)?.rows ?? [];
  const said = (wanted: string): readonly string[] =>
    rows.flatMap(([key, value]) => (key === wanted && typeof value === "string" ? [value] : []));
  const [definition] = said(keys.definition);
  const [period] = said(keys.period);
  const [digest] = said(keys.digest);
  const [school] = said(keys.school);
  if (definition === undefined || period === undefined || digest === undefined || school === undefined)
    return undefined;
  return { definition, period, digest, school, fields: said(keys.field) };
}

/** Is the whole sheet a part of the template that schools do not fill in? */
export function isTemplateSheet({ name, visibility, rows }: SheetSnapshot): boolean {
  const [title] = rows[0] ?? [];
  if (name === templateSheets.selfCheck) return typeof title === "string" && title.startsWith("自查：");
  const hidden: readonly string[] = [
    templateSheets.stamp,
    templateSheets.workings,
    templateSheets.roster,
    templateSheets.choices,
  ];
  return visibility !== "visible" && hidden.includes(name);
}
