import { aggregate } from "../../../src/core/aggregate/aggregate";
import { exactText } from "../../../src/domain/exact";
import type { Figure } from "../../../src/domain/figure";
import type { Parameter } from "../../../src/domain/parameter";
import type { Indicator } from "../../../src/definitions/definition";
import type { Confrontation } from "../../../src/domain/verdict";
import {
  clauseRow,
  compiledOf,
  elementOf,
  formOf,
  indicatorOf,
  parameterOf,
  pastOf,
  type DefinitionParts,
} from "../../support/definition-builders";
import { collectionOf, confrontationOf, schoolOf, tableOf, type TestRow } from "./collection-builders";

const a = schoolOf("A", { 乡镇: "东镇", 办别: "公办" });
const b = schoolOf("B", { 乡镇: "西镇", 办别: "民办" });
const c = schoolOf("C", { 乡镇: "东镇", 办别: "民办" });

const columns = ["在园", "班数", "普惠"];
const kindergartens: readonly TestRow[] = [
  { school: a, cells: { 在园: 100, 班数: 4, 普惠: "是" } },
  { school: b, cells: { 在园: 50, 班数: 2, 普惠: "否" } },
  { school: c, cells: { 在园: 51, 班数: 0, 普惠: "是" } },
];
const form = formOf("幼儿园", { layout: "卡片" });
const elements = columns.map((name) => elementOf("幼儿园", name));
const on = { form: "幼儿园" } as const;
const pupils = indicatorOf("在园数", { ...on, numerator: "SUM([在园])" });
const publicShare = indicatorOf("公办率", {
  ...on,
  kind: "率",
  numerator: 'SUMIFS([在园],[办别],"公办")',
  denominator: "SUM([在园])",
});

interface Given {
  readonly parts?: DefinitionParts;
  readonly rows?: readonly TestRow[];
  readonly confrontation?: Confrontation;
  readonly parameters?: readonly Parameter[];
}

function figures({
  parts,
  rows = kindergartens,
  confrontation = confrontationOf(),
  parameters = [],
}: Given): ReadonlyMap<string, Figure> {
  const definition = compiledOf({ forms: [form], elements, ...parts });
  return aggregate(definition, collectionOf(tableOf("幼儿园", columns, rows)), confrontation, parameters);
}

const valueText = (figure: Figure | undefined): string => {
  if (!figure) return "no figure";
  const { value } = figure;
  switch (value.state) {
    case "number":
      return exactText(value.value);
    case "list":
      return value.items.join("、");
    case "text":
      return value.text;
    case "boolean":
      return String(value.value);
    case "withheld":
      return value.reasons.map((reason) => reason.why).join(",");
  }
};

