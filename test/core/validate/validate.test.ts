import { cellKey } from "../../../src/domain/cell";
import type { School } from "../../../src/domain/school";
import type { Verdict } from "../../../src/domain/verdict";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import type { ValidationRule } from "../../../src/definitions/definition";
import { collect } from "../../../src/core/collect/collect";
import { validate } from "../../../src/core/validate/validate";
import { compiledOf, elementOf, formOf, indicatorOf, parameterOf, tree } from "../../support/definition-builders";
import { fileOf, openWorkbookOf, sheetOf } from "../../support/workbook-text";

const school = (code: string, name: string): School => ({
  code,
  name,
  aliases: [],
  attributes: { 学校代码: code, 学校名称: name, 办别: "公办" },
});
const [east, west] = [school("E01", "东小学"), school("W02", "西小学")] as const;
const schools = [east, west];

const parts = {
  forms: [formOf("在校生"), formOf("年龄", { layout: "记录", keys: ["学校代码", "年龄"], nilReport: true })],
  elements: [
    ...["在校生数", "男生", "女生", "寄宿生", "一年级", "二年级"].map((name) =>
      elementOf("在校生", name, { unit: "人", required: false, min: -999 }),
    ),
    elementOf("在校生", "面积", { type: "小数", unit: "㎡", required: false }),
    elementOf("在校生", "建校", { type: "日期", required: false }),
    elementOf("在校生", "达标", { type: "是否", required: false }),
    elementOf("在校生", "生均面积", { type: "小数", formula: "[面积]/[在校生数]" }),
    elementOf("年龄", "年龄", { type: "文本" }),
    elementOf("年龄", "人数", { unit: "人" }),
  ],
  indicators: [
    indicatorOf("平均在校生", { form: "在校生", numerator: "AVERAGE([在校生数])", kind: "均值", unit: "人/所" }),
  ],
};

const ruleOf = (formula: string, more: Partial<ValidationRule> = {}): ValidationRule => ({
  id: "R1",
  form: "在校生",
  says: "规则",
  severity: "错误",
  formula,
  ifMissing: "不判",
  instruction: "请核对",
  active: true,
  ...more,
});

function withRules(...rules: readonly ValidationRule[]): CompiledDefinition {
  return {
    ...compiledOf(parts),
    rules: rules.map((rule) => ({
      rule,
      tree: tree(rule.formula),
      ...(rule.when === undefined ? {} : { when: tree(rule.when) }),
    })),
  };
}

const headings = "学校代码 | 在校生数 | 男生 | 女生 | 寄宿生 | 一年级 | 二年级 | 面积 | 建校 | 达标";
const sheet = (...rows: readonly string[]) => sheetOf("在校生", [headings, ...rows].join("\n"));

function confronted(rules: readonly ValidationRule[], rows: readonly string[], ages = "") {
  const definition = withRules(...rules);
  const records = sheetOf("年龄", `学校代码 | 年龄 | 人数\n${ages}`);
  const collection = collect(definition, schools, [openWorkbookOf(sheet(...rows), records)]);
  return validate(definition, collection, [parameterOf("标准", "大校线", 500)]);
}

/** The verdict on one school. */
function verdict(formula: string, row: string, more: Partial<ValidationRule> = {}, ages = ""): Verdict {
  const [tally] = confronted([ruleOf(formula, more)], [row], ages).tallies;
  const counts: readonly (readonly [Verdict, number | undefined])[] = [
    ["pass", tally?.pass],
    ["fail", tally?.fail],
    ["undecided", tally?.undecided],
    ["not-applicable", tally?.notApplicable],
  ];
  const given = counts.filter(([, count]) => count === 1).map(([name]) => name);
  if (given.length !== 1 || !given[0]) throw new Error(`no single verdict: ${JSON.stringify(tally)}`);
  return given[0];
}

