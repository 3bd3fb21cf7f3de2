import { elementFactor } from "../../../src/core/collect/element-factor";
import { isUnitText } from "../../../src/core/collect/unit";
import { templateMaker, type TemplateSet } from "../../../src/core/issue-templates/template-workbook";
import type { Reading } from "../../../src/domain/cell";
import type { Collection } from "../../../src/domain/collected";
import type { CellInput, SheetEdit } from "../../../src/domain/edit";
import { integer } from "../../../src/domain/exact";
import type { School } from "../../../src/domain/school";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { DataElement } from "../../../src/definitions/definition";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import { parametersOf } from "../../../src/definitions/parameters-of";

const words = { isUnit: isUnitText, factor: (element: DataElement) => elementFactor(element, undefined, []) };
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

function sheetsOf(rules: readonly object[], more: Partial<TemplateSet> = {}): ReadonlyMap<string, SheetEdit> {
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
      { form: "卡", name: "建校", type: "日期" },
      { form: "卡", name: "男生", type: "整数", unit: "人", formula: "[学生]-[女生]" },
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
  const sheetsFor = templateMaker({ definition, parameters: parametersOf(definition.source), words, ...more });
  return new Map(sheetsFor(school, [...definition.forms.values()]).map((sheet) => [sheet.name, sheet]));
}

/** The formulas under a heading of the hidden workings, from the first row down. */
function workingsOf(sheets: ReadonlyMap<string, SheetEdit>, heading: string): readonly string[] {
  const rows = sheets.get("_教统核对")?.rows ?? [];
  const at = rows.findIndex((row) => row.some((cell) => headed(cell, heading)));
  const column = rows[at]?.findIndex((cell) => headed(cell, heading)) ?? -1;
  const formulas: string[] = [];
  for (const row of rows.slice(at + 1)) {
    const cell = row[column];
    if (!cell || !("formula" in cell)) break;
    formulas.push(cell.formula);
  }
  return formulas;
}
const headed = (cell: CellInput, heading: string): boolean =>
  cell !== null && "text" in cell && (cell.text === heading || cell.text.startsWith(`${heading} `));

/** What 自查 says about each rule: its formula, or its words. */
const verdictsOf = (sheets: ReadonlyMap<string, SheetEdit>): ReadonlyMap<string, string> =>
  new Map(
    sheets
      .get("自查")
      ?.rows.slice(4)
      .map((row) => [textOf(row[1]), textOf(row[4])]),
  );
const textOf = (cell: CellInput | undefined): string =>
  cell && "text" in cell ? cell.text : cell && "formula" in cell ? cell.formula : "";

const ofOwnSchool = "SUMIFS(册[人数],册[学校代码],[@学校代码])";

