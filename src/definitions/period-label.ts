export const lastYearWords: readonly string[] = ["上年", "去年", "上年度"];
const nextYearWords: readonly string[] = ["明年", "下年", "下年度"];

/** The year of `2015年`, `2015学年`, `2015`; undefined for named periods such as 轮岗前. */
export function yearOf(period: string): number | undefined {
  const year = /^(\d{4})(?:年|学年|年度|财年)?$/u.exec(period)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** One label for every way of writing a period: 上年, 2015年, 轮岗前; "" for the report period itself. */
export function periodLabel(period: string, reportPeriod: string): string {
  const reportYear = Number(/^\d{4}/u.exec(reportPeriod)?.[0]);
  const year = period === "前年" ? reportYear - 2 : nextYearWords.includes(period) ? reportYear + 1 : yearOf(period);
  if (period === reportPeriod || year === reportYear) return "";
  if (lastYearWords.includes(period) || year === reportYear - 1) return "上年";
  return year === undefined ? period : `${String(year)}年`;
}

/** True for what can only be a period, whatever the data: a year, 上年, 前年. */
export const isPeriodWord = (slice: string): boolean =>
  yearOf(slice) !== undefined || slice === "前年" || [...lastYearWords, ...nextYearWords].includes(slice);
