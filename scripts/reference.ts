// Writes docs/reference from the schemas and the built-in definition; with --check it only compares, so that the
// pages cannot drift from the code.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { builtinNames, loadBuiltin } from "../src/definitions/builtin";
import type { ReportDefinition } from "../src/definitions/definition";
import { Faults } from "../src/definitions/compile/faults";
import { writtenOut } from "../src/definitions/compile/settle-rule";
import { definitionJsonSchema } from "../src/definitions/definition.schema";
import { indicatorLibrary } from "../src/definitions/indicator-library";
import { ruleLibrary } from "../src/definitions/rule-library";
import { settleIndicators } from "../src/definitions/settle-indicator";
import { reportFileSchemas } from "../src/usecases/report-files.schema";
import { indicatorsPage } from "./indicators-page";
import { languagePage } from "./language-page";
import { rulesPage } from "./rules-page";

const folder = fileURLToPath(new URL("../docs/reference/", import.meta.url));

const escaped = (text: string): string => text.replace(/\|/gu, "\\|").replace(/\n/gu, " ");
const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(" | ")} |`;
const table = (headers: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(headers), row(headers.map(() => "---")), ...rows.map(row)].join("\n");
const code = (text: string | undefined): string => (text === undefined ? "" : `\`${text}\``);

function definitionPage(name: string, definition: ReportDefinition): string {
  const { title, forms, elements, rules, indicators } = definition;
  return `# ${title} (\`${name}\`)

Generated from the built-in definition; run \`npm run reference\` after changing it.

## 表样 Forms

${table(
  ["表名", "版式", "范围", "期型", "键", "行单位"],
  forms.map((form) => [form.name, form.layout, code(form.scope), form.periodType, form.keys.join("；"), form.rowUnit]),
)}

## 字段 Data elements

${table(
  ["表名", "名称", "类型", "单位", "填报单位", "必填", "空白表示", "公式"],
  elements.map((element) => [
    element.form,
    element.name,
    element.type,
    element.unit ?? "",
    element.filedIn ?? "",
    element.required ? "是" : "",
    element.blankMeans,
    code(element.formula),
  ]),
)}

## 校验 Rules

${table(
  ["编号", "表名", "库规则", "名称", "级别", "适用", "公式", "容差", "缺报", "建议"],
  rules
    .map((row) => writtenOut(row, ruleLibrary))
    .map((rule) => [
      rule.id,
      rule.form,
      rule.library ?? "",
      rule.says,
      rule.severity,
      code(rule.when),
      code(rule.formula),
      rule.tolerance ?? "",
      rule.ifMissing,
      rule.instruction,
    ]),
)}

## 指标 Indicators

${table(
  ["编号", "库指标", "名称", "表名", "筛选", "分子", "分母", "类型", "单位", "分组", "口径"],
  settleIndicators(indicators, indicatorLibrary, new Faults(definition)).map((indicator) => [
    indicator.id,
    indicator.library ?? "",
    indicator.name,
    indicator.form ?? "",
    code(indicator.filter),
    code(indicator.numerator),
    code(indicator.denominator),
    indicator.kind,
    indicator.unit,
    indicator.groupBy.join("；"),
    indicator.definition ?? "",
  ]),
)}
`;
}

function pages(): ReadonlyMap<string, string> {
  const json = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;
  const schemas = [["definition", definitionJsonSchema()] as const, ...Object.entries(reportFileSchemas())];
  const definitions = builtinNames.map((name) => {
    const loaded = loadBuiltin(name);
    if (!loaded.ok)
      throw new Error(`${name}: ${loaded.problem.map(({ where, message }) => `${where} ${message}`).join("\n")}`);
    return [`${name}.md`, definitionPage(name, loaded.value)] as const;
  });
  return new Map([
    ...schemas.map(([name, schema]) => [`${name.replace(/\.json$/u, "")}.schema.json`, json(schema)] as const),
    ...definitions,
    ["rules.md", rulesPage(table)],
    ["indicators.md", indicatorsPage(table)],
    ["language.md", languagePage(table)],
  ]);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const made = pages();
if (process.argv.includes("--check")) {
  const stale = [...made].filter(([name, text]) => read(folder + name) !== text).map(([name]) => name);
  if (stale.length > 0) {
    process.stderr.write(`docs/reference is out of date: ${stale.join(", ")}. Run: npm run reference\n`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of made) writeFileSync(folder + name, text);
}
