import { exactFromCell } from "../../src/domain/exact";
import type { Parameter } from "../../src/domain/parameter";
import { compileDefinition } from "../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../src/definitions/compiled";
import { parseDefinition } from "../../src/definitions/definition.schema";
import { kindergartens } from "./kindergartens";

const rosterColumns = ["学段", "办别", "乡镇", "城乡"];

type Table = "forms" | "elements" | "codes" | "rules" | "indicators" | "parameters" | "narrative";
type Rows = Partial<Record<Table, readonly object[]>>;

/** The kindergarten definition with further rows. */
const withRows = (rows: Rows): unknown => ({
  ...kindergartens,
  ...Object.fromEntries(
    Object.entries(rows).map(([table, more]) => [table, [...kindergartens[table as Table], ...more]]),
  ),
});

function compile(json: unknown, parameters: readonly Parameter[] = []) {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return compileDefinition(parsed.value, { parameters, rosterColumns });
}

function compiled(json: unknown, parameters: readonly Parameter[] = []): CompiledDefinition {
  const result = compile(json, parameters);
  if (!result.ok) throw new Error(result.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  return result.value;
}

const faultsOf = (json: unknown, parameters: readonly Parameter[] = []): readonly string[] => {
  const result = compile(json, parameters);
  return result.ok ? [] : result.problem.map(({ where, message }) => `${where} ${message}`);
};

const indicator = (values: object) => ({ id: "T", name: "测试", form: "幼儿园", unit: "人", ...values });
const clause = (text: string, values: object = {}) => ({ id: "T", level: "分句", text, ...values });
const field = (values: object) => ({ form: "幼儿园", type: "小数", ...values });
const rule = (values: object) => ({
  id: "T",
  form: "幼儿园",
  says: "测试",
  severity: "错误",
  formula: "[女]>0",
  instruction: "核对",
  ...values,
});

describe("a definition without faults", () => {
  const definition = compiled(kindergartens);

  it("holds its forms with the fields schools fill and those that are computed", () => {
    const form = definition.forms.get("幼儿园");
    expect(form?.elements.map(({ name }) => name)).toEqual(["在园幼儿数", "女", "园舍面积"]);
    expect(form?.derived.get("生均面积")).toMatchObject({ node: "binary", operator: "/" });
    expect(form?.scope).toMatchObject({ node: "binary", operator: "=" });
  });

  it("holds code lists in print order, rules, sentences and a digest of sixteen digits", () => {
    expect(definition.codes.get("办别")?.map(({ label }) => label)).toEqual(["公办", "民办"]);
    expect(definition.rules.map(({ rule: { id } }) => id)).toEqual(["KG-01", "KG-02", "KG-03"]);
    expect(definition.narrative.map(({ template }) => template.length)).toEqual([1, 0, 3, 1, 3]);
    expect(definition.digest).toMatch(/^[0-9a-f]{16}$/u);
    expect(definition.notices).toEqual([]);
  });

  it("knows which names each indicator uses", () => {
    expect(definition.indicators.get("毛入园率")?.uses).toEqual(["三至五岁人口"]);
  });

  it("tells indicators after those they use, otherwise in the order written", () => {
    const derived = indicator({ name: "公办缺口", kind: "率", unit: "", numerator: "目标线-全园公办率" });
    const used = indicator({ id: "T2", name: "全园公办率", kind: "率", unit: "", numerator: "公办率" });
    const json = withRows({
      indicators: [derived, used],
      parameters: [{ use: "标准", name: "目标线", value: "65%", kind: "率" }],
    });
    expect([...compiled({ ...(json as object), narrative: [] }).indicators.keys()]).toEqual([
      "在园幼儿总数",
      "公办率",
      "毛入园率",
      "资助金额",
      "全园公办率",
      "公办缺口",
    ]);
  });

  it("may take its parameters from a file beside it", () => {
    const population: Parameter = {
      use: "人口",
      name: "适龄人口",
      value: { type: "number", value: exactFromCell(10441), asEntered: "10441" },
      unit: "人",
    };
    const json = withRows({
      indicators: [
        indicator({ name: "入园率", kind: "率", unit: "", numerator: "SUM([在园幼儿数])", denominator: "适龄人口" }),
      ],
      narrative: [clause("{适龄人口}")],
    });
    expect(faultsOf(json)).toHaveLength(2);
    expect(faultsOf(json, [population])).toEqual([]);
  });

  it("carries notices, such as a whole column in a rule for one school", () => {
    const { notices } = compiled(withRows({ rules: [rule({ formula: "[女]<=SUM([在园幼儿数])" })] }));
    expect(notices).toMatchObject([{ where: "rules[3].formula（T）", diagnostic: { code: "N-01" } }]);
  });

  it.each([
    ["last year in a rule", { rules: [rule({ formula: "[女]=上年([女])", tolerance: "10%" })] }],
    [
      "a bare parameter whose type nobody declared",
      { parameters: [{ use: "标准", name: "女童线", value: 5 }], rules: [rule({ formula: "[女]>=女童线" })] },
    ],
    [
      "a figure per hundred with a factor",
      {
        indicators: [
          indicator({
            kind: "均值",
            unit: "人",
            factor: 100,
            numerator: "SUM([女])",
            denominator: "SUM([在园幼儿数])",
          }),
        ],
      },
    ],
    [
      "a mean in its own unit",
      {
        indicators: [
          indicator({ kind: "均值", unit: "㎡", numerator: "SUM([园舍面积])", denominator: "SUM([在园幼儿数])" }),
        ],
      },
    ],
    [
      "a member of the group, a year and a named period",
      {
        parameters: [{ use: "历史", name: "公办率", period: "轮岗前", value: 0.5 }],
        narrative: [clause("{公办率@城关镇}{公办率@乡镇=城关镇,2021年}{公办率@轮岗前}{公办率@去年}")],
      },
    ],
    [
      "distinct persons held at one term",
      {
        indicators: [
          indicator({
            form: "资助发放",
            name: "资助人数",
            numerator: "SUM([人数])",
            filter: '[学期]="春季"',
            groupBy: ["项目"],
          }),
        ],
        narrative: [clause("{资助人数@学前资助:名}")],
      },
    ],
    ["a condition on a setting", { narrative: [clause("{年}年", { when: "年>=2022" })] }],
    [
      "words that only look like a second unit",
      { narrative: [clause("招收{在园幼儿总数:名}名校毕业生,{在园幼儿总数}人均")] },
    ],
    ["a unit typed where the slot prints none", { narrative: [clause("{在园幼儿总数:数}人")] }],
    ["a derived field that uses another", { elements: [field({ name: "面积倍数", formula: "[生均面积]*2" })] }],
  ] as const)("may say %s", (_, rows) => {
    expect(faultsOf(withRows(rows))).toEqual([]);
  });
});

describe("a formula is refused in its cell", () => {
  it.each<[string, Rows, string]>([
    [
      "that does not parse",
      { indicators: [indicator({ numerator: "SUM([女]" })] },
      "indicators[4].numerator（T） 第4字：括号不配对。→ 补“)”或删去一个",
    ],
    [
      "with a misspelt field",
      { indicators: [indicator({ numerator: "SUM([在园幼儿])" })] },
      "indicators[4].numerator（T） 第5字：表“幼儿园”没有字段“在园幼儿”。→ 是不是“在园幼儿数”？",
    ],
    [
      "with a misspelt name",
      { indicators: [indicator({ numerator: "在园幼儿总" })] },
      "indicators[4].numerator（T） 第1字：没有指标或参数“在园幼儿总”。→ 是不是“在园幼儿总数”？",
    ],
    [
      "without a total",
      { indicators: [indicator({ numerator: "=[女]" })] },
      "indicators[4].numerator（T） 第2字：指标里“[女]”还没有合计。→ 写 SUM([女])",
    ],
    [
      "whose denominator is of no use",
      { indicators: [indicator({ numerator: "公办率", denominator: "SUM([女])" })] },
      "indicators[4].denominator（T） 第1字：率与量[人]不能相除。→ 核对单位",
    ],
    [
      "of a derived field that adds itself up",
      { elements: [field({ name: "合计", formula: "SUM([@[女]:[合计]])" })] },
      "elements[8].formula（合计） 第1字：指标循环引用：幼儿园[合计]→幼儿园[合计]。→ 拆出公共部分",
    ],
    [
      "that is declared as something else",
      { indicators: [indicator({ numerator: "SUM([女])", denominator: "SUM([在园幼儿数])" })] },
      "indicators[4].numerator（T） 公式得到率，“类型”写的是量[人]。→ 改类型或改公式",
    ],
    [
      "of another unit",
      { indicators: [indicator({ numerator: "SUM([园舍面积])" })] },
      "indicators[4].numerator（T） 公式得到量[㎡]，“类型”写的是量[人]。→ 改类型或改公式",
    ],
    [
      "that adds distinct persons over terms",
      { indicators: [indicator({ form: "资助发放", numerator: "=SUM([人数])", filter: '[项目]="学前资助"' })] },
      "indicators[4].numerator（T） 第6字：“人数”是去重人数，不能跨“学期”相加。→ 用条件固定学期，或改用人次",
    ],
    [
      "for a slice that is not there",
      { indicators: [indicator({ numerator: '指标(在园幼儿总数,"县直")' })] },
      "indicators[4].numerator（T） 第11字：“在园幼儿总数”没有切片“县直”。→ 可用：城关镇；或先在“分组”加一列",
    ],
    [
      "that selects by a number",
      { indicators: [indicator({ numerator: "SUM([女])", filter: "[女]" })] },
      "indicators[4].filter（T） 公式得到量[人]，这里要的是条件。→ 写成比较，如 [在校生数]>0",
    ],
    [
      "that selects without a form",
      { indicators: [{ id: "T", name: "测试", numerator: "1", filter: "[女]>0" }] },
      "indicators[4].filter（T） 有筛选的指标要写表名。→ 补上",
    ],
    [
      "of a rule that is no comparison",
      { rules: [rule({ formula: "[女]+1" })] },
      "rules[3].formula（T） 公式得到量[人]，这里要的是条件。→ 写成比较，如 [在校生数]>0",
    ],
    [
      "of a rule that compares persons with money",
      { rules: [rule({ when: "[女]>[园舍面积]" })] },
      "rules[3].when（T） 第1字：量[人]与量[㎡]不能相比。→ 核对单位",
    ],
    [
      "of a rule that uses an indicator",
      { rules: [rule({ formula: "[女]<=在园幼儿总数" })] },
      "rules[3].formula（T） 第6字：“在园幼儿总数”是指标，校验和派生字段在汇总之前，还没有它的值。→ 改用本表的列或参数",
    ],
    [
      "of a derived field that uses an indicator",
      { elements: [field({ name: "占比", formula: "[女]/在园幼儿总数" })] },
      "elements[8].formula（占比） 第5字：“在园幼儿总数”是指标，校验和派生字段在汇总之前，还没有它的值。→ 改用本表的列或参数",
    ],
    [
      "of a derived field that gives words",
      { elements: [field({ name: "占比", formula: '"女"' })] },
      "elements[8].formula（占比） 公式得到文本，“类型”写的是数。→ 改类型或改公式",
    ],
    [
      "of a derived field in another unit",
      { elements: [field({ name: "占比", unit: "元", formula: "[女]" })] },
      "elements[8].formula（占比） 公式得到量[人]，“类型”写的是量[元]。→ 改类型或改公式",
    ],
    [
      "of derived fields in a circle",
      { elements: [field({ name: "甲值", formula: "[乙值]" }), field({ name: "乙值", formula: "[甲值]" })] },
      "elements[8].formula（甲值） 第1字：指标循环引用：幼儿园[甲值]→幼儿园[乙值]→幼儿园[甲值]。→ 拆出公共部分",
    ],
    [
      "of a scope that asks for a field",
      {
        forms: [{ name: "另表", layout: "卡片", periodType: "学年", scope: "[女]>0" }],
        elements: [field({ form: "另表", name: "女" })],
      },
      "forms[2].scope（另表） 第1字：表“名录”没有字段“女”。→ 可用：学校代码、学校名称、学段、办别、乡镇、城乡；或先在“字段”里登记",
    ],
    [
      "of a sentence's condition that asks for a column",
      { narrative: [clause("甲", { when: "[女]>0" })] },
      "narrative[5].when（T） 第1字：这里不能直接取列。→ 先建指标，再引用它",
    ],
  ])("%s", (_, rows, fault) => {
    expect(faultsOf(withRows(rows))).toContainEqual(fault);
  });

  it("when indicators use one another in a circle", () => {
    const [a, b] = [
      indicator({ id: "T1", name: "甲数", numerator: "乙数" }),
      indicator({ id: "T2", name: "乙数", numerator: "甲数+1" }),
    ];
    expect(faultsOf(withRows({ indicators: [a, b] }))).toContainEqual(
      "indicators[4].numerator（T1） 第1字：指标循环引用：甲数→乙数→甲数。→ 拆出公共部分",
    );
  });

  it("together with every other fault of the definition", () => {
    const json = withRows({
      indicators: [indicator({ numerator: "SUM([男])" })],
      rules: [rule({ formula: "[男]>0" })],
      narrative: [clause("{男童数}")],
    });
    expect(faultsOf(json).map((fault) => fault.split(" ")[0])).toEqual([
      "indicators[4].numerator（T）",
      "rules[3].formula（T）",
      "narrative[5].text（T）",
    ]);
  });
});

describe("a row that names another is refused", () => {
  it.each<[string, Rows, string]>([
    [
      "when the field's form is not there",
      { elements: [field({ form: "小学", name: "女" })] },
      "elements[8].form（女） 没有表“小学”。→ 核对表名，或在“方案·表样”里补上",
    ],
    [
      "when the rule's form is not there",
      { rules: [rule({ form: "小学", formula: "1>0" })] },
      "rules[3].form（T） 没有表“小学”。→ 核对表名，或在“方案·表样”里补上",
    ],
    [
      "when the indicator's form is not there",
      { indicators: [indicator({ form: "小学", numerator: "1" })] },
      "indicators[4].form（T） 没有表“小学”。→ 核对表名，或在“方案·表样”里补上",
    ],
    [
      "when it is grouped but has no form",
      { indicators: [{ id: "T", name: "测试", numerator: "1", groupBy: ["乡镇"] }] },
      "indicators[4].form（T） 有分组的指标要写表名。→ 补上",
    ],
    [
      "when a group is no column",
      { indicators: [indicator({ numerator: "1", groupBy: ["片区"] })] },
      "indicators[4].groupBy（T） 表“幼儿园”和名录都没有“片区”一列。→ 核对名称",
    ],
    [
      "when a key is no column",
      {
        forms: [{ name: "另表", layout: "记录", periodType: "学年", keys: ["学校代码", "班级"] }],
        elements: [field({ form: "另表", name: "女" })],
      },
      "forms[2].keys（另表） 表“另表”和名录都没有“班级”一列。→ 核对名称",
    ],
    [
      "when persons repeat over what is no column",
      { elements: [field({ name: "人", nonAdditive: ["学期"] })] },
      "elements[8].nonAdditive（人） 表“幼儿园”和名录都没有“学期”一列。→ 核对名称",
    ],
    [
      "when a form has no fields",
      { forms: [{ name: "另表", layout: "记录", periodType: "学年" }] },
      "forms[2].name（另表） 表“另表”没有字段。→ 在“方案·字段”里补上，或删去这张表",
    ],
    [
      "when the code list is not there",
      { elements: [field({ name: "甲", type: "代码", codes: "级别" })] },
      "elements[8].codes（甲） 没有代码表“级别”。→ 在“方案·代码”里补上",
    ],
    [
      "when a code has no list",
      { elements: [field({ name: "甲", type: "代码" })] },
      "elements[8].codes（甲） 类型是代码，没有写代码表。→ 补上",
    ],
    [
      "when the limits are the wrong way round",
      { elements: [field({ name: "甲", min: 9, max: 1 })] },
      "elements[8].max（甲） 上限小于下限。→ 核对",
    ],
    [
      "when an indicator is called like another",
      { indicators: [indicator({ name: "公办率", numerator: "1", kind: "率" })] },
      "indicators[4].name（T） “公办率”写了两次。→ 改名，或删去一行",
    ],
    [
      "when an indicator is called like a parameter",
      { indicators: [indicator({ name: "三至五岁人口", numerator: "1" })] },
      "indicators[4].name（T） “三至五岁人口”也是参数的名称。→ 其中一个改名",
    ],
    [
      "when an indicator is called like a setting",
      { indicators: [indicator({ name: "年", numerator: "1" })] },
      "indicators[4].name（T） “年”也是设置的名称。→ 其中一个改名",
    ],
    [
      "when a target is for no indicator",
      { parameters: [{ use: "目标", name: "公办占比", value: 1 }] },
      "parameters[4].name（公办占比） 没有指标“公办占比”，目标行要写指标的名称。→ 核对名称，或改用途",
    ],
    [
      "when a number is written in words",
      { parameters: [{ use: "标准", name: "大班额线", value: "五十六" }] },
      "parameters[4].value（大班额线） 标准“大班额线”的值“五十六”不是数。→ 只写数，如 0.65 或 65%；单位写在“单位”列",
    ],
    [
      "when a clause leans on one that is not there",
      { narrative: [clause("甲", { depends: "N-99" })] },
      "narrative[5].depends（T） 没有另一条编号为“N-99”的文稿。→ 核对编号",
    ],
    [
      "when clauses lean on one another",
      { narrative: [clause("甲", { id: "A", depends: "B" }), clause("乙", { id: "B", depends: "A" })] },
      "narrative[5].depends（A） 依附绕成了圈：A→B→A。→ 断开一处",
    ],
    [
      "when a clause says nothing",
      { narrative: [clause("")] },
      "narrative[5].text（T） 分句没有写模板。→ 补上，或删去这一行",
    ],
    [
      "when a message prints a column that is not there",
      { rules: [rule({ message: "女童{[女童]}人" })] },
      "rules[3].message（T） 第4字：表“幼儿园”没有字段“女童”。→ 是不是“女”？",
    ],
    [
      "when a message prints what it cannot know",
      { rules: [rule({ message: "女童{左边}人" })] },
      "rules[3].message（T） 第4字：没有指标或参数“左边”。→ 是不是“左”？",
    ],
    [
      "when a message is left open",
      { rules: [rule({ message: "女童{左人" })] },
      "rules[3].message（T） 第3字：花括号或方括号没有收尾。→ 补上；要印符号本身就连写两个",
    ],
  ])("%s", (_, rows, fault) => {
    expect(faultsOf(withRows(rows))).toContainEqual(fault);
  });
});

describe("a template is refused at its character", () => {
  const rows: Rows = {
    indicators: [
      indicator({ id: "T1", name: "公办名次", kind: "名次", unit: "", numerator: "1" }),
      indicator({
        id: "T3",
        name: "生师比",
        kind: "率",
        unit: "",
        format: "0.0",
        numerator: "SUM([在园幼儿数])",
        denominator: "SUM([女])",
      }),
      indicator({
        id: "T2",
        name: "资助人数",
        form: "资助发放",
        numerator: "SUM([人数])",
        filter: '[项目]="学前资助"',
        groupBy: ["学期"],
      }),
    ],
    parameters: [
      { use: "标准", name: "均衡线", key1: "小学", value: 0.5 },
      { use: "局填", name: "新园数", value: 2, unit: "所" },
      { use: "区域", name: "公办率", key1: "全省", value: 0.6 },
    ],
  };
  it.each([
    ["占{公办比}", "第3字：没有指标或参数“公办比”。→ 是不是“公办率”？"],
    ["{公办率、在园幼儿}", "第6字：没有指标或参数“在园幼儿”。→ 是不是“在园幼儿总数”？"],
    ["{公办率@县直}", "第6字：“公办率”没有切片“县直”。→ 可用：城关镇；或先在“分组”加一列"],
    ["{毛入园率@城关镇}", "第7字：“毛入园率”没有切片“城关镇”。→ 先在“分组”加一列"],
    ["{均衡线@初中}", "第6字：“均衡线”没有切片“初中”。→ 可用：小学；或先在“分组”加一列"],
    ["{毛入园率:按乡镇}", "第2字：“毛入园率”没有切片“乡镇”。→ 先在“分组”加一列"],
    ["资助{资助人数}", "第4字：“资助人数”是去重人数，不能跨“学期”相加。→ 用条件固定学期，或改用人次"],
    ["{公办率:较上年增长}", "第2字：“公办率”是率，不能写“增长%”。→ 用“较上年”，印“个百分点”"],
    ["{公办名次:较上年}", "第2字：名次与名次不能相比。→ 核对单位"],
    ["{均衡线@小学:较上年}", "第2字：参数与参数不能相比。→ 核对单位"],
    ["{新园数:对目标}", "第2字：参数与参数不能相比。→ 核对单位"],
    ["{公办率:较上年}个百分点", "第10字：手写了“个百分点”，“公办率”给出的是率。→ 删去，由槽位自动印单位"],
    ["{资助金额:较上年增长}个百分点", "第13字：手写了“个百分点”，“资助金额”给出的是量。→ 删去，由槽位自动印单位"],
    ["{在园幼儿总数:所}", "第2字：“在园幼儿总数”的单位是人，不能印作“所”。→ 可用：人、名、位"],
    ["{公办率:名}", "第2字：“公办率”的单位是%，不能印作“名”。→ 可用：%"],
    ["{新园数:名}", "第2字：“新园数”的单位是所，不能印作“名”。→ 可用：所、个、家"],
    ["{在园幼儿总数:名}名幼儿", "第11字：单位“名”会印两遍。→ 删去手写的"],
    ["{在园幼儿总数}人,", "第9字：单位“人”会印两遍。→ 删去手写的"],
    ["{公办率}%", "第6字：单位“%”会印两遍。→ 删去手写的"],
    ["{资助金额}万元", "第7字：单位“万元”会印两遍。→ 删去手写的"],
    ["[,{资助金额:同比增长}％]", "第14字：单位“%”会印两遍。→ 删去手写的"],
    ["公办率{公办率}以上,力争100%以上", "“公办率”封顶100%，不能写“100%以上”。→ 写“达到100%”"],
    ["[{毛入园率:首次}]", "第3字：毛入园率与封顶不能相比。→ 核对单位"],
    ["{公办率:对目标要求}", "第2字：“公办率”没有切片“目标要求”。→ 可用：全省；或先在“分组”加一列"],
    ["{新园数:名次}", "第2字：参数与参数不能相比。→ 核对单位"],
    ["{公办率:对全省}个百分点", "第10字：手写了“个百分点”，“公办率”给出的是率。→ 删去，由槽位自动印单位"],
    ["占[?公办率>资助金额:甲]", "第4字：率与量[元]不能相比。→ 核对单位"],
    ["占[?公办率:甲]", "第4字：公式得到率，“类型”写的是是否。→ 改类型或改公式"],
    ["{公办率:较前年 较上年}", "第10字：不认识选项“较上年”。→ 见选项表"],
  ])("%s", (text, message) => {
    expect(faultsOf(withRows({ ...rows, narrative: [clause(text)] }))).toContainEqual(
      `narrative[5].text（T） ${message}`,
    );
  });

  it.each([
    "{资助人数@春季}[,{资助人数@春季:较上年}]",
    "{资助人数:按学期 带单位}",
    "{均衡线@小学}第{公办名次:中文}",
    "{公办名次:创历史新高}",
    "{新园数:个 中文}{在园幼儿总数@上年:万 2位}",
    "{公办率:由2015年 提高到},{公办率、毛入园率:较上年}",
    "{公办率}以上,力争100%",
    "{公办率:对全省},位列{公办率:名次}[,{公办率:首次}达到100%]",
    "由{新园数、新园数:由 扩大到}",
    "{新园数、新园数:到}{公办率@明年:目标}",
    "生师比{生师比},{生师比:较上年}",
  ])("but not %s", (text) => {
    expect(faultsOf(withRows({ ...rows, narrative: [clause(text)] }))).toEqual([]);
  });
});

describe("measure words", () => {
  it("may be added under the code list 单位", () => {
    const narrative = [clause("{在园幼儿总数:个}")];
    expect(faultsOf(withRows({ narrative }))).toHaveLength(1);
    expect(faultsOf(withRows({ narrative, codes: [{ list: "单位", code: "人", label: "个" }] }))).toEqual([]);
  });
});
