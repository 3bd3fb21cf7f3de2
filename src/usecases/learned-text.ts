import { readProse } from "../core/read-prose/read-prose";
import type { LearnedReport } from "../core/learn/learned";

const sureness = { sure: "有把握", likely: "大致是", guess: "请人定" } as const;

/** `learned.txt`: for every number of the text the slot proposed for it, and the numbers nobody could bind. */
export function learnedText({ slots, unbound }: LearnedReport, text: string): string {
  const { mentions, paragraphs } = readProse(text);
  const placeOf = (index: number): string => {
    const mention = mentions[index];
    return `第${String(paragraphs[mention?.paragraph ?? 0]?.number ?? 1)}段“${mention?.before ?? ""}${mention?.text.trim() ?? ""}”`;
  };
  const count = (wanted: keyof typeof sureness): string =>
    String(slots.filter((slot) => slot.sureness === wanted).length);
  return [
    `认出${String(slots.length)}处：有把握${count("sure")}，大致是${count("likely")}，请人定${count("guess")}；认不出${String(unbound.length)}处。`,
    "",
    ...slots.map(
      ({ at, slot, sureness: how, why }) => `${sureness[how]}　“${text.slice(at.start, at.end)}”→ ${slot}　${why}`,
    ),
    ...(unbound.length === 0 ? [] : ["", "认不出的（在文稿里照抄成了文字）："]),
    ...unbound.map(({ mention, why }) => `${placeOf(mention)}：${why}`),
    "",
  ].join("\n");
}