describe("the limits of an entry", () => {
  it("ask for whole numbers within the bounds of the field", () => {
    const [students] = sheetsOf([]).get("卡")?.validations ?? [];
    expect(students).toMatchObject({
      rule: { type: "whole", min: 0, max: 5000 },
      prompt: "人，0至5000。没有数的留空，不适用填“—”。",
    });
  });

  it("are told in the unit schools write in", () => {
    const money = sheetsOf([]).get("卡")?.validations[2];
    expect(money?.rule).toEqual({ type: "decimal", min: 0, max: 0.01 });
  });

  it.each([
    [3, { type: "list", items: ["是", "否"] }],
    [4, { type: "list", items: ["公办", "民办"] }],
    [5, { type: "date", min: 1, max: 73_050 }],
  ])("offer the choices there are, and ask for days", (index, rule) => {
    expect(sheetsOf([]).get("卡")?.validations[index]?.rule).toEqual(rule);
  });

  it.each([
    ["学生", ["○学生 未填", "要填数", "不能小于0", "不能大于5000", "要填整数"]],
    ["经费", ["要填数", "不能大于0.01"]],
    ["寄宿", ["要填是或否"]],
    ["类型", ["要从列表里选", '{"公办","民办"}']],
    ["建校", ["要填日期"]],
  ])("are checked again in formulas, for what is pasted: %s", (element, said) => {
    const [formula] = workingsOf(sheetsOf([]), element);
    for (const words of said) expect(formula).toContain(words);
  });

  it("leave blank rows of a record form alone", () => {
    const formulas = workingsOf(sheetsOf([]), "人数");
    expect(formulas).toHaveLength(60);
    expect(formulas[59]).toMatch(/^=IF\('_教统核对'!\$A\$\d+=0,"",.*'册'!\$B\$66/u);
  });
});

describe("the rules of a template", () => {
  it("are judged from the cells of the form", () => {
    const [verdict] = workingsOf(sheetsOf([rule("R1", "[女生]<=[学生]")]), "✗R1");
    expect(verdict).toContain("'卡'!$B$8<='卡'!$B$7");
  });

  it("are judged in each row of a record form", () => {
    const verdicts = workingsOf(sheetsOf([rule("R1", "[人数]<=班额", { form: "册" })]), "✗R1");
    expect(verdicts).toHaveLength(60);
    expect(verdicts[1]).toContain("'册'!$B$8<=45");
  });

  it("ask the roster, which stands on a hidden sheet", () => {
    const sheets = sheetsOf([rule("R1", "[学生]>0", { when: '[学段]="小学"' })]);
    expect(sheets.get("_名录")?.visibility).toBe("very-hidden");
    expect(workingsOf(sheets, "✗R1")[0]).toContain(`'_名录'!$B$3="小学"`);
  });

  it("look at another form of the same workbook, and wait until it is filled in", () => {
    const [verdict] = workingsOf(sheetsOf([rule("R1", `[学生]=${ofOwnSchool}`)]), "✗R1");
    expect(verdict).toContain("SUMIFS('册'!$B$7:$B$66,'_教统核对'!");
    expect(verdict).toMatch(/IF\(OR\(SUM\('_教统核对'!\$A\$\d+:\$A\$\d+\)=0,SUMPRODUCT/u);
  });

  it("bring what is filed in another unit to the unit it is kept in", () => {
    const [verdict] = workingsOf(sheetsOf([rule("R1", "[经费]<=5000")]), "✗R1");
    expect(verdict).toContain("IF(ISNUMBER('卡'!$B$9),'卡'!$B$9*10000,'卡'!$B$9&\"\")");
  });

  it("take blanks for zero when the rule says so", () => {
    const [verdict] = workingsOf(sheetsOf([rule("R1", "[女生]<=[学生]", { ifMissing: "按零" })]), "✗R1");
    expect(verdict).toContain("IF(LEN('卡'!$B$8)=0,0,'卡'!$B$8)");
  });

  it("are about the fields their derived fields are made of", () => {
    const sheets = sheetsOf([rule("R1", "[男生]>=0")]);
    expect(workingsOf(sheets, "✗R1")[0]).toMatch(/'_教统核对'!\$[A-Z]+\$4>=0/u);
    expect(sheets.get("自查")?.rows.find((row) => textOf(row[1]) === "R1")?.[5]).toEqual({ text: "B7、B8" });
  });

  it("colour the cells of a broken rule by what 校验 in their row says", () => {
    const card = sheetsOf([rule("R1", "[女生]<=[学生]", { severity: "警告" })]).get("卡");
    const colours = card?.conditionalFormats.filter(({ formula }) => formula.includes("R1"));
    expect(colours?.map(({ style, range, formula }) => [style, range.top, formula])).toEqual([
      ["warning", 7, '=ISNUMBER(FIND("△R1 ",$C8))'],
      ["warning", 6, '=ISNUMBER(FIND("△R1 ",$C7))'],
    ]);
  });

  it("colour without looking at another sheet, which older programs refuse", () => {
    const formulas = [...sheetsOf([rule("R1", `[学生]=${ofOwnSchool}`)]).values()].flatMap(({ conditionalFormats }) =>
      conditionalFormats.map(({ formula }) => formula),
    );
    expect(formulas.length).toBeGreaterThan(10);
    expect(formulas.filter((formula) => formula.includes("!"))).toEqual([]);
  });

  it.each([
    ["a rule that is switched off", rule("R1", "[女生]<=[学生]", { active: false }), undefined],
    ["last year's values nobody has", rule("R1", "[学生]=上年([学生])"), "区里审核"],
    ["other schools", rule("R1", "[学生]<=SUM(册[人数])"), "区里审核"],
    [
      "more than Excel can say",
      rule("R1", "AND([学生]>=0,去重计数(册[班级],册[学校代码],[@学校代码])>=0)"),
      "区里审核",
    ],
  ])("leave %s to the bureau", (_what, left, said) => {
    const sheets = sheetsOf([left]);
    expect(verdictsOf(sheets).get("R1")).toBe(said);
    expect(workingsOf(sheets, "✗R1")).toEqual([]);
  });

  it("are told in words on 填表说明", () => {
    const lines = sheetsOf([rule("R1", "[女生]<=[学生]")])
      .get("填表说明")
      ?.rows.flatMap((row) => row.map(textOf));
    expect(lines).toEqual(
      expect.arrayContaining(["· 经费：金额，单位万元", "· 类型：代码，从中选一：公办、民办", "  错误 R1 R1。核对"]),
    );
  });
});

describe("last year's values", () => {
  const previous = (students: number): Collection => ({
    schools: [school],
    tables: new Map([
      [
        "卡",
        {
          form: "卡",
          rows: [{ school, filed: true }],
          columns: new Map<string, readonly Reading[]>([
            ["学生", [{ state: "reported", value: { type: "number", value: integer(students) } }]],
            ["经费", [{ state: "reported", value: { type: "number", value: integer(125_000) } }]],
            ["女生", [{ state: "missing" }]],
          ]),
        },
      ],
    ]),
    ledger: [],
    findings: [],
  });

  it("stand beside the entries of a card, in the unit of the entries, and never in them", () => {
    const card = sheetsOf([], { previous: previous(480) }).get("卡");
    expect(card?.rows[5]?.[2]).toEqual({ text: "上年（参考）" });
    expect(card?.rows.slice(6, 9).map((row) => [row[1], row[2]])).toEqual([
      [null, { number: 480 }],
      [null, null],
      [null, { number: 12.5 }],
    ]);
  });

  it("let rules look back", () => {
    const sheets = sheetsOf([rule("R1", "[学生]<=2*上年([学生])")], { previous: previous(480) });
    expect(workingsOf(sheets, "✗R1")[0]).toContain("'卡'!$C$7");
  });

  it("are — for a school that did not file then", () => {
    const before = previous(480);
    const others = new Map(
      [...before.tables].map(([name, table]) => [
        name,
        { ...table, rows: [{ school: { ...school, code: "99" }, filed: true }] },
      ]),
    );
    const card = sheetsOf([], { previous: { ...before, tables: others } }).get("卡");
    expect(card?.rows[6]?.[2]).toEqual({ text: "—" });
  });
});
