import { loadBuiltin } from "../../../src/definitions/builtin";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { ReportDefinition } from "../../../src/definitions/definition";
import statements from "./statements.json";

const rosterColumns = "学校代码 学校名称 简称 别名 学段 办学类型 城乡 办别 普惠 乡镇 县属 中心校".split(" ");

function definition(): ReportDefinition {
  const loaded = loadBuiltin("work-report");
  if (!loaded.ok) throw new Error(loaded.problem.map(({ where, message }) => `${where}: ${message}`).join("\n"));
  return loaded.value;
}

describe("the work report as a definition", () => {
  const report = definition();

  it("compiles without a parameters file, for a district that has not filled one in yet", () => {
    const compiled = compileDefinition(report, { parameters: [], rosterColumns });
    expect(compiled.ok ? [] : compiled.problem.map(({ where, message }) => `${where}: ${message}`)).toEqual([]);
  });

  it("names no district: what is particular to one stands in parameters", () => {
    expect(JSON.stringify(report)).not.toMatch(/汶上|首师大|首都师范/u);
  });

  it("has an owner for every value and sentence that a person must enter", () => {
    const entered = report.parameters.filter(({ use }) => use === "局填" || use === "文字" || use === "人口");
    expect(entered.length).toBeGreaterThan(0);
    expect(entered.filter(({ owner }) => owner === undefined)).toEqual([]);
  });

  it("says of every standard with a value where it comes from", () => {
    const set = report.parameters.filter(({ use, value }) => use === "标准" && value !== undefined);
    expect(set.map(({ name }) => name)).toContain("大班额线");
    expect(set.filter(({ source }) => source === undefined)).toEqual([]);
  });

  it("explains every indicator", () => {
    expect(report.indicators.filter(({ definition: meaning }) => meaning === undefined)).toEqual([]);
  });

  it("caps rates of a part to its whole, and leaves 毛入园率 and 巩固率 open above 100 %", () => {
    const open = report.indicators
      .filter(({ kind, cap }) => kind === "率" && cap === undefined)
      .map(({ name }) => name);
    expect(open).toEqual(["毛入园率", "巩固率"]);
  });

  it("collects, checks and prints nothing that is not used", () => {
    const formulas = report.indicators.flatMap(({ filter = "", numerator, denominator = "" }) => [
      filter,
      numerator,
      denominator,
    ]);
    const texts = [...report.narrative.flatMap(({ text, when = "" }) => [text, when]), ...formulas].join("\n");
    const unused = report.parameters.filter(
      ({ name }) => !texts.includes(name) && !report.rules.some(({ formula }) => formula?.includes(name) === true),
    );
    expect(unused.map(({ name }) => name)).toEqual([]);
  });
});

describe("the statements of the published report", () => {
  const rows = new Map(definition().narrative.map((row) => [row.id, row]));

  it("are 80", () => {
    expect(Object.keys(statements)).toHaveLength(80);
  });

  it.each(Object.entries(statements))("%s is told by clauses that exist and go out", (_, { clauses }) => {
    expect(clauses.length).toBeGreaterThan(0);
    for (const clause of clauses) expect(rows.get(clause)?.status).toBe("定稿");
  });

  it.each(Object.entries(statements).filter(([, statement]) => statement.class === "computed"))(
    "%s does not hold its figures as typed words",
    (_, { clauses, text }) => {
      const typed = clauses.map((clause) => rows.get(clause)?.text ?? "").join("");
      const numbers = text.match(/\d+(\.\d+)?/gu) ?? [];
      for (const number of numbers.filter((digits) => digits !== "80" && digits !== "985"))
        expect(typed).not.toContain(number);
      expect(typed).toMatch(/[{[]/u);
    },
  );
});
