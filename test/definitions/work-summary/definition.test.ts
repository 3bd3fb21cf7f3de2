import { loadBuiltin } from "../../../src/definitions/builtin";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { ReportDefinition } from "../../../src/definitions/definition";

const rosterColumns = "学校代码 学校名称 简称 别名 学段 办学类型 城乡 办别 普惠 乡镇".split(" ");

function definition(): ReportDefinition {
  const loaded = loadBuiltin("work-summary");
  if (!loaded.ok) throw new Error(loaded.problem.map(({ where, message }) => `${where}: ${message}`).join("\n"));
  return loaded.value;
}

describe("the work summary as a definition", () => {
  const summary = definition();
  const compiled = compileDefinition(summary, { parameters: [], rosterColumns });
  const indicators = compiled.ok ? [...compiled.value.indicators.values()].map(({ indicator }) => indicator) : [];

  it("compiles without a parameters file, for a district that has not filled one in yet", () => {
    expect(compiled.ok ? [] : compiled.problem.map(({ where, message }) => `${where}: ${message}`)).toEqual([]);
  });

  it("names no place or school: only the shapes of the blank form show what may stand there", () => {
    const withoutShapes = JSON.stringify(summary).replace(/形[^ |}]*/gu, "");
    expect(withoutShapes).not.toMatch(
      /锦林|丽日|沐春园|宝迪乐|宏德|金辉|中色|舍予圆|长城|新区|星海|硒有|游东|祥[和河]/u,
    );
  });

  it("explains every indicator", () => {
    expect(indicators).toHaveLength(summary.indicators.length);
    expect(indicators.filter(({ definition: meaning }) => meaning === undefined)).toEqual([]);
  });

  it("has an owner for every value, judgement and threshold that a person must enter", () => {
    expect(summary.parameters.filter(({ owner }) => owner === undefined)).toEqual([]);
  });

  it("says of every standard where it comes from", () => {
    const standards = summary.parameters.filter(({ use }) => use === "标准");
    expect(standards.map(({ name }) => name)).toContain("大班额线");
    expect(standards.filter(({ value, source }) => value === undefined || source === undefined)).toEqual([]);
  });

  it("leaves only 巩固率 and what is compared with a quota open above 100 %", () => {
    const rates = indicators.filter(({ kind, cap }) => kind === "率" && cap === undefined);
    expect(rates.map(({ name }) => name)).toEqual([
      "义务教育巩固率",
      "小学六年巩固率",
      "初中三年巩固率",
      "信息教师配备率",
    ]);
  });

  it("uses every parameter it asks for", () => {
    const texts = JSON.stringify([summary.narrative, summary.indicators, summary.rules]);
    expect(summary.parameters.filter(({ name }) => !texts.includes(name)).map(({ name }) => name)).toEqual([]);
  });
});
