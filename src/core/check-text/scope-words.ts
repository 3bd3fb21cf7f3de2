import type { CompiledDefinition } from "../../definitions/compiled";

/** Words that say of whom a number is told; two of one list cannot both be meant. */
const shipped: readonly (readonly string[])[] = [
  ["学前", "小学", "初中", "高中", "中职", "高职"],
  ["城区", "镇区", "乡村", "农村"],
  ["公办", "民办"],
  ["春季", "秋季"],
  ["国家级", "自治区级", "省级", "市级", "县级"],
  ["男", "女"],
  ["本科", "专科"],
];

export type ScopeWords = readonly (readonly string[])[];

/** The shipped lists and those of the definition's groups. */
export function scopeWords({ source: { codes }, indicators }: CompiledDefinition): ScopeWords {
  const groups = new Set([...indicators.values()].flatMap(({ indicator }) => indicator.groupBy));
  const lists = [...groups].map((group) => codes.filter(({ list }) => list === group).map(({ label }) => label));
  return [...shipped, ...lists.filter((labels) => labels.length > 1)];
}

export interface ScopeChange {
  readonly told: string;
  readonly expected: string;
}

/** A scope that one text names where the other names another one of its list. */
export function scopeChange(pasted: string, own: string, words: ScopeWords): ScopeChange | undefined {
  for (const list of words) {
    const told = list.find((word) => times(pasted, word) > times(own, word));
    const expected = list.find((word) => times(own, word) > times(pasted, word));
    if (told !== undefined && expected !== undefined) return { told, expected };
  }
  return undefined;
}

/** How often a text has a word; 中小学 is no 小学. */
const times = (text: string, word: string): number => text.replaceAll("中小学", "").split(word).length - 1;
