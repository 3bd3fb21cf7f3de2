import type { Block } from "../../domain/narrative";
import type { HeadingStyle, NarrativeRow, Profile } from "../../definitions/definition";
import { chineseNumeral } from "./chinese-numerals";
import { punctuate } from "./punctuation";

export type HeadingBlock = Extract<Block, { type: "heading" }>;

const levels = ["文题", "一级", "二级", "三级", "四级"] as const;
const numbered: HeadingStyle = { pattern: "1.", place: "独行" };

export const isHeading = (level: NarrativeRow["level"]): level is (typeof levels)[number] =>
  level !== "段" && level !== "分句";

/** Numbers headings in order; a heading begins the count of the levels below it again. */
export function headingNumbers({
  headings,
  punctuation,
}: Profile): (row: NarrativeRow, text: string, above: Block | undefined) => HeadingBlock {
  const counts = [0, 0, 0, 0, 0];
  return (row, text, above) => {
    const level = levels.find((_, index) => levels[index] === row.level) ?? "文题";
    const depth = levels.indexOf(level) as HeadingBlock["level"];
    if (depth === 0)
      return { type: "heading", id: row.id, level: depth, number: "", text, startsLine: true, endsLine: true };
    counts[depth] = (counts[depth] ?? 0) + 1;
    counts.fill(0, depth + 1);
    const { pattern, place } = headings[depth - 1] ?? numbered;
    const number = punctuate(numberOf(pattern, counts[depth]), punctuation);
    const startsLine = place !== "段内" || !runsOn(above);
    return { type: "heading", id: row.id, level: depth, number, text, startsLine, endsLine: place === "独行" };
  };
}

/** Whether the line the block stands on is still open. */
const runsOn = (block: Block | undefined): boolean =>
  block !== undefined && (block.type === "paragraph" || !block.endsLine);

function numberOf(pattern: HeadingStyle["pattern"], count: number): string {
  const numeral = chineseNumeral(count) ?? String(count);
  switch (pattern) {
    case "一、":
      return `${numeral}、`;
    case "(一)":
      return `(${numeral})`;
    case "1.":
      return `${String(count)}.`;
    case "一是":
      return `${numeral}是`;
  }
}
