import { parseCriterion } from "./criterion";
import type { MessageLanguage } from "./diagnostic-text";
import { printFormula } from "./print-formula";
import { type TotalFunction, isTotalFunction, totalParts } from "./totals";
import type { FunctionName, Tree } from "./tree";

type Call = Extract<Tree, { readonly node: "call" }>;

/** A formula in words, for 口径 notes and the task pane: `在园幼儿数合计（办别=公办）`. */
export function explain(tree: Tree, language: MessageLanguage): string {
  switch (tree.node) {
    case "column":
      return (tree.form === undefined ? "" : `${tree.form}·`) + tree.name;
    case "fields":
      return language === "zh" ? `${tree.from}至${tree.to}` : `${tree.from} to ${tree.to}`;
    case "name":
      return tree.name;
    case "text":
      return tree.value === "" ? (language === "zh" ? "缺报" : "blank") : tree.value;
    case "number":
    case "boolean":
      return printFormula(tree);
    case "sign":
      return tree.operator + grouped(tree.operand, language);
    case "binary":
      return grouped(tree.left, language) + (signs[tree.operator] ?? tree.operator) + grouped(tree.right, language);
    case "call":
      return explainCall(tree, language);
  }
}

const signs: Readonly<Record<string, string>> = { "*": "×", "/": "÷", "<>": "≠", "<=": "≤", ">=": "≥" };

const grouped = (tree: Tree, language: MessageLanguage): string =>
  tree.node === "binary" ? enclosed(explain(tree, language), language) : apart(tree, language);

/** What joins several conditions or branches is kept together; a comparison among conditions reads by itself. */
const apart = (tree: Tree, language: MessageLanguage): string =>
  tree.node === "call" && joining.has(tree.name)
    ? enclosed(explain(tree, language), language)
    : explain(tree, language);

const joining: ReadonlySet<FunctionName> = new Set<FunctionName>(["IF", "AND", "OR"]);

const enclosed = (text: string, language: MessageLanguage): string => (language === "zh" ? `（${text}）` : `(${text})`);

/** Behind the words they are about. */
const brackets = (text: string, language: MessageLanguage): string =>
  language === "zh" ? `（${text}）` : ` (${text})`;

const totalWords: Readonly<Record<TotalFunction, readonly [zh: string, en: string]>> = {
  SUM: ["合计", "total of"], SUMIFS: ["合计", "total of"], AVERAGE: ["平均", "mean of"], AVERAGEIFS: ["平均", "mean of"],
  MAX: ["最大值", "largest"], MAXIFS: ["最大值", "largest"], MIN: ["最小值", "smallest"], MINIFS: ["最小值", "smallest"],
  MEDIAN: ["中位数", "median of"], COUNTA: ["填报个数", "number of reported"], COUNTIFS: ["行数", "number of rows"],
  去重计数: ["去重个数", "number of different"], 差异系数: ["差异系数", "coefficient of variation of"], 名单: ["名单", "list of"],
}; // prettier-ignore

type Phrase = (parts: readonly string[]) => string;

