import type { Collection } from "../../../src/domain/collected";
import type { School } from "../../../src/domain/school";
import type { CellAddress } from "../../../src/domain/cell";
import { a1 } from "../../../src/domain/cell";
import { scalarText } from "../../../src/core/collect/reading";
import { compiledOf, elementOf, formOf } from "../../support/definition-builders";

const school = (
  code: string,
  name: string,
  stage: string,
  parts: Partial<School> & { readonly more?: Readonly<Record<string, string>> } = {},
): School => ({
  code,
  name,
  aliases: parts.aliases ?? [],
  attributes: { 学校代码: code, 学校名称: name, 学段: stage, ...parts.more },
});

export const chengguan = school("1137000101", "城关小学", "小学", { aliases: ["城小"] });
export const dongguan = school("1137000102", "东关小学", "小学");
export const beiguan = school("1137000103", "北关中学(西校区)", "初中");
export const schools: readonly School[] = [chengguan, dongguan, beiguan];

/** One form of each layout: 在校生 for primary schools, a card for all, and records of aid. */
export const definition = compiledOf({
  forms: [
    formOf("在校生", { layout: "清单", scope: '[学段]="小学"', sheets: "表1*", headerRows: 2, title: "在校生情况表" }),
    formOf("基本情况", { layout: "卡片", sheets: "表2*", title: "学校基本情况表" }),
    formOf("资助", { layout: "记录", keys: ["学校代码", "学期", "项目"], rowUnit: "人次", nilReport: true }),
  ],
  elements: [
    elementOf("在校生", "在校生数", { at: "在校生/合计", unit: "人" }),
    elementOf("在校生", "女生", { at: "在校生/女", unit: "人", required: false }),
    elementOf("在校生", "教师女", { at: "教师/女", unit: "人", required: false }),
    elementOf("在校生", "经费", { type: "金额", unit: "元", filedIn: "万元", required: false }),
    elementOf("基本情况", "班数", { aliases: ["教学班数"], unit: "个", required: true }),
    elementOf("基本情况", "校舍面积", { type: "小数", unit: "㎡", required: false }),
    elementOf("基本情况", "建校日期", { type: "日期", required: false }),
    elementOf("基本情况", "寄宿男", { at: "寄宿生/男", unit: "人", required: false }),
    elementOf("基本情况", "寄宿女", { at: "寄宿生/女", unit: "人", required: false }),
    elementOf("资助", "学期", { type: "代码", codes: "学期" }),
    elementOf("资助", "项目", { type: "文本" }),
    elementOf("资助", "人数", { unit: "人" }),
  ],
  codes: [
    { list: "学期", code: "1", label: "春季" },
    { list: "学期", code: "2", label: "秋季" },
  ],
});

/** A table as text: a line per row, `校名 ✓ 值 值`, with `?` for what could not be read and `…` for what is missing. */
export function drawn({ tables }: Collection, form: string, columns: readonly string[]): readonly string[] {
  const table = tables.get(form);
  return (table?.rows ?? []).map((row, place) => {
    const values = columns.map((column) => {
      const reading = table?.columns.get(column)?.[place];
      if (reading?.state === "reported") return scalarText(reading.value);
      return reading?.state === "unreadable" ? `?${reading.raw}` : reading?.state === "not-applicable" ? "—" : "…";
    });
    return [row.school.name, row.filed ? "✓" : "未报", ...values].join(" ");
  });
}

const placed = (at: CellAddress | undefined): string => (at ? `${at.sheet}!${a1(at.row, at.column)}` : "");

/** Findings as text: `code school where`. */
export const told = ({ findings }: Pick<Collection, "findings">): readonly string[] =>
  findings.map(({ code, school: who, at }) =>
    [code, schools.find(({ code: known }) => known === who)?.name ?? "", placed(at)].join(" ").trim(),
  );
