import * as fc from "fast-check";
import { aggregate } from "../../../src/core/aggregate/aggregate";
import { comparableChangeOf } from "../../../src/core/aggregate/comparable-change";
import { lastYearFrom } from "../../../src/core/aggregate/last-year";
import type { ComparableChange } from "../../../src/domain/comparable-change";
import { add, exactText, zero, type Exact } from "../../../src/domain/exact";
import type { Indicator } from "../../../src/definitions/definition";
import { compiledOf, elementOf, formOf, indicatorOf } from "../../support/definition-builders";
import { collectionOf, confrontationOf, schoolOf, tableOf, type TestRow } from "./collection-builders";

const columns = ["学生", "教师"];
const on = { form: "学校", compare: ["上年"] } as const;
const students = indicatorOf("学生数", { ...on, numerator: "SUM([学生])", groupBy: ["乡镇"] });
const schools = indicatorOf("学校数", { ...on, unit: "所", numerator: "COUNTA([学生])" });
const perTeacher = indicatorOf("生师比", { ...on, kind: "率", numerator: "SUM([学生])", denominator: "SUM([教师])" });
const largest = indicatorOf("最大校学生数", { ...on, numerator: "MAX([学生])" });
const skipping = indicatorOf("已报学生数", { ...on, numerator: "SUM([学生])", ifMissing: "跳过" });

const definition = compiledOf({
  forms: [formOf("学校")],
  elements: columns.map((name) => elementOf("学校", name)),
  indicators: [students, schools, perTeacher, largest, skipping],
});

function changeOf(then: readonly TestRow[], now: readonly TestRow[], indicator: Indicator, key = indicator.name) {
  const [previous, current] = [then, now].map((rows) => collectionOf(tableOf("学校", columns, rows)));
  if (!previous || !current) throw new Error("two years make two collections");
  const lastYear = lastYearFrom(definition, previous, []);
  const figures = aggregate(definition, current, confrontationOf(), [], lastYear);
  const figure = figures.get(key);
  return figure && comparableChangeOf(definition, current, confrontationOf(), [], figures, lastYear)(figure);
}

const rowOf = (code: string, 学生: number | null, 教师 = 1, attributes: Record<string, string> = {}): TestRow => ({
  school: schoolOf(code, { 乡镇: "东镇", ...attributes }),
  cells: { 学生, 教师 },
});

/** 甲 stays, 乙 opens, 丙 closes, 丁 goes into 戊. */
const then = [rowOf("甲", 100, 8), rowOf("丙", 30, 3), rowOf("丁", 20, 2, { 并入: "学校戊" }), rowOf("戊", 50, 5)];
const now = [rowOf("甲", 110, 9), rowOf("乙", 40, 4), rowOf("戊", 65, 6)];

const text = (value: Exact | undefined): string => (value ? exactText(value) : "");
function told(change: ComparableChange | undefined): unknown {
  if (!change) return undefined;
  const { continuing, opened, closed, merged } = change;
  return {
    whole: `${text(change.lastYear)}→${text(change.thisYear)}`,
    continuing: `${text(continuing.lastYear)}→${text(continuing.thisYear)} (${String(continuing.schools)})`,
    opened: opened.map(({ school, value }) => `${school.code} ${text(value)}`.trim()),
    closed: closed.map(({ school, value }) => `${school.code} ${text(value)}`.trim()),
    merged: merged.map((one) => `${one.from.map(({ code }) => code).join("+")}→${one.into.code} ${text(one.lastYear)}→${text(one.thisYear)}`), // prettier-ignore
  };
}

