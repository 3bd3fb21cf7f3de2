const digits = "零一二三四五六七八九";

/** 1–99 in Chinese numerals; two alone is 两 before a measure word. Undefined for every other number. */
export function chineseNumeral(value: number, beforeMeasureWord = false): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 99) return undefined;
  if (value === 2 && beforeMeasureWord) return "两";
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? digits.charAt(tens) : ""}${tens > 0 ? "十" : ""}${ones > 0 ? digits.charAt(ones) : ""}`;
}
