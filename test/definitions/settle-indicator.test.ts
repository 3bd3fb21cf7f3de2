import { definitionDigest } from "../../src/definitions/canonical";
import { compileDefinition } from "../../src/definitions/compile-definition";
import type { IndicatorRow } from "../../src/definitions/definition";
import { parseDefinition } from "../../src/definitions/definition.schema";
import { parseLibraryIndicators } from "../../src/definitions/indicator-library/library-indicator.schema";
import { settleIndicator } from "../../src/definitions/settle-indicator";

const described = { english: "", level: "学校", definition: "口径", source: "统计制度" };
const entries = new Map(
  parseLibraryIndicators([
    {
      ...described,
      english: "public rate",
      code: "F01",
      by: "formula",
      name: "公办率",
      form: "幼儿园",
      filter: '[学段]="学前"',
      numerator: 'SUMIFS([幼儿数],[办别],"公办")',
      denominator: "SUM([幼儿数])",
      kind: "率",
      format: "0.0%",
      better: "升好",
      cap: 1,
    },
    {
      ...described,
      english: "investment",
      code: "B01a",
      by: "formula",
      name: "投资额",
      form: "项目",
      numerator: "SUM([投资额])",
      unit: "元",
      scale: "万",
      factor: 2,
      sensitive: true,
    },
    {
      ...described,
      english: "budget",
      code: "C01",
      by: "parameter",
      name: "教育经费",
      use: "局填",
      unit: "元",
      why: "是财政部门的数",
    },
  ]).map((entry) => [entry.code, entry]),
);

const library = () => entries;

const row = (parts: Partial<IndicatorRow>): IndicatorRow => ({
  id: "X",
  name: "指标",
  ifMissing: "待补",
  groupBy: [],
  compare: [],
  ...parts,
});

describe("an indicator picked from the library", () => {
  it("takes over the formula and everything else the row leaves blank", () => {
    expect(settleIndicator(row({ library: "F01" }), library)).toEqual({
      id: "X",
      name: "指标",
      library: "F01",
      form: "幼儿园",
      filter: '[学段]="学前"',
      numerator: 'SUMIFS([幼儿数],[办别],"公办")',
      denominator: "SUM([幼儿数])",
      factor: 1,
      kind: "率",
      unit: "",
      format: "0.0%",
      scale: "不缩",
      better: "升好",
      cap: 1,
      ifMissing: "待补",
      groupBy: [],
      compare: [],
      definition: "口径",
    });
  });

  it.each<[what: string, parts: Partial<IndicatorRow>, settled: object]>([
    ["what the row fills in", { library: "F01", format: "0%", better: "中性", cap: 2, definition: "本地口径" }, { format: "0%", better: "中性", cap: 2, definition: "本地口径" }],
    ["a form and a 筛选 of the row around the library's formula", { library: "F01", form: "园", filter: "[幼儿数]>0" }, { form: "园", filter: "[幼儿数]>0", denominator: "SUM([幼儿数])" }],
    ["a factor and a mark of the library's formula", { library: "B01a" }, { factor: 2, scale: "万", sensitive: true }],
    ["another unit, which the library's 缩放 does not hold for", { library: "B01a", unit: "个" }, { unit: "个", scale: "不缩" }],
    ["a row of its own", { numerator: "SUM([幼儿数])" }, { kind: "量", unit: "", format: "0.##", scale: "不缩", factor: 1 }],
  ])("keeps %s", (_what, parts, settled) => {
    expect(settleIndicator(row(parts), library)).toMatchObject(settled);
  }); // prettier-ignore

  it("leaves a row that has its own 分子 its whole formula", () => {
    const settled = settleIndicator(row({ library: "F01", form: "园", numerator: "SUM([人数])", kind: "量" }), library);
    expect(settled).toMatchObject({ form: "园", numerator: "SUM([人数])", better: "升好", format: "0.##" });
    for (const key of ["filter", "denominator", "cap"]) expect(settled).not.toHaveProperty(key);
  });

  it("takes unit and 口径 of what a bureau enters, with the parameter in 分子", () => {
    expect(settleIndicator(row({ library: "C01", numerator: "教育经费" }), library)).toMatchObject({
      numerator: "教育经费",
      unit: "元",
      scale: "自动",
      definition: "口径",
    });
  });

  it.each<[what: string, code: string, message: string]>([
    ["a code that is near another", "F02", "指标库里没有“F02”。→ 是不是“F01”？"],
    ["a code that is near none", "XXXXX", "指标库里没有“XXXXX”。→ 核对编号"],
    ["a number of several readings", "B01", "指标库里“B01”分成B01a。→ 写其中一个"],
    ["what only a bureau can enter", "C01", "库指标“C01”（教育经费）不能由学校报表汇总：是财政部门的数。→ 在“方案·参数”里登记（局填），把参数名写在分子里"],
  ])("is refused for %s", (_what, code, message) => {
    expect(settleIndicator(row({ library: code }), library)).toBe(message);
  }); // prettier-ignore
});

