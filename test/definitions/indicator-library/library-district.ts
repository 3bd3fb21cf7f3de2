import { readFileSync } from "node:fs";
import { join } from "node:path";
import { draftReport, type ReportDraft } from "../../../src/core/build-report";
import type { FileReading } from "../../../src/domain/snapshot";
import { indicatorLibrary } from "../../../src/definitions/indicator-library";
import { canonicalForms } from "../../../src/definitions/indicator-library/canonical-forms";
import type { LibraryIndicator } from "../../../src/definitions/indicator-library/library-indicator";
import { prepareReport } from "../../../src/usecases/prepare-report";
import { fileOf, sheetOf } from "../../support/workbook-text";

/** What a district enters beside its schools' sheets so that every formula of the library has its parts. */
const entered: readonly (readonly [name: string, value: number, unit?: string])[] = [
  ["公共财政预算教育经费", 736_180_000, "元"],
  ["公共财政支出", 4_094_680_000, "元"],
  ["全区考生数", 20_000, "人"],
  ["全区高分段人数", 600, "人"],
  ["三至五岁人口", 760, "人"],
  ["十五至十七岁人口", 2500, "人"],
  ["义务教育适龄人口", 3000, "人"],
  ["小学学龄人口", 2650, "人"],
  ["小学入学时人数", 800, "人"],
  ["适龄残疾儿童人口", 10, "人"],
  ["优质高中招生计划", 500, "人"],
  ["优质高中分配名额", 300, "人"],
  ["公务员平均工资", 90_000, "元/人"],
  ["审批起始年", 2017],
  ["规划起始年", 2022],
  ["规划终止年", 2025],
];

/** A definition that picks everything the library can compute, broken down by `groups`; nothing else is its own. */
export const definitionOf = (
  entries: Iterable<LibraryIndicator>,
  groups: (code: string) => readonly string[] = () => [],
): object => ({
  format: "report-definition/1",
  id: "indicator-library",
  title: "指标库",
  period: "2022年",
  profile: { names: { 年: 2022 } },
  ...canonicalForms,
  parameters: [
    ...canonicalForms.parameters,
    ...entered.map(([name, value, unit]) => ({ use: "人口", name, value, ...(unit !== undefined && { unit }) })),
  ],
  indicators: [...entries].flatMap(({ by, code, name }) =>
    by === "formula" ? [{ id: code, name, library: code, groupBy: groups(code) }] : [],
  ),
});

/** The report of the small district in district.txt: a workbook per school, with a sheet for every form it must file. */
export function libraryReport(groups: (code: string) => readonly string[]): ReportDraft {
  const [roster, ...forms] = sections();
  const rosterFile = fileOf("名录.xlsx", sheetOf("名录", roster?.text ?? ""));
  const prepared = prepareReport({ json: definitionOf(indicatorLibrary().values(), groups) }, rosterFile);
  if (!prepared.ok) throw new Error(prepared.problem.lines.join("\n"));
  const readings = prepared.value.schools.map(({ name }): FileReading => {
    const sheets = forms.map(({ title, text }) => sheetOf(title, rowsOf(name, text)));
    return fileOf(`${name}.xlsx`, ...sheets);
  });
  return draftReport({ ...prepared.value, readings });
}

interface Section {
  readonly title: string;
  readonly text: string;
}

const sections = (): readonly Section[] =>
  readFileSync(join(__dirname, "district.txt"), "utf8")
    .split(/^# /mu)
    .slice(1)
    .map((section) => {
      const end = section.indexOf("\n");
      return { title: section.slice(0, end).trim(), text: section.slice(end + 1).trim() };
    });

function rowsOf(school: string, text: string): string {
  const [header = "", ...rows] = text.split("\n");
  return [header, ...rows.filter((row) => row.startsWith(`${school}|`))].join("\n");
}
