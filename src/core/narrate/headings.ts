import type { Block, Span } from "../../domain/narrative";
import type { HeadingStyle, NarrativeRow, Profile } from "../../definitions/definition";
import { chineseNumeral } from "./chinese-numerals";
import { textOf } from "./clause";
import { punctuate } from "./punctuation";

export type HeadingBlock = Extract<Block, { type: "heading" }>;

const levels = ["文题", "一级", "二级", "三级", "四级"] as const;
const numbered: HeadingStyle = { pattern: "1.", place: "独行" };

export const isHeading = (level: NarrativeRow["level"]): level is (typeof levels)[number] =>
  level !== "段" && level !== "分句";

export interface HeadingNumbers {
  /** `isFresh`: a new paragraph was begun and nothing stands in it yet. */
  readonly number: (
    row: NarrativeRow,
    spans: readonly Span[],
    above: Block | undefined,
    isFresh: boolean,
  ) => HeadingBlock;
  /** A paragraph begins on a line of its own. */
  readonly beginParagraph: () => void;
}

/** Numbers headings in order; a heading begins the count of the levels below it again, a paragraph that of those inside it. */
export function headingNumbers({ headings, punctuation }: Profile): HeadingNumbers {
  const counts = [0, 0, 0, 0, 0];
  const beginParagraph = (): void => {
    headings.forEach(({ place }, index) => {
      if (place === "段内") counts[index + 1] = 0;
    });
  };
  const number: HeadingNumbers["number"] = (row, spans, above, isFresh) => {
    const told = { type: "heading", id: row.id, text: textOf(spans), spans } as const;
    const level = levels.find((_, index) => levels[index] === row.level) ?? "文题";
    const depth = levels.indexOf(level) as HeadingBlock["level"];
    if (depth === 0) return { ...told, level: depth, number: "", startsLine: true, endsLine: true };
    const { pattern, place } = headings[depth - 1] ?? numbered;
    const startsLine = place !== "段内" || !runsOn(above) || (isFresh && above?.type === "paragraph");
    if (place === "段内" && startsLine) beginParagraph();
    counts[depth] = (counts[depth] ?? 0) + 1;
    counts.fill(0, depth + 1);
    const ordinal = punctuate(numberOf(pattern, counts[depth]), punctuation);
    return { ...told, level: depth, number: ordinal, startsLine, endsLine: place === "独行" };
  };
  return { number, beginParagraph };
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
    case "(1)":
      return `(${String(count)})`;
    case "一是":
      return `${numeral}是`;
    case "——":
      return pattern;
    case "无":
      return "";
  }
}
