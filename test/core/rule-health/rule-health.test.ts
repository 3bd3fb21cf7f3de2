import fc from "fast-check";
import type { RuleRemark } from "../../../src/domain/rule-remark";
import type { RuleTally } from "../../../src/domain/verdict";
import { ruleHealth } from "../../../src/core/rule-health/rule-health";
import { builtinNames, loadBuiltin } from "../../../src/definitions/builtin";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import type { ValidationRule } from "../../../src/definitions/definition";
import { parametersOf } from "../../../src/definitions/parameters-of";
import { nodes } from "../../../src/formula/columns-of";
import { compiledOf, elementOf, formOf, parameterOf, tree } from "../../support/definition-builders";

const fields = ["a", "b", "c", "d"] as const;
const parts = {
  forms: [formOf("表"), formOf("另表")],
  elements: [
    ...fields.map((name) => elementOf("表", name)),
    elementOf("表", "百", { min: 1, max: 100 }),
    elementOf("表", "空为零", { min: 5, blankMeans: "0" }),
    elementOf("表", "面积", { type: "小数" }),
    elementOf("表", "升降", { min: -50 }),
    elementOf("表", "学段", { type: "文本" }),
    elementOf("表", "合计", { formula: "[a]+[b]" }),
    elementOf("另表", "a"),
  ],
};

interface Written extends Partial<ValidationRule> {
  readonly formula: string;
}

const definitionOf = (written: readonly (string | Written)[]): CompiledDefinition => ({
  ...compiledOf(parts),
  rules: written.map((given, index) => {
    const { formula, ...more } = typeof given === "string" ? { formula: given } : given;
    const rule: ValidationRule = {
      id: `R${String(index + 1)}`,
      form: "表",
      says: "规则",
      severity: "错误",
      formula,
      ifMissing: "不判",
      instruction: "核对",
      active: true,
      ...more,
    };
    return { rule, tree: tree(formula), ...(rule.when !== undefined && { when: tree(rule.when) }) };
  }),
});

const healthOf = (...written: readonly (string | Written)[]): readonly RuleRemark[] =>
  ruleHealth(definitionOf(written), [parameterOf("标准", "线", 45)]);

const told = (...written: readonly (string | Written)[]): readonly string[] =>
  healthOf(...written).map(({ kind, rule, others }) => [kind, rule, ...others].join(" "));

const when = (condition: string, formula: string): Written => ({ when: condition, formula });

describe("rules that no row can pass together", () => {
  it.each<[what: string, rules: readonly (string | Written)[], remarks: readonly string[]]>([
    ["an order turned round", ["[a]<=[b]", "[a]>[b]+5"], ["contradictory R1 R2"]],
    ["a circle of strict orders", ["[a]<[b]", "[b]<[c]", "[c]<[a]"], ["contradictory R1 R2 R3"]],
    ["whole numbers with none between them", ["[a]<[b]", "[b]<[a]+1"], ["contradictory R1 R2"]],
    ["areas may lie between", ["[面积]<[b]", "[b]<[面积]+1"], []],
    ["parts above their total", ["[a]+[b]=[c]", "[a]>=10", "[b]>=10", "[c]<=15"], ["contradictory R1 R2 R3 R4"]],
    ["a run of fields, through a derived field", ["SUM([@[a]:[c]])=[d]", "[合计]>[d]"], ["contradictory R1 R2"]],
    ["a quotient written the same way", ["[a]/[b]>=3", "[a]/[b]<2"], ["contradictory R1 R2"]],
    ["a parameter", ["[a]>线", "[a]<=45"], ["contradictory R1 R2"]],
    [
      "two contradictions apart",
      ["[a]<[b]", "[c]=[d]", "[b]<[a]", "[c]=[d]+1"],
      ["contradictory R1 R3", "contradictory R2 R4"],
    ],
    ["one rule in two contradictions", ["[a]>=9", "[a]<=8", "[a]<=7"], ["contradictory R1 R2", "contradictory R1 R3"]],
    ["one rule by itself", ["AND([a]>[b],[b]>[a])"], ["contradictory R1"]],
    ["beyond a field's own bounds", ["[百]>100"], ["contradictory R1"]],
    ["below zero where nothing else is said", ["[a]<0"], ["contradictory R1"]],
    ["a negative that is allowed", ["[升降]<0"], []],
    ["rules out of use", ["[a]<[b]", { formula: "[b]<[a]", active: false }], []],
    ["within the tolerance", ["[a]=[b]", { formula: "[a]=[b]+5", tolerance: "5" }], []],
    ["beyond the tolerance", ["[a]=[b]", { formula: "[a]=[b]+6", tolerance: "5" }], ["contradictory R1 R2"]],
    ["a share as tolerance", ["[a]=50", "[b]=100", { formula: "[a]=[b]", tolerance: "MAX(50%,5)" }], []],
    ["beyond a share", ["[a]=40", "[b]=100", { formula: "[a]=[b]", tolerance: "50%" }], ["contradictory R1 R2 R3"]],
    ["rules of different forms", ["[a]>5", { form: "另表", formula: "[a]<5" }], []],
  ])("%s", (_what, rules, remarks) => {
    expect(told(...rules).filter((remark) => remark.startsWith("contradictory"))).toEqual(remarks);
  });

  it.each<[what: string, rules: readonly (string | Written)[], remarks: readonly string[]]>([
    ["the same condition", [when("[a]>0", "[b]>5"), when("[a]>0", "[b]<5")], ["contradictory R1 R2"]],
    ["one for all rows", ["[b]>5", when("[a]>0", "[b]<5")], ["contradictory R1 R2"]],
    ["conditions that can meet", [when("[a]>0", "[b]>5"), when("[c]>0", "[b]<5")], ["contradictory R1 R2"]],
    ["conditions that cannot meet", [when("[a]>0", "[b]>5"), when("[a]=0", "[b]<5")], []],
    ["the same words", [when('[学段]="小学"', "[b]>5"), when('[学段]="小学"', "[b]<5")], ["contradictory R1 R2"]],
    ["other words, of which nothing is known", [when('[学段]="小学"', "[b]>5"), when('[学段]="初中"', "[b]<5")], []],
    ["words and a number", [when('[学段]="小学"', "[b]>5"), when("[a]>0", "[b]<5")], ["contradictory R1 R2"]],
    ["what the condition itself says", [when("[b]>5", "[b]<5")], ["contradictory R1"]],
  ])("under conditions: %s", (_what, rules, remarks) => {
    expect(told(...rules)).toEqual(remarks);
  });

  it("are told in words", () => {
    expect(healthOf({ formula: "[a]<[b]", says: "甲小于乙" }, { formula: "[b]<[a]", says: "乙小于甲" })).toEqual([
      {
        kind: "contradictory",
        rule: "R1",
        form: "表",
        others: ["R2"],
        message: "“R1 甲小于乙”与“R2 乙小于甲”不能同时成立，怎么填都有一条不符",
        instruction: "核对这几条的公式，改正或停用其中一条",
      },
    ]);
  });
});

