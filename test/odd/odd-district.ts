import type { Collection } from "../../src/domain/collected";
import type { School } from "../../src/domain/school";
import { scalarText } from "../../src/core/collect/reading";
import { compiledOf, elementOf, formOf } from "../support/definition-builders";

const school = (code: string, name: string): School => ({
  code,
  name,
  aliases: [],
  attributes: { 学校代码: code, 学校名称: name, 学段: "小学" },
});

/** Who reports in the corpus of odd workbooks. */
export const schools: readonly School[] = [school("1137000101", "城关小学"), school("1137000102", "东关小学")];

/** What is collected there: one form of each layout, and a card whose answers read like its labels. */
export const definition = compiledOf({
  forms: [
    formOf("在校生", { layout: "清单", sheets: "表1*", headerRows: 2, title: "在校生情况表" }),
    formOf("基本情况", { layout: "卡片", sheets: "表2*", title: "学校基本情况表" }),
    formOf("资助", { layout: "记录", keys: ["学校代码", "学期", "项目"], rowUnit: "人次", sheets: "表3*" }),
    formOf("办学性质", { layout: "卡片", sheets: "表4*" }),
  ],
  elements: [
    elementOf("在校生", "在校生数", { at: "在校生/合计", unit: "人" }),
    elementOf("在校生", "女生", { at: "在校生/女", unit: "人", required: false }),
    elementOf("在校生", "教师", { unit: "人", required: false }),
    elementOf("在校生", "经费", { type: "金额", unit: "元", filedIn: "万元", required: false }),
    elementOf("基本情况", "班数", { unit: "个" }),
    elementOf("基本情况", "校舍面积", { type: "小数", unit: "㎡", required: false }),
    elementOf("基本情况", "建校日期", { type: "日期", required: false }),
    elementOf("基本情况", "寄宿男", { at: "寄宿生/男", unit: "人", required: false }),
    elementOf("基本情况", "寄宿女", { at: "寄宿生/女", unit: "人", required: false }),
    elementOf("资助", "学期", { type: "代码", codes: "学期" }),
    elementOf("资助", "项目", { type: "文本" }),
    elementOf("资助", "人数", { unit: "人" }),
    elementOf("资助", "金额", { type: "金额", unit: "元" }),
    elementOf("资助", "发放日期", { type: "日期", required: false }),
    elementOf("办学性质", "营利性", { type: "代码", codes: "营利性", aliases: ["营利性(民办)"] }),
    elementOf("办学性质", "食堂", { type: "是否", required: false }),
    elementOf("办学性质", "学段", { type: "代码", codes: "学段" }),
    elementOf("办学性质", "小学班数", { at: "班数/小学", required: false }),
    elementOf("办学性质", "初中班数", { at: "班数/初中", required: false }),
  ],
  codes: [
    { list: "学期", code: "1", label: "春季" },
    { list: "学期", code: "2", label: "秋季" },
    { list: "营利性", code: "1", label: "营利性" },
    { list: "营利性", code: "2", label: "非营利性" },
    { list: "学段", code: "1", label: "小学" },
    { list: "学段", code: "2", label: "初中" },
  ],
});

/**
 * The rows of a form that were filed, as text: `城关小学 1204 … ?待定 —`, with `…` for what is missing, `—` for what
 * does not apply and `?` before what cannot be read.
 */
export function filedRows({ tables }: Collection, form: string): readonly string[] {
  const table = tables.get(form);
  const columns = definition.forms.get(form)?.elements ?? [];
  return (table?.rows ?? []).flatMap((row, place) => {
    const values = columns.map(({ name }) => {
      const reading = table?.columns.get(name)?.[place];
      if (reading?.state === "reported") return scalarText(reading.value);
      return reading?.state === "unreadable" ? `?${reading.raw}` : reading?.state === "not-applicable" ? "—" : "…";
    });
    return row.filed ? [[row.school.name, ...values].join(" ")] : [];
  });
}