describe("a district figure is a quotient of totals", () => {
  it("adds the schools' cells exactly", () => {
    const figure = figures({ parts: { indicators: [pupils] } }).get("在园数");
    expect(valueText(figure)).toBe("201");
    expect(figure?.coverage).toEqual({ expected: 3, counted: 3, missing: [] });
    expect(figure?.lineage).toEqual([
      { part: "numerator", form: "幼儿园", column: "在园", role: "value", rows: [0, 1, 2] },
    ]);
  });

  it("keeps numerator, denominator and the criterion that chose the rows", () => {
    const figure = figures({ parts: { indicators: [publicShare] } }).get("公办率");
    expect(valueText(figure)).toBe("100/201");
    expect(figure?.numerator && exactText(figure.numerator)).toBe("100");
    expect(figure?.denominator && exactText(figure.denominator)).toBe("201");
    expect(figure?.lineage).toContainEqual({
      part: "numerator",
      form: "幼儿园",
      column: "办别",
      role: "criterion",
      rows: [0],
    });
  });

  it("applies the factor to the quotient", () => {
    const indicator = indicatorOf("每百名班数", {
      ...on,
      kind: "均值",
      numerator: "SUM([班数])",
      denominator: "SUM([在园])",
      factor: 100,
    });
    expect(valueText(figures({ parts: { indicators: [indicator] } }).get("每百名班数"))).toBe("200/67");
  });

  it.each([
    ["SUM([班数])", "SUM([班数])-6", "zero-denominator"],
    ["SUM([在园])", "三至五岁人口", "no-parameter"],
    ["SUM([在园])*2", "SUM([在园])", "above-cap"],
  ])("%s over %s is withheld: %s", (numerator, denominator, why) => {
    const indicator = indicatorOf("率", { ...on, kind: "率", numerator, denominator, cap: 1 });
    expect(valueText(figures({ parts: { indicators: [indicator] } }).get("率"))).toBe(why);
  });

  it.each([
    ["名单([学校名称])", "名单", "学校A、学校B、学校C"],
    ["COUNTA([学校代码])", "量", "3"],
    ["MAX([在园])", "量", "100"],
  ] as const)("%s gives %s %s", (numerator, kind, expected) => {
    const indicator = indicatorOf("它", { ...on, numerator, kind });
    expect(valueText(figures({ parts: { indicators: [indicator] } }).get("它"))).toBe(expected);
  });

  it("tells only the rows that pass the filter", () => {
    const indicator = indicatorOf("普惠在园", { ...on, filter: '[普惠]="是"', numerator: "SUM([在园])" });
    const figure = figures({ parts: { indicators: [indicator] } }).get("普惠在园");
    expect(valueText(figure)).toBe("151");
    expect(figure?.lineage).toContainEqual({
      part: "numerator",
      form: "幼儿园",
      column: "普惠",
      role: "criterion",
      rows: [0, 2],
    });
  });
});

describe("a blank is not a zero", () => {
  const withBlank = kindergartens.with(1, { school: b, cells: { 在园: null, 班数: 2, 普惠: "否" } });

  it("withholds the figure and names the school, form and column", () => {
    const figure = figures({ parts: { indicators: [pupils] }, rows: withBlank }).get("在园数");
    expect(figure?.value).toEqual({
      state: "withheld",
      reasons: [{ why: "missing", form: "幼儿园", column: "在园", schools: ["B"] }],
    });
    expect(figure?.coverage).toEqual({ expected: 3, counted: 2, missing: ["B"] });
  });

  it("tells a cell under an error from a blank one", () => {
    const figure = figures({
      parts: { indicators: [pupils] },
      rows: withBlank,
      confrontation: confrontationOf(["幼儿园", 0, 0]),
    }).get("在园数");
    expect(figure?.value).toEqual({
      state: "withheld",
      reasons: [
        { why: "blocked", form: "幼儿园", column: "在园", schools: ["A"] },
        { why: "missing", form: "幼儿园", column: "在园", schools: ["B"] },
      ],
    });
  });

  it("does not wait for a cell no total needs", () => {
    const figure = figures({
      parts: { indicators: [indicatorOf("班数", { ...on, numerator: "SUM([班数])" })] },
      rows: withBlank,
    }).get("班数");
    expect(valueText(figure)).toBe("6");
  });

  it("waits for a row whose filter cell is blank", () => {
    const rows = kindergartens.with(1, { school: b, cells: { 在园: 50, 班数: 2, 普惠: null } });
    const indicator = indicatorOf("普惠在园", { ...on, filter: '[普惠]="是"', numerator: "SUM([在园])" });
    expect(figures({ parts: { indicators: [indicator] }, rows }).get("普惠在园")?.value).toEqual({
      state: "withheld",
      reasons: [{ why: "missing", form: "幼儿园", column: "普惠", schools: ["B"] }],
    });
  });

  it("跳过 leaves a row that lacks one part out of both parts, and says so", () => {
    const indicator = indicatorOf("每班人数", {
      ...on,
      kind: "均值",
      numerator: "SUM([在园])",
      denominator: "SUM([班数])",
      ifMissing: "跳过",
    });
    const figure = figures({ parts: { indicators: [indicator] }, rows: withBlank }).get("每班人数");
    expect(valueText(figure)).toBe("37.75");
    expect(figure?.partial).toBe(true);
    expect(figure?.coverage).toEqual({ expected: 3, counted: 2, missing: ["B"] });
  });

  it("names the field behind a derived one", () => {
    const derived = elementOf("幼儿园", "倍数", { formula: "[在园]*2" });
    const indicator = indicatorOf("倍数", { ...on, numerator: "SUM([倍数])" });
    const figure = figures({
      parts: { elements: [...elements, derived], indicators: [indicator] },
      rows: withBlank,
    }).get("倍数");
    expect(figure?.value).toEqual({
      state: "withheld",
      reasons: [{ why: "missing", form: "幼儿园", column: "在园", schools: ["B"] }],
    });
  });

  it("— is neither waited for nor counted", () => {
    const rows = kindergartens.with(1, { school: b, cells: { 在园: "—", 班数: 2, 普惠: "否" } });
    expect(valueText(figures({ parts: { indicators: [pupils] }, rows }).get("在园数"))).toBe("151");
  });
});