describe("library indicators in a definition", () => {
  const definitionWith = (indicator: object) => {
    const parsed = parseDefinition({
      format: "report-definition/1",
      id: "pupils",
      title: "学生",
      period: "2025年",
      forms: [{ name: "学生与控辍", layout: "清单", periodType: "学年" }],
      elements: [{ form: "学生与控辍", name: "在校生数", type: "整数", unit: "人" }],
      indicators: [{ id: "1", name: "在校生", ...indicator }],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    return parsed.value;
  };
  const compile = (indicator: object) =>
    compileDefinition(definitionWith(indicator), { parameters: [], rosterColumns: [] });

  it("compile like indicators that are written out", () => {
    const compiled = compile({ library: "A02" });
    expect(compiled.ok && compiled.value.indicators.get("在校生")).toMatchObject({
      indicator: { library: "A02", numerator: "SUM([在校生数])", unit: "人" },
      numerator: { node: "call", name: "SUM" },
    });
  });

  it("have the digest of what they pick, and the canonical form of what is written", () => {
    const [picked, other] = [compile({ library: "A02" }), compile({ library: "A02", unit: "名" })];
    if (!picked.ok || !other.ok) throw new Error("does not compile");
    expect(picked.value.digest).not.toBe(other.value.digest);
    expect(picked.value.digest).not.toBe(definitionDigest(definitionWith({ library: "A02" })));
    expect(picked.value.source.indicators).toEqual([
      { id: "1", name: "在校生", library: "A02", ifMissing: "待补", groupBy: [], compare: [] },
    ]);
  });

  it.each<[what: string, indicator: object, where: string, message: string]>([
    [
      "a code the library does not have",
      { library: "A99" },
      "indicators[0].library（1）",
      "指标库里没有“A99”。→ 是不是“A09”？",
    ],
    [
      "a formula of the library that reads a column the form does not have",
      { library: "S20" },
      "indicators[0].library（1）",
      "库指标“S20”的分子“SUM([留守儿童数])”：第5字：表“学生与控辍”没有字段“留守儿童数”。→ 可用：在校生数、学校代码、学校名称；或先在“字段”里登记",
    ],
    [
      "a formula of one's own",
      { library: "A02", form: "学生与控辍", numerator: "SUM([学生])" },
      "indicators[0].numerator（1）",
      "第5字：表“学生与控辍”没有字段“学生”。→ 可用：在校生数、学校代码、学校名称；或先在“字段”里登记",
    ],
  ])("show a fault of %s where it can be mended", (_what, indicator, where, message) => {
    const compiled = compile(indicator);
    expect(compiled.ok ? [] : compiled.problem).toMatchObject([{ where, message }]);
  });

  it("must say what they count when they pick nothing", () => {
    const parsed = parseDefinition({ format: "report-definition/1", id: "x", title: "x", period: "2025年", indicators: [{ id: "1", name: "在校生" }] }); // prettier-ignore
    expect(parsed.ok ? [] : parsed.problem).toMatchObject([{ where: "indicators[0].numerator（1）" }]);
  });
});
