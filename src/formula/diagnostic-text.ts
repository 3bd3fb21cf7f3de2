import type { Diagnostic, DiagnosticCode } from "./diagnostic";

export type MessageLanguage = "zh" | "en";
type Parts = Readonly<Record<string, string>>;
type Wording = (parts: Parts) => string;

/** A diagnostic as a sentence: where, what and why, → what to write. */
export function diagnosticText({ code, at, parts }: Diagnostic, language: MessageLanguage): string {
  const wording = texts[code][language === "zh" ? 0 : 1](inWords(parts, language));
  if (at === undefined) return wording;
  return language === "zh" ? `第${String(at)}字：${wording}` : `Char ${String(at)}: ${wording}`;
}

/** Parts that name an operation or a kind are said in the language of the message; the others are as typed. */
function inWords(parts: Parts, language: MessageLanguage): Parts {
  const entries = Object.entries(parts).map(([name, value]) => {
    const words = name === "operation" ? operationWords[value] : undefined;
    const kind = language === "en" && (name === "rate" || name === "stock") ? kindWords[value] : undefined;
    return [name, kind ?? words?.[language] ?? value];
  });
  return Object.fromEntries(entries) as Parts;
}

const operationWords: Readonly<Record<string, Readonly<Record<MessageLanguage, string>>>> = {
  add: { zh: "相加", en: "added" },
  subtract: { zh: "相减", en: "subtracted" },
  multiply: { zh: "相乘", en: "multiplied" },
  divide: { zh: "相除", en: "divided" },
  compare: { zh: "相比", en: "compared" },
  join: { zh: "并用", en: "used for one another" },
  sum: { zh: "合计", en: "summed" },
  average: { zh: "平均", en: "averaged" },
  spread: { zh: "差异系数", en: "given a 差异系数" },
  lists: { zh: "名单", en: "lists" },
  numbers: { zh: "数", en: "numbers" },
  amounts: { zh: "不是百分数的数", en: "numbers that are not in per cent" },
  counts: { zh: "不是率的数", en: "numbers that are not rates" },
  levels: { zh: "直接印出的数", en: "numbers told by themselves" },
  several: { zh: "几个名字、名单或分列", en: "several names, lists and breakdowns" },
  ends: { zh: "两个名字之间", en: "two names" },
  alone: { zh: "单独一个槽位", en: "a slot of its own" },
};

const kindWords: Readonly<Record<string, string>> = {
  率: "rate", 百分点: "difference of rates", 增幅: "growth rate", 指数: "index", 名次: "rank", 时点数: "stock", 去重人数: "number of distinct persons",
}; // prettier-ignore

const named = (parts: Parts, name: string): string => parts[name] ?? "";
const ifNear = (parts: Parts, say: (near: string) => string, otherwise: string): string =>
  parts["near"] === undefined ? otherwise : say(parts["near"]);

const orOneOf = (parts: Parts): string => (parts["known"] === undefined ? "" : `可用：${parts["known"]}；或`);

