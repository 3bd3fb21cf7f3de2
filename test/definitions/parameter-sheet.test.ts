import { exactText } from "../../src/domain/exact";
import type { CellContent } from "../../src/domain/cell";
import type { Parameter } from "../../src/domain/parameter";
import { parametersFromJson, readParameters } from "../../src/definitions/parameter-sheet";
import { parametersOf } from "../../src/definitions/parameters-of";
import { parseDefinition } from "../../src/definitions/definition.schema";
import { kindergartens } from "./kindergartens";

type Rows = readonly (readonly CellContent[])[];
const read = (rows: Rows, name = "参数") =>
  readParameters({ file: "parameters.xlsx", sheets: [{ name, rows, visibility: "visible", merges: [] }] });
const headers = ["用途", "名称", "键1", "键2", "期", "值", "单位", "类型", "提出方", "责任人", "依据"];

/** A value as `number: 0.65 (65%)` or `text: …`. */
function valueText({ value }: Parameter): string {
  if (value === undefined) return "blank";
  return value.type === "text" ? `text ${value.value}` : `number ${exactText(value.value)} entered ${value.asEntered}`;
}

describe("the 参数 sheet", () => {
  it("gives every column of a row, with the address of its value", () => {
    const { parameters, findings } = read([
      ["2022年参数"],
      headers,
      ["目标", "公办率", "城区", null, "2022年", 0.65, "%", "率", "市局", "学前股", "〔2022〕8号"],
    ]);
    expect(findings).toEqual([]);
    expect(parameters).toMatchObject([
      {
        use: "目标",
        name: "公办率",
        key1: "城区",
        period: "2022年",
        unit: "%",
        kind: "率",
        setBy: "市局",
        owner: "学前股",
        source: "〔2022〕8号",
        at: { file: "parameters.xlsx", sheet: "参数", row: 2, column: 5 },
      },
    ]);
  });

  it.each<[string, CellContent, string]>([
    ["目标", 0.65, "number 0.65 entered 0.65"],
    ["目标", "65%", "number 0.65 entered 65%"],
    ["目标", "６５．５％", "number 0.655 entered ６５．５％"],
    ["历史", "99.38%", "number 0.9938 entered 99.38%"],
    ["标准", 0.1, "number 0.1 entered 0.1"],
    ["人口", 10441, "number 10441 entered 10441"],
    ["局填", "12", "number 12 entered 12"],
    ["局填", "一等奖", "text 一等奖"],
    ["文字", 2022, "text 2022"],
    ["文字", "65%", "text 65%"],
    ["文字", null, "blank"],
    ["目标", "", "blank"],
  ])("reads a value of %s written %p as %s", (use, value, text) => {
    const { parameters, findings } = read([
      ["用途", "名称", "值"],
      [use, "公办率", value],
    ]);
    expect(findings).toEqual([]);
    expect(parameters.map(valueText)).toEqual([text]);
  });

  it.each<[string, Rows, string, string]>([
    [
      "a number written in words",
      [
        ["用途", "名称", "值"],
        ["目标", "公办率", "六成五"],
      ],
      "C2",
      "目标“公办率”的值“六成五”不是数。",
    ],
    [
      "a number with its unit",
      [
        ["用途", "名称", "值"],
        ["人口", "适龄人口", "10441人"],
      ],
      "C2",
      "人口“适龄人口”的值“10441人”不是数。",
    ],
    [
      "a use nobody knows",
      [
        ["用途", "名称", "值"],
        ["指标", "公办率", 1],
      ],
      "A2",
      "不能是“指标”。",
    ],
    [
      "a row without a name",
      [
        ["用途", "名称", "值"],
        ["目标", null, 1],
      ],
      "B2",
      "没有填写。",
    ],
    [
      "a name that is no name",
      [
        ["用途", "名称", "值"],
        ["目标", "600分以上", 1],
      ],
      "B2",
      "名称以汉字或字母开头，只含汉字、字母、数字和下划线，也不能像单元格地址。",
    ],
    [
      "a date",
      [
        ["用途", "名称", "值"],
        ["局填", "开学日", { date: 44805 }],
      ],
      "C2",
      "这一格被 Excel 变成了日期。",
    ],
    [
      "an error value",
      [
        ["用途", "名称", "值"],
        ["目标", "公办率", { error: "#N/A" }],
      ],
      "C2",
      "这一格是 Excel 的错误值 #N/A。",
    ],
    ["a column nobody knows", [["用途", "名称", "数值"]], "C1", "不认识列“数值”。"],
    [
      "no column of names",
      [
        ["用途", "值"],
        ["目标", 1],
      ],
      "A2",
      "“名称”没有填写。",
    ],
  ])("with %s has a finding at its cell", (_, rows, cell, message) => {
    const { findings } = read(rows);
    const [finding] = findings;
    expect(finding).toMatchObject({
      code: "parameter-unreadable",
      severity: "error",
      message,
      at: { sheet: "参数", row: Number(cell.slice(1)) - 1, column: cell.charCodeAt(0) - 65 },
    });
    expect(finding?.instruction).toMatch(/.。$/u);
  });

  it("keeps the rows that can be read", () => {
    const { parameters } = read([["用途", "名称", "值"], ["目标", "公办率", "六成"], [], ["目标", "毛入园率", 0.9]]);
    expect(parameters.map(({ name }) => name)).toEqual(["毛入园率"]);
  });

  it.each([
    [
      "方案·参数",
      [
        ["用途", "名称"],
        ["文字", "做法"],
      ] as Rows,
      1,
      0,
    ],
    [
      "名录",
      [
        ["用途", "名称"],
        ["文字", "做法"],
      ] as Rows,
      0,
      1,
    ],
    ["参数", [["甲", "乙"]] as Rows, 0, 1],
  ])("is looked for by its name and its header: %s", (name, rows, parameters, findings) => {
    const reading = read(rows, name);
    expect([reading.parameters.length, reading.findings.length]).toEqual([parameters, findings]);
  });
});

describe("parameters in JSON", () => {
  it("are the rows of a definition", () => {
    const parsed = parseDefinition(kindergartens);
    if (!parsed.ok) throw new Error("the example does not parse");
    expect(parametersOf(parsed.value).map(valueText)).toEqual([
      "number 0.65 entered 0.65",
      "number 0.642 entered 0.642",
      "number 10441 entered 10441",
      "blank",
    ]);
  });

  it.each([
    ["a list", [{ use: "目标", name: "公办率", value: "65%" }]],
    ["an object with the list", { parameters: [{ use: "目标", name: "公办率", value: "65%" }] }],
  ])("may be %s", (_, json) => {
    const { parameters, findings } = parametersFromJson(json);
    expect([parameters.map(valueText), findings]).toEqual([["number 0.65 entered 65%"], []]);
  });

  it.each([
    [[{ use: "目标" }], "parameters[0].name：没有填写。"],
    [[{ use: "目标", name: "公办率", value: "六成" }], "目标“公办率”的值“六成”不是数。"],
    [{ rows: [] }, "parameters：应为列表，读到一组值。"],
  ])("have a finding when they cannot be read", (json, message) => {
    expect(parametersFromJson(json).findings).toMatchObject([{ code: "parameter-unreadable", message }]);
  });
});
