import { indicatorLibrary } from "../src/definitions/indicator-library";
import { canonicalForms } from "../src/definitions/indicator-library/canonical-forms";
import type { LibraryIndicator } from "../src/definitions/indicator-library/library-indicator";

/** Themes by the first letter of a code. */
const themes: Readonly<Record<string, string>> = {
  A: "规模、学位",
  B: "办学条件、投资",
  C: "经费、待遇",
  D: "师资与干部",
  E: "升学与质量",
  F: "学前教育",
  G: "义务教育、班额、控辍",
  H: "学生资助",
  I: "信息化",
  J: "党建",
  K: "安全、健康、后勤",
  L: "“双减”、课后服务",
  M: "体育、艺术、劳动、科技",
  N: "职业教育",
  O: "督导、荣誉、治理",
  P: "优质均衡",
  Q: "基本均衡",
  R: "学前普及普惠",
  S: "常用统计",
};

type Table = (headers: readonly string[], rows: readonly (readonly string[])[]) => string;

const code = (text: string | undefined): string => (text === undefined ? "" : `\`${text}\``);

function formulaOf(entry: LibraryIndicator): string {
  if (entry.by === "parameter") return `${entry.use}参数：${entry.why}`;
  const { form, filter, numerator, denominator } = entry;
  return [
    ...(form === undefined ? [] : [`表 ${form}`]),
    ...(filter === undefined ? [] : [`筛选 ${code(filter)}`]),
    `${code(numerator)}${denominator === undefined ? "" : ` ÷ ${code(denominator)}`}`,
  ].join("，");
}

/** The page of all indicators a definition can pick with 库指标, by theme. */
export function indicatorsPage(table: Table): string {
  const entries = [...indicatorLibrary().values()];
  const computed = entries.filter(({ by }) => by === "formula").length;
  const sections = Object.entries(themes).map(([letter, title]) => {
    const own = entries.filter((entry) => entry.code.startsWith(letter));
    const rows = own.map((entry) => [
      entry.code,
      `${entry.name}<br>${entry.english}`,
      `${entry.kind} ${entry.unit}`,
      entry.level,
      formulaOf(entry),
      entry.definition,
      entry.source,
    ]);
    return `## ${letter} ${title}\n\n${table(["编号", "指标", "类型 单位", "层级", "公式", "口径", "依据"], rows)}`;
  });
  return `# 指标库 The indicator library

Generated from src/definitions/indicator-library; run \`npm run reference\` after changing it.

${String(entries.length)} entries: ${String(computed)} computed from school sheets, ${String(entries.length - computed)} that only the bureau can enter. A row of 方案·指标 picks one with 库指标;
what the row leaves blank is the library's. A row without a formula of its own takes the library's, which reads the library's own forms:
${canonicalForms.forms.map(({ name }) => name).join("、")}.

${sections.join("\n\n")}
`;
}
