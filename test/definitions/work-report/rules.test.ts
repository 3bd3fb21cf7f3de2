import type { Reading } from "../../../src/domain/cell";
import type { Collection, FormTable } from "../../../src/domain/collected";
import { exactFromCell } from "../../../src/domain/exact";
import type { School } from "../../../src/domain/school";
import type { RuleTally, Verdict } from "../../../src/domain/verdict";
import { validate } from "../../../src/core/validate/validate";
import { loadBuiltin } from "../../../src/definitions/builtin";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import { parametersOf } from "../../../src/definitions/parameters-of";

type Row = Readonly<Record<string, number | string | null>>;
type Filed = Readonly<Record<string, readonly Row[]>>;

const attributes = {
  学校代码: "3708301001",
  学校名称: "城关中学",
  简称: "城关中学",
  学段: "初中",
  城乡: "镇区",
  办别: "公办",
  普惠: "是",
  乡镇: "城关镇",
  县属: "否",
  中心校: "否",
};
const school: School = { code: attributes.学校代码, name: attributes.学校名称, aliases: [], attributes };

/** One school whose forms agree with one another and with every rule. */
const sound: Filed = {
  学校基本情况: [
    {
      在校生数: 100,
      男生: 52,
      女生: 48,
      七年级: 50,
      八年级: 50,
      班数: 2,
      招生数: 50,
      毕业生数: 45,
      寄宿生数: 30,
      随迁子女数: 5,
      因贫失学人数: 0,
      教职工数: 12,
      专任教师数: 10,
      参训教师数: 10,
      核定学位: 120,
      校舍建筑面积: 900,
      教辅用房面积: 450,
      场地面积: 1500,
      仪器设备值: 150_000,
    },
  ],
  班级情况: [
    { 年级: "七年级", 班级: "七年级1班", 班额: 50, 男生: 26, 女生: 24 },
    { 年级: "八年级", 班级: "八年级1班", 班额: 50, 男生: 26, 女生: 24 },
  ],
  控辍保学: [{ 适龄在校生数: 99, 残疾学生数: 1, 辍学人数: 0, 九年级毕业数: 45, 七年级入学数: 46 }],
  学业质量: [{ 中考参考人数: 44, 中考总分: 22_880, 督查抽测人数: 40, 督查总分: 9600 }],
  高考: [
    { 参考人数: 500, 本科上线: 300, 本科录取: 250, 特高分: 2, 高分: 20, 双一流录取: 30, 北大录取: 1, 清华录取: 1 },
  ],
  毕业就业: [{ 毕业生数: 100, 就业人数: 98 }],
  党建与干部: [{ 党支部数: 1, 党员数: 6, 发展预备党员: 1, 递交申请书: 3, 校级干部数: 4, 八零后校级干部数: 2 }],
  建设项目: [
    {
      项目名称: "教学楼",
      项目组: "中小学建设",
      建设性质: "新建",
      建设状态: "在建",
      投资额: 5_000_000,
      新增学位: 450,
      新增教学班: 10,
    },
    {
      项目名称: "操场",
      项目组: "其他项目",
      建设性质: "改造",
      建设状态: "完工",
      投资额: 200_000,
      新增学位: 0,
      新增教学班: 0,
    },
  ],
  教师培训: [{ 培训项目: "国培计划", 培训级别: "国培", 参训人数: 5, 培训人次: 7, 培训天数: 10 }],
  学生资助: [
    { 学期: "春季", 资助项目: "义务教育生活补助", 受助人数: 20, 资助金额: 6250 },
    { 学期: "春季", 资助项目: "合计(去重)", 受助人数: 20, 资助金额: 6250 },
  ],
  招聘计划: [{ 招聘学段: "初中", 学科: "语文", 计划人数: 2 }],
};

interface Case {
  readonly rule: string;
  /** Cells of one row changed so that the rule fails. */
  readonly wrong: Row;
  /** A cell of the same row left blank, so that nothing can be said. */
  readonly blank: string;
  readonly form?: string;
  readonly row?: number;
}

