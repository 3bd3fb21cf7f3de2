import { loadBuiltin } from "../../../src/definitions/builtin";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { ReportDefinition } from "../../../src/definitions/definition";

const rosterColumns = "学校代码 学校名称 简称 别名 学段 办学类型 城乡 办别 普惠 乡镇 隶属".split(" ");

function definition(): ReportDefinition {
  const loaded = loadBuiltin("city-briefing");
  if (!loaded.ok) throw new Error(loaded.problem.map(({ where, message }) => `${where}: ${message}`).join("\n"));
  return loaded.value;
}

describe("the city's briefing as a definition", () => {
  const briefing = definition();
  const compiled = compileDefinition(briefing, { parameters: [], rosterColumns });

  it("compiles without a parameters file, for a city that has not filled one in yet", () => {
    expect(compiled.ok ? [] : compiled.problem.map(({ where, message }) => `${where}: ${message}`)).toEqual([]);
  });

  it("names no place, school or enterprise: only the shapes of the blank form show what may stand there", () => {
    const withoutShapes = JSON.stringify(briefing).replace(/形[^ |}]*/gu, "");
    expect(withoutShapes).not.toMatch(/xx|柳|东城集团|科技大学|工学院|六十六/u);
  });

  it("explains every indicator", () => {
    const indicators = compiled.ok ? [...compiled.value.indicators.values()] : [];
    expect(indicators).toHaveLength(briefing.indicators.length);
    expect(indicators.filter(({ indicator }) => indicator.definition === undefined)).toEqual([]);
  });

  it("has an owner for every value, claim and threshold that a person must enter", () => {
    expect(briefing.parameters.length).toBeGreaterThan(0);
    expect(briefing.parameters.filter(({ owner }) => owner === undefined)).toEqual([]);
  });

  it("says of every standard where it comes from", () => {
    const standards = briefing.parameters.filter(({ use }) => use === "标准");
    expect(standards.map(({ name }) => name)).toEqual(["高分线", "远高于倍数"]);
    expect(standards.filter(({ value, source }) => value === undefined || source === undefined)).toEqual([]);
  });

  it("uses every parameter it asks for", () => {
    const texts = JSON.stringify([briefing.narrative, briefing.indicators, briefing.rules]);
    expect(briefing.parameters.filter(({ name }) => !texts.includes(name)).map(({ name }) => name)).toEqual([]);
  });
});
