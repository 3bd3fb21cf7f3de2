import * as z from "zod";
import { ok, problem, type Result } from "../domain/result";
import { definitionFault } from "./definition-fault";
import type { DefinitionFault } from "./compiled";
import type { DefinitionParameter, ReportDefinition } from "./definition";
import { defaults, defaultsOfIndicator } from "./definition-tables";
import { formula, list, name, optional, rows, text } from "./entry.schema";
import { profile } from "./profile.schema";

const notFilled = "没有填写。→ 补上";

const form = z.strictObject({
  name,
  layout: z.enum(["清单", "卡片", "记录"]),
  scope: optional(formula),
  periodType: z.enum(["学年", "学期", "财年", "日历年"]),
  censusDay: optional(text.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, { error: "时点写作“月-日”，如 09-01" })),
  keys: list.min(1).default(() => [...defaults.forms.keys]),
  rowUnit: text.default(defaults.forms.rowUnit),
  sheets: optional(text),
  headerRows: z.int().min(1).max(10).default(defaults.forms.headerRows),
  nilReport: z.boolean().default(defaults.forms.nilReport),
  title: optional(text),
});

const element = z.strictObject({
  form: name,
  name,
  aliases: list.default([]),
  at: optional(text),
  type: z.enum(["整数", "小数", "金额", "日期", "文本", "是否", "代码"]),
  unit: optional(text),
  filedIn: optional(text),
  required: z.boolean().default(defaults.elements.required),
  codes: optional(text),
  min: optional(z.number()),
  max: optional(z.number()),
  blankMeans: z.enum(["缺报", "0", "不适用"]).default(defaults.elements.blankMeans),
  stockFlow: optional(z.enum(["时点", "时期"])),
  nonAdditive: list.default([]),
  stage: optional(text),
  format: optional(z.enum(["学校标识码", "信用代码"])),
  formula: optional(formula),
});

const code = z.strictObject({ list: text, code: text, label: text, print: optional(text), parent: optional(text) });

export const ruleSeverity = z.enum(["错误", "警告", "提示"]);
export const ruleIfMissing = z.enum(["不判", "按零", "判错"]);
export const ruleTolerance = text.regex(/^(\d+(\.\d+)?%?|MAX\(\s*\d+(\.\d+)?%?\s*,\s*\d+(\.\d+)?%?\s*\))$/u, {
  error: "容差写作 0.01、5% 或 MAX(5%,5)",
});

/** Cells a rule must fill that picks nothing from the rule library. */
const ownOfRule = ["says", "severity", "formula", "instruction"] as const;

const rule = z
  .strictObject({
    id: text,
    form: name,
    library: optional(text),
    binds: z.record(name, name).default({}),
    says: optional(text),
    severity: optional(ruleSeverity),
    when: optional(formula),
    formula: optional(formula),
    tolerance: optional(ruleTolerance),
    ifMissing: optional(ruleIfMissing),
    message: optional(formula),
    instruction: optional(text),
    source: optional(text),
    active: z.boolean().default(defaults.rules.active),
  })
  .check(
    ...ownOfRule.map((key) =>
      z.refine<RuleCells>((row) => row.library !== undefined || row[key] !== undefined, {
        path: [key],
        error: notFilled,
        when: ({ value }) => typeof value === "object" && value !== null,
      }),
    ),
  )
  .transform((row) =>
    row.library === undefined ? { ...row, ifMissing: row.ifMissing ?? defaults.rules.ifMissing } : row,
  );
type RuleCells = Readonly<Partial<Record<"library" | (typeof ownOfRule)[number], string>>>;

