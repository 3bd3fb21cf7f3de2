/** 学校(机构)标识码: 2 digits of the kind, 2 of the province, 6 in order. There is no check digit. */
export type SchoolCodeFault = "length" | "kind" | "province";

const kinds = new Set("11 21 22 31 32 33 34 35 36 37 41 42 51 91 92 93".split(" "));
const provinces = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82".split(" "),
);

/** What is wrong with a 标识码 taken by itself; undefined when it can be one. */
export function schoolCodeFault(code: string): SchoolCodeFault | undefined {
  if (!/^\d{10}$/u.test(code)) return "length";
  if (!kinds.has(kindOf(code))) return "kind";
  return provinces.has(provinceOf(code)) ? undefined : "province";
}

/** The first two digits, which are also those of the 办学类型. */
export const kindOf = (code: string): string => code.slice(0, 2);
/** Digits 3 and 4, which begin the 区划代码 of the district. */
export const provinceOf = (code: string): string => code.slice(2, 4);

/** The province most of these codes bear; undefined when there is no single one. */
export function commonProvince(codes: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const code of codes)
    if (schoolCodeFault(code) === undefined) counts.set(provinceOf(code), (counts.get(provinceOf(code)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const leading = [...counts].filter(([, count]) => count === most);
  return leading.length === 1 ? leading[0]?.[0] : undefined;
}
