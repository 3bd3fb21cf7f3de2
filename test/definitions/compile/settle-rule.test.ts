import { definitionDigest } from "../../../src/definitions/canonical";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import { Faults } from "../../../src/definitions/compile/faults";
import { knownNames } from "../../../src/definitions/compile/known-names";
import { settleRule } from "../../../src/definitions/compile/settle-rule";
import type { ReportDefinition, RuleRow } from "../../../src/definitions/definition";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import type { LibraryRule } from "../../../src/definitions/rule-library/library-rule";

const described = { group: "表内", instruction: "核对人数", source: "统计制度" } as const;
const library: ReadonlyMap<string, LibraryRule> = new Map(
  (
    [
      {
        ...described,
        id: "D1",
        rule: "D1",
        by: "formula",
        severity: "错误",
        says: "男、女之和等于合计",
        columns: { 男: "男生数", 女: "女生数", 合计: "学生合计" },
        when: "[合计]>0",
        formula: "[男]+[女]=[合计]",
        tolerance: "1",
        ifMissing: "按零",
        message: "合计{[合计]}，差{差}",
      },
      {
        ...described,
        id: "D2",
        rule: "D2",
        by: "formula",
        severity: "错误",
        says: "各年级之和等于在校生数",
        columns: { 首年级: "首年级", 末年级: "末年级", 在校生数: "在校生数" },
        formula: "SUM([@[首年级]:[末年级]])=[在校生数]",
        ifMissing: "不判",
      },
      {
        ...described,
        id: "D3",
        rule: "D3",
        by: "formula",
        severity: "错误",
        says: "在校生数等于各年龄之和",
        columns: { 在校生数: "在校生数", 人数: "一个年龄的人数" },
        forms: { 年龄表: "每岁一行的学生数" },
        formula: "[在校生数]=SUMIFS(年龄表[人数],年龄表[学校代码],[@学校代码])",
        ifMissing: "不判",
      },
      ...["E5a", "E5b"].map((id) => ({ ...described, id, rule: "E5", by: "reader", severity: "error", says: id, findings: ["cell-not-number"] }) as const),
      { ...described, id: "B1", rule: "B1", by: "reader", severity: "error", says: "人数是整数", findings: ["cell-not-number"] },
    ] satisfies readonly LibraryRule[]
  ).map((rule) => [rule.id, rule]),
); // prettier-ignore

const field = (form: string, name: string, values: object = {}) => ({
  form,
  name,
  type: "整数",
  unit: "人",
  ...values,
});
const json = {
  format: "report-definition/1",
  id: "pupils",
  title: "学生",
  period: "2025年",
  forms: [
    { name: "学生", layout: "清单", periodType: "学年" },
    { name: "年龄情况", layout: "记录", periodType: "学年", keys: ["学校代码", "岁"] },
  ],
  elements: [
    ...["男生", "女生", "在校生数", "一年级", "二年级", "三年级"].map((name) => field("学生", name)),
    field("学生", "面积", { unit: "㎡" }),
    field("年龄情况", "岁", { type: "文本" }),
    field("年龄情况", "人数"),
  ],
};