describe("a comparison", () => {
  it.each<[what: string, formula: string, row: string, verdict: Verdict]>([
    ["equal parts", "[男生]+[女生]=[在校生数]", "E01 | 410 | 212 | 198", "pass"],
    ["parts that differ", "[男生]+[女生]=[在校生数]", "E01 | 401 | 212 | 198", "fail"],
    ["zeros are counts", "[男生]+[女生]=[在校生数]", "E01 | 0 | 0 | 0", "pass"],
    ["a blank decides nothing", "[男生]+[女生]=[在校生数]", "E01 | 410 | 212 |", "undecided"],
    ["— makes it 不涉及", "[寄宿生]<=[在校生数]", "E01 | 410 | | | —", "not-applicable"],
    ["a blank beside — decides nothing", "[寄宿生]<=[在校生数]", "E01 | | 3 | | —", "undecided"],
    ["an unreadable cell is a blank", "[男生]<=[在校生数]", "E01 | 410人 | 3", "undecided"],
    ["division by zero decides nothing", "[男生]/[在校生数]<=1", "E01 | 0 | 0", "undecided"],
    ["a sum over neighbouring fields", "[在校生数]=SUM([@[男生]:[女生]])", "E01 | 3 | 1 | 2", "pass"],
    ["a derived field", "[生均面积]>=2", "E01 | 100 | | | | | | 150", "fail"],
    ["a blank asked for", '[寄宿生]=""', "E01 | 100", "pass"],
    ["words", '[办别]="民办"', "E01 | 100", "fail"],
    ["a parameter", "[在校生数]<=大校线", "E01 | 501", "fail"],
    ["yes and no", "[达标]", "E01 | 1 | | | | | | | | 否", "fail"],
    ["last year, which is not known", "[二年级]=上年([一年级])", "E01 | 1 | | | | 5 | 6", "undecided"],
  ])("%s: %s", (_what, formula, row, expected) => {
    expect(verdict(formula, row)).toBe(expected);
  });
});

describe("AND and OR", () => {
  const both = "AND([男生]<=[在校生数],[寄宿生]<=[在校生数])";
  it.each<[what: string, formula: string, row: string, verdict: Verdict]>([
    ["both hold", both, "E01 | 9 | 4 | | 5", "pass"],
    ["one fails", both, "E01 | 9 | 4 | | 10", "fail"],
    ["one fails though the other is blank", both, "E01 | 9 | | | 10", "fail"],
    ["one is blank", both, "E01 | 9 | 4 | |", "undecided"],
    ["one is —", both, "E01 | 9 | 4 | | —", "not-applicable"],
    ["either holds though the other is blank", "OR([男生]>1,[女生]>1)", "E01 | 9 | 4 |", "pass"],
    ["neither holds and one is blank", "OR([男生]>1,[女生]>1)", "E01 | 9 | 1 |", "undecided"],
  ])("%s", (_what, formula, row, expected) => {
    expect(verdict(formula, row)).toBe(expected);
  });
});

describe("适用 and 缺报", () => {
  it.each<[what: string, row: string, more: Partial<ValidationRule>, verdict: Verdict]>([
    ["does not apply", "E01 | 0 | 5", { when: "[在校生数]>0" }, "not-applicable"],
    ["applies", "E01 | 4 | 5", { when: "[在校生数]>0" }, "fail"],
    ["nobody knows whether it applies", "E01 | | 5", { when: "[在校生数]>0" }, "undecided"],
    ["blanks are zero in this rule", "E01 | | 5", { ifMissing: "按零" }, "fail"],
    ["blanks are zero, and hold", "E01 | 5 |", { ifMissing: "按零" }, "pass"],
    ["an unreadable cell is no zero", "E01 | 5人 | 3", { ifMissing: "按零" }, "undecided"],
    ["a blank is a failure", "E01 | | 5", { ifMissing: "判错" }, "fail"],
    ["— is no blank", "E01 | — | 5", { ifMissing: "判错" }, "not-applicable"],
  ])("%s: %s", (_what, row, more, expected) => {
    expect(verdict("[男生]<=[在校生数]", row, more)).toBe(expected);
  });
});

