import type { School } from "../../../src/domain/school";
import type { Verdict } from "../../../src/domain/verdict";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import type { ValidationRule } from "../../../src/definitions/definition";
import { collect } from "../../../src/core/collect/collect";
import { validate } from "../../../src/core/validate/validate";
import { compiledOf, elementOf, formOf, tree } from "../../support/definition-builders";
import { openWorkbookOf, sheetOf } from "../../support/workbook-text";

const school = (code: string, name: string): School => ({
  code,
  name,
  aliases: [],
  attributes: { 学校代码: code, 学校名称: name },
});
const schools = [school("E01", "东小学"), school("W02", "西小学")];

const parts = {
  forms: [formOf("在校生"), formOf("年龄", { layout: "记录", keys: ["学校代码", "年龄"], nilReport: true })],
  elements: [
    elementOf("在校生", "学生", { unit: "人", required: false }),
    elementOf("在校生", "毕业生", { unit: "人", required: false }),
    elementOf("在校生", "教师", { unit: "人", required: false }),
    elementOf("在校生", "生师比", { type: "小数", formula: "[学生]/[教师]" }),
    elementOf("年龄", "年龄", { type: "文本" }),
    elementOf("年龄", "人数", { unit: "人", required: false }),
  ],
};

function definitionWith(form: string, formula: string, more: Partial<ValidationRule>): CompiledDefinition {
  const rule: ValidationRule = {
    id: "R1",
    form,
    says: "规则",
    severity: "警告",
    formula,
    ifMissing: "不判",
    instruction: "请核对",
    active: true,
    ...more,
  };
  return { ...compiledOf(parts), rules: [{ rule, tree: tree(formula) }] };
}

/** What each year's workbook says: rows of 在校生 and of 年龄. */
interface Filed {
  readonly pupils?: readonly string[];
  readonly ages?: readonly string[];
}

const readingOf = ({ pupils = [], ages = [] }: Filed) =>
  openWorkbookOf(
    sheetOf("在校生", ["学校代码 | 学生 | 毕业生 | 教师", ...pupils].join("\n")),
    sheetOf("年龄", ["学校代码 | 年龄 | 人数", ...ages].join("\n")),
  );

function confront(
  form: string,
  formula: string,
  now: Filed,
  then?: Filed,
  thenSchools = schools,
  more: Partial<ValidationRule> = {},
) {
  const definition = definitionWith(form, formula, more);
  const previous = then && collect(definition, thenSchools, [readingOf(then)]);
  return validate(definition, collect(definition, schools, [readingOf(now)]), [], previous);
}

function verdict(...given: Parameters<typeof confront>): Verdict {
  const [tally] = confront(...given).tallies;
  const counts = { pass: tally?.pass, fail: tally?.fail, undecided: tally?.undecided, "not-applicable": tally?.notApplicable }; // prettier-ignore
  const decided = Object.entries(counts).filter(([, count]) => count === 1);
  if (decided.length !== 1 || !decided[0]) throw new Error(`no single verdict: ${JSON.stringify(tally)}`);
  return decided[0][0] as Verdict;
}

describe("上年 in a rule", () => {
  it.each<[what: string, then: Filed | undefined, verdict: Verdict]>([
    ["near last year's value", { pupils: ["E01 | 98"] }, "pass"],
    ["far from last year's value", { pupils: ["E01 | 80"] }, "fail"],
    ["another school's value does not count", { pupils: ["W02 | 100", "E01 | 80"] }, "fail"],
    ["the school left the cell blank last year", { pupils: ["E01 | | 3"] }, "undecided"],
    ["the school did not file last year", { pupils: ["W02 | 100"] }, "undecided"],
    ["nobody gave last year's files", undefined, "undecided"],
    ["the cell said — last year", { pupils: ["E01 | —"] }, "not-applicable"],
  ])("%s", (_what, then, expected) => {
    const formula = "ABS([学生]-上年([学生]))<=上年([学生])*0.1";
    expect(verdict("在校生", formula, { pupils: ["E01 | 100"] }, then)).toBe(expected);
  });

  it("does not concern a school that was not there", () => {
    const then = { pupils: ["W02 | 100"] };
    expect(verdict("在校生", "[学生]=上年([学生])", { pupils: ["E01 | 100"] }, then, schools.slice(1))).toBe("not-applicable"); // prettier-ignore
  });

  it("works out derived fields from last year's cells", () => {
    const formula = "[生师比]<=上年([生师比])*1.5";
    expect(verdict("在校生", formula, { pupils: ["E01 | 90 | | 6"] }, { pupils: ["E01 | 100 | | 10"] })).toBe("pass");
    expect(verdict("在校生", formula, { pupils: ["E01 | 90 | | 5"] }, { pupils: ["E01 | 100 | | 10"] })).toBe("fail");
  });

  it("takes a blank of last year for 0 where the rule does", () => {
    const more: Partial<ValidationRule> = { ifMissing: "按零" };
    expect(verdict("在校生", "[学生]>上年([毕业生])", { pupils: ["E01 | 1"] }, { pupils: ["E01 | 7"] }, schools, more)).toBe("pass"); // prettier-ignore
  });

  it.each<[what: string, ages: readonly string[], verdict: Verdict]>([
    ["the record with the same keys", ["E01 | 7岁 | 9", "E01 | 6岁 | 4"], "pass"],
    ["whatever the order of the rows", ["W02 | 6岁 | 9", "E01 | 6岁 | 5"], "fail"],
    ["no such record then", ["E01 | 7岁 | 4"], "not-applicable"],
    ["the school's form did not come then", [], "undecided"],
  ])("finds a record again by its keys: %s", (_what, ages, expected) => {
    expect(verdict("年龄", "[人数]=上年([人数])", { ages: ["E01 | 6岁 | 4"] }, { ages })).toBe(expected);
  });

  it("points at this year's cells only", () => {
    const { findings } = confront("在校生", "[学生]>=上年([毕业生])", { pupils: ["E01 | 5 | 3"] }, { pupils: ["E01 | 9 | 8"] }); // prettier-ignore
    expect(findings).toMatchObject([{ at: { row: 1, column: 1 }, found: "5", expected: "8" }]);
    expect(findings[0]?.alsoAt).toBeUndefined();
  });
});
