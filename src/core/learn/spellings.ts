import type { Mention } from "../../domain/prose";

/**
 * Options a slot may need to print a number just so, the plainest first; `measures` are the measure words it may have.
 * Which of them does is found by printing.
 */
export function spellings(mention: Mention, measures: readonly string[]): readonly string[] {
  const lists = [scales(mention), roundings(mention), hedges(mention), units(mention, measures)];
  const combined = lists.reduce<readonly (readonly string[])[]>(
    (sofar, list) => sofar.flatMap((options) => list.map((option) => (option === "" ? options : [...options, option]))),
    [[]],
  );
  return [...new Set(combined.toSorted((a, b) => a.length - b.length).map((options) => options.join(" ")))];
}

const scales = ({ scale }: Mention): readonly string[] =>
  scale === "万" || scale === "亿" ? ["", scale] : ["", "不缩"];

function roundings({ decimals, text, inChinese }: Mention): readonly string[] {
  if (inChinese) return ["中文"];
  const zeros = /[1-9](0{1,4})(?![0-9])/u.exec(text)?.[1]?.length ?? 0;
  const rounded = ["取十", "取百", "取千", "取万"].slice(0, zeros).reverse();
  return [
    "",
    ...(decimals > 0 ? [`${String(Math.min(decimals, 4))}位`, `${String(Math.min(decimals, 4))}位 补零`] : ["0位"]),
    ...rounded,
  ];
}

function hedges({ hedges: words }: Mention): readonly string[] {
  const known = words.filter((word) => ["多", "余", "近", "以上", "以下"].includes(word));
  return known.length === 0 ? [""] : known;
}

const units = ({ unit }: Mention, measures: readonly string[]): readonly string[] => {
  if (unit === "") return ["数", ""];
  return measures.includes(unit) ? ["", unit] : [""];
};