describe("records of schools that have not filed", () => {
  const records = formOf("获奖", { layout: "记录", keys: ["学校代码", "项目"], rowUnit: "项" });
  const parts: DefinitionParts = { forms: [records], elements: [elementOf("获奖", "项目", { type: "文本" })] };
  const rows: readonly TestRow[] = [
    { school: a, cells: { 项目: "合唱" } },
    { school: a, cells: { 项目: "舞蹈" } },
    { school: b, filed: false, cells: {} },
  ];
  const compute = (numerator: string): Figure | undefined => {
    const indicators = [indicatorOf("数", { form: "获奖", numerator, unit: "项" })];
    return aggregate(
      compiledOf({ ...parts, indicators }),
      collectionOf(tableOf("获奖", ["项目"], rows)),
      confrontationOf(),
      [],
    ).get("数");
  };

  it.each(["COUNTA([项目])", "COUNTA([学校代码])", 'COUNTIFS([项目],"合唱")', 'COUNTIFS([办别],"民办")'])(
    "%s waits for the school",
    (numerator) => {
      const figure = compute(numerator);
      expect(valueText(figure)).toBe("missing");
      expect(figure?.coverage.missing).toEqual(["B"]);
    },
  );

  it("does not wait for a school the roster rules out", () => {
    expect(valueText(compute('COUNTIFS([项目],"合唱",[办别],"公办")'))).toBe("1");
  });
});

describe("figures over two forms", () => {
  const forms = [form, formOf("教师", { layout: "记录", keys: ["学校代码", "工号"], rowUnit: "人" })];
  const both: DefinitionParts = { forms, elements: [...elements, elementOf("教师", "工号", { type: "文本" })] };
  const teachers: readonly TestRow[] = [
    { school: a, cells: { 工号: "1" } },
    { school: a, cells: { 工号: "2" } },
    { school: b, cells: { 工号: "3" } },
  ];
  const compute = (rows: readonly TestRow[], parts: Partial<Indicator>): ReadonlyMap<string, Figure> => {
    const indicator = indicatorOf("生师比", {
      ...on,
      kind: "均值",
      numerator: "SUM([在园])",
      denominator: "COUNTA(教师[工号])",
      ...parts,
    });
    const collection = collectionOf(tableOf("幼儿园", columns, rows), tableOf("教师", ["工号"], teachers));
    return aggregate(compiledOf({ ...both, indicators: [indicator] }), collection, confrontationOf(), []);
  };

  it("apply groups and filters of the roster to both", () => {
    const all = compute(kindergartens, { groupBy: ["乡镇"], filter: '[办别]="民办"' });
    expect(valueText(all.get("生师比"))).toBe("101");
    expect(valueText(all.get("生师比|西镇"))).toBe("50");
    expect(valueText(all.get("生师比|东镇"))).toBe("zero-denominator");
    expect(all.get("生师比")?.coverage.expected).toBe(2);
  });

  it("leave out the rows of a skipped school in both", () => {
    const rows = kindergartens.with(0, { school: a, cells: { 在园: null, 班数: 4, 普惠: "是" } });
    const figure = compute(rows, { ifMissing: "跳过" }).get("生师比");
    expect(figure?.denominator && exactText(figure.denominator)).toBe("1");
    expect(figure?.coverage).toEqual({ expected: 3, counted: 2, missing: ["A"] });
  });

  it("count a school without records among those that are in", () => {
    const indicators = [indicatorOf("教师数", { form: "教师", numerator: "COUNTA([工号])" })];
    const collection = collectionOf(tableOf("幼儿园", columns, kindergartens), tableOf("教师", ["工号"], teachers));
    const figure = aggregate(compiledOf({ ...both, indicators }), collection, confrontationOf(), []).get("教师数");
    expect(figure?.coverage).toEqual({ expected: 3, counted: 3, missing: [] });
  });
});

