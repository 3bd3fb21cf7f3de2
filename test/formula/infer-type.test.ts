import { diagnosticText } from "../../src/formula/diagnostic-text";
import {
  type ColumnType,
  type FormTyping,
  type FormulaPlace,
  type FormulaType,
  type TypingScope,
  typeText,
} from "../../src/formula/formula-type";
import { inferType } from "../../src/formula/infer-type";
import { parseFormula } from "../../src/formula/parse-formula";
import type { Tree } from "../../src/formula/tree";

const quantity = (unit: string, time?: "时点" | "时期"): ColumnType => ({
  type: { kind: "量", unit, ...(time ? { time } : {}) },
});
const kind = (name: "率" | "文本" | "日期" | "是否" | "指数" | "名次" | "数"): ColumnType => ({ type: { kind: name } });
const form = (rowUnit: string, columns: Readonly<Record<string, ColumnType>>): FormTyping => ({
  rowUnit,
  columns: new Map(Object.entries(columns)),
});

const forms = new Map<string, FormTyping>([
  ["学校", form("所", {
    学校代码: kind("文本"), 办别: kind("文本"), 办学类型: kind("文本"), 普惠: kind("是否"), 批准日期: kind("日期"), 位次: kind("名次"),
    在校生数: quantity("人", "时点"), 女: quantity("人", "时点"), 男: quantity("人", "时点"), 班数: quantity("个"), 面积: quantity("㎡"), 运动场地: quantity("平方米"),
    经费: quantity("元", "时期"), 人次数: quantity("人次"), 专任教师: quantity("人", "时点"), 巩固率: kind("率"), 完成率: kind("率"), 差异: kind("指数"),
    生均面积: { type: { kind: "均值", unit: "㎡", per: "人" } }, 生均经费: { type: { kind: "均值", unit: "元", per: "人" } },
  })],
  ["资助", form("人次", {
    学校代码: kind("文本"), 学期: kind("文本"), 项目: kind("文本"), 人数: { ...quantity("人", "时期"), nonAdditive: ["学期", "项目"] }, 金额: quantity("元", "时期"),
  })],
]); // prettier-ignore

const indicators: TypingScope["indicators"] = new Map([
  [
    "在校生总数",
    {
      type: { kind: "量", unit: "人", time: "时点" },
      groups: new Map([["学段", ["小学", "初中"]]]),
      periods: ["轮岗前"],
    },
  ],
  ["公办率", { type: { kind: "率" }, groups: new Map(), periods: [] }],
  ["生师比", { type: { kind: "率" }, groups: new Map(), periods: [], isRatio: true }],
  ["投入", { type: { kind: "量", unit: "元", time: "时期" }, groups: new Map([["项目组", undefined]]), periods: [] }],
  [
    "资助人数",
    {
      type: { kind: "量", unit: "人", time: "时期", open: ["学期"] },
      groups: new Map([["学期", ["春季", "秋季"]]]),
      periods: [],
    },
  ],
  ["差异1", { type: { kind: "指数" }, groups: new Map([["学部", ["小学部", "初中部"]]]), periods: [] }],
]);
const parameters = new Map<string, FormulaType>([
  ["大班额线", { kind: "数" }],
  ["三至五岁人口", { kind: "量", unit: "人" }],
  ["均衡线", { kind: "均值", unit: "㎡", per: "人" }],
]);

