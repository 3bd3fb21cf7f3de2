import { completion } from "../../src/formula/completion";
import type { ColumnType, FormTyping, FormulaPlace, TypingScope } from "../../src/formula/formula-type";

const persons = { type: { kind: "量", unit: "人" } } as const;
const words = { type: { kind: "文本" } } as const;
const columnsOf = (columns: Readonly<Record<string, ColumnType>>): FormTyping["columns"] =>
  new Map(Object.entries(columns));
const forms = new Map<string, FormTyping>([
  ["学校", { rowUnit: "所", columns: columnsOf({ 在校生数: persons, 女生数: persons, 办别: words }) }],
  ["班级", { rowUnit: "个", columns: columnsOf({ 班额: persons, 年级: words }) }],
]);
const indicators: TypingScope["indicators"] = new Map([
  ["在校生总数", { type: persons.type, groups: new Map([["学段", ["小学", "初中"]]]), periods: ["上年", "2015年"] }],
  ["公办率", { type: { kind: "率" } as const, groups: new Map(), periods: [] }],
]);
const parameters: TypingScope["parameters"] = new Map([["大班额线", { kind: "数" }], ["公办率", { kind: "率" }]]); // prettier-ignore

const row: FormulaPlace = { place: "row", form: "学校" };
const total: FormulaPlace = { place: "total", form: "学校", groupBy: ["办别"] };
const filter: FormulaPlace = { place: "filter", form: "学校" };
const condition: FormulaPlace = { place: "condition" };

/** `|` is the caret. Gives what the text becomes with each candidate. */
function completed(marked: string, at: FormulaPlace): readonly string[] {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to, candidates } = completion(text, caret, { at, forms, indicators, parameters }, "zh");
  return candidates.map(({ insert }) => text.slice(0, from) + insert + text.slice(to));
}

describe("what can be written at the caret", () => {
  it.each<readonly [string, FormulaPlace, readonly string[]]>([
    ["[|", row, ["[在校生数]", "[女生数]", "[办别]"]],
    ["[女|]", row, ["[女生数]"]],
    ["[@生|", row, ["[@在校生数]", "[@女生数]"]],
    ["[@[在|", row, ["[@[在校生数]"]],
    ["班级[|", row, ["班级[班额]", "班级[年级]"]],
    ["SUMIFS(班级[|],1,2)", row, ["SUMIFS(班级[班额],1,2)", "SUMIFS(班级[年级],1,2)"]],
    ["SUM([女生数])/SU|", total, ["SUM([女生数])/SUM(", "SUM([女生数])/SUMIFS("]],
    ["SUM(在|", total, ["SUM([在校生数]"]],
    ["COUNTIFS(办|", total, ["COUNTIFS([办别]"]],
    ["COUNTIFS(班|", total, ["COUNTIFS(班级["]],
    ["指标(|", total, ["指标(在校生总数", "指标(公办率"]],
    ["指标(在校生总数,|", total, ['指标(在校生总数,"小学"', '指标(在校生总数,"初中"', '指标(在校生总数,"上年"', '指标(在校生总数,"2015年"']],
    ['指标(在校生总数,"小|学")', total, ['指标(在校生总数,"小学")']],
    ['指标（在校生总数，“小学”，“|', total, ["初中", "上年", "2015年"].map((slice) => `指标（在校生总数，“小学”，“${slice}`)],
    ["参数(|", total, ["参数(大班额线", "参数(公办率"]],
    ["公办率>指|", condition, ["公办率>指标("]],
    ["[女生数]+[在|校生数]", row, ["[女生数]+[在校生数]"]],
    ["大班|", row, ["大班额线"]],
    ["[女生数]|", row, []],
    ["[女生数] |", row, []],
    ['[办别]="|', row, []],
    ["公|", filter, ["公办率"]],
  ])("%s", (marked, at, expected) => {
    expect(completed(marked, at)).toEqual(expected);
  }); // prettier-ignore

  it.each<readonly [string, FormulaPlace, readonly string[], readonly string[]]>([
    ["a rule begins with the form's columns and has no figures", row, ["在校生数", "女生数", "办别", "班级"], ["在校生总数", "指标", "累计"]],
    ["an indicator begins with totals", total, ["SUM", "SUMIFS"], ["在校生数", "稳健偏离"]],
    ["a filter has neither totals nor figures", filter, ["在校生数"], ["SUM", "班级", "指标", "在校生总数"]],
    ["a sentence's condition begins with figures and has no columns", condition, ["在校生总数", "公办率"], ["办别", "SUM", "上年"]],
  ])("%s", (_, at, first, never) => {
    const names = completion("", 0, { at, forms, indicators, parameters }, "zh").candidates.map(({ name }) => name);
    expect(names.slice(0, first.length)).toEqual(first);
    for (const name of never) expect(names).not.toContain(name);
    expect(new Set(names).size).toBe(names.length);
  }); // prettier-ignore

  it("offers no total inside a total", () => {
    expect(completed("SUM(|", total).filter((text) => text.endsWith("("))).not.toContain("SUM(SUM(");
  });

  it("prefers what begins as typed to what holds it", () => {
    const names = completion("N", 1, { at: row, forms, indicators, parameters }, "zh").candidates.map(({ name }) => name); // prettier-ignore
    expect(names.slice(0, 2)).toEqual(["NOT", "N"]);
    expect(names).toContain("AND");
  });

  it.each([
    ["zh", "符合条件的行的合计"],
    ["en", "total of the rows that meet the criteria"],
  ] as const)("says what a function is written like and does (%s)", (language, help) => {
    const [candidate] = completion("sumifs", 6, { at: total, forms, indicators, parameters }, language).candidates;
    expect(candidate).toEqual({ kind: "function", name: "SUMIFS", insert: "SUMIFS(", detail: "SUMIFS(数,列,条件,…)", help }); // prettier-ignore
  });

  it("tells the type of columns and figures", () => {
    const [column] = completion("[", 1, { at: row, forms, indicators, parameters }, "zh").candidates;
    expect(column).toMatchObject({ kind: "column", detail: "量[人]" });
  });
});
