/** Words without punctuation, spaces and digits. */
export const bareWords = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}]/gu, "");

const pairs = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** The share of a text's neighbouring characters that another text has too: 1 when it is contained, 0 for strangers. */
export function shareIn(part: string, whole: string): number {
  const [some, all] = [pairs(bareWords(part)), pairs(bareWords(whole))];
  if (some.size === 0) return 0;
  return [...some].filter((pair) => all.has(pair)).length / some.size;
}