/** The words of every function that is no total, in Chinese and in English. */
const phrases: Readonly<Record<Exclude<FunctionName, TotalFunction>, readonly [zh: Phrase, en: Phrase]>> = {
  IF: [([test, then, otherwise]) => `若${test ?? ""}则${then ?? ""}，否则${otherwise ?? ""}`, ([test, then, otherwise]) => `if ${test ?? ""} then ${then ?? ""}, else ${otherwise ?? ""}`],
  AND: [(parts) => parts.join("且"), (parts) => parts.join(" and ")],
  OR: [(parts) => parts.join("或"), (parts) => parts.join(" or ")],
  NOT: [([part]) => `并非（${part ?? ""}）`, ([part]) => `not (${part ?? ""})`],
  ISBLANK: [([part]) => `${part ?? ""}缺报`, ([part]) => `${part ?? ""} is blank`],
  IFBLANK: [([part, instead]) => `${part ?? ""}（缺报按${instead ?? ""}）`, ([part, instead]) => `${part ?? ""} (blank counts as ${instead ?? ""})`],
  IFERROR: [([part, instead]) => `${part ?? ""}（无法计算按${instead ?? ""}）`, ([part, instead]) => `${part ?? ""} (${instead ?? ""} where it cannot be computed)`],
  上年: [([part]) => `上年${part ?? ""}`, ([part]) => `last year's ${part ?? ""}`],
  累计: [([name, from, to]) => `${from ?? ""}${to === undefined ? "以来" : `至${to}`}${name ?? ""}累计`, ([name, from, to]) => `${name ?? ""} added up from ${from ?? ""}${to === undefined ? "" : ` to ${to}`}`],
  稳健偏离: [([part, ...groups]) => `${part ?? ""}的稳健偏离${among(groups, "zh")}`, ([part, ...groups]) => `robust deviation of ${part ?? ""}${among(groups, "en")}`],
  指标: [([name, ...slices]) => sliced(name, slices, "zh"), ([name, ...slices]) => sliced(name, slices, "en")],
  ROUND: [([part, places]) => `${part ?? ""}（四舍五入到${places ?? ""}位小数）`, ([part, places]) => `${part ?? ""} (rounded to ${places ?? ""} decimals)`],
  ROUNDUP: [([part, places]) => `${part ?? ""}（进到${places ?? ""}位小数）`, ([part, places]) => `${part ?? ""} (rounded up to ${places ?? ""} decimals)`],
  ROUNDDOWN: [([part, places]) => `${part ?? ""}（舍到${places ?? ""}位小数）`, ([part, places]) => `${part ?? ""} (rounded down to ${places ?? ""} decimals)`],
  ABS: [([part]) => `${part ?? ""}的绝对值`, ([part]) => `absolute value of ${part ?? ""}`],
  N: [([part]) => `${part ?? ""}（是为1，否为0）`, ([part]) => `${part ?? ""} (1 if so, else 0)`],
  DATE: [([year, month, day]) => `${year ?? ""}年${month ?? ""}月${day ?? ""}日`, (parts) => parts.join("-")],
  YEAR: [([part]) => `${part ?? ""}的年份`, ([part]) => `year of ${part ?? ""}`],
  MONTH: [([part]) => `${part ?? ""}的月份`, ([part]) => `month of ${part ?? ""}`],
  LEN: [([part]) => `${part ?? ""}的字数`, ([part]) => `length of ${part ?? ""}`],
  LEFT: [([part, count = "1"]) => `${part ?? ""}的前${count}个字`, ([part, count = "1"]) => `first ${count} characters of ${part ?? ""}`],
  RIGHT: [([part, count = "1"]) => `${part ?? ""}的后${count}个字`, ([part, count = "1"]) => `last ${count} characters of ${part ?? ""}`],
  MID: [([part, from, count]) => `${part ?? ""}第${from ?? ""}个字起的${count ?? ""}个字`, ([part, from, count]) => `${count ?? ""} characters of ${part ?? ""} from the ${from ?? ""}th on`],
  参数: [([name, ...keys]) => sliced(name, keys, "zh"), ([name, ...keys]) => sliced(name, keys, "en")],
}; // prettier-ignore

const among = (groups: readonly string[], language: MessageLanguage): string =>
  groups.length === 0
    ? ""
    : brackets(language === "zh" ? `同${groups.join("、")}` : `among the same ${groups.join(", ")}`, language);

const sliced = (name: string | undefined, slices: readonly string[], language: MessageLanguage): string =>
  (name ?? "") + (slices.length === 0 ? "" : brackets(slices.join("，"), language));

/** Their words keep comparisons apart by themselves. */
const plain: ReadonlySet<FunctionName> = new Set<FunctionName>([...joining, "NOT", "指标", "参数", "累计"]);

function explainCall(call: Call, language: MessageLanguage): string {
  if (isTotalFunction(call.name)) return explainTotal(call, call.name, language);
  const phrase = phrases[call.name][language === "zh" ? 0 : 1];
  const told = plain.has(call.name) ? apart : grouped;
  return phrase(call.arguments.map((part) => told(part, language)));
}

function explainTotal(call: Call, name: TotalFunction, language: MessageLanguage): string {
  const { values, criteria } = totalParts(name, call.arguments);
  const zh = language === "zh";
  const [wordZh, wordEn] = totalWords[name];
  const what = values
    .map((value) => (values.length > 1 ? explain(value, language) : grouped(value, language)))
    .join(zh ? "、" : ", ");
  const told = zh ? `${what}${wordZh}` : [wordEn, what].filter((text) => text !== "").join(" ");
  if (criteria.length === 0) return told;
  const conditions = criteria.map(
    ({ column, criterion }) => explain(column, language) + criterionWords(criterion, language),
  );
  return told + brackets(conditions.join(zh ? "，" : ", "), language);
}

/** `>=56` after the column it is about; a criterion that is worked out shows its formula. */
function criterionWords(criterion: Tree, language: MessageLanguage): string {
  if (criterion.node !== "text") return `=${explain(criterion, language)}`;
  const asked = parseCriterion(criterion.value);
  if (asked.asks === "blank") return language === "zh" ? "缺报" : " is blank";
  if (asked.asks === "reported") return language === "zh" ? "已报" : " is reported";
  const operand = criterion.value.replace(/^(<>|<=|>=|=|<|>)/, "");
  return (signs[asked.operator] ?? asked.operator) + operand;
}
