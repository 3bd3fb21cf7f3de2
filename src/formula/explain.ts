import { parseCriterion } from "./criterion";
import type { MessageLanguage } from "./diagnostic-text";
import { printFormula } from "./print-formula";
import { type TotalFunction, isTotalFunction, totalParts } from "./totals";
import type { Tree } from "./tree";

type Call = Extract<Tree, { readonly node: "call" }>;

/** A formula in words, for 口径 notes and the task pane: `在园幼儿数合计（办别=公办）`. What has no words stays a formula. */
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
  tree.node === "binary" ? brackets(explain(tree, language), language) : explain(tree, language);

const brackets = (text: string, language: MessageLanguage): string => (language === "zh" ? `（${text}）` : ` (${text})`);

const totalWords: Readonly<Record<TotalFunction, readonly [zh: string, en: string]>> = {
  SUM: ["合计", "total of"], SUMIFS: ["合计", "total of"], AVERAGE: ["平均", "mean of"], AVERAGEIFS: ["平均", "mean of"],
  MAX: ["最大值", "largest"], MAXIFS: ["最大值", "largest"], MIN: ["最小值", "smallest"], MINIFS: ["最小值", "smallest"],
  MEDIAN: ["中位数", "median of"], COUNTA: ["填报个数", "number of reported"], COUNTIFS: ["行数", "number of rows"],
  去重计数: ["去重个数", "number of different"], 差异系数: ["差异系数", "coefficient of variation of"], 名单: ["名单", "list of"],
}; // prettier-ignore

function explainCall(call: Call, language: MessageLanguage): string {
  const { name } = call;
  const parts = call.arguments.map((part) => explain(part, language));
  const [first = "", second = "", third = ""] = parts;
  const zh = language === "zh";
  if (isTotalFunction(name)) return explainTotal(call, name, language);
  switch (name) {
    case "IF":
      return zh ? `若${first}则${second}，否则${third}` : `if ${first} then ${second}, else ${third}`;
    case "AND":
      return parts.join(zh ? "且" : " and ");
    case "OR":
      return parts.join(zh ? "或" : " or ");
    case "NOT":
      return zh ? `并非（${first}）` : `not (${first})`;
    case "ISBLANK":
      return zh ? `${first}缺报` : `${first} is blank`;
    case "IFBLANK":
      return zh ? `${first}（缺报按${second}）` : `${first} (blank counts as ${second})`;
    case "IFERROR":
      return zh ? `${first}（无法计算按${second}）` : `${first} (${second} where it cannot be computed)`;
    case "上年":
      return zh ? `上年${first}` : `last year's ${first}`;
    case "指标":
    case "参数":
      return parts.length === 1 ? first : first + brackets(parts.slice(1).join("，"), language);
    case "累计":
      return zh ? `${second}${third === "" ? "以来" : `至${third}`}${first}累计` : `${first} added up from ${second}${third === "" ? "" : ` to ${third}`}`;
    default:
      return printFormula(call);
  }
}

function explainTotal(call: Call, name: TotalFunction, language: MessageLanguage): string {
  const { values, criteria } = totalParts(name, call.arguments);
  const zh = language === "zh";
  const [wordZh, wordEn] = totalWords[name];
  const what = values.map((value) => (values.length > 1 ? explain(value, language) : grouped(value, language))).join(zh ? "、" : ", ");
  const told = zh ? `${what}${wordZh}` : [wordEn, what.trim()].filter((text) => text !== "").join(" ");
  if (criteria.length === 0) return told;
  const conditions = criteria.map(({ column, criterion }) => explain(column, language) + criterionWords(criterion, language));
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
