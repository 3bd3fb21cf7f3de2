import type { CellContent } from "../../src/domain/cell";
import { readRoster } from "../../src/definitions/roster-sheet";

type Rows = readonly (readonly CellContent[])[];
const sheet = (name: string, rows: Rows) => ({ name, rows, visibility: "visible" as const, merges: [] });
const read = (rows: Rows, name = "名录") =>
  readRoster({ file: "roster.xlsx", sheets: [sheet("说明", [["请先读"]]), sheet(name, rows)] });

describe("a roster", () => {
  it("gives its schools in order, with every column as text", () => {
    const { schools, columns, findings } = read([
      ["2022年学校名录"],
      ["学校代码", "学校名称", "别名", "学段", "办别", "启用", "食堂"],
      [1137000101, "县实验幼儿园", "实幼;县幼", "学前", "公办", { date: 40057 }, true],
      [],
      ["1137000102", " 第一小学 ", null, "小学", "公办", "2009-09", "无"],
    ]);
    expect(findings).toEqual([]);
    expect(columns).toEqual(["学校代码", "学校名称", "别名", "学段", "办别", "启用", "食堂"]);
    expect(schools).toEqual([
      {
        code: "1137000101",
        name: "县实验幼儿园",
        aliases: ["实幼", "县幼"],
        attributes: {
          学校代码: "1137000101",
          学校名称: "县实验幼儿园",
          别名: "实幼;县幼",
          学段: "学前",
          办别: "公办",
          启用: "2009-09-01",
          食堂: "是",
        },
      },
      {
        code: "1137000102",
        name: "第一小学",
        aliases: [],
        attributes: {
          学校代码: "1137000102",
          学校名称: "第一小学",
          学段: "小学",
          办别: "公办",
          启用: "2009-09",
          食堂: "无",
        },
      },
    ]);
  });

  it.each([
    [
      ["学校标识码", "校名", "简称"],
      ["1", "县实验幼儿园", "实幼"],
    ],
    [
      ["代码", "名称", "别名"],
      ["1", "县实验幼儿园", "实幼"],
    ],
  ])("may write its headers %p", (headers, row) => {
    const { schools } = read([headers, row]);
    expect(schools).toMatchObject([
      { code: "1", name: "县实验幼儿园", aliases: ["实幼"], attributes: { 学校代码: "1", 学校名称: "县实验幼儿园" } },
    ]);
  });

  it("is the first sheet when none is called 名录", () => {
    const rows: Rows = [
      ["学校代码", "名称"],
      ["1", "甲校"],
    ];
    expect(readRoster({ sheets: [sheet("Sheet1", rows), sheet("Sheet2", [])] }).schools).toHaveLength(1);
  });

  const headers = ["学校代码", "学校名称"];
  it.each<[string, Rows, object]>([
    [
      "a code twice",
      [headers, ["1", "甲校"], ["1", "乙校"]],
      {
        code: "roster-duplicate",
        severity: "error",
        message: "学校代码1在名录里出现两次：甲校、乙校。",
        at: { row: 2, column: 0 },
        alsoAt: [{ row: 1, column: 0 }],
      },
    ],
    [
      "a name twice",
      [headers, ["1", "甲校"], ["2", "甲校"]],
      {
        code: "roster-duplicate",
        severity: "warning",
        message: "名录里有两所“甲校”，代码1、2。",
        at: { row: 2, column: 0 },
      },
    ],
    [
      "a school without a code",
      [headers, [null, "甲校"]],
      {
        code: "school-missing",
        severity: "error",
        message: "名录里“甲校”没有学校代码，没有列入应报学校。",
        at: { file: "roster.xlsx", row: 1, column: 0 },
      },
    ],
    [
      "a code without a name",
      [headers, ["1", { error: "#N/A" }]],
      { code: "school-missing", severity: "error", message: "名录里“1”没有学校名称，没有列入应报学校。" },
    ],
    [
      "no codes at all",
      [
        ["学校名称", "学段"],
        ["甲校", "小学"],
      ],
      { code: "header-missing", severity: "error", message: "名录“名录”里没有找到学校代码。", file: "roster.xlsx" },
    ],
    [
      "no header",
      [["甲校", "小学"]],
      { code: "header-missing", severity: "error", message: "名录“名录”里没有找到学校代码、学校名称。" },
    ],
  ])("with %s has a finding", (_, rows, finding) => {
    expect(read(rows).findings).toMatchObject([finding]);
  });

  it("keeps the first of two rows with one code", () => {
    expect(read([headers, ["1", "甲校"], ["1", "乙校"], ["2", "丙校"]]).schools.map(({ name }) => name)).toEqual([
      "甲校",
      "丙校",
    ]);
  });

  it("without any sheet has a finding", () => {
    expect(readRoster({ sheets: [] }).findings).toMatchObject([
      { code: "header-missing", message: "名录里没有工作表。" },
    ]);
  });
});
