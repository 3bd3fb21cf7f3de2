import type { Mention, Prose, ProseClause } from "../../domain/prose";

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/新增|扩增/gu, "增加"],
  [/招录|招考/gu, "招聘"],
  [/提升|上升/gu, "提高"],
  [/较上年度?|比上年度?|比去年|较去年|与去年相比|同比/gu, "较上年"],
  [/达到|达/gu, "为"],
  [/全年共|共计|累计|共/gu, "共"],
  [/我县|全县|我区|全区|我市|全市|本县|本区|本市/gu, "全县"],
];

/** Words without what may be said in several ways: punctuation, spaces, synonyms. */
export function settledWords(text: string): string {
  const bare = text.replace(/[\s,;:。、!?"'“”‘’《》()（），；：]/gu, "");
  return synonyms.reduce((words, [pattern, word]) => words.replace(pattern, word), bare);
}

export const isFigure = ({ sort }: Mention): boolean => sort === "figure" || sort === "mask" || sort === "range";

/** A clause by its words alone, with every number told as `#`. */
export function skeleton(prose: Prose, { at }: ProseClause, mentions: readonly Mention[]): string {
  let [text, from] = ["", at.start];
  for (const mention of mentions) {
    if (mention.sort === "heading") {
      from = Math.max(from, mention.at.end);
      continue;
    }
    if (!isFigure(mention) && mention.sort !== "date") continue;
    text += `${prose.text.slice(from, mention.at.start)}#`;
    from = mention.at.end;
  }
  return settledWords(text + prose.text.slice(from, at.end)).replace(eitherWay, "变");
}

/** A clause whose direction was turned round is still the same clause. */
const eitherWay = /增加|增长|提高|减少|下降|降低|回落/gu;

/** Mentions of every clause, in order. */
export function mentionsByClause(prose: Prose): readonly (readonly number[])[] {
  const byClause: number[][] = prose.clauses.map(() => []);
  for (const [index, { clause }] of prose.mentions.entries()) byClause[clause]?.push(index);
  return byClause;
}

/** Pairs of neighbouring characters, both ends marked. */
const bigrams = (text: string): readonly string[] => {
  const marked = `^${text}$`;
  return Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2));
};

/** How like a text is to each of some others: twice the share of character pairs they have in common. */
export type Likeness = (text: string) => Float64Array;

/** 1 for equal texts, 0 for texts without a pair in common. */
export function likenessTo(others: readonly string[]): Likeness {
  const sizes = others.map((other) => other.length + 1);
  const places = new Map<string, Map<number, number>>();
  for (const [index, other] of others.entries())
    for (const pair of bigrams(other)) {
      const counts = places.get(pair) ?? new Map<number, number>();
      places.set(pair, counts.set(index, (counts.get(index) ?? 0) + 1));
    }
  return (text) => {
    const own = new Map<string, number>();
    for (const pair of bigrams(text)) own.set(pair, (own.get(pair) ?? 0) + 1);
    const common = new Float64Array(others.length);
    for (const [pair, count] of own)
      for (const [index, there] of places.get(pair) ?? [])
        common[index] = (common[index] ?? 0) + Math.min(count, there);
    return common.map((shared, index) => (2 * shared) / (text.length + 1 + (sizes[index] ?? 0)));
  };
}
