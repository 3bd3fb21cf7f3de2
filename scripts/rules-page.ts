import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ruleLibrary } from "../src/definitions/rule-library";
import type { LibraryRule } from "../src/definitions/rule-library/library-rule";

/** How many numbered rules each group of the list has: 72 in all. */
const numbered = { A: 7, B: 11, C: 6, D: 18, E: 11, F: 7, G: 8, H: 4 } as const;
const numbers = Object.entries(numbered).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, index) => `${group}${String(index + 1)}`),
);

/** Numbers that no entry of the library stands for, and what does. */
const elsewhere: Readonly<Record<string, { readonly says: string; readonly by: string; readonly why: string }>> = {
  E10: {
    says: "由学校数据重新汇总，与区县汇总表逐格一致",
    by: "两条路线核对",
    why: "每个指标在工作簿里另有一条公式路线，写出时逐格核对；不是对学校数据的一条校验",
  },
};

interface CaseCount {
  readonly entry: string;
  readonly verdict: string;
}

function readCases(): readonly CaseCount[] {
  const folder = fileURLToPath(new URL("../test/cases/rules/", import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => JSON.parse(readFileSync(folder + file, "utf8")) as readonly CaseCount[]);
}

const levels = { error: "错误", warning: "警告", notice: "提示" } as const;
const levelOf = (rule: LibraryRule): string => (rule.by === "formula" ? rule.severity : levels[rule.severity]);
const formulaOf = (rule: LibraryRule): string =>
  rule.by === "reader"
    ? rule.findings.map((code) => `\`${code}\``).join(" ")
    : [
        `\`${rule.formula}\``,
        ...(rule.when === undefined ? [] : [`适用 \`${rule.when}\``]),
        ...(rule.tolerance === undefined ? [] : [`容差 ${rule.tolerance}`]),
      ].join("，");

/** The page of all numbered rules: one row each, entries of one number under one another. */
export function rulesPage(table: (headers: readonly string[], rows: readonly (readonly string[])[]) => string): string {
  const cases = readCases();
  const counted = ({ id }: LibraryRule): string =>
    ["pass", "fail", "undecided"]
      .map((verdict) => String(cases.filter((one) => one.entry === id && one.verdict === verdict).length))
      .join(" / ");
  const rows = numbers.map((number) => {
    const entries = [...ruleLibrary.values()].filter(({ rule }) => rule === number);
    const lines = (line: (entry: LibraryRule) => string): string => entries.map(line).join("<br>");
    const other = elsewhere[number];
    if (entries.length === 0) return [number, "", other?.says ?? "", other?.by ?? "", "", other?.why ?? "", "", ""];
    return [
      number,
      lines(({ id }) => id),
      lines(({ says }) => says),
      lines(({ by }) => (by === "formula" ? "公式" : "读取")),
      lines(levelOf),
      lines(formulaOf),
      lines(counted),
      [...new Set(entries.map(({ source }) => source))].join("<br>"),
    ];
  });
  return `# 校验规则库 The rule library

Generated from src/definitions/rule-library and test/cases/rules; run \`npm run reference\` after changing either.

${String(numbers.length)} numbered rules, ${String(ruleLibrary.size)} entries, ${String(cases.length)} cases. 公式: a definition picks the entry with 库规则 and binds its
columns with 对应; every threshold can be changed there. 读取: reading checks it by itself, always; the codes are those of its findings.
案例 counts cases that pass / fail / stay undecided; reading raises a finding or none, so there undecided means that what it needs is not known.

${table(["规则", "条目", "内容", "实现", "级别", "公式或发现", "案例 通过 / 不符 / 未判", "依据"], rows)}
`;
}
