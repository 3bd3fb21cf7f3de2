/** Measure words that say the same of what is counted, in every report. */
const families: readonly (readonly string[])[] = [
  ["人", "名", "位"],
  ["所", "个", "家"],
  ["个班", "班", "个"],
  ["学位", "个学位", "个", "人", "名"],
  ["项", "个", "条", "件"],
  ["场", "次", "届"],
  ["台", "套", "个"],
  ["间", "个"],
  ["处", "个"],
  ["平方米", "㎡"],
];

/** Whether a number may change from one unit to the other and still say the same. */
export const sameUnit = (a: string, b: string): boolean =>
  a === b || families.some((family) => family.includes(a) && family.includes(b));

export const isRateUnit = (unit: string): boolean => unit === "%" || unit === "‰";
export const isPoints = (unit: string): boolean => unit === "个百分点";
