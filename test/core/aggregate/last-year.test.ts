import { aggregate } from "../../../src/core/aggregate/aggregate";
import { lastYearFrom } from "../../../src/core/aggregate/last-year";
import { calculationFrom } from "../../../src/core/aggregate/recalculate";
import { exactText } from "../../../src/domain/exact";
import type { Figure } from "../../../src/domain/figure";
import type { Parameter } from "../../../src/domain/parameter";
import type { Indicator } from "../../../src/definitions/definition";
import {
  compiledOf,
  elementOf,
  formOf,
  indicatorOf,
  parameterOf,
  pastOf,
  type DefinitionParts,
} from "../../support/definition-builders";
import { collectionOf, confrontationOf, schoolOf, tableOf, type TestRow } from "./collection-builders";

// 甲 is there in both years, 乙 is new, 丙 was closed and was the last school of its township.
const columns = ["学生", "教师"];
const now: readonly TestRow[] = [
  { school: schoolOf("甲", { 乡镇: "东镇" }), cells: { 学生: 120, 教师: 10 } },
  { school: schoolOf("乙", { 乡镇: "西镇" }), cells: { 学生: 40, 教师: 5 } },
];
const then: readonly TestRow[] = [
  { school: schoolOf("甲", { 乡镇: "东镇" }), cells: { 学生: 100, 教师: 8 } },
  { school: schoolOf("丙", { 乡镇: "旧镇" }), cells: { 学生: 30, 教师: 2 } },
];
const on = { form: "学校", compare: ["上年"] } as const;
const students = indicatorOf("学生数", { ...on, numerator: "SUM([学生])", groupBy: ["乡镇"] });
const perTeacher = indicatorOf("生师比", { ...on, kind: "率", numerator: "SUM([学生])", denominator: "SUM([教师])" });

interface Given {
  readonly indicators: readonly Indicator[];
  readonly parameters?: readonly Parameter[];
  readonly rowsThen?: readonly TestRow[];
  readonly profile?: DefinitionParts["profile"];
}

function twoYears({ indicators, parameters = [], rowsThen = then, profile = {} }: Given) {
  const definition = compiledOf({
    forms: [formOf("学校")],
    elements: columns.map((name) => elementOf("学校", name)),
    indicators,
    profile,
  });
  const [current, previous] = [now, rowsThen].map((rows) => collectionOf(tableOf("学校", columns, rows)));
  if (!current || !previous) throw new Error("two years make two collections");
  const lastYear = lastYearFrom(definition, previous, parameters);
  return { definition, current, lastYear, figures: aggregate(definition, current, confrontationOf(), parameters, lastYear) }; // prettier-ignore
}

const pastText = (figure: Figure | undefined): readonly string[] =>
  (figure?.past ?? []).map(({ label, value }) => `${label} ${exactText(value)}`);
const valueText = (figure: Figure | undefined): string =>
  figure?.value.state === "number" ? exactText(figure.value.value) : (figure?.value.state ?? "no figure");

