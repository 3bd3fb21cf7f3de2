/** Words a count, an amount or a measure may end in. What the definition prints is added to them. */
const measureWords: readonly string[] = [
  ..."人次 人 名 位 所 个班 个 家 间 处 项 场 次 台 套 栋 座 门 条 份 件 届 期 类 支 篇 册 元 岁 天 小时 分 年 倍 成 块 片 亩 米 兆 轮 期 辆 批 对 组 堂 节 班 户 村 种 张".split(
    " ",
  ),
  ..."平方米 平方公里 公里 千米 公顷 公斤 千克 千瓦 周岁 课时 学时 元/人 元/生 元/月 个月 分钟 门次 场次 校次 班次 家次 个学位".split(
    " ",
  ),
  "㎡",
];

/** One behind another, a longer word before one it begins with. */
const longestFirst = (words: readonly string[]): readonly string[] =>
  [...new Set(words)].sort((a, b) => (a.length === b.length ? (a < b ? -1 : 1) : b.length - a.length));

/** Every unit a number may carry, for reading. `%` and its like count as units. */
export const unitWords = (added: readonly string[]): readonly string[] =>
  longestFirst([...measureWords, ...added.filter((word) => word !== ""), "个百分点", "百分点", "%", "‰"]);

/** The word it is known by: 百分点 and 个百分点 are one, so are ㎡ and 平方米. */
export const settledUnit = (unit: string): string => {
  if (unit === "百分点") return "个百分点";
  return unit === "㎡" ? "平方米" : unit;
};

/** Words that, counted in Chinese numerals, count something: 两所, 四届. 一个 and 一批 are a way of speaking. */
const countedInChinese = "所 名 位 家 间 处 项 场 次 台 套 栋 座 门 条 份 件 届 期 类 支 块 个 人".split(" ");

export const isCountedInChinese = (numeral: string, unit: string): boolean =>
  countedInChinese.includes(unit) && (numeral !== "一" || "所块栋座间台套".includes(unit));
