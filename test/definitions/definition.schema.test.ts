import Ajv from "ajv/dist/2020";
import { definitionJsonSchema, parseDefinition } from "../../src/definitions/definition.schema";
import { kindergartens } from "./kindergartens";

const faultsOf = (json: unknown) => {
  const parsed = parseDefinition(json);
  return parsed.ok ? [] : parsed.problem.map(({ where, message }) => [where, message]);
};
const withRow = (table: string, row: object) => ({ ...kindergartens, [table]: [row] });

describe("a definition in JSON", () => {
  it("is filled with what a blank means", () => {
    const parsed = parseDefinition({
      format: "report-definition/1",
      id: "a",
      title: "年报",
      period: "2022年",
      forms: [{ name: "幼儿园", layout: "卡片", periodType: "学年" }],
    });
    expect(parsed).toEqual({
      ok: true,
      value: {
        format: "report-definition/1",
        id: "a",
        title: "年报",
        period: "2022年",
        profile: {
          punctuation: "全角",
          headings: [
            { pattern: "一、", place: "独行" },
            { pattern: "(一)", place: "独行" },
            { pattern: "1.", place: "独行" },
            { pattern: "一是", place: "段内" },
          ],
          delta: "精确",
          mask: "无",
          changeWords: { 率: "提升/下降", 降好率: "上升/下降", 量: "增加/减少", 增幅: "增长/下降" },
          coverageNote: "不注",
          names: {},
        },
        forms: [
          {
            name: "幼儿园",
            layout: "卡片",
            periodType: "学年",
            keys: ["学校代码"],
            rowUnit: "所",
            headerRows: 1,
            nilReport: false,
          },
        ],
        elements: [],
        codes: [],
        rules: [],
        indicators: [],
        parameters: [],
        narrative: [],
      },
    });
  });

  it.each([
    [
      "elements",
      { form: "幼儿园", name: "女", type: "整数" },
      { aliases: [], required: false, blankMeans: "缺报", nonAdditive: [] },
    ],
    [
      "rules",
      { id: "1", form: "幼儿园", says: "合计", severity: "错误", formula: "[女]>0", instruction: "核对" },
      { ifMissing: "不判", active: true },
    ],
    [
      "indicators",
      { id: "1", name: "金额", numerator: "SUM([金额])", unit: "元" },
      {
        kind: "量",
        factor: 1,
        scale: "自动",
        format: "0.##",
        better: "中性",
        ifMissing: "待补",
        groupBy: [],
        compare: [],
      },
    ],
    [
      "indicators",
      { id: "1", name: "公办率", numerator: "1", kind: "率" },
      { unit: "", scale: "不缩", format: "0.##%" },
    ],
    ["indicators", { id: "1", name: "人数", numerator: "1", unit: "人", scale: "万" }, { scale: "万" }],
    ["narrative", { id: "1", level: "段" }, { join: ",", text: "", ifMissing: "印××", status: "草稿" }],
  ] as const)("fills a row of %s", (table, row, filled) => {
    const parsed = parseDefinition(withRow(table, row));
    expect(parsed).toMatchObject({ ok: true, value: { [table]: [{ ...row, ...filled }] } });
  });

  it.each([
    [
      "a key nobody knows",
      withRow("forms", { name: "幼儿园", layout: "卡片", periodType: "学年", colour: "red" }),
      "forms[0].colour（幼儿园）",
      "不认识“colour”。→ 删去，或核对拼写",
    ],
    ["a table nobody knows", { ...kindergartens, tables: [] }, "tables", "不认识“tables”。→ 删去，或核对拼写"],
    ["a missing cell", withRow("codes", { list: "办别", code: "1" }), "codes[0].label", "没有填写。→ 补上"],
    [
      "a word outside the choice",
      withRow("narrative", { id: "1", level: "节" }),
      "narrative[0].level（1）",
      "不能是“节”。→ 可用：文题、一级、二级、三级、四级、段、分句",
    ],
    [
      "text for a number",
      withRow("indicators", { id: "1", name: "甲", numerator: "1", cap: "一" }),
      "indicators[0].cap（1）",
      "应为数，读到“一”。→ 改写",
    ],
    [
      "a number below the least",
      withRow("indicators", { id: "1", name: "甲", numerator: "1", factor: 0 }),
      "indicators[0].factor（1）",
      "“0”太小。→ 大于0",
    ],
    [
      "an empty text",
      withRow("indicators", { id: "1", name: "甲", numerator: "1", definition: "" }),
      "indicators[0].definition（1）",
      "不能为空。→ 补上，或整项删去",
    ],
    [
      "a blank formula",
      withRow("indicators", { id: "1", name: "甲", numerator: "  " }),
      "indicators[0].numerator（1）",
      "不能只有空格。→ 填写公式，或清空",
    ],
    [
      "a name that begins with a digit",
      withRow("indicators", { id: "1", name: "600分以上", numerator: "1" }),
      "indicators[0].name（1）",
      expect.stringContaining("名称以汉字或字母开头"),
    ],
    [
      "a name like a cell address",
      withRow("indicators", { id: "1", name: "AB12", numerator: "1" }),
      "indicators[0].name（1）",
      expect.stringContaining("单元格地址"),
    ],
    [
      "a day that is none",
      withRow("forms", { name: "幼儿园", layout: "卡片", periodType: "学年", censusDay: "9月1日" }),
      "forms[0].censusDay（幼儿园）",
      "时点写作“月-日”，如 09-01",
    ],
    [
      "a tolerance that is none",
      withRow("rules", { ...kindergartens.rules[0], tolerance: "5以内" }),
      "rules[0].tolerance（KG-01）",
      "容差写作 0.01、5% 或 MAX(5%,5)",
    ],
    [
      "a number format that is none",
      withRow("indicators", { id: "1", name: "甲", numerator: "1", format: "#,##0" }),
      "indicators[0].format（1）",
      "显示格式写作 0、0.0、0.## 或 0.##%",
    ],
    [
      "a list entry that could not stand in a cell",
      withRow("elements", { form: "幼儿园", name: "女", type: "整数", aliases: ["女;女童"] }),
      "elements[0].aliases[0]（女）",
      "列表里的值不能含分号。→ 改名",
    ],
    [
      "a value that is neither text nor number",
      withRow("parameters", { use: "局填", name: "甲", value: true }),
      "parameters[0].value（甲）",
      "应为文字或数，读到“true”。→ 改写",
    ],
    [
      "a name of the settings used for something else",
      { ...kindergartens, profile: { names: { 标点: "。" } } },
      "profile.names.标点",
      "这是设置项的名称，不能再作文稿里的名称。→ 改名",
    ],
    ["no object at all", 42, "方案", "应为一组键值，读到“42”。→ 改写"],
    [
      "another format",
      { ...kindergartens, format: "report-definition/2" },
      "format",
      "不能是“report-definition/2”。→ 可用：report-definition/1",
    ],
  ])("with %s is refused where it stands", (_, json, where, message) => {
    expect(faultsOf(json)).toContainEqual([where, message]);
  });

  it("reports every fault at once", () => {
    expect(faultsOf({ ...kindergartens, id: "", codes: [{}], forms: 1 }).map(([where]) => where)).toEqual([
      "id",
      "forms",
      "codes[0].list",
      "codes[0].code",
      "codes[0].label",
    ]);
  });

  it("tells the table, row and column of a fault", () => {
    expect(parseDefinition(withRow("codes", { list: "办别", code: "1" }))).toMatchObject({
      ok: false,
      problem: [{ table: "codes", row: 0, column: "label" }],
    });
  });
});

describe("the JSON Schema", () => {
  const validate = new Ajv({ strict: false }).compile(definitionJsonSchema());

  it("accepts what the parser accepts", () => {
    expect(validate(kindergartens)).toBe(true);
  });

  it("refuses a key nobody knows", () => {
    expect(validate({ ...kindergartens, tables: [] })).toBe(false);
  });
});