describe("容差", () => {
  it.each<[tolerance: string | undefined, formula: string, left: number, right: number, verdict: Verdict]>([
    [undefined, "[二年级]=[一年级]", 100, 101, "fail"],
    ["1", "[二年级]=[一年级]", 100, 101, "pass"],
    ["1", "[二年级]=[一年级]", 100, 102, "fail"],
    ["5%", "[二年级]=[一年级]", 95, 100, "pass"],
    ["5%", "[二年级]=[一年级]", 94, 100, "fail"],
    ["MAX(5%,5)", "[二年级]=[一年级]", 15, 20, "pass"],
    ["MAX(5%,5)", "[二年级]=[一年级]", 14, 20, "fail"],
    ["MAX(5%,5)", "[二年级]=[一年级]", 950, 1000, "pass"],
    ["MAX(5%,5)", "[二年级]=[一年级]", 949, 1000, "fail"],
    ["2", "[二年级]<=[一年级]", 102, 100, "pass"],
    ["2", "[二年级]<=[一年级]", 103, 100, "fail"],
    ["2", "[二年级]<=[一年级]", 1, 100, "pass"],
    ["2", "[二年级]>=[一年级]", 98, 100, "pass"],
    ["2", "[二年级]>=[一年级]", 97, 100, "fail"],
    ["1", "AND([二年级]=[一年级],[二年级]<=[一年级])", 101, 100, "pass"],
    ["5%", "[二年级]=[一年级]", -95, -100, "pass"],
  ])("%s on %s with %d and %d", (tolerance, formula, left, right, expected) => {
    expect(
      verdict(
        formula,
        `E01 | | | | | ${String(right)} | ${String(left)}`,
        tolerance === undefined ? {} : { tolerance },
      ),
    ).toBe(expected);
  });
});

describe("another form, joined on 学校代码", () => {
  const formula = "[在校生数]=SUMIFS(年龄[人数],年龄[学校代码],[@学校代码])";
  it.each<[what: string, ages: string, verdict: Verdict]>([
    ["adds up this school's rows only", "E01 | 6岁 | 4\nE01 | 7岁 | 6\nW02 | 6岁 | 99", "pass"],
    ["differs", "E01 | 6岁 | 4\nE01 | 7岁 | 5", "fail"],
    ["a blank of its own decides nothing", "E01 | 6岁 | 10\nE01 | 7岁 |", "undecided"],
    ["a blank of another school does not matter", "E01 | 6岁 | 10\nW02 | 7岁 |", "pass"],
    ["the form has not come", "W02 | 6岁 | 10", "undecided"],
  ])("%s", (_what, ages, expected) => {
    expect(verdict(formula, "E01 | 10", {}, ages)).toBe(expected);
  });

  it("blocks the cells of both forms, this school's only", () => {
    const { findings, blocked } = confronted([ruleOf(formula)], ["E01 | 10"], "E01 | 6岁 | 4\nW02 | 6岁 | 99");
    expect(findings[0]?.at).toMatchObject({ sheet: "在校生", row: 1, column: 1 });
    expect(findings[0]?.alsoAt).toMatchObject([{ sheet: "年龄", row: 1, column: 2 }]);
    expect(blocked.has(cellKey({ sheet: "年龄", row: 2, column: 2 }))).toBe(false);
  });
});

describe("what a failure says", () => {
  const failure = (rule: ValidationRule, row: string) =>
    confronted([rule], [row]).findings.find(({ code }) => code === "rule-failed");

  it("fills the places of its own words", () => {
    const rule = ruleOf("[女生]<=[在校生数]", {
      message: "女生{左}人，在校生{右}人，多{差}人；寄宿{[寄宿生]}，面积{[面积]}",
    });
    expect(failure(rule, "E01 | 400 | | 412 | — | | | 1234.5")?.message).toBe(
      "女生412人，在校生400人，多12人；寄宿—，面积1234.5",
    );
  });

  it("without words of its own names the rule and both sides", () => {
    expect(failure(ruleOf("[男生]+[女生]=[在校生数]", { says: "男女合计" }), "E01 | 401 | 212 | 198")).toMatchObject({
      message: "男女合计：左410，右401，差9",
      found: "410",
      expected: "401",
      difference: "9",
      rule: "R1",
      school: "E01",
      form: "在校生",
      severity: "error",
      instruction: "请核对",
    });
  });

  it("tells the part of an AND that failed, and points at its cells", () => {
    const finding = failure(ruleOf("AND([男生]<=[在校生数],[寄宿生]<=[在校生数])"), "E01 | 9 | 4 | | 12");
    expect(finding).toMatchObject({
      found: "12",
      expected: "9",
      at: { row: 1, column: 4 },
      alsoAt: [{ row: 1, column: 1 }],
    });
  });

  it("points at the fields a derived field is made of", () => {
    const finding = failure(ruleOf("[生均面积]>=2"), "E01 | 100 | | | | | | 150");
    expect(finding).toMatchObject({ found: "1.5", at: { column: 7 }, alsoAt: [{ column: 1 }] });
  });

  it("prints a quotient without end to four decimals and a date as a date", () => {
    expect(failure(ruleOf("[男生]/[在校生数]>=1"), "E01 | 3 | 1")?.found).toBe("0.3333");
    expect(failure(ruleOf("[建校]>=DATE(2020,1,1)"), "E01 | 3 | | | | | | | @1998-09-01")?.found).toBe("1998-09-01");
  });

  it.each<[ValidationRule["severity"], string, number]>([
    ["错误", "error", 2],
    ["警告", "warning", 0],
    ["提示", "notice", 0],
  ])("%s is an %s and blocks %d cells", (severity, level, cells) => {
    const { findings, blocked } = confronted([ruleOf("[男生]<=[在校生数]", { severity })], ["E01 | 3 | 5"]);
    expect(findings[0]?.severity).toBe(level);
    expect(blocked.size).toBe(cells);
  });
});

