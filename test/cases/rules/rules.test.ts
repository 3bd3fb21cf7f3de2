import { ruleLibrary } from "../../../src/definitions/rule-library";
import type { FormulaRule, ReaderRule } from "../../../src/definitions/rule-library/library-rule";
import { verdictOf } from "./formula-cases";
import { formulaCases, readerCases } from "./read-cases";
import { findingsOf } from "./reader-cases";

const rules = [...ruleLibrary.values()];
const formulaRules = rules.filter((rule): rule is FormulaRule => rule.by === "formula");
const readerRules = rules.filter((rule): rule is ReaderRule => rule.by === "reader");
const titled = <T extends FormulaRule | ReaderRule>(some: readonly T[]): readonly (readonly [string, T])[] =>
  some.map((rule) => [`${rule.id} ${rule.says}`, rule]);
const casesOf = <T extends { readonly entry: string }>(cases: readonly T[], { id }: { readonly id: string }) =>
  cases.filter(({ entry }) => entry === id);

describe.each(titled(formulaRules))("%s", (_title, rule) => {
  const cases = casesOf(formulaCases, rule);

  it.each(cases.map((one) => [one.what, one.verdict, one] as const))("%s: %s", (_what, verdict, one) => {
    expect(verdictOf(rule, one, cases)).toBe(verdict);
  });

  it("has cases that pass, fail and stay undecided", () => {
    const verdicts = cases.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(expect.arrayContaining(["pass", "fail", "undecided"]));
  });
});

describe.each(titled(readerRules))("%s", (_title, rule) => {
  const cases = casesOf(readerCases, rule);

  it.each(cases.map((one) => [one.what, one.verdict, one] as const))("%s: %s", (_what, verdict, one) => {
    expect(findingsOf(rule, one).length > 0 ? "fail" : "raises nothing").toBe(
      verdict === "fail" ? "fail" : "raises nothing",
    );
  });

  it("has cases that pass and fail", () => {
    expect(cases.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(["pass", "fail"]));
  });
});

it("no case is of a rule that is not in the library", () => {
  const known = new Set(rules.map(({ id }) => id));
  expect([...formulaCases, ...readerCases].map(({ entry }) => entry).filter((entry) => !known.has(entry))).toEqual([]);
});