describe("rules that cannot fail or say nothing new", () => {
  it.each<[what: string, rules: readonly (string | Written)[], remarks: readonly string[]]>([
    ["the field's own bound", ["[a]>=0"], ["always-true R1"]],
    ["a bound a blank that counts as 0 can break", ["[空为零]>=5"], []],
    ["a bound, where blanks are taken for 0", [{ formula: "[百]>=1", ifMissing: "按零" }], []],
    ["a bound a sum without its — parts can break", ["SUM([@百],[@a])>=1"], []],
    ["a bound a blank can break", ["IFBLANK([百],0)>=1"], []],
    ["a blank that is itself a failure", [{ formula: "[a]>=0", ifMissing: "判错" }], []],
    ["both sides the same", ["[a]+[b]=[b]+[a]"], ["always-true R1"]],
    ["a part of a sum without others", ["[a]<=[a]+[b]"], ["always-true R1"]],
    ["a wide tolerance", [{ formula: "[百]=50", tolerance: "50" }], ["always-true R1"]],
    ["what its condition says", [when("[a]>5", "[a]>3")], ["always-true R1"]],
    ["a condition no row meets", [when("[a]<0", "[b]>3")], ["never-applied R1"]],
    ["a comparison of words", ['[学段]="小学"', '[学段]<>""'], []],
    ["a part that is not linear", ['AND([a]>=0,[学段]="小学")'], []],
    ["another rule twice", ["[a]<=[b]", "[b]>=[a]"], ["redundant R2 R1"]],
    ["what follows from a sum", ["[a]+[b]=[c]", "[a]<=[c]"], ["redundant R2 R1"]],
    ["what follows from two others", ["[a]<=[b]", "[b]<=[c]", "[a]<=[c]"], ["redundant R3 R1 R2"]],
    ["a graver rule does not follow from a lighter one", [{ formula: "[a]<=[b]", severity: "提示" }, "[a]<=[b]+1"], []],
    ["a rule for all rows does not follow from one for some", [when("[d]>0", "[a]<=[b]"), "[a]<=[b]+1"], []],
    [
      "a rule that takes blanks for 0 does not follow from one that does not",
      ["[a]<=[b]", { formula: "[a]<=[b]+1", ifMissing: "按零" }],
      [],
    ],
    ["a rule for some rows follows from one for all", ["[a]<=[b]", when("[d]>0", "[a]<=[b]+1")], ["redundant R2 R1"]],
  ])("%s", (_what, rules, remarks) => {
    expect(told(...rules)).toEqual(remarks);
  });
});

