import { decimalText, exactText } from "../../src/domain/exact";
import { evaluate, evaluateRow } from "../../src/formula/evaluate";
import { parseFormula } from "../../src/formula/parse-formula";
import type { EvaluationScope } from "../../src/formula/scope";
import type { Tree } from "../../src/formula/tree";
import type { Value } from "../../src/formula/value";
import { type TestTable, cellValue, tableScope } from "./table-scope";

function tree(formula: string): Tree {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(`${formula}: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

/** A value in one word: 缺报, —, 无法计算(why) or what it says. */
function told(value: Value): string {
  switch (value.type) {
    case "number":
      return exactText(value.value);
    case "text":
      return `'${value.value}'`;
    case "date":
      return `day ${String(value.value)}`;
    case "boolean":
      return value.value ? "是" : "否";
    case "list":
      return `<${value.items.join("、")}>`;
    case "missing":
      return "缺报";
    case "not-applicable":
      return "—";
    case "error":
      return `无法计算(${value.reason.why})`;
  }
}

const schools: TestTable = {
  校名: ["甲", "乙", "丙", "丁", "戊"],
  办别: ["公办", "民办", "公办", null, "公办"],
  在校生: [100, 200, null, 50, "—"],
  班数: [4, 5, 3, 0, 2],
  普惠: ["是", "是", null, "否", "—"],
  乡镇: ["东", "西", "东", "东", "西"],
};

const overDistrict = (formula: string, rest: Partial<EvaluationScope> = {}): string =>
  told(evaluate(tree(formula), tableScope({ 学校: schools }, rest)));
const inRow = (formula: string, row: Record<string, string | number | boolean | null>): string =>
  told(
    evaluate(
      tree(formula),
      tableScope({ 学校: Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, [cell]])) }, { row: 0 }),
    ),
  );

describe("arithmetic passes on what is not there", () => {
  const row = { 空: null, 不涉: "—", 错: "#", 零: 0, 三: 3, 字: "甲" };
  it.each([
    ["[三]+[三]", "6"],
    ["[三]/2", "1.5"],
    ["1/[三]", "1/3"],
    ["-[三]", "-3"],
    ["[三]-50%", "2.5"],
    ["[空]+[三]", "缺报"],
    ["[三]*[不涉]", "—"],
    ["[空]+[不涉]", "缺报"],
    ["[不涉]+[空]", "缺报"],
    ["[三]/[零]", "无法计算(zero-denominator)"],
    ["[空]/[零]", "缺报"],
    ["[错]+[空]", "缺报"],
    ["[错]+[不涉]", "无法计算(zero-denominator)"],
    ["[零]/[三]", "0"],
    ["[字]+1", "无法计算(no-value)"],
    ["-[空]", "缺报"],
    ['[字]&"校"', "'甲校'"],
    ['">="&[三]', "'>=3'"],
    ['[空]&"校"', "缺报"],
    ['1/3&""', "'0.333333333333333'"],
  ])("%s → %s", (formula, value) => {
    expect(inRow(formula, row)).toBe(value);
  });
});

describe("comparison", () => {
  const row = { 空: null, 不涉: "—", 零: 0, 三: 3, 字: "ABC", 码: "218", 真: true, 商: 1 / 3 };
  it.each([
    ["[三]>2", "是"],
    ["[三]<=3", "是"],
    ["[三]<3", "否"],
    ["1/3*3=1", "是"],
    ["3708301001=3708301002", "否"],
    ["1000000000<1000000000.5", "是"],
    ["1000000000=1000000002", "否"],
    ["0=0.0000000001", "否"],
    ["[商]=1/3", "是"],
    ["[商]<1/3", "否"],
    ["1/3>=[商]", "是"],
    ["[商]=0.3333", "否"],
    ["[商]*2>[商]", "是"],
    ["0.333333333=1/3", "否"],
    ['[字]="abc"', "是"],
    ['[字]<>"abd"', "是"],
    ['[字]<"abd"', "是"],
    ["[码]=218", "是"],
    ["[码]>300", "否"],
    ["[字]=1", "否"],
    ["[字]<>1", "是"],
    ["[字]>1", "无法计算(no-value)"],
    ['[真]="是"', "是"],
    ["[真]=TRUE", "是"],
    ['[空]=""', "是"],
    ['[空]<>""', "否"],
    ['""=[零]', "否"],
    ['[零]<>""', "是"],
    ['[不涉]=""', "否"],
    ["[零]=0", "是"],
    ["[空]=0", "缺报"],
    ["[空]>1", "缺报"],
    ["[不涉]=0", "—"],
    ["DATE(2020,1,1)<DATE(2020,1,2)", "是"],
  ])("%s → %s", (formula, value) => {
    expect(inRow(formula, row)).toBe(value);
  });
});

describe("logic is three-valued", () => {
  const row = { 空: null, 不涉: "—", 错: "#", 真: true, 假: false, 字: "甲", 是: "是" };
  it.each([
    ["AND([真],[真])", "是"],
    ["AND([真],[假],[空])", "否"],
    ["AND([真],[空])", "缺报"],
    ["AND([真],[不涉])", "—"],
    ["AND([空],[不涉])", "缺报"],
    ["AND([错],[假])", "否"],
    ["OR([假],[真],[空])", "是"],
    ["OR([假],[空])", "缺报"],
    ["OR([假],[假])", "否"],
    ["OR([错],[不涉])", "无法计算(zero-denominator)"],
    ["NOT([空])", "缺报"],
    ["NOT([假])", "是"],
    ["AND([是],1)", "是"],
    ["AND([字])", "无法计算(no-value)"],
    ["IF([真],1,[空])", "1"],
    ["IF([假],1,[空])", "缺报"],
    ["IF([空],1,2)", "缺报"],
    ["IF([不涉],1,2)", "—"],
    ["N([真])", "1"],
    ["N([假])", "0"],
    ["N([字])", "0"],
    ["N([空])", "缺报"],
    ["IFBLANK([空],0)", "0"],
    ["IFBLANK([不涉],0)", "—"],
    ["IFBLANK([错],0)", "无法计算(zero-denominator)"],
    ["IFBLANK([空],[空])", "缺报"],
    ["ISBLANK([空])", "是"],
    ["ISBLANK([不涉])", "否"],
    ["ISBLANK([空]+1)", "是"],
    ["IFERROR([错],9)", "9"],
    ["IFERROR([空],9)", "缺报"],
    ["IFERROR([不涉],9)", "—"],
    ["IFERROR([空]/0,9)", "缺报"],
  ])("%s → %s", (formula, value) => {
    expect(inRow(formula, row)).toBe(value);
  });
});

describe("functions of plain values", () => {
  it.each([
    ["ROUND(1.005,2)", "1.01"],
    ["ROUND(-0.125,2)", "-0.13"],
    ["ROUND(2.5,0)", "3"],
    ["ROUND(1250,-2)", "1300"],
    ["ROUNDUP(1.001,2)", "1.01"],
    ["ROUNDUP(-1.1,0)", "-2"],
    ["ROUNDDOWN(-1.9,0)", "-1"],
    ["ROUND(1,1000)", "无法计算(no-value)"],
    ["ABS(-2.5)", "2.5"],
    ['ABS("x")', "无法计算(no-value)"],
    ["DATE(2017,1,1)", "day 42736"],
    ["DATE(2017,13,1)", "day 43101"],
    ["DATE(1900,1,1)", "day 1"],
    ["DATE(1900,2,28)", "day 59"],
    ["DATE(1900,3,1)", "day 61"],
    ["DATE(0,1,1)", "day 1"],
    ["DATE(99999,1,1)", "无法计算(no-value)"],
    ["YEAR(DATE(2022,9,1))", "2022"],
    ["MONTH(DATE(2022,9,1))", "9"],
    ["YEAR(60)", "1900"],
    ["MONTH(60)", "2"],
    ["YEAR(0)", "无法计算(no-value)"],
    ['YEAR("甲")', "无法计算(no-value)"],
    ["DATE(2022,9,1)-DATE(2022,8,1)", "31"],
    ["DATE(2022,9,1)+1", "day 44806"],
    ['LEN("实验小学")', "4"],
    ['LEFT("实验小学",2)', "'实验'"],
    ['LEFT("实验小学")', "'实'"],
    ['RIGHT("实验小学",2)', "'小学'"],
    ['RIGHT("学",5)', "'学'"],
    ['MID("实验小学",2,2)', "'验小'"],
    ['MID("学",0,2)', "无法计算(no-value)"],
    ['LEFT("学",-1)', "无法计算(no-value)"],
    ["LEN(2022)", "4"],
  ])("%s → %s", (formula, value) => {
    expect(inRow(formula, {})).toBe(value);
  });

  it.each(["ROUND([空],2)", "ABS([空])", "YEAR([空])", "LEN([空])", "LEFT([空],1)", "MID([空],1,1)", "DATE([空],1,1)"])(
    "%s of a blank is 缺报",
    (formula) => {
      expect(inRow(formula, { 空: null })).toBe("缺报");
      expect(inRow(formula, { 空: "—" })).toBe("—");
    },
  );
});

describe("a total over a district", () => {
  it.each([
    ["SUM([在校生])", "350"],
    ["SUM([在校生]+[班数])", "359"],
    ["SUM([在校生],[班数])", "364"],
    ["SUM([在校生]/[班数])", "无法计算(zero-denominator)"],
    ["SUM(IFERROR([在校生]/[班数],0))", "65"],
    ['SUMIFS([在校生],[办别],"公办")', "100"],
    ['SUMIFS([班数],[办别],"公办",[乡镇],"东")', "7"],
    ['SUMIFS([班数],[办别],"<>公办")', "5"],
    ['SUMIFS([班数],[办别],"")', "0"],
    ['SUMIFS([班数],[办别],"<>")', "14"],
    ['SUMIFS([班数],[校名],"没有")', "0"],
    ["COUNTA([在校生])", "3"],
    ["COUNTA([校名])", "5"],
    ['COUNTIFS([班数],">=4")', "2"],
    ['COUNTIFS([班数],">="&2+1)', "3"],
    ["COUNTIFS([班数],0)", "1"],
    ['COUNTIFS([普惠],"是")', "2"],
    ['COUNTIFS([普惠],"<>是")', "1"],
    ['COUNTIFS([普惠],"")', "1"],
    ['COUNTIFS([普惠],"<>")', "3"],
    ['COUNTIFS([办别],"?办")', "4"],
    ['COUNTIFS([办别],"公*")', "3"],
    ['COUNTIFS([校名],"没有")', "0"],
    ["AVERAGE([班数])", "2.8"],
    ["AVERAGE([在校生])", "350/3"],
    ['AVERAGEIFS([班数],[办别],"公办")', "3"],
    ['AVERAGEIFS([班数],[办别],"没有")', "无法计算(no-value)"],
    ["MAX([在校生])", "200"],
    ["MIN([在校生])", "50"],
    ['MAXIFS([班数],[办别],"公办")', "4"],
    ['MINIFS([班数],[办别],"公办")', "2"],
    ['MAXIFS([班数],[办别],"没有")', "无法计算(no-value)"],
    ["MEDIAN([班数])", "3"],
    ["MEDIAN([在校生])", "100"],
    ["去重计数([乡镇])", "2"],
    ["去重计数([办别])", "2"],
    ['去重计数([乡镇],[办别],"民办")', "1"],
    ["名单([校名])", "<甲、乙、丙、丁、戊>"],
    ["名单([乡镇])", "<东、西>"],
    ['名单([校名],[办别],"公办")', "<甲、丙、戊>"],
    ['名单([校名],[办别],"没有")', "<>"],
    ['SUM(IF([办别]="公办",[班数],0))', "9"],
    ["SUM([在校生])/SUM([班数])", "25"],
    ["MAX(SUM([班数]),20)", "20"],
    ["SUM([没有])", "无法计算(no-value)"],
    ["SUM(SUM([班数]))", "14"],
    ["SUM(COUNTIFS([班数],1)+[班数])", "无法计算(no-value)"],
    ["[校名]", "无法计算(no-value)"],
  ])("%s → %s", (formula, value) => {
    expect(overDistrict(formula)).toBe(value);
  });
});

describe("a total tells what it did", () => {
  it.each([
    ["SUM([在校生])", { rows: [0, 1, 3], values: ["在校生"], criteria: [], missing: [{ row: 2, column: "在校生" }] }],
    [
      'SUMIFS([在校生],[办别],"公办")',
      {
        rows: [0],
        values: ["在校生"],
        criteria: ["办别"],
        missing: [
          { row: 2, column: "在校生" },
          { row: 3, column: "办别" },
        ],
      },
    ],
    [
      'COUNTIFS([办别],"公办",[普惠],"是")',
      { rows: [0], values: [], criteria: ["办别", "普惠"], missing: [{ row: 2, column: "普惠" }] },
    ],
    ['COUNTIFS([办别],"")', { rows: [3], values: [], criteria: ["办别"], missing: [] }],
    ['COUNTIFS([办别],"<>")', { rows: [0, 1, 2, 4], values: [], criteria: ["办别"], missing: [] }],
    ["COUNTA([普惠])", { rows: [0, 1, 3], values: ["普惠"], criteria: [], missing: [{ row: 2, column: "普惠" }] }],
    ["SUM(IFBLANK([在校生],0))", { rows: [0, 1, 2, 3], values: ["在校生"], criteria: [], missing: [] }],
    [
      'SUM(IF([办别]="公办",[班数],0))',
      { rows: [0, 1, 2, 4], values: ["班数"], criteria: ["办别"], missing: [{ row: 3, column: "办别" }] },
    ],
    [
      "差异系数([班数],[在校生])",
      { rows: [0, 1, 3], values: ["班数", "在校生"], criteria: [], missing: [{ row: 2, column: "在校生" }] },
    ],
    ["名单([校名])", { rows: [0, 1, 2, 3, 4], values: ["校名"], criteria: [], missing: [] }],
  ])("%s", (formula, trace) => {
    const scope = tableScope({ 学校: schools });
    evaluate(tree(formula), scope);
    expect(scope.traces).toEqual([{ form: "学校", ...trace }]);
  });

  it("once for each of several totals, and for none of the sums of one row", () => {
    const scope = tableScope({ 学校: schools }, { row: 1 });
    expect(told(evaluate(tree("SUM([班数])-SUM([@班数],[@在校生])+COUNTA([班数])"), scope))).toBe("-186");
    expect(scope.traces).toHaveLength(2);
  });

  it("counts only the rows the filter and the group leave", () => {
    const scope = tableScope({ 学校: schools }, { rows: () => [1, 3] });
    expect(told(evaluate(tree("SUM([班数])"), scope))).toBe("5");
    expect(scope.traces[0]?.rows).toEqual([1, 3]);
  });
});

describe("one row", () => {
  const row = { 一年级: 10, 二年级: 20, 三年级: "—", 四年级: "—", 空: null };
  it.each([
    ["SUM([@[一年级]:[三年级]])", "30"],
    ["SUM([@[三年级]:[四年级]])", "—"],
    ["SUM([@[一年级]:[空]])", "缺报"],
    ["SUM([@一年级],[@二年级],5)", "35"],
    ["[一年级]+[三年级]", "—"],
    ["MIN([@一年级],[@二年级])", "10"],
    ["MAX([@[一年级]:[三年级]])", "20"],
    ["AVERAGE([@[一年级]:[三年级]])", "15"],
    ["MEDIAN([@一年级],[@二年级],[@空])", "缺报"],
    ["COUNTA([@[一年级]:[空]])", "2"],
    ["SUM([@[没有]:[也没有]])", "0"],
    ["[@一年级]", "10"],
    ["[没有]", "无法计算(no-value)"],
    ["年龄表[人数]", "无法计算(no-value)"],
  ])("%s → %s", (formula, value) => {
    expect(inRow(formula, row)).toBe(value);
  });

  it("a rule's total is over the whole column, and its criteria may point at this row", () => {
    const ages: TestTable = { 学校代码: ["1", "2", "1", null], 人数: [5, 7, 6, 100] };
    const rolls: TestTable = { 学校代码: ["1", "2"], 在校生数: [11, 8] };
    const formula = tree("[在校生数]=SUMIFS(年龄表[人数],年龄表[学校代码],[@学校代码])");
    const verdicts = [0, 1].map((row) => told(evaluate(formula, tableScope({ 学校: rolls, 年龄表: ages }, { row }))));
    expect(verdicts).toEqual(["是", "否"]);
    expect(told(evaluate(tree("SUM([在校生数]-[@在校生数])"), tableScope({ 学校: rolls }, { row: 0 })))).toBe("-3");
  });

  it("a total that mixes two forms cannot be told", () => {
    const forms = { 甲表: { a: [1] }, 乙表: { b: [1] } };
    expect(told(evaluate(tree("SUM([a]+乙表[b])"), tableScope(forms)))).toBe("无法计算(no-value)");
    expect(told(evaluate(tree('SUMIFS([a],乙表[b],"1")'), tableScope(forms)))).toBe("无法计算(no-value)");
  });

  it("names the blank cells an undecided row leans on", () => {
    const scope = tableScope({ 学校: { a: [null], b: [null], c: [1] } }, { row: 0 });
    expect(evaluateRow(tree("AND([a]>1,IFBLANK([b],0)=0,[c]=1)"), scope)).toEqual({
      value: { type: "missing" },
      missing: [{ row: 0, column: "a" }],
    });
    expect(evaluateRow(tree("OR([a]>1,[c]=1)"), scope)).toEqual({
      value: { type: "boolean", value: true },
      missing: [],
    });
  });
});

describe("columns outside totals of an indicator are the group's member", () => {
  const rows = { 学部: ["小学部", "小学部", "初中部"], 班数: [1, 2, 3] };
  it("when all rows of the group agree", () => {
    const scope = tableScope(
      { 均衡: rows },
      { rows: () => [0, 1], parameter: (name, keys) => cellValue(`${name}/${keys.join("/")}`) },
    );
    expect(told(evaluate(tree('参数(均衡线,"指标1",[学部])'), scope))).toBe("'均衡线/指标1/小学部'");
  });
  it("and nothing when they do not, or there are none", () => {
    expect(told(evaluate(tree("[学部]"), tableScope({ 均衡: rows })))).toBe("无法计算(no-value)");
    expect(told(evaluate(tree("[学部]"), tableScope({ 均衡: rows }, { rows: () => [] })))).toBe("无法计算(no-value)");
  });
});

describe("what lies outside the form is asked of the scope", () => {
  const rest: Partial<EvaluationScope> = {
    named: (name) => cellValue(name === "大班额线" ? 56 : "—"),
    indicator: (name, slices) => cellValue([name, ...slices].join("|")),
    parameter: (name, keys) => cellValue([name, ...keys].join("|")),
    cumulative: (name, from, to) => cellValue([name, from, to ?? "今"].join("|")),
    lastYear: (_form, column) => cellValue(column === "一年级" ? 30 : null),
  };
  it.each([
    ["大班额线+1", "57"],
    ["未定+1", "—"],
    ['指标(上线率,"上年")', "'上线率|上年'"],
    ["指标(上线率)", "'上线率'"],
    ['参数(线,"指标1",[一年级])', "'线|指标1|10'"],
    ["参数(线,[空])", "缺报"],
    ['累计(流失数,"2016年")', "'流失数|2016年|今'"],
    ['累计(流失数,"2016年","2020年")', "'流失数|2016年|2020年'"],
    ["上年([一年级])", "30"],
    ["上年([一年级]*2)+[一年级]", "70"],
    ["上年([二年级])", "缺报"],
  ])("%s → %s", (formula, value) => {
    const scope = tableScope({ 学校: { 一年级: [10], 二年级: [20], 空: [null] } }, { ...rest, row: 0 });
    expect(told(evaluate(tree(formula), scope))).toBe(value);
  });
});

describe("差异系数 agrees with the worked examples of the standard", () => {
  const balance: TestTable = {
    在校生数: [1800, 960, 429, 72, 540],
    学历: [92, 40, 18, 6, 24],
    骨干: [30, 12, 5, 1, 6],
    体艺: [17, 9, 4, 1, 5],
    全校教辅: [8280, 4500, 2145, 504, 5760],
    全校设备: [3960000, 2016000, 900900, 136800, 2400000],
    拆分: [1, 1, 1, 1, 540],
    合计: [1, 1, 1, 1, 936],
  };
  it.each([
    ["差异系数([学历],[在校生数])", "0.139856"],
    ["差异系数([骨干],[在校生数])", "0.168045"],
    ["差异系数([体艺],[在校生数])", "0.065187"],
    ["差异系数([全校教辅]*[拆分]/[合计],[在校生数])", "0.121774"],
    ["差异系数([全校设备]*[拆分]/[合计],[在校生数])", "0.070265"],
  ])("%s of five primary units", (formula, value) => {
    const found = evaluate(tree(formula), tableScope({ 均衡: balance }));
    expect(found.type === "number" && decimalText(found.value, 6)).toBe(value);
  });
  it("the officials' example of pupils and books", () => {
    const scope = tableScope({ 学校: { 图书: [279, 137, 935, 160, 402], 学生: [45, 37, 89, 76, 55] } });
    const found = evaluate(tree("差异系数([图书],[学生])"), scope);
    expect(found.type === "number" && decimalText(found.value, 6)).toBe("0.515257");
  });
  it.each([
    ["no rows", { x: [], n: [] }, "无法计算(zero-denominator)"],
    ["nothing to spread", { x: [0, 0], n: [5, 6] }, "无法计算(zero-denominator)"],
    ["schools without pupils and — leave", { x: [10, 7, "—", 20], n: [5, 0, 9, 10] }, "0"],
    ["equal shares", { x: [1, 2, 3], n: [10, 20, 30] }, "0"],
  ])("%s", (_title, table, value) => {
    expect(told(evaluate(tree("差异系数([x],[n])"), tableScope({ 学校: table })))).toBe(value);
  });
});
