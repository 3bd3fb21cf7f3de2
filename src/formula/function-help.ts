import type { FunctionName } from "./tree";

interface FunctionHelp {
  /** How it is written, arguments in 汉字. */
  readonly signature: string;
  readonly zh: string;
  readonly en: string;
}

/** One line on each function, for whoever writes a formula. */
export const functionHelp: Readonly<Record<FunctionName, FunctionHelp>> = {
  SUM: { signature: "SUM(数,…)", zh: "合计；没有行得0", en: "total; 0 without rows" },
  SUMIFS: { signature: "SUMIFS(数,列,条件,…)", zh: "符合条件的行的合计", en: "total of the rows that meet the criteria" },
  COUNTA: { signature: "COUNTA(列)", zh: "已报的个数", en: "number of reported cells" },
  COUNTIFS: { signature: "COUNTIFS(列,条件,…)", zh: "符合条件的行数", en: "number of rows that meet the criteria" },
  AVERAGE: { signature: "AVERAGE(数,…)", zh: "平均到每行；率和均值不能再平均", en: "mean per row; not of rates or means" },
  AVERAGEIFS: { signature: "AVERAGEIFS(数,列,条件,…)", zh: "符合条件的行的平均", en: "mean of the rows that meet the criteria" },
  MAX: { signature: "MAX(数,…)", zh: "最大值；没有值则无法计算", en: "largest value; none without values" },
  MIN: { signature: "MIN(数,…)", zh: "最小值；没有值则无法计算", en: "smallest value; none without values" },
  MAXIFS: { signature: "MAXIFS(数,列,条件,…)", zh: "符合条件的行里的最大值", en: "largest among the rows that meet the criteria" },
  MINIFS: { signature: "MINIFS(数,列,条件,…)", zh: "符合条件的行里的最小值", en: "smallest among the rows that meet the criteria" },
  MEDIAN: { signature: "MEDIAN(数,…)", zh: "中位数", en: "median" },
  ROUND: { signature: "ROUND(数,位数)", zh: "四舍五入", en: "rounds half away from zero" },
  ROUNDUP: { signature: "ROUNDUP(数,位数)", zh: "向远离0的方向进位", en: "rounds away from zero" },
  ROUNDDOWN: { signature: "ROUNDDOWN(数,位数)", zh: "舍去尾数", en: "cuts towards zero" },
  ABS: { signature: "ABS(数)", zh: "绝对值", en: "absolute value" },
  IF: { signature: "IF(条件,成立时,不成立时)", zh: "条件未定时结果也未定", en: "undecided while its condition is" },
  AND: { signature: "AND(条件,…)", zh: "都成立", en: "all hold" },
  OR: { signature: "OR(条件,…)", zh: "有一个成立", en: "one holds" },
  NOT: { signature: "NOT(条件)", zh: "不成立", en: "does not hold" },
  N: { signature: "N(条件)", zh: "成立为1，不成立为0", en: "1 where it holds, else 0" },
  IFERROR: { signature: "IFERROR(值,替代)", zh: "只替代无法计算，不替代缺报", en: "stands in for what cannot be computed, never for blanks" },
  IFBLANK: { signature: "IFBLANK(值,替代)", zh: "只替代缺报", en: "stands in for blanks only" },
  ISBLANK: { signature: "ISBLANK(值)", zh: "是不是缺报", en: "whether it is blank" },
  DATE: { signature: "DATE(年,月,日)", zh: "日期", en: "a date" },
  YEAR: { signature: "YEAR(日期)", zh: "日期的年份", en: "year of a date" },
  MONTH: { signature: "MONTH(日期)", zh: "日期的月份", en: "month of a date" },
  LEN: { signature: "LEN(文本)", zh: "字数", en: "number of characters" },
  LEFT: { signature: "LEFT(文本,字数)", zh: "前几个字", en: "first characters" },
  RIGHT: { signature: "RIGHT(文本,字数)", zh: "后几个字", en: "last characters" },
  MID: { signature: "MID(文本,起,字数)", zh: "从第几个字起的几个字", en: "characters from a place on" },
  指标: { signature: "指标(名,切片…)", zh: "另一个指标，可指定组别和一个时期", en: "another indicator, for members of its groups and one period" },
  参数: { signature: "参数(名,键…)", zh: "参数表里本期的一行", en: "the row of 参数 with these keys for the report period" },
  上年: { signature: "上年(值)", zh: "同校上年的值；新设学校不适用", en: "last year's value of the same school; none for a new one" },
  累计: { signature: "累计(名,起,止)", zh: "逐年相加；中间缺一年则无法计算", en: "added up year by year; none with a gap" },
  去重计数: { signature: "去重计数(列,列,条件,…)", zh: "不同值的个数", en: "number of different values" },
  差异系数: { signature: "差异系数(数,权)", zh: "按权加权的差异系数", en: "coefficient of variation, weighted" },
  名单: { signature: "名单(列,列,条件,…)", zh: "不同的文字，按行序", en: "different texts in row order" },
  稳健偏离: { signature: "稳健偏离(值,同组列…)", zh: "本行离同组中位数有多远", en: "how far the row lies from the median of its group" },
}; // prettier-ignore
