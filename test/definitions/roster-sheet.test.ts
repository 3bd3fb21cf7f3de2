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

  it("compares names without brackets and spaces", () => {
    expect(read([headers, ["1", "北关中学（西校区）"], ["2", "北关 中学(西校区)"]]).findings).toMatchObject([
      { code: "roster-duplicate", severity: "warning" },
    ]);
  });

  const official = ["学校代码", "学校名称", "办学类型", "统一社会信用代码", "属地区划代码"];
  const others: Rows = [
    ["2137000101", "第一小学", "小学", null, null],
    ["2137000102", "第二小学", "小学", null, null],
  ];
  it.each<[what: string, row: readonly CellContent[], code: string, severity: string, message: string]>([
    ["a code of nine digits", ["213700010", "第三小学", "小学"], "school-code-wrong", "error", "不是10位数字"],
    ["a kind that does not exist", ["9937000103", "第三小学", "小学"], "school-code-wrong", "error", "前两位"],
    ["a province that does not exist", ["2199000103", "第三小学", "小学"], "school-code-wrong", "error", "第3、4位"],
    [
      "another province than the others",
      ["2141000103", "第三小学", "小学"],
      "school-region-differs",
      "error",
      "不是37",
    ],
    [
      "another kind than its 办学类型",
      ["3137000103", "第三小学", "小学"],
      "school-type-differs",
      "warning",
      "以31开头",
    ],
    ["a name of another kind", ["3137000103", "城北小学", "初级中学"], "school-name-differs", "notice", "像小学"],
    ["classes within another school", ["2137000103", "城北", "219"], "school-type-differs", "notice", "不单独计学校数"],
    [
      "a credit code that is none",
      ["2137000103", "第三小学", "小学", "12210115400000165X"],
      "school-code-wrong",
      "error",
      "校验不符",
    ],
    [
      "a code kept as a long number",
      ["2137000103", "第三小学", "小学", null, 3.708302e17],
      "code-damaged",
      "error",
      "末尾几位",
    ],
  ])("with %s has a finding", (_what, row, code, severity, message) => {
    const { findings } = read([official, ...others, row]);
    expect(findings).toMatchObject([{ code, severity, at: { row: 3 } }]);
    expect(findings[0]?.message).toContain(message);
  });

  it("takes the province from the district code where one is given", () => {
    const row = ["2141000103", "第三小学", "小学", null, "410830"];
    expect(read([official, ...others, row]).findings).toEqual([]);
  });

  it("names two schools with one credit code", () => {
    const rows = others.map((row) => row.map((cell, column) => (column === 3 ? "91350100M000100Y43" : cell)));
    expect(read([official, ...rows]).findings).toMatchObject([
      { code: "roster-duplicate", severity: "error", at: { row: 2 }, alsoAt: [{ row: 1 }] },
    ]);
  });

  it("leaves codes of a district's own making alone", () => {
    expect(read([official, ["3708301018", "第一小学", "小学"], ["3708301019", "第二小学", "小学"]]).findings).toEqual(
      [],
    );
  });

  it("says what each school counts as and which stages it has, where it gives the 办学类型", () => {
    const { schools, columns } = read([
      official,
      ["3137000101", "一贯制学校", "九年一贯制学校"],
      ["2137000102", "前王教学点", "218"],
      ["2137000103", "第三小学", null],
    ]);
    expect(columns).toEqual([...official, "计为", "学段集"]);
    expect(schools.map(({ attributes }) => [attributes["计为"], attributes["学段集"]])).toEqual([
      ["初中", "小学、初中"],
      ["教学点", "小学"],
      [undefined, undefined],
    ]);
  });

  it("keeps its own 计为", () => {
    const { schools, columns } = read([
      ["学校代码", "学校名称", "办学类型", "计为"],
      ["1", "甲校", "小学", "教学点"],
    ]);
    expect(columns).toEqual(["学校代码", "学校名称", "办学类型", "计为", "学段集"]);
    expect(schools[0]?.attributes).toMatchObject({ 计为: "教学点", 学段集: "小学" });
  });

  it("without any sheet has a finding", () => {
    expect(readRoster({ sheets: [] }).findings).toMatchObject([
      { code: "header-missing", message: "名录里没有工作表。" },
    ]);
  });
});
