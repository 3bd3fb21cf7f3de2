import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { DefinitionFault } from "../../../src/definitions/compiled";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import { diagnosticText } from "../../../src/formula/diagnostic-text";
import type { DiagnosticCode } from "../../../src/formula/diagnostic";
import { kindergartens } from "../kindergartens";

const indicator = (values: object) => ({
  indicators: [{ id: "T", name: "测试数", form: "幼儿园", unit: "人", ...values }],
});
const total = (numerator: string, values: object = {}) => indicator({ numerator, ...values });
const field = (formula: string) => ({ elements: [{ form: "幼儿园", name: "测试值", type: "小数", formula }] });
const rule = (formula: string) => ({
  rules: [{ id: "T", form: "幼儿园", says: "测试", severity: "错误", formula, instruction: "核对" }],
});
const clause = (text: string) => ({ narrative: [{ id: "T", level: "分句", text }] });
const aid = { form: "资助发放" };
const two = (numerator: string, values: object) => ({ indicators: [...total(numerator).indicators, { id: "T2", name: "乙数", form: "幼儿园", unit: "人", ...values }] }); // prettier-ignore

/** What each code is said for, the character it points at, and its words. */
const cases: readonly (readonly [DiagnosticCode, object, at: number | undefined, zh: string, en: string])[] = [
  ["E-L01", rule('[女]="是'), 5, "引号或方括号没有收尾。→ 补上", "string or bracket not closed. → Close it"],
  ["E-L01", total("SUM([女"), 5, "引号或方括号没有收尾。→ 补上", "string or bracket not closed. → Close it"],
  ["E-L02", total("600分以上"), 1, "名称“600分以上”以数字开头。→ 改名，如“高分段人数”", "name “600分以上” begins with a digit. → Rename it"],
  ["E-P01", field("[女]+*2"), 5, "这里应有数、列或函数，读到“*”。→ 删去多余符号", "expected a value, found “*”. → Remove it"],
  ["E-P01", field("[女]^2"), 4, "这里应有数、列或函数，读到“^”。→ 删去多余符号", "expected a value, found “^”. → Remove it"],
  ["E-P01", total("表1!A1"), 3, "这里应有数、列或函数，读到“!”。→ 删去多余符号", "expected a value, found “!”. → Remove it"],
  ["E-P01", total("{1,2}"), 1, "这里应有数、列或函数，读到“{”。→ 删去多余符号", "expected a value, found “{”. → Remove it"],
  ["E-P02", total("SUM([女]"), 4, "括号不配对。→ 补“)”或删去一个", "unbalanced parenthesis. → Add or drop one"],
  ["E-P03", rule("1<[女]<3"), 6, "比较不能连写。→ 写 AND(1<[a],[a]<3)", "comparisons cannot be chained. → Use AND"],
  ["E-P04", field(`${"(".repeat(33)}1${")".repeat(33)}`), 33, "公式太长或套得太深（上限32）。→ 拆成几个字段或指标", "the formula is too long or too deep (limit 32). → Split it into fields or indicators"],
  ["E-N01", total("幼儿园总数"), 1, "没有指标或参数“幼儿园总数”。→ 是不是“在园幼儿总数”？", "no indicator or parameter “幼儿园总数”. → Did you mean “在园幼儿总数”?"],
  ["E-N01", total("C7"), 1, "没有指标或参数“C7”。→ 可用：在园幼儿总数、公办率、毛入园率、资助金额、测试数、地区等9个；或先在“指标”或“参数”里登记", "no indicator or parameter “C7”. → Add it to 指标 or 参数"],
  ["E-N02", total("SUM([女童])"), 5, "表“幼儿园”没有字段“女童”。→ 是不是“女”？", "form “幼儿园” has no field “女童”. → “女”?"],
  ["E-N03", total('SUMIF([女],[办别],"公办")'), 1, "不支持函数 SUMIF。→ 用 SUMIFS", "unknown function SUMIF. → Use SUMIFS"],
  ["E-N03", total("LARGE([女],2)"), 1, "不支持函数 LARGE。→ 可用：SUM、SUMIFS、COUNTA、COUNTIFS、AVERAGE、AVERAGEIFS等38个", "unknown function LARGE. → See the list of functions"],
  ["E-N04", total('指标(在园幼儿总数,"县直")'), 11, "“在园幼儿总数”没有切片“县直”。→ 可用：城关镇；或先在“分组”加一列", "“在园幼儿总数” has no slice “县直”. → One of 城关镇"],
  ["E-N05", two("乙数", { numerator: "测试数" }), 1, "指标循环引用：测试数→乙数→测试数。→ 拆出公共部分", "circular reference 测试数→乙数→测试数. → Split out the shared part"],
  ["E-S02", total("[女]"), 1, "指标里“[女]”还没有合计。→ 写 SUM([女])", "“[女]” is not totalled. → SUM([女])"],
  ["E-S03", total("SUM([女]+资助发放[人数])"), 1, "一个合计里用了两张表：幼儿园、资助发放。→ 分成两个合计", "one total mixes forms 幼儿园、资助发放. → Use two totals"],
  ["E-S04", clause("甲[?[女]>1:乙]"), 4, "这里不能直接取列。→ 先建指标，再引用它", "no columns here. → Make it an indicator"],
  ["E-S04", total("SUM([女])", { filter: "SUM([女])>1" }), 1, "这里不能直接取列。→ 先建指标，再引用它", "no columns here. → Make it an indicator"],
  ["E-S05", total("SUM([女]/SUM([女]))"), 9, "合计里不能再套合计。→ 里层先建成字段或指标", "a total inside a total. → Name the inner one first"],
  ["E-S06", total("稳健偏离([女])"), 6, "稳健偏离只能用在校验和派生字段里。→ 先建派生字段，再用它", "稳健偏离 stands in rules and derived fields only. → Make it a derived field"],
  ["E-U01", rule("[女]>[园舍面积]"), 1, "量[人]与量[㎡]不能相比。→ 核对单位", "量[人] and 量[㎡] cannot be compared. → Check units"],
  ["E-U02", { elements: [{ form: "幼儿园", name: "人次数", type: "整数", unit: "人次" }, ...field("[女]+[人次数]").elements] }, 1, "人数与人次不能相加。→ 分开列示", "persons plus person-times. → Show them apart"],
  ["E-U03", total("SUM([生均面积])"), 1, "均值[㎡/人]不能再求合计。→ 分子、分母各自合计后再相除", "a 均值[㎡/人] cannot be summed. → Total both parts first"],
  ["E-U04", total("=SUM([人数])", { ...aid, filter: '[项目]="学前资助"' }), 6, "“人数”是去重人数，不能跨“学期”相加。→ 用条件固定学期，或改用人次", "“人数”: distinct persons do not add over 学期. → Pin 学期, or use person-times"],
  ["E-U05", clause("{公办率:较上年增长}"), 2, "“公办率”是率，不能写“增长%”。→ 用“较上年”，印“个百分点”", "“公办率” is a rate; no % growth. → Use 较上年"],
  ["E-U06", total('累计(在园幼儿总数,"2019年")'), 4, "“在园幼儿总数”是时点数，不能累计。→ 取期末数，或改用时期数", "“在园幼儿总数” is a stock; no 累计. → Take the latest, or a flow"],
  ["E-U08", total("SUM([园舍面积])"), undefined, "公式得到量[㎡]，“类型”写的是量[人]。→ 改类型或改公式", "Formula gives 量[㎡], declared 量[人]. → Change one"],
  ["E-U09", clause("{公办率:较上年}个百分点"), 10, "手写了“个百分点”，“公办率”给出的是率。→ 删去，由槽位自动印单位", "typed 个百分点 after “公办率” (率). → Delete it"],
  ["E-U10", clause("公办率{公办率},力争100%以上"), undefined, "“公办率”封顶100%，不能写“100%以上”。→ 写“达到100%”", "a capped rate is not “100% or more”. → 达到100%"],
  ["E-U11", total('COUNTIFS([女],">=30人")'), 14, "“[女]”是量[人]，条件“>=30人”里没有可比的数。→ 只写数，如“>=30”，80%写0.8", "“[女]” holds 量[人], and criterion “>=30人” no such number. → A bare number such as “>=30”, 0.8 for 80%"],
  ["E-T01", clause("达到{公办率"), 3, "花括号或方括号没有收尾。→ 补上；要印符号本身就连写两个", "not closed. → Close it, or double it to print it"],
  ["E-T03", clause("{公办率:创历史最高}"), 6, "不认识选项“创历史最高”。→ 是不是“创历史新高”？", "unknown option “创历史最高”. → “创历史新高”?"],
  ["E-T03", clause("{公办率:比较}"), 2, "不认识选项“较”。→ 是不是“上年”？", "unknown option “较”. → “上年”?"],
  ["E-T05", clause("{在园幼儿总数:所}"), 2, "“在园幼儿总数”的单位是人，不能印作“所”。→ 可用：人、名、位", "unit 人 of “在园幼儿总数” cannot print as 所. → One of 人、名、位"],
  ["E-T06", clause("{在园幼儿总数}人"), 9, "单位“人”会印两遍。→ 删去手写的", "unit “人” prints twice. → Delete it"],
  ["N-06", { narrative: [{ id: "T", level: "分句", text: "甲", when: "公办率<80" }] }, 5, "率是小数：80 要写 80%", "a rate is a fraction: write 80 as 80%"],
  ["E-T07", clause("{在园幼儿总数、毛入园率:增量}"), 14, "选项“增量”一次只能说一个名字。→ 每个名字写一个槽位", "option “增量” tells one name at a time. → Write a slot for each name"],
  ["E-T08", clause("{在园幼儿总数:前3}"), 9, "选项“前3”在这里不起作用，它用于名单。→ 删去", "option “前3” does nothing here, it is for lists. → Delete it"],
  ["N-01", rule("[女]<=SUM([女])"), 6, "行规则里“[女]”是全区整列。→ 要本行就写 [@女]", "“[女]” is the whole district here. → For this row write [@女]"],
]; // prettier-ignore

function toldOf(rows: object): readonly DefinitionFault[] {
  const more = Object.entries(rows).map(([table, values]: [string, readonly object[]]) => {
    return [table, [...kindergartens[table as "rules"], ...values]];
  });
  const parsed = parseDefinition({ ...kindergartens, ...Object.fromEntries(more) });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const compiled = compileDefinition(parsed.value, { parameters: [], rosterColumns: ["学段", "办别", "乡镇", "城乡"] });
  return compiled.ok ? compiled.value.notices : compiled.problem;
}

describe("every code of the definition language says where, what and what to write instead", () => {
  it.each(cases)("%s of %j", (code, rows, at, zh, en) => {
    const found = toldOf(rows).find(({ diagnostic }) => diagnostic?.code === code)?.diagnostic;
    if (!found) throw new Error(`${code} was not told: ${JSON.stringify(toldOf(rows))}`);
    expect(found.at).toBe(at);
    expect(diagnosticText(found, "zh")).toBe(at === undefined ? zh : `第${String(at)}字：${zh}`);
    expect(diagnosticText(found, "en")).toBe(at === undefined ? en : `Char ${String(at)}: ${en}`);
  });
});
