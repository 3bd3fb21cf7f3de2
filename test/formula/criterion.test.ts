import { matchesPattern, meets, parseCriterion } from "../../src/formula/criterion";
import { cellValue, type TestCell } from "./table-scope";

describe("a criterion is met as in Excel, but never by 缺报 or 不适用", () => {
  const cases: readonly (readonly [TestCell, string, boolean | "undecided"])[] = [
    ["公办", "公办", true],
    ["公办", "民办", false],
    ["ABC", "abc", true],
    [56, ">=56", true],
    [55, ">=56", false],
    [56, "56", true],
    ["218", "218", true],
    ["218", ">=100", false],
    [56, "=56", true],
    [56, "<>56", false],
    [56, "<>是", true],
    ["是", ">5", false],
    ["是", "<>5", true],
    [true, "是", true],
    [false, "<>是", true],
    [null, "", true],
    [null, "=", true],
    ["", "", false],
    [0, "", false],
    ["—", "", false],
    [null, "<>", false],
    ["—", "<>", false],
    [0, "<>", true],
    [null, "<>否", "undecided"],
    [null, "0", "undecided"],
    ["—", "<>否", false],
    ["—", "—", false],
    ["—", "*", false],
    [{ date: 42736 }, ">=42736", true],
    [{ date: 42736 }, ">=2017-1-1", true],
    [{ date: 42735 }, ">=2017/01/01", false],
    ["第一小学", "*小学", true],
    ["第一小学", "<>*小学", false],
    ["第一小学", "第?小学", true],
    [5, "*", false],
    ["b", ">A", true],
    ["合计(去重)", "合计(去重)", true],
  ];
  it.each(cases)("%j against %s: %s", (cell, criterion, met) => {
    expect(meets(cellValue(cell), parseCriterion(criterion))).toBe(met);
  });
});

describe("wildcards", () => {
  it.each([
    ["abc", "a*c", true],
    ["ac", "a*c", true],
    ["abcabd", "*abd", true],
    ["abcab", "*abd", false],
    ["a*c", "a~*c", true],
    ["abc", "a~*c", false],
    ["a~c", "a~~c", true],
    ["", "*", true],
    ["", "?", false],
    ["aXbXc", "a*b*c", true],
    ["小学", "??", true],
    ["小学", "?", false],
  ])("%s ~ %s: %s", (text, pattern, matches) => {
    expect(matchesPattern(text, pattern)).toBe(matches);
  });

  it("a long run of stars takes no time to fail", () => {
    expect(matchesPattern("a".repeat(2000), `${"*a".repeat(40)}b`)).toBe(false);
  });
});
