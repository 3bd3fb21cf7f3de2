import { definitionTables, profileSheet, settings } from "../src/definitions/definition-tables";
import { optionWords } from "../src/definitions/option-words";
import { diagnosticCodes } from "../src/formula/diagnostic";
import { diagnosticText } from "../src/formula/diagnostic-text";
import { functionHelp } from "../src/formula/function-help";

type Table = (headers: readonly string[], rows: readonly (readonly string[])[]) => string;

/** Every option of a slot with what it prints; the page cannot be made while one is missing. */
const options: readonly (readonly [words: string, zh: string, en: string])[] = [
  ["数", "只印数，不带单位", "the number without its unit"],
  ["名 所 个 …（单位的量词）", "单位换成这个量词", "another measure word of the unit"],
  ["万 亿 不缩 自动", "以万、亿为单位；不缩放；满1万用万、满1亿用亿", "in 万 or 亿; unscaled; by size"],
  ["0位 1位 2位 3位 4位 全", "最多几位小数（全＝4位），末尾的0去掉", "at most so many decimals, zeros cut"],
  ["补零", "小数位不够时补0", "keeps the zeros"],
  ["取十 取百 取千 取万", "取整到十、百、千、万", "rounds to tens, hundreds, …"],
  ["多 余", "去掉零头，数后印“多”“余”；没有零头不印", "cut down, said to be more; left out when nothing was cut"],
  ["近", "进上去，数前印“近”", "rounded up, said to be nearly"],
  ["以上 至少 不少于", "不少于印出的数", "at least what is printed"],
  ["以下 以内 不超过", "不多于印出的数", "at most what is printed"],
  ["中文", "1到99印作汉字，量词前的二印作两", "1–99 in Chinese numerals"],
  ["第", "印作“第n”", "an ordinal"],
  ["到 至 -", "两个名字之间：x到x", "a range of two names"],
  ["较上年 比去年 同比 较2015年 …", "与那一期比：增加或减少多少；率印个百分点", "the change since that period"],
  ["较上年增长 同比增长", "增长或下降百分之几；率不能用", "relative growth; not of rates"],
  ["增幅", "比上年增长或下降百分之几，不带“较上年”：`较上年增加14200册次，增长6.5%` 的后一半；率不能用", "relative growth after a change that has named its base; not of rates"],
  ["可比", "只比两年都有的学校（新设、撤并的另算）", "over the schools that are there in both years"],
  ["由上年 提高到（或 提高至 增加到 增至 上升到 上升至 提升到 提升至 增加至 扩大到 扩大至 延长到 延长至 优化为 调整为 等）", "由…的多少提高到多少；升降由数据定，反向用 下降到 下降至 降至 减少到 减少至 减至 缩小到 缩小至 缩短到 缩短至", "from–to; the data choose the verb of the pair"],
  ["增量 减量", "变化的大小，不带升降词；方向相反不印", "the size of a change; withheld when it goes the other way"],
  ["对目标", "高于、达到或低于谁的多少的目标要求；几个名字结果相同时印“均”，不同时各说各的", "against the target; several names together where their verdict is the same"],
  ["目标", "目标本身；`{公办率@明年:目标}` 是下一年的", "the target itself"],
  ["对全省 …（区域参数的键1）", "高于或低于那个区域多少", "against a region"],
  ["名次", "在各区域中的名次", "the rank among regions"],
  ["创历史新高 均创历史新高 创历史新低 均创历史新低 创历史最好水平 均创历史最好水平", "历年最高（最低、最好）才印，放在方括号里", "only when it is the record"],
  ["或持平", "与历史最好水平相同时也印持平的说法", "also tells a tie with the record"],
  ["首次", "首次达到封顶才印", "only when the cap is reached for the first time"],
  ["零… 平…", "为0时、没有变化时印后面的字：`零无`、`平与上年相同`", "the words for zero, for no change"],
  ["按学科 …（分组的列）", "分列各成员，为0的不印；合计对不上不印", "a breakdown; withheld when it does not add up"],
  ["带单位 量前 只数", "分列时带单位；数量在前；只印数", "how a breakdown is written"],
  ["逗号 分号", "分列之间用逗号、分号", "what joins a breakdown"],
  ["其中", "先印合计，再印其中各项", "the whole first, then its parts"],
  ["和", "末一个用“和”连接", "the last of several joined by 和"],
  ["末单位", "几个数并列，单位只在末尾印一次", "the unit once, at the end"],
  ["前2 … 等", "名单只列前几个，后面加“等”", "the first of a list, with 等"],
  ["隐 明", "遮住这个数；在遮住的报告里露出这个数", "masks or shows one number"],
  ["形xx.xx", "空白稿里印的样子；`形降xx` 下降、`形平` 持平；几个数用、隔开", "what the blank form prints"],
]; // prettier-ignore

/** What a message says of the text it is about, by its name in the message. */
const parts = Object.fromEntries(
  "x near form ind members path forms a b operation rate stock dim type family"
    .split(" ")
    .map((name) => [name, `{${name}}`]),
);

/** Words of the language that no line above names. */
const undescribed = (): readonly string[] => {
  const described = options.map(([words, zh]) => `${words} ${zh}`).join(" ");
  return optionWords.filter((word) => !described.includes(word));
};

/** Sheets, functions, options and messages of the definition language. */
export function languagePage(table: Table): string {
  const missing = undescribed();
  if (missing.length > 0) throw new Error(`the page of the language does not describe ${missing.join("、")}`);
  const sheets = definitionTables.map(({ sheet, key, columns }) => [
    sheet,
    `\`${key}\``,
    columns.map((column) => `${column.header} \`${column.key}\``).join(" · "),
  ]);
  return `# 方案语言一览 The definition language at a glance

Generated from the code; run \`npm run reference\` after changing it. How to write a definition: [definition-guide.zh.md](../definition-guide.zh.md).

## 表和列 Sheets and columns

${table(["工作表", "JSON", "列"], [...sheets, [profileSheet, "`profile`", settings.map(({ label, key }) => `${label} \`${key}\``).join(" · ")]])}

## 公式函数 Functions

${table(
  ["写法", "得到", "gives"],
  Object.values(functionHelp).map(({ signature, zh, en }) => [`\`${signature}\``, zh, en]),
)}

## 槽位选项 Options of a slot

${table(
  ["选项", "印出", "prints"],
  options.map(([words, zh, en]) => [words, zh, en]),
)}

## 报错和提醒 Messages

${table(
  ["编号", "中文", "English"],
  diagnosticCodes.map((code) => [code, diagnosticText({ code, parts }, "zh"), diagnosticText({ code, parts }, "en")]),
)}
`;
}