function definitionWith(...rules: readonly object[]): ReportDefinition {
  const parsed = parseDefinition({
    ...json,
    rules: rules.map((rule, index) => ({ id: `R${String(index)}`, form: "学生", ...rule })),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

function settled(rule: object) {
  const definition = definitionWith(rule);
  const faults = new Faults({});
  const [row] = definition.rules;
  const made = row && settleRule(row, 0, library, knownNames({ ...definition, indicators: [] }, [], []), faults);
  return { rule: made, faults: faults.faults.map(({ where, message }) => `${where} ${message}`) };
}

const binds = { 男: "男生", 女: "女生", 合计: "在校生数" };

describe("a rule picked from the library", () => {
  it("takes over what the row leaves blank, in the definition's own names", () => {
    expect(settled({ library: "D1", binds })).toEqual({
      rule: {
        id: "R0",
        form: "学生",
        library: "D1",
        says: "男、女之和等于合计",
        severity: "错误",
        when: "[在校生数]>0",
        formula: "[男生]+[女生]=[在校生数]",
        tolerance: "1",
        ifMissing: "按零",
        message: "合计{[在校生数]}，差{差}",
        instruction: "核对人数",
        source: "统计制度",
        active: true,
      },
      faults: [],
    });
  });

  it("gives way to what the row fills in", () => {
    const own = {
      severity: "提示",
      when: "[男生]>9",
      tolerance: "2",
      ifMissing: "不判",
      message: "不符",
      says: "男女",
    } as const;
    expect(settled({ library: "D1", binds, ...own, active: false }).rule).toMatchObject({ ...own, active: false });
  });

  it.each<[what: string, row: Partial<RuleRow>, formula: string]>([
    [
      "the ends of a run of fields",
      { library: "D2", binds: { 首年级: "一年级", 末年级: "三年级" } },
      "SUM([@[一年级]:[三年级]])=[在校生数]",
    ],
    [
      "another form and its columns",
      { library: "D3", binds: { 年龄表: "年龄情况" } },
      "[在校生数]=SUMIFS(年龄情况[人数],年龄情况[学校代码],[@学校代码])",
    ],
    ["nothing, when the formula is its own", { library: "D1", when: "[男生]>0", formula: "[男生]>=0" }, "[男生]>=0"],
  ])("binds %s", (_what, row, formula) => {
    expect(settled(row)).toMatchObject({ rule: { formula }, faults: [] });
  });

  it.each<[what: string, row: Partial<RuleRow>, faults: readonly string[]]>([
    ["no such rule", { library: "D11" }, ["rules[0].library 规则库里没有“D11”。→ 是不是“D1”？"]],
    ["a rule of several checks", { library: "E5" }, ["rules[0].library 规则库里“E5”分成E5a、E5b。→ 写其中一个"]],
    [
      "a rule of reading",
      { library: "B1" },
      ["rules[0].library 库规则“B1”（人数是整数）在读取时检查，一直启用，不用写进校验。→ 删去这一行"],
    ],
    [
      "a name that is bound to no field",
      { library: "D1", binds: { ...binds, 合计: "在校生" } },
      ["rules[0].binds 库规则“D1”的列“合计”（学生合计）：对应的“在校生”表“学生”没有。→ 在“对应”里写 合计=在校生数"],
    ],
    [
      "names that are not bound",
      { library: "D1", binds: { 合计: "在校生数" } },
      [
        "rules[0].binds 库规则“D1”的列“男”（男生数）：表“学生”没有这个名称。→ 在“对应”里写 男=男生",
        "rules[0].binds 库规则“D1”的列“女”（女生数）：表“学生”没有这个名称。→ 在“对应”里写 女=女生",
      ],
    ],
    [
      "a form that is not bound",
      { library: "D3" },
      ["rules[0].binds 库规则“D3”的表“年龄表”（每岁一行的学生数）：方案里没有这个名称。→ 在“对应”里写 年龄表=年龄情况"],
    ],
    [
      "a bind of a name the rule does not know",
      { library: "D1", binds: { ...binds, 总计: "在校生数" } },
      ["rules[0].binds 库规则“D1”里没有“总计”。→ 可以对应的有：男、女、合计"],
    ],
    [
      "binds without a library rule",
      { binds, says: "甲", severity: "错误", formula: "1>0", instruction: "核对" },
      ["rules[0].binds 没有写库规则，对应没有用处。→ 写库规则的编号，或清空对应"],
    ],
  ])("is refused for %s", (_what, row, faults) => {
    expect(settled(row).faults).toEqual(faults);
  });
});

describe("picks in a definition", () => {
  const compile = (...rules: readonly object[]) =>
    compileDefinition(definitionWith(...rules), { parameters: [], rosterColumns: [] });

  it("compile like rules that are written out", () => {
    const compiled = compile({ library: "D1a", binds });
    expect(compiled.ok && compiled.value.rules).toMatchObject([
      { rule: { library: "D1a", formula: "[男生]+[女生]=[在校生数]" }, tree: { node: "binary", operator: "=" } },
    ]);
  });

  it("change the digest with what they mean, which a newer library may change", () => {
    const compiled = compile({ library: "D1a", binds });
    expect(compiled.ok && compiled.value.digest).not.toBe(definitionDigest(definitionWith({ library: "D1a", binds })));
  });

  it("tell a unit that does not fit at the pick, with the formula meant", () => {
    const compiled = compile({ library: "D1a", binds: { ...binds, 合计: "面积" } });
    expect(compiled.ok ? [] : compiled.problem.map(({ where, message }) => `${where} ${message}`)).toEqual([
      "rules[0].library（R0） 库规则“D1a”的公式“[男生]+[女生]=[面积]”：第1字：量[人]与量[㎡]不能相比。→ 核对单位",
    ]);
  });
});