function tree(formula: string): Tree {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(`${formula}: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

/** The type as text, or the codes with their places. */
function typed(formula: string, at: FormulaPlace): string {
  const { type, diagnostics } = inferType(tree(formula), { at, forms, indicators, parameters });
  const faults = diagnostics.filter(({ code }) => code.startsWith("E"));
  expect(type === undefined).toBe(faults.length > 0);
  return type ? typeText(type) : faults.map(({ code, at: place }) => `${code}@${String(place)}`).join(" ");
}

const row: FormulaPlace = { place: "row", form: "学校" };
const total: FormulaPlace = { place: "total", form: "学校", groupBy: [] };
const aid: FormulaPlace = { place: "total", form: "资助", groupBy: [] };
const filter: FormulaPlace = { place: "filter", form: "学校" };
const condition: FormulaPlace = { place: "condition" };

describe("a row's formula", () => {
  it.each([
    ["[男]+[女]=[在校生数]", "是否"],
    ["[男]+[女]", "量[人]"],
    ["[在校生数]+1", "量[人]"],
    ["[面积]+[运动场地]", "量[㎡]"],
    ["[女]/[在校生数]", "率"],
    ["[女]/[在校生数]*100", "率"],
    ["[面积]/[在校生数]", "均值[㎡/人]"],
    ["[经费]/[面积]", "均值[元/㎡]"],
    ["[生均面积]*[在校生数]", "量[㎡]"],
    ["[面积]/[生均面积]", "量[人]"],
    ["[面积]*[女]/[在校生数]", "量[㎡]"],
    ["[巩固率]*[在校生数]", "量[人]"],
    ["[巩固率]-[完成率]", "百分点"],
    ["1-[巩固率]", "率"],
    ["[生均面积]-[生均面积]", "量[㎡]"],
    ["[生均面积]/均衡线", "率"],
    ["[差异]-[差异]", "指数"],
    ["[位次]-[位次]", "数"],
    ["DATE(2022,9,1)-[批准日期]", "量[天]"],
    ["[批准日期]+30", "日期"],
    ["[人次数]>=[在校生数]", "是否"],
    ["[班数]>[在校生数]", "是否"],
    ["[巩固率]>0.9", "是否"],
    ["[办学类型]=218", "是否"],
    ['[普惠]="是"', "是否"],
    ['[面积]=""', "是否"],
    ["SUM([@[在校生数]:[男]])", "量[人]"],
    ["MIN([@女],[@男])", "量[人]"],
    ["IF([普惠],[女],0)", "量[人]"],
    ["IFBLANK([女],0)+[男]", "量[人]"],
    ["ROUND([面积]/[在校生数],2)", "均值[㎡/人]"],
    ["N([女]>1)+N([普惠])", "数"],
    ["YEAR([批准日期])", "数"],
    ["LEFT([学校代码],6)", "文本"],
    ["LEN([学校代码])=10", "是否"],
    ['[办别]&"办"', "文本"],
    ["上年([在校生数])", "量[人]"],
    ["公办率", "率"],
    ["大班额线", "数"],
    ["参数(均衡线,[办别])", "均值[㎡/人]"],
    ["COUNTIFS([学校代码],[@学校代码])=1", "是否"],
    ['SUMIFS(资助[人数],资助[学校代码],[@学校代码],资助[学期],"春季",资助[项目],"合计")<=[在校生数]', "是否"],
    ["SUM([@女],[@男])", "量[人]"],
    ["稳健偏离([在校生数]/[专任教师],[办学类型],[办别])<=3.5", "是否"],
    ["稳健偏离([经费])", "数"],

    ["[在校生数]+[人次数]", "E-U02@1"],
    ["[在校生数]+[班数]", "E-U01@1"],
    ["[在校生数]+[面积]", "E-U01@1"],
    ["[巩固率]+[完成率]", "E-U01@1"],
    ["[生均面积]+[生均面积]", "E-U01@1"],
    ["[生均面积]-[生均经费]", "E-U01@1"],
    ["[面积]*[在校生数]", "E-U01@1"],
    ["[面积]*[在校生数]+1>0", "E-U01@1"],
    ["[巩固率]/[在校生数]", "E-U01@1"],
    ["[在校生数]/[位次]", "E-U01@1"],
    ["[经费]>[面积]", "E-U01@1"],
    ["[经费]>[在校生数]", "E-U01@1"],
    ["[巩固率]>[在校生数]", "E-U01@1"],
    ["[办学类型]>218", "E-U01@1"],
    ["[办别]+1", "E-U01@1"],
    ["-[办别]", "E-U01@2"],
    ["IF([女],1,2)", "E-U01@4"],
    ["IF([普惠],[女],[面积])", "E-U01@13"],
    ["AND([普惠],[女])", "E-U01@10"],
    ["YEAR([女])", "E-U01@6"],
    ["MAX([@女],[@面积])", "E-U01@1"],
    ["SUM([@巩固率],[@完成率])", "E-U03@1"],
    ["[学生]", "E-N02@1"],
    ["年龄表[人数]", "E-N02@1"],
    ["SUM([@[女]:[学生]])", "E-N02@5"],
    ["没有的名", "E-N01@1"],
    ["参数(没有的名)", "E-N01@4"],
    ["指标(大班额线)", "E-N01@4"],
    ["资助[金额]", "E-S02@1"],
    ["SUM([女]+资助[金额])", "E-S03@1"],
    ["SUM([女]/SUM([女]))", "E-S05@9"],
    ["上年(SUM([女]))", "E-S05@4"],
    ["上年(稳健偏离([女]))", "E-S05@4"],
    ["稳健偏离(稳健偏离([女]))", "E-S05@6"],
    ["SUM([女]*稳健偏离([男]))", "E-S05@14"],
    ["稳健偏离([办别])", "E-U01@6"],
    ["稳健偏离([女],[类别])", "E-N02@10"],
    ["稳健偏离([女],资助[学期])", "E-S02@10"],
    ["[学生]+没有的名", "E-N02@1 E-N01@6"],
  ])("%s → %s", (formula, expected) => {
    expect(typed(formula, row)).toBe(expected);
  });

  it("a whole column that nothing ties to the row is noticed (N-01)", () => {
    const codes = (formula: string): readonly string[] =>
      inferType(tree(formula), { at: row, forms, indicators, parameters }).diagnostics.map(({ code }) => code);
    expect(codes("[女]<=SUM([女])")).toEqual(["N-01"]);
    expect(codes("COUNTIFS([学校代码],[@学校代码])=1")).toEqual([]);
    expect(codes("[女]<=SUM([@女],[@男])")).toEqual([]);
  });
});

describe("an indicator's total", () => {
  it.each([
    ["SUM([在校生数])", "量[人]"],
    ["SUM([女])/SUM([在校生数])", "率"],
    ["SUM([经费])/SUM([在校生数])", "均值[元/人]"],
    ['COUNTIFS([班数],">="&大班额线)', "量[所]"],
    ['COUNTIFS([普惠],"是")/COUNTA([学校代码])', "率"],
    ["SUM([女])/三至五岁人口", "率"],
    ["AVERAGE([在校生数])", "均值[人/所]"],
    ["MEDIAN([巩固率])", "率"],
    ["MAX([批准日期])", "日期"],
    ['MAX(指标(差异1,"小学部"),指标(差异1,"初中部"))', "指数"],
    ["SUM(IF([普惠],[在校生数],0))", "量[人]"],
    ["差异系数([专任教师],[在校生数])", "指数"],
    ["去重计数([办别])", "量[所]"],
    ['名单([学校代码],[办别],"公办")', "名单"],
    ['指标(在校生总数,"小学","上年")', "量[人]"],
    ['指标(在校生总数,"学段=小学","轮岗前")', "量[人]"],
    ['指标(投入,"温暖工程","2015年")', "量[元]"],
    ['累计(投入,"2016年")', "量[元]"],

    ["SUM([巩固率])", "E-U03@1"],
    ["SUM([生均面积])", "E-U03@1"],
    ["SUM([差异])", "E-U03@1"],
    ["SUM([位次])", "E-U03@1"],
    ["SUM([办别])", "E-U01@1"],
    ["SUM([面积]*[女])", "E-U01@1"],
    ["AVERAGE([巩固率])", "E-U03@1"],
    ['AVERAGEIFS([生均面积],[办别],"公办")', "E-U03@1"],
    ["差异系数([巩固率],[在校生数])", "E-U03@1"],
    ["MAX([办别])", "E-U01@1"],
    ["[在校生数]", "E-S02@1"],
    ["SUM([女])/[在校生数]", "E-S02@10"],
    ["[@在校生数]", "E-S02@1"],
    ["SUM(SUM([女]))", "E-S05@5"],
    ["稳健偏离([女],[办别])", "E-S06@6"],
    ["SUM([女]/COUNTA([学校代码]))", "E-S05@9"],
    ['SUMIFS([女],资助[学期],"春季")', "E-S03@1"],
    ["SUM([学生])", "E-N02@5"],
    ["COUNTIFS([学生],1)", "E-N02@10"],
    ['指标(在校生总数,"高中")', "E-N04@10"],
    ['指标(在校生总数,"上年","前年")', "E-N04@15"],
    ['指标(公办率,"小学")', "E-N04@8"],
    ['累计(在校生总数,"2016年")', "E-U06@4"],
    ['累计(公办率,"2016年")', "E-U06@4"],
    ['累计(资助人数,"2016年")', "E-U06@4"],
    ['累计(没有,"2016年")', "E-N01@4"],
  ])("%s → %s", (formula, expected) => {
    expect(typed(formula, total)).toBe(expected);
  });

  it("a group column outside a total is the group's member", () => {
    const grouped: FormulaPlace = { place: "total", form: "学校", groupBy: ["办别"] };
    expect(typed("SUM([面积])/SUM([在校生数])/参数(均衡线,[办别])", grouped)).toBe("率");
    expect(typed("参数(均衡线,[办别])", total)).toBe("E-S02@8");
  });

  it("an indicator without a form has no columns", () => {
    expect(typed("SUM([女])", { place: "total", groupBy: [] })).toBe("E-S04@5");
    expect(typed("在校生总数/三至五岁人口", { place: "total", groupBy: [] })).toBe("率");
  });
});

describe("distinct persons are not added over their key columns", () => {
  const filtered = (text: string): FormulaPlace => ({ place: "total", form: "资助", groupBy: [], filter: tree(text) });
  it.each<readonly [string, FormulaPlace, string]>([
    ["SUM([金额])", aid, "量[元]"],
    ['SUMIFS([人数],[学期],"春季",[项目],"低保")', aid, "量[人; 学期=春季; 项目=低保]"],
    ["SUM([人数])", filtered('AND([学期]="春季",[项目]="低保")'), "量[人; 学期=春季; 项目=低保]"],
    ['SUMIFS([人数],[学期],"春季")', { place: "total", form: "资助", groupBy: ["项目"] }, "量[人; 学期=春季]"],
    ["MAX([人数])", aid, "量[人]"],
    ["SUM([人数])", aid, "E-U04@5 E-U04@5"],
    ['SUMIFS([人数],[学期],"春*",[项目],"低保")', aid, "E-U04@8"],
    ['SUMIFS([人数],[学期],"<>春季",[项目],"低保")', aid, "E-U04@8"],
    ["SUM([人数])", filtered('OR([学期]="春季",[项目]="低保")'), "E-U04@5 E-U04@5"],
    ["AVERAGE([人数])", aid, "E-U04@9 E-U04@9"],
    ["差异系数([人数],[金额])", aid, "E-U04@6 E-U04@6"],
    ["资助人数", total, "E-U04@1"],
    ['指标(资助人数,"春季")', total, "量[人; 学期=春季]"],
    ['指标(资助人数,"春季")+指标(资助人数,"秋季")', total, "E-U04@1"],
    ['指标(资助人数,"秋季")-指标(资助人数,"春季")', total, "量[人]"],
    ['指标(资助人数,"上年")', total, "E-U04@4"],
  ])("%s", (formula, at, expected) => {
    expect(typed(formula, at)).toBe(expected);
  });
});

describe("filters and conditions", () => {
  it.each<readonly [string, FormulaPlace, string]>([
    ['OR([办别]="公办",[普惠]="是")', filter, "是否"],
    ["[班数]>=大班额线", filter, "是否"],
    ["[班数]>=SUM([班数])", filter, "E-S04@7"],
    ["在校生总数>1", filter, "E-N01@1"],
    ['公办率>指标(公办率,"上年")', condition, "是否"],
    ["在校生总数=三至五岁人口", condition, "是否"],
    ["[女]>1", condition, "E-S04@1"],
    ["SUM([女])>1", condition, "E-S04@1"],
    ["公办率>在校生总数", condition, "E-U01@1"],
  ])("%s", (formula, at, expected) => {
    expect(typed(formula, at)).toBe(expected);
  });
});

describe("a bound nothing can reach or everything is below", () => {
  const codes = (formula: string, at: FormulaPlace): readonly string[] =>
    inferType(tree(formula), { at, forms, indicators, parameters }).diagnostics.map(({ code }) => code);

  it.each<readonly [string, FormulaPlace, readonly string[]]>([
    ["公办率<80", condition, ["N-06"]],
    ["80>公办率", condition, ["N-06"]],
    ['指标(公办率,"上年")>=65', condition, ["N-06"]],
    ["[巩固率]>=95", row, ["N-06"]],
    ['COUNTIFS([巩固率],">=95")', total, ["N-06"]],
    ["公办率<80%", condition, []],
    ["公办率>1", condition, []],
    ["生师比<=19", condition, []],
    ["[女]/[在校生数]*100>50", row, []],
    ["[巩固率]>=0.95", row, []],
    ['COUNTIFS([班数],">=30个")', total, ["E-U11"]],
    ['COUNTIFS([巩固率],">=80%")', total, ["E-U11"]],
    ['COUNTIFS([批准日期],"<2017年")', total, ["E-U11"]],
    ['COUNTIFS([班数],"多")', total, ["E-U11"]],
    ['COUNTIFS([班数],">=30")', total, []],
    ['COUNTIFS([班数],"<>")', total, []],
    ['COUNTIFS([批准日期],">=2017-9-1")', total, []],
    ['COUNTIFS([办别],">=30个")', total, []],
  ])("%s", (formula, at, expected) => {
    expect(codes(formula, at)).toEqual(expected);
  });

  it("a notice in a criterion leaves the total its type", () => {
    expect(typed('SUMIFS([女],[巩固率],">=95")', total)).toBe("量[人]");
  });
});

describe("messages say where, what and what to write", () => {
  const message = (formula: string, at: FormulaPlace, language: "zh" | "en"): string => {
    const [first] = inferType(tree(formula), { at, forms, indicators, parameters }).diagnostics;
    return first ? diagnosticText(first, language) : "";
  };
  it.each<readonly [string, FormulaPlace, string, string]>([
    [
      "=SUM([人数])",
      aid,
      "第6字：“人数”是去重人数，不能跨“学期”相加。→ 用条件固定学期，或改用人次",
      "Char 6: “人数”: distinct persons do not add over 学期. → Pin 学期, or use person-times",
    ],
    [
      "SUM([巩固率])",
      total,
      "第1字：率不能再求合计。→ 分子、分母各自合计后再相除",
      "Char 1: a rate cannot be summed. → Total both parts first",
    ],
    [
      "[在校生数]+[面积]",
      row,
      "第1字：量[人]与量[㎡]不能相加。→ 核对单位",
      "Char 1: 量[人] and 量[㎡] cannot be added. → Check units",
    ],
    [
      "[在校数]",
      row,
      "第1字：表“学校”没有字段“在校数”。→ 是不是“在校生数”？",
      "Char 1: form “学校” has no field “在校数”. → “在校生数”?",
    ],
    [
      "公力率",
      row,
      "第1字：没有指标或参数“公力率”。→ 是不是“公办率”？",
      "Char 1: no indicator or parameter “公力率”. → Did you mean “公办率”?",
    ],
    [
      '指标(在校生总数,"高中")',
      total,
      "第10字：“在校生总数”没有切片“高中”。→ 可用：小学、初中；或先在“分组”加一列",
      "Char 10: “在校生总数” has no slice “高中”. → One of 小学、初中",
    ],
  ])("%s", (formula, at, zh, en) => {
    expect(message(formula, at, "zh")).toBe(zh);
    expect(message(formula, at, "en")).toBe(en);
  });
});
