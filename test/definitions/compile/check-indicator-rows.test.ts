import { exactFromCell } from "../../../src/domain/exact";
import type { Parameter } from "../../../src/domain/parameter";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import { parseDefinition } from "../../../src/definitions/definition.schema";

const library = (parameter: object | undefined, when = 'OR(指标(生均图书,"小学")>=参数(生均图书,"小学"),TRUE)') => ({
  format: "report-definition/1",
  id: "library",
  title: "图书馆",
  period: "2024年",
  forms: [{ name: "图书馆", layout: "卡片", periodType: "日历年" }],
  elements: [
    { form: "图书馆", name: "在校生数", type: "整数", unit: "人" },
    { form: "图书馆", name: "馆藏图书", type: "整数", unit: "册" },
  ],
  codes: [{ list: "学段", code: "1", label: "小学" }],
  indicators: [
    { id: "R1", name: "生均图书", form: "图书馆", numerator: "SUM([馆藏图书])", denominator: "SUM([在校生数])", kind: "均值", unit: "册", groupBy: ["学段"] }, // prettier-ignore
    { id: "R2", name: "占比", form: "图书馆", numerator: "SUM([馆藏图书])", denominator: "SUM([馆藏图书])", kind: "率", groupBy: ["学段"] }, // prettier-ignore
    { id: "R3", name: "馆藏", form: "图书馆", numerator: "SUM([馆藏图书])", unit: "册", groupBy: ["学段"] },
  ],
  parameters: parameter === undefined ? [] : [parameter],
  narrative: [{ id: "S1", level: "分句", text: "甲", when }],
});

function told(json: object, parameters: readonly Parameter[] = []): readonly string[] {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const compiled = compileDefinition(parsed.value, { parameters, rosterColumns: ["学段"] });
  return (compiled.ok ? compiled.value.notices : compiled.problem).map(({ where, message }) => `${where} ${message}`);
}

const target = (values: object = {}) => ({ use: "目标", name: "生均图书", key1: "小学", value: 15, ...values });
const meant = "单位和值都按指标的写，单位也可以不写";

describe("a row under an indicator's name is of the indicator's kind and unit", () => {
  it.each([
    ["a target in the same unit", target({ unit: "册" })],
    ["a target without a unit", target()],
    ["a target of ten thousands", target({ unit: "万册" })],
    ["a standard", target({ use: "标准", unit: "册" })],
    ["another region's", target({ use: "区域", unit: "册" })],
  ])("%s may be compared with it", (_, row) => {
    expect(told(library(row))).toEqual([]);
  });

  it.each([
    ["the indicator's mean spelled with what it is per", target({ unit: "册/人" }), "目标“生均图书”（小学）的单位是册/人，指标的单位是册"],
    ["persons", target({ use: "标准", unit: "人" }), "标准“生均图书”（小学）的单位是人，指标的单位是册"],
    ["a share", target({ unit: "%", value: "80%" }), "目标“生均图书”（小学）的单位是%，指标的单位是册"],
    ["books for a share", target({ name: "占比", unit: "册", period: "2024年" }), "目标“占比”（小学，2024年）的单位是册，指标的单位是%"],
  ])("but not %s", (_, row, message) => {
    expect(told(library(row, "生均图书>0"))).toEqual([`parameters[0].unit（${row.name}） ${message}。→ ${meant}`]);
  }); // prettier-ignore

  it("nor a past value in another unit", () => {
    const row = { use: "历史", name: "馆藏", period: "2023年", value: 5, unit: "本" };
    expect(told(library(row, "馆藏>0"))).toEqual([
      `parameters[0].unit（馆藏） 历史“馆藏”（2023年）的单位是本，指标的单位是册。→ ${meant}`,
    ]);
  });

  it("in a parameters file the row is told by its own cell", () => {
    const row: Parameter = {
      use: "目标",
      name: "生均图书",
      value: { type: "number", value: exactFromCell(15), asEntered: "15" },
      unit: "册/人",
      at: { sheet: "参数", row: 3, column: 5 },
    };
    expect(told(library(undefined, "生均图书>0"), [row])).toEqual([
      `indicators[0].name（R1） 参数!F4：目标“生均图书”的单位是册/人，指标的单位是册。→ ${meant}`,
    ]);
  });

  it("80 for a share draws a notice, 80% none", () => {
    const share = (value: string | number, unit?: string) => told(library({ use: "目标", name: "占比", value, ...(unit !== undefined && { unit }) }, "占比>0")); // prettier-ignore
    expect(share(80)).toEqual(["parameters[0].value（占比） 率是小数：80 要写 80%"]);
    expect(share("80%")).toEqual([]);
    expect(share(80, "%")).toEqual([]);
  });
});