describe("rules a run never decided", () => {
  const tally = (values: Partial<RuleTally>): RuleTally => ({ rule: "R1", form: "表", pass: 0, fail: 0, undecided: 0, notApplicable: 0, ...values }); // prettier-ignore
  it.each<[what: string, values: Partial<RuleTally>, remarks: readonly string[]]>([
    ["could not be worked out on any row", { undecided: 3 }, ["never-decided “R1 规则”在3行上都算不了"]],
    ["had no row it applies to", { notApplicable: 3 }, ["never-applied “R1 规则”一次也没有查过：没有适用的行"]],
    ["had no row", {}, ["never-applied “R1 规则”一次也没有查过：没有适用的行"]],
    ["passed once", { pass: 1, undecided: 9 }, []],
    ["failed once", { fail: 1, undecided: 9 }, []],
    ["is not of this definition", { rule: "R9" }, []],
  ])("%s", (_what, values, remarks) => {
    const found = ruleHealth(definitionOf(["[a]<=[b]"]), [], [tally(values)]);
    expect(found.map(({ kind, message }) => `${kind} ${message}`)).toEqual(remarks);
  });
});

/** `2*[a]-[b]` with its value at a row. */
interface Expression {
  readonly text: string;
  readonly at: (row: readonly number[]) => number;
}
const expression: fc.Arbitrary<Expression> = fc
  .array(fc.integer({ min: -3, max: 3 }), { minLength: fields.length, maxLength: fields.length })
  .filter((factors) => factors.some((factor) => factor !== 0))
  .map((factors) => ({
    text: factors.map((factor, index) => `${String(factor)}*[${fields[index] ?? ""}]`).join("+"),
    at: (row) => factors.reduce((sum, factor, index) => sum + factor * (row[index] ?? 0), 0),
  }));
const filledRow = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: fields.length, maxLength: fields.length });
const operator = fc.constantFrom("<=", ">=", "=", "<", ">");

/** A comparison that holds at the row. */
const trueAt = (row: readonly number[]) =>
  fc.tuple(expression, operator, fc.integer({ min: 1, max: 20 })).map(([{ text, at }, sign, room]) => {
    const margin = sign === "=" ? 0 : sign.startsWith("<") ? room : -room;
    return `${text}${sign}${String(at(row) + margin)}`;
  });
const rowWithRules = filledRow.chain((row) =>
  fc.tuple(fc.constant(row), fc.array(trueAt(row), { minLength: 1, maxLength: 6 })),
);
const sets = (remarks: readonly RuleRemark[]): readonly (readonly string[])[] =>
  remarks.filter(({ kind }) => kind === "contradictory").map(({ rule, others }) => [rule, ...others]);

describe("whatever the linear rules", () => {
  it("rules that some row passes are never called contradictory", () => {
    fc.assert(
      fc.property(rowWithRules, ([, rules]) => {
        expect(sets(healthOf(...rules))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("two rules planted against each other are always found", () => {
    fc.assert(
      fc.property(rowWithRules, expression, fc.integer({ min: -50, max: 500 }), ([, rules], { text }, limit) => {
        const planted = [`${text}<=${String(limit)}`, `${text}>${String(limit)}`];
        const found = sets(healthOf(...planted, ...rules));
        expect(found.some((set) => set.every((id) => id === "R1" || id === "R2"))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("a rule some row fails is not called always true", () => {
    fc.assert(
      fc.property(filledRow, expression, fc.integer({ min: 0, max: 9 }), (row, { text, at }, under) => {
        const failing = `${text}<=${String(at(row) - under - 1)}`;
        expect(told(failing).filter((remark) => remark.startsWith("always-true"))).toEqual([]);
      }),
    );
  });
});

describe("the definitions that come with the add-in", () => {
  it.each(builtinNames)("%s has no rules against each other, and none that cannot fail", (name) => {
    const loaded = loadBuiltin(name);
    if (!loaded.ok) throw new Error(name);
    const rosterColumns = [...new Set(columnsNamed(loaded.value))];
    const compiled = compileDefinition(loaded.value, { parameters: [], rosterColumns });
    if (!compiled.ok) throw new Error(compiled.problem.map(({ message }) => message).join("\n"));
    const remarks = ruleHealth(compiled.value, parametersOf(loaded.value));
    expect(remarks.filter(({ kind }) => kind !== "redundant")).toEqual([]);
  });
});

/** Every column any formula names: those that are no fields are the roster's. */
function columnsNamed({
  rules,
  indicators,
  forms,
  elements,
}: Extract<ReturnType<typeof loadBuiltin>, { ok: true }>["value"]): readonly string[] {
  const texts = [
    ...rules.flatMap(({ when: condition, formula }) => [condition, formula]),
    ...indicators.flatMap(({ filter, numerator, denominator }) => [filter, numerator, denominator]),
    ...forms.map(({ scope }) => scope),
    ...elements.map(({ formula }) => formula),
  ];
  const named = texts.flatMap((text) => (text === undefined ? [] : [...nodes(tree(text))]));
  return [
    ...indicators.flatMap(({ groupBy }) => groupBy),
    ...named.flatMap((node) => (node.node === "column" ? [node.name] : [])),
  ];
}
