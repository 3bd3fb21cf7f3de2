import { loadBuiltin } from "../../../src/definitions/builtin";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { ReportDefinition } from "../../../src/definitions/definition";

const rosterColumns = "学校代码 学校名称 简称 别名 学段 办学类型 城乡 办别 普惠 乡镇 住宿".split(" ");

function definition(): ReportDefinition {
  const loaded = loadBuiltin("forum-address");
  if (!loaded.ok) throw new Error(loaded.problem.map(({ where, message }) => `${where}: ${message}`).join("\n"));
  return loaded.value;
}

describe("the address to the forum as a definition", () => {
  const address = definition();
  const compiled = compileDefinition(address, { parameters: [], rosterColumns });

  it("compiles without a parameters file, for a city that has not filled one in yet", () => {
    expect(compiled.ok ? [] : compiled.problem.map(({ where, message }) => `${where}: ${message}`)).toEqual([]);
  });

  it("names no place, school or enterprise: only the shapes of the blank form show what may stand there", () => {
    const withoutShapes = JSON.stringify(address).replace(/形[^ |}]*/gu, "");
    expect(withoutShapes).not.toMatch(/xx|云川|青岛|苏州|曲阜|体育学院/u);
  });

  it("explains every indicator", () => {
    const indicators = compiled.ok ? [...compiled.value.indicators.values()] : [];
    expect(indicators).toHaveLength(address.indicators.length);
    expect(indicators.filter(({ indicator }) => indicator.definition === undefined)).toEqual([]);
  });

  it("has an owner for every value, claim and threshold that a person must enter", () => {
    expect(address.parameters.length).toBeGreaterThan(0);
    expect(address.parameters.filter(({ owner }) => owner === undefined)).toEqual([]);
  });

  it("caps every rate: each is a part of its whole", () => {
    const indicators = compiled.ok ? [...compiled.value.indicators.values()] : [];
    const rates = indicators.filter(({ indicator }) => indicator.kind === "率");
    expect(rates.length).toBeGreaterThan(0);
    expect(rates.filter(({ indicator }) => indicator.cap !== 1)).toEqual([]);
  });

  it("uses every parameter it asks for", () => {
    const texts = JSON.stringify([address.narrative, address.indicators, address.rules]);
    expect(address.parameters.filter(({ name }) => !texts.includes(name)).map(({ name }) => name)).toEqual([]);
  });
});
