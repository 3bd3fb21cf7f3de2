import { isUnitText } from "../../../src/core/collect/unit";
import { templateWorkbook } from "../../../src/core/issue-templates/template-workbook";
import type { SheetEdit } from "../../../src/domain/edit";
import type { School } from "../../../src/domain/school";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import { parametersOf } from "../../../src/definitions/parameters-of";

const school: School = {
  code: "01",
  name: "甲校",
  aliases: [],
  attributes: { 学校代码: "01", 学校名称: "甲校", 学段: "小学" },
};

const rule = (id: string, formula: string, parts: object = {}): object => ({
  id,
  form: "卡",
  says: id,
  severity: "错误",
  formula,
  instruction: "核对",
  ...parts,
});

function sheetsOf(rules: readonly object[]): ReadonlyMap<string, SheetEdit> {
  const parsed = parseDefinition({
    format: "report-definition/1",
    id: "t",
    title: "试",
    period: "2022年",
    profile: {},
    forms: [
      { name: "卡", layout: "卡片", periodType: "学年" },
      { name: "册", layout: "记录", periodType: "学年", keys: ["学校代码", "班级"] },
    ],
    elements: [
      { form: "卡", name: "学生", type: "整数", unit: "人", required: true, min: 0, max: 5000 },
      { form: "卡", name: "女生", type: "整数", unit: "人" },
      { form: "卡", name: "经费", type: "金额", unit: "元", filedIn: "万元", max: 100 },
      { form: "卡", name: "寄宿", type: "是否" },
      { form: "卡", name: "类型", type: "代码", codes: "类型" },
      { form: "册", name: "班级", type: "文本" },
      { form: "册", name: "人数", type: "整数", unit: "人" },
    ],
    codes: [
      { list: "类型", code: "1", label: "公办" },
      { list: "类型", code: "2", label: "民办" },
    ],
    rules,
    indicators: [],
    parameters: [{ use: "标准", name: "班额", value: 45 }],
    narrative: [],
  });
  const compiled = parsed.ok
    ? compileDefinition(parsed.value, { parameters: [], rosterColumns: ["学校代码", "学校名称", "学段"] })
    : parsed;
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  const definition = compiled.value;
  const order = {
    definition,
    school,
    forms: [...definition.forms.values()],
    parameters: parametersOf(definition.source),
    words: { isUnit: isUnitText },
  };
  return new Map(templateWorkbook(order).map((sheet) => [sheet.name, sheet]));
}

const formulasOf = (rules: readonly object[], sheet = "卡"): readonly string[] => [
  ...new Set(
    sheetsOf(rules)
      .get(sheet)
      ?.conditionalFormats.map(({ formula }) => formula),
  ),
];

describe("the checks of a template", () => {
  it("ask for whole numbers within the bounds of the field", () => {
    const [students] = sheetsOf([]).get("卡")?.validations ?? [];
    expect(students).toMatchObject({
      rule: { type: "whole", min: 0, max: 5000 },
      prompt: "人，0至5000。没有数的留空，不适用填“—”。",
    });
  });

  it("do not hold bounds of one unit against numbers in another", () => {
    const money = sheetsOf([]).get("卡")?.validations[2];
    expect(money?.rule).toEqual({ type: "decimal" });
  });

  it.each([
    [3, ["是", "否"]],
    [4, ["公办", "民办"]],
  ])("offer the choices there are", (index, items) => {
    expect(sheetsOf([]).get("卡")?.validations[index]?.rule).toEqual({ type: "list", items });
  });

  it("colour the cells of a broken rule on a card", () => {
    const card = sheetsOf([rule("R1", "[女生]<=[学生]")]).get("卡");
    expect(card?.conditionalFormats.map(({ style, range }) => [style, range.top, range.left])).toEqual([
      ["error", 4, 1],
      ["error", 3, 1],
    ]);
    expect(card?.conditionalFormats[0]?.formula).toContain("$B$5<=$B$4");
  });

  it("move with the row in a table", () => {
    const [formula] = formulasOf([rule("R1", "[人数]<=班额", { form: "册" })], "册");
    expect(formula).toContain("$B5<=45");
  });

  it("ask the roster, which stands on a hidden sheet", () => {
    const sheets = sheetsOf([rule("R1", "[学生]>0", { when: '[学段]="小学"' })]);
    expect(sheets.get("_名录")?.visibility).toBe("very-hidden");
    expect(sheets.get("卡")?.conditionalFormats[0]?.formula).toContain(`'_名录'!$B$3="小学"`);
  });

  it("look at another form of the same workbook", () => {
    expect(formulasOf([rule("R1", "[学生]=SUM(册[人数])")])[0]).toContain("SUM('册'!$B$5:$B$64)");
  });

  it.each([
    ["a notice", rule("R1", "[女生]<=[学生]", { severity: "提示" })],
    ["a rule that is switched off", rule("R1", "[女生]<=[学生]", { active: false })],
    ["what Excel cannot say here", rule("R1", "[学生]=上年([学生])")],
  ])("leave out %s", (_what, left) => {
    expect(formulasOf([left])).toEqual([]);
  });

  it("are told in words on 填表说明", () => {
    const lines = sheetsOf([rule("R1", "[女生]<=[学生]")])
      .get("填表说明")
      ?.rows.flatMap((row) => row.map((cell) => (cell !== null && "text" in cell ? cell.text : "")));
    expect(lines).toEqual(
      expect.arrayContaining(["· 经费：金额，单位万元", "· 类型：代码，从中选一：公办、民办", "  错误 R1 R1。核对"]),
    );
  });
});