describe("a grouped indicator is told in every slice", () => {
  const codes = ["西镇", "东镇", "南镇"].map((label) => ({ list: "乡镇", code: label, label }));
  const byTown = indicatorOf("在园数", { ...on, numerator: "SUM([在园])", groupBy: ["乡镇", "普惠"] });

  it("gives the whole first, then every combination the rows have, in code-list order", () => {
    const all = figures({ parts: { codes, indicators: [byTown] } });
    expect([...all].map(([key, figure]) => [key, valueText(figure)])).toEqual([
      ["在园数", "201"],
      ["在园数|西镇|*", "50"],
      ["在园数|东镇|*", "151"],
      ["在园数|*|是", "151"],
      ["在园数|*|否", "50"],
      ["在园数|西镇|否", "50"],
      ["在园数|东镇|是", "151"],
    ]);
  });

  it("withholds only the slices a blank may belong to", () => {
    const rows = kindergartens.with(0, { school: a, cells: { 在园: 100, 班数: 4, 普惠: null } });
    const all = figures({ parts: { codes, indicators: [byTown] }, rows });
    expect(valueText(all.get("在园数"))).toBe("201");
    expect(valueText(all.get("在园数|东镇|是"))).toBe("missing");
    expect(valueText(all.get("在园数|西镇|否"))).toBe("50");
    expect(all.get("在园数|西镇|*")?.coverage.expected).toBe(1);
  });

  it("tells a slice the report asks for as nothing, when no row has it", () => {
    const all = figures({
      parts: { codes, indicators: [byTown], narrative: [clauseRow("1", "{在园数@南镇}、{在园数@北镇}")] },
    });
    expect(valueText(all.get("在园数|南镇|*"))).toBe("0");
    expect(all.has("在园数|北镇|*")).toBe(false);
  });

  it("lets a formula name the member of its group", () => {
    const indicator = indicatorOf("线", { ...on, kind: "指数", numerator: "参数(均衡线,[乡镇])", groupBy: ["乡镇"] });
    const parameters = [
      parameterOf("标准", "均衡线", 2, { key1: "东镇" }),
      parameterOf("标准", "均衡线", 3, { key1: "西镇" }),
    ];
    const all = figures({ parts: { indicators: [indicator] }, parameters });
    expect([valueText(all.get("线|东镇")), valueText(all.get("线|西镇")), valueText(all.get("线"))]).toEqual([
      "2",
      "3",
      "no-value",
    ]);
  });

  it("never adds distinct persons over the column they may not be added across", () => {
    const persons = elements.map((element) =>
      element.name === "在园" ? { ...element, nonAdditive: ["普惠"] } : element,
    );
    const all = figures({ parts: { elements: persons, indicators: [byTown] } });
    expect([...all.keys()]).toEqual(["在园数|*|是", "在园数|*|否", "在园数|东镇|是", "在园数|西镇|否"]);
  });
});