/** Every code in Chinese and in English. The parts used here are the contract of whoever raises the code. */
const texts: Readonly<Record<DiagnosticCode, readonly [zh: Wording, en: Wording]>> = {
  "E-L01": [() => "引号或方括号没有收尾。→ 补上", () => "string or bracket not closed. → Close it"],
  "E-L02": [
    (p) => `名称“${named(p, "x")}”以数字开头。→ 改名，如“高分段人数”`,
    (p) => `name “${named(p, "x")}” begins with a digit. → Rename it`,
  ],
  "E-P01": [
    (p) =>
      `这里应有数、列或函数，${named(p, "x") === "" ? "公式却完了。→ 补全" : `读到“${named(p, "x")}”。→ 删去多余符号`}`,
    (p) =>
      `expected a value, ${named(p, "x") === "" ? "found the end. → Complete it" : `found “${named(p, "x")}”. → Remove it`}`,
  ],
  "E-P02": [() => "括号不配对。→ 补“)”或删去一个", () => "unbalanced parenthesis. → Add or drop one"],
  "E-P03": [() => "比较不能连写。→ 写 AND(1<[a],[a]<3)", () => "comparisons cannot be chained. → Use AND"],
  "E-P04": [
    (p) => `公式太长或套得太深（上限${named(p, "x")}）。→ 拆成几个字段或指标`,
    (p) => `the formula is too long or too deep (limit ${named(p, "x")}). → Split it into fields or indicators`,
  ],
  "E-N01": [
    (p) =>
      `没有指标或参数“${named(p, "x")}”。→ ${ifNear(p, (near) => `是不是“${near}”？`, `${orOneOf(p)}先在“指标”或“参数”里登记`)}`,
    (p) =>
      `no indicator or parameter “${named(p, "x")}”. → ${ifNear(p, (near) => `Did you mean “${near}”?`, "Add it to 指标 or 参数")}`,
  ],
  "E-N02": [
    (p) =>
      `表“${named(p, "form")}”没有字段“${named(p, "x")}”。→ ${ifNear(p, (near) => `是不是“${near}”？`, `${orOneOf(p)}先在“字段”里登记`)}`,
    (p) =>
      `form “${named(p, "form")}” has no field “${named(p, "x")}”. → ${ifNear(p, (near) => `“${near}”?`, "Add it to 字段")}`,
  ],
  "E-N03": [
    (p) => `不支持函数 ${named(p, "x")}。→ ${ifNear(p, (near) => `用 ${near}`, `可用：${named(p, "known")}`)}`,
    (p) => `unknown function ${named(p, "x")}. → ${ifNear(p, (near) => `Use ${near}`, "See the list of functions")}`,
  ],
  "E-N04": [
    (p) =>
      `“${named(p, "ind")}”没有切片“${named(p, "x")}”。→ ${named(p, "members") === "" ? "" : `可用：${named(p, "members")}；或`}先在“分组”加一列`,
    (p) =>
      `“${named(p, "ind")}” has no slice “${named(p, "x")}”. → ${named(p, "members") === "" ? "Add a 分组 column" : `One of ${named(p, "members")}`}`,
  ],
  "E-N05": [
    (p) => `指标循环引用：${named(p, "path")}。→ 拆出公共部分`,
    (p) => `circular reference ${named(p, "path")}. → Split out the shared part`,
  ],
  "E-S02": [
    (p) => `指标里“[${named(p, "x")}]”还没有合计。→ 写 SUM([${named(p, "x")}])`,
    (p) => `“[${named(p, "x")}]” is not totalled. → SUM([${named(p, "x")}])`,
  ],
  "E-S03": [
    (p) => `一个合计里用了两张表：${named(p, "forms")}。→ 分成两个合计`,
    (p) => `one total mixes forms ${named(p, "forms")}. → Use two totals`,
  ],
  "E-S04": [() => "这里不能直接取列。→ 先建指标，再引用它", () => "no columns here. → Make it an indicator"],
  "E-S05": [
    () => "合计里不能再套合计。→ 里层先建成字段或指标",
    () => "a total inside a total. → Name the inner one first",
  ],
  "E-S06": [
    () => "稳健偏离只能用在校验和派生字段里。→ 先建派生字段，再用它",
    () => "稳健偏离 stands in rules and derived fields only. → Make it a derived field",
  ],
  "E-U01": [
    (p) => `${named(p, "a")}与${named(p, "b")}不能${named(p, "operation")}。→ 核对单位`,
    (p) => `${named(p, "a")} and ${named(p, "b")} cannot be ${named(p, "operation")}. → Check units`,
  ],
  "E-U02": [() => "人数与人次不能相加。→ 分开列示", () => "persons plus person-times. → Show them apart"],
  "E-U03": [
    (p) => `${named(p, "rate")}不能再求${named(p, "operation")}。→ 分子、分母各自合计后再相除`,
    (p) => `a ${named(p, "rate")} cannot be ${named(p, "operation")}. → Total both parts first`,
  ],
  "E-U04": [
    (p) => `“${named(p, "x")}”是去重人数，不能跨“${named(p, "dim")}”相加。→ 用条件固定${named(p, "dim")}，或改用人次`,
    (p) =>
      `“${named(p, "x")}”: distinct persons do not add over ${named(p, "dim")}. → Pin ${named(p, "dim")}, or use person-times`,
  ],
  "E-U05": [
    (p) => `“${named(p, "x")}”是率，不能写“增长%”。→ 用“较上年”，印“个百分点”`,
    (p) => `“${named(p, "x")}” is a rate; no % growth. → Use 较上年`,
  ],
  "E-U06": [
    (p) => `“${named(p, "x")}”是${named(p, "stock")}，不能累计。→ 取期末数，或改用时期数`,
    (p) => `“${named(p, "x")}” is a ${named(p, "stock")}; no 累计. → Take the latest, or a flow`,
  ],
  "E-U08": [
    (p) => `公式得到${named(p, "a")}，“类型”写的是${named(p, "b")}。→ 改类型或改公式`,
    (p) => `Formula gives ${named(p, "a")}, declared ${named(p, "b")}. → Change one`,
  ],
  "E-U09": [
    (p) => `手写了“个百分点”，“${named(p, "x")}”给出的是${named(p, "type")}。→ 删去，由槽位自动印单位`,
    (p) => `typed 个百分点 after “${named(p, "x")}” (${named(p, "type")}). → Delete it`,
  ],
  "E-U10": [
    (p) => `“${named(p, "x")}”封顶100%，不能写“100%以上”。→ 写“达到100%”`,
    () => "a capped rate is not “100% or more”. → 达到100%",
  ],
  "E-U11": [
    (p) =>
      `“[${named(p, "column")}]”是${named(p, "a")}，条件“${named(p, "x")}”里没有可比的数。→ 只写数，如“>=30”，80%写0.8`,
    (p) =>
      `“[${named(p, "column")}]” holds ${named(p, "a")}, and criterion “${named(p, "x")}” no such number. → A bare number such as “>=30”, 0.8 for 80%`,
  ],
  "E-T01": [
    () => "花括号或方括号没有收尾。→ 补上；要印符号本身就连写两个",
    () => "not closed. → Close it, or double it to print it",
  ],
  "E-T03": [
    (p) => `不认识选项“${named(p, "x")}”。→ ${ifNear(p, (near) => `是不是“${near}”？`, "见选项表")}`,
    (p) => `unknown option “${named(p, "x")}”. → ${ifNear(p, (near) => `“${near}”?`, "See the list of options")}`,
  ],
  "E-T05": [
    (p) => `“${named(p, "x")}”的单位是${named(p, "a")}，不能印作“${named(p, "b")}”。→ 可用：${named(p, "family")}`,
    (p) =>
      `unit ${named(p, "a")} of “${named(p, "x")}” cannot print as ${named(p, "b")}. → One of ${named(p, "family")}`,
  ],
  "E-T06": [
    (p) => `单位“${named(p, "x")}”会印两遍。→ 删去手写的`,
    (p) => `unit “${named(p, "x")}” prints twice. → Delete it`,
  ],
  "E-T07": [
    (p) => `选项“${named(p, "x")}”一次只能说一个名字。→ 每个名字写一个槽位`,
    (p) => `option “${named(p, "x")}” tells one name at a time. → Write a slot for each name`,
  ],
  "E-T08": [
    (p) => `选项“${named(p, "x")}”在这里不起作用，它用于${named(p, "operation")}。→ 删去`,
    (p) => `option “${named(p, "x")}” does nothing here, it is for ${named(p, "operation")}. → Delete it`,
  ],
  "N-01": [
    (p) => `行规则里“[${named(p, "x")}]”是全区整列。→ 要本行就写 [@${named(p, "x")}]`,
    (p) => `“[${named(p, "x")}]” is the whole district here. → For this row write [@${named(p, "x")}]`,
  ],
  "N-02": [
    (p) => `“${named(p, "x")}”印出的差${named(p, "a")}与两个印数之差${named(p, "b")}不同。`,
    (p) =>
      `“${named(p, "x")}”: the printed change ${named(p, "a")} is not the difference ${named(p, "b")} of the printed levels.`,
  ],
  "N-03": [
    (p) => `“${named(p, "x")}”前后两组合计不同（${named(p, "a")}→${named(p, "b")}）。`,
    (p) => `“${named(p, "x")}”: the two groups have different totals (${named(p, "a")}→${named(p, "b")}).`,
  ],
  "N-04": [
    (p) => `“${named(p, "a")}”与“${named(p, "b")}”名称相近而口径不同。`,
    (p) => `“${named(p, "a")}” and “${named(p, "b")}” have similar names and different definitions.`,
  ],
  "N-05": [(p) => `“${named(p, "x")}”是0，句中会印出0。`, (p) => `“${named(p, "x")}” is 0 and prints as 0.`],
  "N-06": [
    (p) => `${named(p, "rate")}是小数：${named(p, "x")} 要写 ${named(p, "x")}%`,
    (p) => `a ${named(p, "rate")} is a fraction: write ${named(p, "x")} as ${named(p, "x")}%`,
  ],
};
