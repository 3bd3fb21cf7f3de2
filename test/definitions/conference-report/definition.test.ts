import { loadBuiltin } from "../../../src/definitions/builtin";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { ReportDefinition } from "../../../src/definitions/definition";

const rosterColumns = "学校代码 学校名称 简称 学段 办学类型 城乡 办别 普惠 乡镇 片区 研训共同体 偏远".split(" ");

function definition(): ReportDefinition {
  const loaded = loadBuiltin("conference-report");
  if (!loaded.ok) throw new Error(loaded.problem.map(({ where, message }) => `${where}: ${message}`).join("\n"));
  return loaded.value;
}

describe("the report on an education conference as a definition", () => {
  const report = definition();

  it("compiles without a parameters file, for a district that has not filled one in yet", () => {
    const compiled = compileDefinition(report, { parameters: [], rosterColumns });
    expect(compiled.ok ? [] : compiled.problem.map(({ where, message }) => `${where}: ${message}`)).toEqual([]);
  });

  it("names no district: what is particular to one stands in parameters", () => {
    expect(JSON.stringify(report)).not.toMatch(/安定|定西|甘肃|\*\*\*/u);
  });

  it("has an owner for every value and sentence that a person must enter", () => {
    const entered = report.parameters.filter(({ value }) => value === undefined);
    expect(entered.length).toBeGreaterThan(0);
    expect(entered.filter(({ owner }) => owner === undefined)).toEqual([]);
  });

  it("says of every line a verdict rests on where it comes from", () => {
    const set = report.parameters.filter(({ value }) => value !== undefined);
    expect(set.map(({ name }) => name)).toContain("差距倍数线");
    expect(set.filter(({ source }) => source === undefined)).toEqual([]);
  });

  it("explains every indicator", () => {
    expect(report.indicators.filter(({ definition: meaning }) => meaning === undefined)).toEqual([]);
  });

  it("counts years of an allowance and persons apart", () => {
    const units = new Map(report.indicators.map(({ name, unit, library }) => [name, unit ?? library]));
    expect(units.get("乡村教师补助人年")).toBe("人年");
    expect(units.get("领补助乡村教师数")).toBe("C10c");
  });
});
