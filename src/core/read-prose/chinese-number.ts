const digits = "零一二三四五六七八九";
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Characters Chinese numbers are written with; 两 stands before measure words. */
export const chineseDigits = "〇零一二两三四五六七八九十百千";

/** `两` 2, `十二` 12, `三百零五` 305; undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  let total = 0;
  let pending: number | undefined;
  for (const character of text) {
    const digit = character === "两" ? 2 : digits.indexOf(character === "〇" ? "零" : character);
    const power = powers[character];
    if (power !== undefined) {
      total += (pending ?? 1) * power;
      pending = undefined;
    } else if (digit >= 0 && (pending === undefined || pending === 0)) pending = digit;
    else return undefined;
  }
  return total + (pending ?? 0);
}