describe("figures made of figures and parameters", () => {
  const perClass = indicatorOf("每班", { kind: "均值", numerator: "在园数", denominator: "班数" });
  const classes = indicatorOf("班数", { ...on, numerator: "SUM([班数])", unit: "个" });

  it("uses indicators already computed", () => {
    const figure = figures({ parts: { indicators: [pupils, classes, perClass] } }).get("每班");
    expect(valueText(figure)).toBe("33.5");
    expect(figure?.uses).toEqual(["在园数", "班数"]);
    expect(figure?.coverage.expected).toBe(3);
  });

  it("hands on what the figures it uses wait for", () => {
    const rows = kindergartens.with(1, { school: b, cells: { 在园: null, 班数: 2, 普惠: "否" } });
    const figure = figures({ parts: { indicators: [pupils, classes, perClass] }, rows }).get("每班");
    expect(figure?.value).toEqual({
      state: "withheld",
      reasons: [{ why: "missing", form: "幼儿园", column: "在园", schools: ["B"] }],
    });
    expect(figure?.coverage.missing).toEqual(["B"]);
  });

  it("asks the owner of a parameter that is still blank", () => {
    const indicator = indicatorOf("毛入园率", {
      ...on,
      kind: "率",
      numerator: "SUM([在园])",
      denominator: "三至五岁人口",
    });
    const parameters = [parameterOf("人口", "三至五岁人口", undefined, { owner: "统计股" })];
    expect(figures({ parts: { indicators: [indicator] }, parameters }).get("毛入园率")?.value).toEqual({
      state: "withheld",
      reasons: [{ why: "to-be-entered", name: "三至五岁人口", owner: "统计股" }],
    });
  });

  it("takes the row of the report period before one that holds for any", () => {
    const indicator = indicatorOf("人口", { numerator: "三至五岁人口" });
    const parameters = [
      parameterOf("人口", "三至五岁人口", 1),
      parameterOf("人口", "三至五岁人口", 2, { period: "2021年" }),
      parameterOf("人口", "三至五岁人口", 3, { period: "2022年" }),
    ];
    expect(valueText(figures({ parts: { indicators: [indicator] }, parameters }).get("人口"))).toBe("3");
  });

  const history = [
    pastOf("在园数", "2020年", 10),
    pastOf("在园数", "2021年", "20"),
    pastOf("在园数", "轮岗前", 7),
    pastOf("在园数", "2021年", 5, "东镇"),
  ];

  it.each([
    ['累计(在园数,"2020年")', "231"],
    ['累计(在园数,"2020年","2021年")', "30"],
    ['累计(在园数,"2019年")', "no-parameter"],
    ['指标(在园数,"上年")', "20"],
    ['指标(在园数,"2020年")', "10"],
    ['指标(在园数,"轮岗前")', "7"],
    ['指标(在园数,"2018年")', "no-parameter"],
    ['指标(在园数,"前年")+1', "11"],
  ])("%s is %s", (numerator, expected) => {
    const indicators = [pupils, indicatorOf("它", { numerator })];
    expect(valueText(figures({ parts: { indicators }, parameters: history }).get("它"))).toBe(expected);
  });

  it("keeps past values and the target of each slice beside it", () => {
    const indicator = indicatorOf("在园数", { ...on, numerator: "SUM([在园])", groupBy: ["乡镇"] });
    const target = parameterOf("目标", "在园数", 300, { setBy: "市局", period: "2022年" });
    const all = figures({ parts: { indicators: [indicator] }, parameters: [...history, target] });
    expect(all.get("在园数")?.past.map(({ label, value }) => [label, exactText(value)])).toEqual([
      ["2020年", "10"],
      ["上年", "20"],
      ["轮岗前", "7"],
    ]);
    expect(all.get("在园数|东镇")?.past.map(({ label, value }) => [label, exactText(value)])).toEqual([["上年", "5"]]);
    expect(all.get("在园数")?.target).toMatchObject({ label: "300", setBy: "市局" });
    expect(all.get("在园数|东镇")?.target).toBeUndefined();
  });
});