describe("the record", () => {
  it("counts every verdict, leaves schools that have not filed out, and skips rules out of use", () => {
    const rules = [ruleOf("[男生]<=[在校生数]"), ruleOf("[女生]<=[在校生数]", { id: "R2", active: false })];
    expect(confronted(rules, ["E01 | 3 | 5"]).tallies).toEqual([
      { rule: "R1", form: "在校生", pass: 0, fail: 1, undecided: 0, notApplicable: 0 },
    ]);
    expect(confronted(rules, ["E01 | 3 | 5", "W02 | | 1"]).tallies[0]).toMatchObject({ fail: 1, undecided: 1 });
  });

  it("lists findings by school of the roster, then by place", () => {
    const rules = [ruleOf("[女生]<=[在校生数]", { id: "R2" }), ruleOf("[男生]<=[在校生数]", { id: "R1" })];
    const { findings } = confronted(rules, ["W02 | 3 | 5 | 6", "E01 | 3 | 5 | 7"]);
    expect(findings.map(({ school: who, rule }) => `${who ?? ""} ${rule ?? ""}`)).toEqual([
      "E01 R1",
      "E01 R2",
      "W02 R1",
      "W02 R2",
    ]);
  });

  it("blocks the cells of errors found while collecting, too", () => {
    const definition = withRules();
    const collection = collect(definition, schools, [
      fileOf("1.xlsx", sheet("E01 | 5人")),
      fileOf("2.xlsx", sheet("W02 | 3")),
      fileOf("3.xlsx", sheet("W02 | 4")),
    ]);
    const { blocked } = validate(definition, collection, []);
    const codeAt = (file: string) => blocked.get(cellKey({ file, sheet: "在校生", row: 1, column: 1 }))?.code;
    expect(["1.xlsx", "2.xlsx", "3.xlsx"].map(codeAt)).toEqual(["cell-not-number", "school-twice", "school-twice"]);
  });
});

describe("a rule on outliers", () => {
  const town = Array.from({ length: 7 }, (_, index) => school(`T${String(index)}`, `第${String(index)}小学`));
  const sizes = [310, 295, 305, 300, 290, 900];
  const rows = sizes.map((size, index) => `T${String(index)} | ${String(size)} | | | | | | 10`);
  const rule = ruleOf("稳健偏离([在校生数],[办别])<=3.5", { severity: "警告" });
  const confrontTown = (one: ValidationRule) => {
    const definition = withRules(one);
    return validate(definition, collect(definition, town, [openWorkbookOf(sheet(...rows))]), []);
  };

  it("finds the school far from the others of its kind, and points at its own cell only", () => {
    const { tallies, findings } = confrontTown(rule);
    expect(tallies).toMatchObject([{ pass: 5, fail: 1, undecided: 0 }]);
    expect(findings.filter(({ code }) => code === "rule-failed")).toMatchObject([
      { school: "T5", at: { row: 6, column: 1 }, found: "53.7344", expected: "3.5" },
    ]);
  });

  it("works on derived fields, and rests on the cells they are made of", () => {
    const [finding] = confrontTown(ruleOf("稳健偏离([生均面积])<=3.5", { severity: "警告" })).findings;
    expect(finding).toMatchObject({ school: "T5", at: { column: 7 }, alsoAt: [{ column: 1 }] });
  });
});