const cases: readonly Case[] = [
  { rule: "JB-01", wrong: { 男生: 53 }, blank: "女生" },
  { rule: "JB-02", wrong: { 七年级: 49 }, blank: "在校生数" },
  { rule: "JB-03", wrong: { 专任教师数: 13 }, blank: "教职工数" },
  { rule: "JB-04", wrong: { 参训教师数: 11 }, blank: "参训教师数" },
  { rule: "JB-05", wrong: { 寄宿生数: 101 }, blank: "随迁子女数" },
  { rule: "JB-06", wrong: { 教辅用房面积: 900.02 }, blank: "校舍建筑面积" },
  { rule: "JB-07", wrong: { 班数: 0 }, blank: "专任教师数" },
  { rule: "JB-08", wrong: { 班数: 1 }, blank: "在校生数" },
  { rule: "JB-09", wrong: { 专任教师数: 2 }, blank: "在校生数" },
  { rule: "JB-10", wrong: { 仪器设备值: 1_500_000_000 }, blank: "仪器设备值" },
  { rule: "JB-11", wrong: { 招生数: 101 }, blank: "招生数" },
  { rule: "BJ-01", wrong: { 男生: 27 }, blank: "班额" },
  { rule: "BJ-02", wrong: { 班额: 0 }, blank: "班额" },
  { rule: "BJ-03", wrong: { 班额: 56 }, blank: "班额" },
  { rule: "BJ-04", form: "班级情况", wrong: { 班额: 49 }, blank: "班额" },
  { rule: "BJ-05", wrong: { 班数: 3 }, blank: "班数" },
  { rule: "KC-01", wrong: { 适龄在校生数: 101 }, blank: "适龄在校生数" },
  { rule: "KC-02", wrong: { 辍学人数: 1 }, blank: "辍学人数" },
  { rule: "KC-03", wrong: { 九年级毕业数: 40 }, blank: "九年级毕业数" },
  { rule: "GK-01", wrong: { 本科录取: 301 }, blank: "参考人数" },
  { rule: "GK-02", wrong: { 特高分: 21 }, blank: "高分" },
  { rule: "GK-03", wrong: { 双一流录取: 1 }, blank: "北大录取" },
  { rule: "ZL-01", wrong: { 中考总分: 2288 }, blank: "中考总分" },
  { rule: "ZL-02", wrong: { 督查总分: 96_000 }, blank: "督查总分" },
  { rule: "JY-01", wrong: { 就业人数: 101 }, blank: "就业人数" },
  { rule: "DJ-01", wrong: { 八零后校级干部数: 5 }, blank: "校级干部数" },
  { rule: "DJ-02", wrong: { 发展预备党员: 7 }, blank: "党员数" },
  { rule: "DJ-03", wrong: { 递交申请书: 11 }, blank: "递交申请书" },
  { rule: "PX-01", wrong: { 培训人次: 4 }, blank: "培训人次" },
  { rule: "PX-02", wrong: { 参训人数: 13 }, blank: "参训人数" },
  { rule: "XM-01", wrong: { 投资额: 500 }, blank: "投资额" },
  { rule: "XM-02", wrong: { 新增学位: 4500 }, blank: "新增学位" },
  { rule: "XM-03", row: 1, wrong: { 项目名称: "教学楼", 项目组: "中小学建设" }, blank: "项目名称" },
  { rule: "ZZ-01", wrong: { 受助人数: 101 }, blank: "受助人数" },
  { rule: "ZZ-02", row: 1, wrong: { 资助金额: 6300 }, blank: "资助金额" },
  { rule: "ZZ-03", row: 1, wrong: { 受助人数: 19 }, blank: "受助人数" },
  { rule: "ZZ-04", wrong: { 资助金额: 0.625 }, blank: "资助金额" },
  { rule: "ZP-01", wrong: { 计划人数: 200 }, blank: "计划人数" },
];

function reading(value: Row[string] | undefined): Reading {
  if (value === undefined) return { state: "not-applicable" };
  if (value === null) return { state: "missing" };
  return {
    state: "reported",
    value: typeof value === "number" ? { type: "number", value: exactFromCell(value) } : { type: "text", value },
  };
}

function tableOf(definition: CompiledDefinition, form: string, rows: readonly Row[]): FormTable {
  const elements = definition.forms.get(form)?.elements ?? [];
  return {
    form,
    rows: rows.map(() => ({ school, filed: true })),
    columns: new Map(elements.map(({ name }) => [name, rows.map((row) => reading(row[name]))])),
  };
}

const changed = (filed: Filed, form: string, row: number, by: Row): Filed => ({
  ...filed,
  [form]: (filed[form] ?? []).map((values, index) => (index === row ? { ...values, ...by } : values)),
});

describe("a rule of the work report", () => {
  const loaded = loadBuiltin("work-report");
  const compiled = loaded.ok
    ? compileDefinition(loaded.value, { parameters: [], rosterColumns: Object.keys(attributes) })
    : loaded;
  if (!compiled.ok) throw new Error(compiled.problem.map(({ message }) => message).join("\n"));
  const definition = compiled.value;

  const tally = (rule: string, filed: Filed): RuleTally | undefined => {
    const tables = new Map(Object.entries(filed).map(([form, rows]) => [form, tableOf(definition, form, rows)]));
    const collection: Collection = { schools: [school], tables, ledger: [], findings: [] };
    return validate(definition, collection, parametersOf(definition.source)).tallies.find((one) => one.rule === rule);
  };
  const verdicts = (rule: string, filed: Filed): readonly Verdict[] => {
    const { pass = 0, fail = 0, undecided = 0 } = tally(rule, filed) ?? {};
    return [
      ...(pass > 0 ? ["pass" as const] : []),
      ...(fail > 0 ? ["fail" as const] : []),
      ...(undecided > 0 ? ["undecided" as const] : []),
    ];
  };

  it("has a case here", () => {
    expect(cases.map(({ rule }) => rule)).toEqual(definition.source.rules.map(({ id }) => id));
  });

  describe.each(
    cases.map((one) => [one.rule, definition.source.rules.find(({ id }) => id === one.rule)?.says ?? "", one] as const),
  )("%s %s", (id, _, one) => {
    const form = one.form ?? definition.source.rules.find((rule) => rule.id === id)?.form ?? "";
    const row = one.row ?? 0;

    it("passes a school that adds up", () => {
      expect(verdicts(id, sound)).toEqual(["pass"]);
    });
    it("fails one that does not", () => {
      expect(verdicts(id, changed(sound, form, row, one.wrong))).toContain("fail");
    });
    it("says nothing of a blank", () => {
      const left = verdicts(id, changed(sound, form, row, { [one.blank]: null }));
      expect(left).toContain("undecided");
      expect(left).not.toContain("fail");
    });
  });
});
