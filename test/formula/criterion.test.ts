import fc from "fast-check";
import type { ComparisonOperator } from "../../src/formula/comparison";
import { matchesPattern, meets, parseCriterion } from "../../src/formula/criterion";
import { evaluate } from "../../src/formula/evaluate";
import { printExcel } from "../../src/formula/print-excel";
import { excelNames } from "./excel-names";
import { agrees, calculatedInStandIn, disagreement, FormulaSheet, rowsOfTable, tree } from "./formula-sheet";
import { cellValue, tableScope, type TestCell } from "./table-scope";

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

describe("a number behind an operator is compared as it is", () => {
  const operators: readonly ComparisonOperator[] = ["=", "<>", "<", "<=", ">", ">="];
  const quotient = fc
    .tuple(
      fc.integer({ min: -60_000, max: 60_000 }),
      fc.integer({ min: 1, max: 2_000 }),
      fc.integer({ min: 1, max: 7 }),
    )
    .map(([册, 人, times]) => [册 * times, 人 * times] as const);

  const counts = (operator: ComparisonOperator, own: readonly [number, number], other: readonly [number, number]) => {
    const [left, right] = [BigInt(other[0]) * BigInt(own[1]), BigInt(own[0]) * BigInt(other[1])];
    const met = { "=": left === right, "<>": left !== right, "<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right }; // prettier-ignore
    return met[operator];
  };

  it("so that 41300册/860人 is not above itself", () => {
    const scope = tableScope({ 图书馆: { 生均: [{ over: [41_300, 860] }, { over: [12, 1] }] } }, { row: 0 });
    const value = (formula: string) => evaluate(tree(formula), scope);
    expect(value('COUNTIFS([生均],">"&[@生均])+1')).toEqual(cellValue(1));
    expect(value("COUNTIFS([生均],[@生均])")).toEqual(cellValue(1));
    expect(value('COUNTIFS([生均],"<>"&[@生均])')).toEqual(cellValue(1));
    expect(value('COUNTIFS([生均],">="&41300/860)')).toEqual(cellValue(1));
  });

  it.each(operators)("whatever the fractions: %s", (operator) => {
    fc.assert(
      fc.property(fc.array(quotient, { minLength: 1, maxLength: 8 }), (rows) => {
        const scope = tableScope({ 表: { 比: rows.map((over) => ({ over })) } }, { row: 0 });
        const [own = [0, 1] as const] = rows;
        expect(evaluate(tree(`COUNTIFS([比],"${operator}"&[@比])`), scope)).toEqual(
          cellValue(rows.filter((other) => counts(operator, own, other)).length),
        );
      }),
    );
  });

  it.each([1, 2, 3])("in a spreadsheet too, table %i", async (seed) => {
    const few = fc.sample(quotient, { seed, numRuns: rowsOfTable / 2 });
    const rows = [...few, ...few.map(([册, 人]) => [册 * 3, 人 * 3] as const)];
    const table = { 册: rows.map(([册]) => 册), 人: rows.map(([, 人]) => 人) };
    const sheet = new FormulaSheet(table);
    const ratio = sheet.place("比");
    sheet.fill(ratio, sheet.print(tree("[册]/[人]"), { as: "field" })?.formula ?? "=NA()");
    const formulas = [
      ...["=", "<", "<=", ">", ">="].map((operator) => `COUNTIFS([比],"${operator}"&[@比])`),
      "COUNTIFS([比],[@比])",
      'COUNTIFS([比],">"&[@册]/[@人])',
      'COUNTIFS([比],[@册]/[@人],[册],">="&[@册])',
      'SUMIFS([人],[比],"<="&[@比])',
    ];
    const placed = formulas.map((formula) => {
      const column = sheet.place(formula);
      sheet.fill(column, sheet.print(tree(formula), { as: "field" })?.formula ?? "=NA()");
      return { formula, column };
    });
    const cellAt = await calculatedInStandIn(sheet);
    const exact = { 表: { ...table, 比: rows.map((over): TestCell => ({ over })) } };
    const faults = placed.flatMap(({ formula, column }) =>
      rows.flatMap((_, row) => {
        const [cell, value] = [cellAt(column, row + 1), evaluate(tree(formula), tableScope(exact, { row }))];
        return agrees(cell, value, "—") ? [] : [disagreement(formula, `row ${String(row)}`, cell, value)];
      }),
    );
    expect(faults).toEqual([]);
  });

  const room = (text: string): string => `ABS(${text})*1E-13`;
  it.each([
    ['COUNTIFS([派生比],">"&[@派生比])', `">"&@派生比+${room("@派生比")}`],
    ['COUNTIFS([派生比],">="&[@派生比])', `">="&@派生比-${room("@派生比")}`],
    ['COUNTIFS([派生比],"<"&平均比)', `"<"&<平均比>-${room("<平均比>")}`],
    ["COUNTIFS([派生比],[@派生比])", `IF(ISNUMBER(@派生比),">="&@派生比-${room("@派生比")},@派生比)`],
    ['COUNTIFS([女],">"&[@女])', '">"&@女'],
  ])("%s leaves equal numbers a room for the 15 digits Excel keeps of a text", (formula, criterion) => {
    const printed = printExcel(tree(formula), excelNames(), { as: "field" });
    expect(printed.ok && printed.value.formula).toContain(`,${criterion}`);
  });

  it("is left to the engine where Excel cannot say it: unequal to a quotient", () => {
    const printed = printExcel(tree('COUNTIFS([派生比],"<>"&[@派生比])'), excelNames(), { as: "field" });
    expect(printed).toMatchObject({ ok: false, problem: { reason: "no-excel-form" } });
  });

  it("and the room parts equal fractions from all others, cut to 15 digits as Excel cuts them", () => {
    const cut = (value: number): number => Number(value.toPrecision(15));
    fc.assert(
      fc.property(quotient, quotient, ([a, b], [c, d]) => {
        const [own, other] = [a / b, c / d];
        expect(other > cut(own + Math.abs(own) * 1e-13)).toBe(c * b > a * d);
        expect(other >= cut(own - Math.abs(own) * 1e-13)).toBe(c * b >= a * d);
      }),
      {
        numRuns: 1000,
        examples: [
          [
            [41_300, 860],
            [82_600, 1_720],
          ],
          [
            [41_300, 860],
            [41_300, 860],
          ],
        ],
      },
    );
  });
});
