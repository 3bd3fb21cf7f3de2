import type { SheetEdit } from "../../src/domain/edit";
import type { Collection } from "../../src/domain/collected";
import type { School } from "../../src/domain/school";
import { elementFactor } from "../../src/core/collect/element-factor";
import { isUnitText } from "../../src/core/collect/unit";
import { templateMaker } from "../../src/core/issue-templates/template-workbook";
import { compileDefinition } from "../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../src/definitions/compiled";
import { parseDefinition } from "../../src/definitions/definition.schema";
import { parametersOf } from "../../src/definitions/parameters-of";

export const school: School = {
  code: "3708300001",
  name: "城关镇中心小学",
  aliases: [],
  attributes: {
    学校代码: "3708300001",
    学校名称: "城关镇中心小学",
    学段: "小学",
    办学类型: "小学",
    城乡: "镇区",
    办别: "公办",
    乡镇: "城关镇",
  },
};

const rule = (id: string, form: string, says: string, formula: string, parts: object = {}): object => ({
  id,
  form,
  says,
  severity: "错误",
  formula,
  instruction: "核对后改正",
  ...parts,
});

/** A card, a list and a record form with a rule of every kind a template can and cannot check. */
const definitionJson = {
  format: "report-definition/1",
  id: "school-basics",
  title: "学校基本情况统计",
  period: "2022年",
  profile: {},
  forms: [
    { name: "基本情况", layout: "卡片", periodType: "学年" },
    { name: "校舍", layout: "清单", periodType: "学年" },
    { name: "班级", layout: "记录", periodType: "学年", keys: ["学校代码", "班级名称"] },
  ],
  elements: [
    { form: "基本情况", name: "在校生数", type: "整数", unit: "人", required: true, max: 20_000 },
    { form: "基本情况", name: "其中女生数", type: "整数", unit: "人", required: true },
    { form: "基本情况", name: "班数", type: "整数", unit: "个", required: true },
    { form: "基本情况", name: "教职工数", type: "整数", unit: "人", required: true },
    { form: "基本情况", name: "专任教师数", type: "整数", unit: "人", required: true },
    { form: "基本情况", name: "教育经费", type: "金额", unit: "元", filedIn: "万元" },
    { form: "基本情况", name: "公用经费", type: "金额", unit: "元" },
    { form: "基本情况", name: "是否寄宿制", type: "是否", required: true },
    { form: "基本情况", name: "校舍安全等级", type: "代码", codes: "等级" },
    { form: "基本情况", name: "建校日期", type: "日期" },
    { form: "基本情况", name: "生师比", type: "小数", formula: "[在校生数]/[专任教师数]" },
    { form: "校舍", name: "占地面积", type: "小数", unit: "㎡", required: true },
    { form: "校舍", name: "校舍面积", type: "小数", unit: "㎡", required: true },
    { form: "班级", name: "班级名称", type: "文本", required: true },
    { form: "班级", name: "学生数", type: "整数", unit: "人", required: true },
  ],
  codes: [
    { list: "等级", code: "A", label: "A级" },
    { list: "等级", code: "B", label: "B级" },
    { list: "等级", code: "C", label: "C级" },
  ],
  rules: [
    rule("JB-01", "基本情况", "女生数不超过在校生数", "[其中女生数]<=[在校生数]"),
    rule("JB-02", "基本情况", "专任教师数不超过教职工数", "[专任教师数]<=[教职工数]"),
    rule("JB-03", "基本情况", "公用经费不超过教育经费", "[公用经费]<=[教育经费]"),
    rule("JB-04", "基本情况", "小学生师比不超过 25", "[生师比]<=25", { when: '[学段]="小学"', severity: "警告" }),
    rule("JB-05", "基本情况", "初中生师比不超过 20", "[生师比]<=20", { when: '[学段]="初中"', severity: "警告" }),
    rule(
      "JB-06",
      "基本情况",
      "在校生数等于班级学生数之和",
      "[在校生数]=SUMIFS(班级[学生数],班级[学校代码],[@学校代码])",
    ),
    rule("JB-07", "基本情况", "班数等于班级表的行数", "[班数]=COUNTIFS(班级[学校代码],[@学校代码])"),
    rule("JB-08", "基本情况", "在校生数不超过全区的一半", "[在校生数]<=SUM([在校生数])/2", { severity: "警告" }),
    rule("XS-01", "校舍", "校舍面积不超过占地面积的 3 倍", "[校舍面积]<=3*[占地面积]", { severity: "警告" }),
    rule("BJ-01", "班级", "班额不超过 55 人", "[学生数]<=大班额", { severity: "警告" }),
  ],
  indicators: [],
  parameters: [{ use: "标准", name: "大班额", value: 55 }],
  narrative: [],
};

export function templateDefinition(
  change: (json: typeof definitionJson) => object = (json) => json,
): CompiledDefinition {
  const parsed = parseDefinition(change(definitionJson));
  const compiled = parsed.ok
    ? compileDefinition(parsed.value, { parameters: [], rosterColumns: Object.keys(school.attributes) })
    : parsed;
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  return compiled.value;
}

/** The template of the school, with `filled` typed into cells: `基本情况!B7` to a number or a text. */
export function filledTemplate(
  filled: Readonly<Record<string, number | string>>,
  { definition = templateDefinition(), previous }: { definition?: CompiledDefinition; previous?: Collection } = {},
): readonly SheetEdit[] {
  const sheetsFor = templateMaker({
    definition,
    parameters: parametersOf(definition.source),
    words: { isUnit: isUnitText, factor: (element) => elementFactor(element, undefined, []) },
    previous,
  });
  const typed = new Map(Object.entries(filled));
  return sheetsFor(school, [...definition.forms.values()]).map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row, rowIndex) =>
      row.map((cell, column) => {
        const value = typed.get(`${sheet.name}!${String.fromCharCode(65 + column)}${String(rowIndex + 1)}`);
        if (value === undefined) return cell;
        return typeof value === "number" ? { number: value } : { text: value };
      }),
    ),
  }));
}
