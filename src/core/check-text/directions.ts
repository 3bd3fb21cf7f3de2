const up = /增加|增长|提高|提升|上升|增至|升至|扩大|多了?(?=$)/gu;
const down = /减少|下降|降低|降至|降到|减至|回落|缩小|少了?(?=$)/gu;

export type Direction = "up" | "down";

/** Which way the words before a number say it went; undefined when they say nothing. */
export function directionOf(words: string): Direction | undefined {
  const last = (pattern: RegExp): number => [...words.matchAll(pattern)].at(-1)?.index ?? -1;
  const [rise, fall] = [last(up), last(down)];
  if (rise === fall) return undefined;
  return rise > fall ? "up" : "down";
}
