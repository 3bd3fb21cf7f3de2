import type { Collection } from "../../../src/domain/collected";
import type { ProbableCause } from "../../../src/domain/diagnosis";
import { type Exact, one } from "../../../src/domain/exact";
import type { Finding } from "../../../src/domain/finding";
import type { School } from "../../../src/domain/school";
import { collect } from "../../../src/core/collect/collect";
import { elementFactor } from "../../../src/core/collect/element-factor";
import { diagnose } from "../../../src/core/diagnose/diagnose";
import { recheckOf } from "../../../src/core/validate/recheck";
import { validate } from "../../../src/core/validate/validate";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import type { DataElement, ValidationRule } from "../../../src/definitions/definition";
import { compiledOf, elementOf, formOf, tree } from "../../support/definition-builders";
import { openWorkbookOf, sheetOf } from "../../support/workbook-text";

const codes = ["E01", "E02", "E03", "E04", "E05", "E06", "E07"];
const schools: readonly School[] = codes.map((code) => ({
  code,
  name: `${code}小学`,
  aliases: [],
  attributes: { 学校代码: code, 学校名称: `${code}小学`, 学段: "小学" },
}));

const ruleOf = (id: string, form: string, formula: string, severity: ValidationRule["severity"] = "错误") => {
  const rule: ValidationRule = {
    id,
    form,
    says: id,
    severity,
    formula,
    ifMissing: "不判",
    instruction: "请核对",
    active: true,
  };
  return { rule, tree: tree(formula) };
};

const pupils = ["在校生数", "男生", "女生", "一年级", "二年级", "三年级"];

export const definition: CompiledDefinition = {
  ...compiledOf({
    forms: [formOf("在校生"), formOf("年龄", { layout: "记录", keys: ["学校代码", "年龄"], nilReport: true })],
    elements: [
      ...pupils.map((name) => elementOf("在校生", name, { unit: "人", max: 5000 })),
      elementOf("在校生", "面积", { type: "小数", unit: "㎡" }),
      elementOf("在校生", "经费", { type: "金额", unit: "元", filedIn: "万元" }),
      elementOf("年龄", "年龄", { type: "文本" }),
      elementOf("年龄", "人数", { unit: "人" }),
      elementOf("年龄", "其中女", { unit: "人" }),
    ],
  }),
  rules: [
    ruleOf("性别", "在校生", "[男生]+[女生]=[在校生数]"),
    ruleOf("年级", "在校生", "SUM([@[一年级]:[三年级]])=[在校生数]"),
    ruleOf("面积", "在校生", "AND([面积]/[在校生数]>=5,[面积]/[在校生数]<=30)", "警告"),
    ruleOf("经费", "在校生", "AND([经费]/[在校生数]>=1000,[经费]/[在校生数]<=50000)", "警告"),
    ruleOf("年龄", "在校生", "SUMIFS(年龄[人数],年龄[学校代码],[@学校代码])=[在校生数]"),
    ruleOf("女", "年龄", "[其中女]<=[人数]"),
    ruleOf("提示", "在校生", "[在校生数]<300", "提示"),
  ],
};

export type Row = Readonly<Record<string, string>>;

/** The school that slips, this year and last; 年龄 as `人数/其中女` for 6, 7, 8, 9 years. */
const clean: Row = { 在校生数: "312", 男生: "160", 女生: "152", 一年级: "96", 二年级: "105", 三年级: "111", 面积: "4212.5", 经费: "386.2" }; // prettier-ignore
const lastYear: Row = { ...clean, 在校生数: "303", 男生: "156", 女生: "147", 一年级: "92", 二年级: "99", 三年级: "112", 经费: "371.5" }; // prettier-ignore
const cleanAges = ["71/35", "82/40", "94/46", "65/31"];
export const lastYearsAges = ["68/33", "84/41", "91/44", "60/29"];

const heading = Object.keys(clean);

function others(): readonly string[] {
  return codes.slice(1).map((code, place) => {
    const part = 60 + 10 * place;
    const all = 3 * part;
    return [code, all, all - part, part, part, part, part, 13 * all + 0.5, 1.2 * all].join(" | ");
  });
}

type Year = "current" | "last";

/** Four ages of a quarter of the school each; last year a few fewer. */
function othersAges(code: string, place: number, year: Year): readonly string[] {
  const all = 3 * (60 + 10 * place);
  const quarter = Math.floor(all / 4);
  const ages = [quarter, quarter, quarter, all - 3 * quarter];
  const fewer = year === "last" ? 2 : 0;
  return ages.map((count, age) => [code, `${String(6 + age)}岁`, count - fewer, 20 - fewer].join(" | "));
}

export function collected(row: Row = clean, ages: readonly string[] = cleanAges, year: Year = "current"): Collection {
  const own = ["E01", ...heading.map((name) => row[name] ?? "")].join(" | ");
  const rows = [["学校代码", ...heading].join(" | "), own, ...others()];
  const records = [
    ...ages.map((age, place) => `E01 | ${String(6 + place)}岁 | ${age.split("/").join(" | ")}`),
    ...codes.slice(1).flatMap((code, place) => othersAges(code, place, year)),
  ];
  const sheets = [sheetOf("在校生", rows.join("\n")), sheetOf("年龄", ["学校代码 | 年龄 | 人数 | 其中女", ...records].join("\n"))]; // prettier-ignore
  return collect(definition, schools, [openWorkbookOf(...sheets)]);
}

export interface Diagnosed {
  readonly collection: Collection;
  readonly findings: readonly Finding[];
  readonly causes: ReadonlyMap<Finding, readonly ProbableCause[]>;
}

const factorOf = (element: DataElement): Exact => elementFactor(element, undefined, []) ?? one;

/** What is said when the school types `typed` into a clean form, with or without last year's file at hand. */
export function diagnosed(typed: Row, ages: readonly string[] = cleanAges, knowsLastYear = true): Diagnosed {
  const collection = collected({ ...clean, ...typed }, ages);
  const previous = collected(lastYear, lastYearsAges, "last");
  const confrontation = validate(definition, collection, []);
  const recheck = recheckOf(definition, collection, []);
  const findings = [...collection.findings, ...confrontation.findings];
  const causes = diagnose({
    definition,
    collection,
    confrontation,
    recheck,
    factorOf,
    ...(knowsLastYear ? { previous } : {}),
  });
  return { collection, findings, causes };
}

/** The likeliest cause of the first finding that has any. */
export function firstCause({ findings, causes }: Diagnosed): ProbableCause | undefined {
  return findings.flatMap((finding) => causes.get(finding)?.slice(0, 1) ?? [])[0];
}