describe("the change of an amount against last year", () => {
  it("splits into schools of both years, new ones, closed ones and merged ones", () => {
    expect(told(changeOf(then, now, students))).toEqual({
      whole: "200→215",
      continuing: "100→110 (1)",
      opened: ["乙 40"],
      closed: ["丙 30"],
      merged: ["丁→戊 70→65"],
    });
  });

  it("splits a number of schools as well", () => {
    expect(told(changeOf(then, now, schools))).toMatchObject({ whole: "4→3", continuing: "1→1 (1)", merged: ["丁→戊 2→1"] }); // prettier-ignore
  });

  it("takes this year's roster's word for where a school went", () => {
    const before = [rowOf("甲", 1), rowOf("丁", 20)];
    const after = [rowOf("甲", 25), { ...rowOf("丁", null, 1, { 主校: "甲", 停用: "2022-07" }), filed: false }];
    const [previous, current] = [collectionOf(tableOf("学校", columns, before)), collectionOf(tableOf("学校", columns, after.slice(0, 1)))]; // prettier-ignore
    const lastYear = lastYearFrom(definition, previous, []);
    const withRoster = { ...current, schools: after.map(({ school }) => school) };
    const figures = aggregate(definition, withRoster, confrontationOf(), [], lastYear);
    const figure = figures.get("学生数");
    expect(told(figure && comparableChangeOf(definition, withRoster, confrontationOf(), [], figures, lastYear)(figure))).toMatchObject({ merged: ["丁→甲 21→25"], closed: [] }); // prettier-ignore
  });

  it("knows a school that was given another code by its name", () => {
    const renamed = { ...rowOf("新甲", 110), school: { ...schoolOf("新甲", { 乡镇: "东镇" }), name: "学校甲" } };
    expect(told(changeOf([rowOf("甲", 100)], [renamed], students))).toMatchObject({ continuing: "100→110 (1)", opened: [], closed: [] }); // prettier-ignore
  });

  it("keeps a school that went over to another township among those of both years", () => {
    const moved = [rowOf("甲", 100), rowOf("己", 10)];
    const after = [rowOf("甲", 110), rowOf("己", 12, 1, { 乡镇: "西镇" })];
    expect(told(changeOf(moved, after, students, "学生数|东镇"))).toMatchObject({ whole: "110→110", continuing: "110→110 (2)" }); // prettier-ignore
  });
});

describe("the change of a ratio against last year", () => {
  it("is told over the schools of both years, and names the others", () => {
    expect(told(changeOf(then, now, perTeacher))).toEqual({
      whole: "100/9→215/19",
      continuing: "12.5→110/9 (1)",
      opened: ["乙"],
      closed: ["丙"],
      merged: ["丁→戊 →"],
    });
  });
});

describe("there is nothing to compare", () => {
  it.each([
    ["an amount that is not the sum of its schools", then, now, largest],
    ["a withheld year", [rowOf("甲", null)], now, students],
    ["a year that leaves schools out", [rowOf("甲", 1), rowOf("己", null)], now, skipping],
  ] as const)("for %s", (_, before, after, indicator) => {
    expect(changeOf(before, after, indicator)).toBeUndefined();
  });
});

const runs = Number(process.env["COMPARABLE_CHANGES"] ?? 60);
const codes = ["1", "2", "3", "4", "5", "6"];
const year = fc
  .uniqueArray(
    fc.record({
      code: fc.constantFrom(...codes),
      pupils: fc.nat(300),
      township: fc.constantFrom("东镇", "西镇"),
      into: fc.option(fc.constantFrom(...codes), { nil: undefined, freq: 2 }),
    }),
    { selector: ({ code }) => code, minLength: 1 },
  )
  .map((rows) => rows.map(({ code, pupils, township, into }) => rowOf(code, pupils, 1, { 乡镇: township, ...(into !== undefined && { 并入: into }) }))); // prettier-ignore

describe("the parts of any change", () => {
  const sum = (values: readonly (Exact | undefined)[]): Exact =>
    values.reduce<Exact>((total, value) => add(total, value ?? zero), zero);

  it.each(["学生数", "学生数|东镇", "学校数"])("of %s add up to the change", (key) => {
    const indicator = key === "学校数" ? schools : students;
    fc.assert(
      fc.property(year, year, (before, after) => {
        const change = changeOf(before, after, indicator, key);
        if (!change) return key === "学生数|东镇";
        const { lastYear, thisYear, continuing, opened, closed, merged } = change;
        const entered = sum([...opened.map(({ value }) => value), ...merged.map((one) => one.thisYear)]);
        const left = sum([...closed.map(({ value }) => value), ...merged.map((one) => one.lastYear)]);
        expect(exactText(add(continuing.lastYear, left))).toBe(exactText(lastYear));
        expect(exactText(add(continuing.thisYear, entered))).toBe(exactText(thisYear));
        const named = [...opened, ...closed].map(({ school }) => school.code);
        expect(new Set(named).size).toBe(named.length);
        return true;
      }),
      { numRuns: runs },
    );
  });
});