describe("a district with last year's submissions", () => {
  it.each([
    ["学生数", ["上年 130"]],
    ["学生数|东镇", ["上年 100"]],
    ["学生数|西镇", []],
    ["学生数|旧镇", ["上年 30"]],
    ["生师比", ["上年 13"]],
  ])("compares %s with last year: %p", (key, past) => {
    expect(pastText(twoYears({ indicators: [students, perTeacher] }).figures.get(key))).toEqual(past);
  });

  it("tells a township that has no school left as 0", () => {
    expect(valueText(twoYears({ indicators: [students] }).figures.get("学生数|旧镇"))).toBe("0");
  });

  it("says of whom last year's value was computed", () => {
    const [past] = twoYears({ indicators: [students] }).figures.get("学生数")?.past ?? [];
    expect(past?.submissions).toEqual({ expected: 2, counted: 2, missing: [] });
  });

  it("keeps the rows of last year's tables a value rests on", () => {
    const { lastYear } = twoYears({ indicators: [students] });
    expect(lastYear.figures.get("学生数|旧镇")?.lineage).toContainEqual(
      expect.objectContaining({ column: "学生", role: "value", rows: [1] }),
    );
  });

  it("prefers last year's submissions to a 历史 row of that year, and keeps other years", () => {
    const parameters = [pastOf("学生数", "2019年", 90), pastOf("学生数", "2021年", 999), pastOf("学生数", "轮岗前", 7)];
    expect(pastText(twoYears({ indicators: [students], parameters }).figures.get("学生数"))).toEqual([
      "2019年 90",
      "上年 130",
      "轮岗前 7",
    ]);
  });

  it("falls back on the 历史 row while a school's number of last year is missing", () => {
    const rowsThen = [...then, { school: schoolOf("丁"), filed: false, cells: {} }];
    const given = { indicators: [students], rowsThen };
    expect(pastText(twoYears(given).figures.get("学生数"))).toEqual([]);
    const parameters = [pastOf("学生数", "2021年", 999)];
    expect(pastText(twoYears({ ...given, parameters }).figures.get("学生数"))).toEqual(["上年 999"]);
  });

  it("has no last year of a form that came from no school", () => {
    const rowsThen = then.map(({ school }) => ({ school, filed: false, cells: {} }));
    const none = indicatorOf("中心校学生数", { ...on, filter: '[乡镇]="新镇"', numerator: "SUM([学生])" });
    const half = indicatorOf("中心校学生数之半", { ...on, numerator: "中心校学生数/2" });
    const { figures } = twoYears({ indicators: [none, half], rowsThen });
    expect(["中心校学生数", "中心校学生数之半"].map((key) => figures.get(key)?.lastYear)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("marks a last year told over the schools that reported", () => {
    const rowsThen = [...then, { school: schoolOf("丁"), filed: false, cells: {} }];
    const indicators = [{ ...students, ifMissing: "跳过" as const }];
    const figure = twoYears({ indicators, rowsThen }).figures.get("学生数");
    expect(figure?.past[0]?.submissions).toEqual({ expected: 3, counted: 2, missing: ["丁"] });
    expect(figure?.partial).toBe(false);
  });

  it("keeps what 对比 does not ask for out of the past values, but at hand", () => {
    const figure = twoYears({ indicators: [{ ...students, compare: [] }] }).figures.get("学生数");
    expect(pastText(figure)).toEqual([]);
    expect(figure?.lastYear && exactText(figure.lastYear.value)).toBe("130");
  });
});

describe("上年 in formulas of indicators", () => {
  it.each([
    ["SUM(上年([学生]))", "100", "a new school had nothing to leave out"],
    ["SUM([学生]-上年([学生]))", "20", "only schools of both years"],
    ["SUM(IF([学生]>上年([学生]),1,0))", "1", "schools that grew"],
    ['指标(学生数,"上年")', "130", "last year's figure"],
    ['学生数-指标(学生数,"上年")', "30", "the change of the total"],
    ['指标(学生数,"旧镇","上年")', "30", "a group only last year had"],
    ['指标(学生数,"2021年")', "130", "last year by its number"],
  ])("%s is %s: %s", (numerator, value) => {
    const indicators = [students, indicatorOf("它", { form: "学校", numerator })];
    expect(valueText(twoYears({ indicators }).figures.get("它"))).toBe(value);
  });

  it("withholds a total over a school that left last year's number out", () => {
    const rowsThen = [{ school: schoolOf("甲"), cells: { 学生: null, 教师: 8 } }];
    const indicators = [indicatorOf("增加数", { form: "学校", numerator: "SUM([学生]-上年([学生]))" })];
    expect(twoYears({ indicators, rowsThen }).figures.get("增加数")?.value).toMatchObject({
      state: "withheld",
      reasons: [{ why: "missing", schools: ["甲"] }],
    });
  });
});

describe("parameters of last year's figures", () => {
  const rate = indicatorOf("入学率", { ...on, kind: "率", numerator: "SUM([学生])", denominator: "适龄人口" });

  it.each([
    ["人口", "2021年", ["上年 0.5"]],
    ["人口", "2022年", []],
    ["人口", undefined, []],
    ["标准", undefined, ["上年 0.5"]],
  ] as const)("a %s of the period %p gives %p", (use, period, past) => {
    const parameters = [parameterOf(use, "适龄人口", 260, period === undefined ? {} : { period })];
    expect(pastText(twoYears({ indicators: [rate], parameters }).figures.get("入学率"))).toEqual(past);
  });

  it("makes no past of an indicator that reads no submissions", () => {
    const indicators = [indicatorOf("高分线数", { numerator: "高分线", compare: ["上年"] })];
    expect(pastText(twoYears({ indicators, parameters: [parameterOf("标准", "高分线", 600)] }).figures.get("高分线数"))).toEqual([]); // prettier-ignore
  });

  it("takes a setting that is the year as last year's", () => {
    const indicators = [indicatorOf("年数", { ...on, numerator: "SUM([教师])*0+年" })];
    const { figures } = twoYears({ indicators, profile: { names: { 年: 2022, 线: 10 } } });
    expect([valueText(figures.get("年数")), ...pastText(figures.get("年数"))]).toEqual(["2022", "上年 2021"]);
  });
});

describe("computing again with last year's submissions", () => {
  it("keeps the past of figures that can differ", () => {
    const { definition, current, figures, lastYear } = twoYears({ indicators: [students] });
    const more = collectionOf(
      tableOf(
        "学校",
        columns,
        now.map((row) => ({ ...row, cells: { 学生: 7, 教师: 1 } })),
      ),
    );
    const after = calculationFrom(definition, [], current, figures, lastYear).recalculate(more).figures.get("学生数");
    expect([valueText(after), ...pastText(after)]).toEqual(["14", "上年 130"]);
  });
});