export const indicatorKind = z.enum(["量", "率", "均值", "指数", "名次", "名单", "文字"]);
export const indicatorFormat = text.regex(/^0(\.0*#*)?%?$/u, { error: "显示格式写作 0、0.0、0.## 或 0.##%" });
export const indicatorScale = z.enum(["自动", "不缩", "万", "亿"]);
export const indicatorBetter = z.enum(["升好", "降好", "中性"]);

const indicator = z
  .strictObject({
    id: text,
    name,
    short: optional(text),
    library: optional(text),
    form: optional(name),
    filter: optional(formula),
    numerator: optional(formula),
    denominator: optional(formula),
    factor: optional(z.number().positive()),
    kind: optional(indicatorKind),
    unit: optional(z.string().trim()),
    format: optional(indicatorFormat),
    scale: optional(indicatorScale),
    better: optional(indicatorBetter),
    cap: optional(z.number().positive()),
    ifMissing: z.enum(["待补", "跳过"]).default(defaults.indicators.ifMissing),
    groupBy: list.default([]),
    compare: list.default([]),
    sensitive: optional(z.boolean()),
    definition: optional(text),
  })
  .check(
    z.refine<IndicatorCells>((row) => row.library !== undefined || row.numerator !== undefined, {
      path: ["numerator"],
      error: notFilled,
      when: ({ value }) => typeof value === "object" && value !== null,
    }),
  )
  .transform(({ unit = "", ...row }) => {
    const given = unit === "" ? row : { ...row, unit };
    return row.library === undefined ? { ...given, ...defaultsOfIndicator(given) } : given;
  });
type IndicatorCells = Readonly<Partial<Record<"library" | "numerator", string>>>;

export const parameterUse = z.enum(["标准", "目标", "历史", "区域", "人口", "局填", "文字"]);

const parameter = z.strictObject({
  use: parameterUse,
  name,
  key1: optional(text),
  key2: optional(text),
  period: optional(text),
  value: optional(z.union([text, z.number()])),
  unit: optional(text),
  kind: optional(text),
  setBy: optional(text),
  owner: optional(text),
  source: optional(text),
});

const narrative = z.strictObject({
  id: text,
  level: z.enum(["文题", "一级", "二级", "三级", "四级", "段", "分句"]),
  join: z.string().trim().max(4).default(defaults.narrative.join),
  text: z
    .string()
    .overwrite((value) => (value.trim() === "" ? "" : value))
    .default(defaults.narrative.text),
  when: optional(formula),
  depends: optional(text),
  ifMissing: z.enum(["印××", "省略"]).default(defaults.narrative.ifMissing),
  status: z.enum(["草稿", "定稿", "停用"]).default(defaults.narrative.status),
  owner: optional(text),
});

const definition = z.strictObject({
  format: z.literal("report-definition/1"),
  id: text,
  title: text,
  period: text,
  profile: profile.prefault({}),
  forms: rows(form),
  elements: rows(element),
  codes: rows(code),
  rules: rows(rule),
  indicators: rows(indicator),
  parameters: rows(parameter),
  narrative: rows(narrative),
});

/** A 方案 from its JSON form, defaults filled. Faults are placed by JSON path (`indicators[3].kind（R-04）`). */
export function parseDefinition(json: unknown): Result<ReportDefinition, readonly DefinitionFault[]> {
  return parseWith(definition, json, []);
}

/** The rows of a parameters file: a list, or an object with the list under `parameters`. */
export function parseParameterRows(json: unknown): Result<readonly DefinitionParameter[], readonly DefinitionFault[]> {
  const inObject = typeof json === "object" && json !== null && "parameters" in json;
  return parseWith(z.array(parameter), inObject ? json.parameters : json, ["parameters"]);
}

/** JSON Schema of the JSON form, for the reference page and for editors. */
export const definitionJsonSchema = (): Record<string, unknown> => ({ ...z.toJSONSchema(definition, { io: "input" }) });

function parseWith<T>(
  schema: z.ZodType<T>,
  json: unknown,
  base: readonly string[],
): Result<T, readonly DefinitionFault[]> {
  const parsed = schema.safeParse(json, { reportInput: true });
  return parsed.success
    ? ok(parsed.data)
    : problem(parsed.error.issues.flatMap((issue) => faultsOf(issue, base, json)));
}

function faultsOf(issue: z.core.$ZodIssue, base: readonly string[], json: unknown): readonly DefinitionFault[] {
  const path = [...base, ...issue.path];
  const written = base.reduceRight<unknown>((inner, key) => ({ [key]: inner }), json);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => definitionFault([...path, key], `不认识“${key}”。→ 删去，或核对拼写`, written));
  return [definitionFault(path, issueText(issue), written)];
}

const typeNames: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数",
  int: "整数",
  boolean: "是或否",
  array: "列表",
  object: "一组键值",
  record: "“名称=值”的对照，名称各写一次，如 男=男生;女=女生",
};

function issueText(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return notFilled;
  switch (issue.code) {
    case "invalid_type":
      return `应为${typeNames[issue.expected] ?? issue.expected}，读到${shown(issue.input)}。→ 改写`;
    case "invalid_value":
      return `不能是${shown(issue.input)}。→ 可用：${issue.values.map(String).join("、")}`;
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? "不能为空。→ 补上，或整项删去"
        : `${shown(issue.input)}太小。→ ${issue.inclusive === false ? "大于" : "不小于"}${String(issue.minimum)}`;
    case "too_big":
      return issue.origin === "number" || issue.origin === "int"
        ? `${shown(issue.input)}太大。→ 不大于${String(issue.maximum)}`
        : `太长。→ 至多${String(issue.maximum)}`;
    case "invalid_union":
      return `应为文字或数，读到${shown(issue.input)}。→ 改写`;
    case "invalid_key":
      return issue.issues[0]?.message ?? issue.message;
    default:
      return issue.message;
  }
}

const shown = (input: unknown): string => (typeof input === "object" ? "一组值" : `“${String(input)}”`);
