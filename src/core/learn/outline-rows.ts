import type { Prose, ProseClause, ProseParagraph, TextExtent } from "../../domain/prose";
import type { NarrativeRow } from "../../definitions/definition";
import type { LearnedSlot } from "./learned";

const levels: readonly NarrativeRow["level"][] = ["文题", "一级", "二级", "三级", "四级"];

/** A text as rows of 方案·文稿: headings without their numbers, paragraphs, clauses with what joins them, slots in place. */
export function outlineRows(prose: Prose, slots: readonly LearnedSlot[]): readonly NarrativeRow[] {
  const rows: NarrativeRow[] = [];
  const add = (level: NarrativeRow["level"], text: string, join = ""): void => {
    rows.push({
      id: `草-${String(rows.length + 1).padStart(3, "0")}`,
      level,
      join,
      text,
      ifMissing: "印××",
      status: "草稿",
    });
  };
  const bodies = prose.paragraphs.map((paragraph) => withoutHeading(paragraph));
  for (const [index, paragraph] of prose.paragraphs.entries()) {
    const { heading } = paragraph;
    const textOf = (at: TextExtent): string => withSlots(prose, at, slots);
    if (heading)
      add(
        levels[heading.level] ?? "四级",
        textOf({ start: heading.at.start + heading.number.length, end: heading.at.end }),
      );
    const body = bodies[index];
    if (!body) continue;
    if (index === 0 && !/[。!?！？]/u.test(prose.text.slice(body.start, body.end))) {
      add("文题", textOf(body));
      continue;
    }
    if (!heading) add("段", "");
    addClauses(prose, index, body, textOf, add);
  }
  return rows;
}

/** What of a paragraph follows its heading. */
function withoutHeading({ at, heading }: ProseParagraph): TextExtent | undefined {
  const start = heading ? heading.at.end + 1 : at.start;
  return start < at.end ? { start, end: at.end } : undefined;
}

type Add = (level: NarrativeRow["level"], text: string, join?: string) => void;

/** Clauses of a paragraph; 一是 and its like begin a heading within it. */
function addClauses(
  prose: Prose,
  paragraph: number,
  body: TextExtent,
  textOf: (at: TextExtent) => string,
  add: Add,
): void {
  let isFirst = true;
  for (const clause of mergedClauses(prose, paragraph, body)) {
    const spoken = prose.mentions.find(
      ({ sort, at }) =>
        sort === "heading" && at.start === clause.at.start && /是$/u.test(prose.text.slice(at.start, at.end)),
    );
    const join = isFirst ? "" : prose.text.charAt(clause.at.start - 1);
    if (spoken) add("四级", textOf({ start: spoken.at.end, end: clause.at.end }));
    else add("分句", textOf(clause.at), join);
    isFirst = spoken !== undefined;
  }
}

/** A spoken heading ends with its sentence, so its clauses are one. */
function mergedClauses(prose: Prose, paragraph: number, body: TextExtent): readonly Pick<ProseClause, "at">[] {
  const merged: { at: TextExtent; readonly sentence: number; readonly isSpoken: boolean }[] = [];
  for (const { at, sentence } of prose.clauses.filter(
    (clause) => clause.paragraph === paragraph && clause.at.end > body.start,
  )) {
    const start = Math.max(at.start, body.start);
    const last = merged.at(-1);
    const isSpoken = prose.mentions.some((one) => one.sort === "heading" && one.at.start === start);
    if (last?.isSpoken === true && last.sentence === sentence && !isSpoken)
      last.at = { start: last.at.start, end: at.end };
    else merged.push({ at: { start, end: at.end }, sentence, isSpoken });
  }
  return merged;
}

/** Words with what is special in templates doubled, and the slots in place of what they print. */
function withSlots({ text }: Prose, { start, end }: TextExtent, slots: readonly LearnedSlot[]): string {
  let [template, from] = ["", start];
  for (const { at, slot } of slots) {
    if (at.start < from || at.end > end) continue;
    template += escaped(text.slice(from, at.start)) + slot;
    from = at.end;
  }
  return (template + escaped(text.slice(from, end))).trim();
}

const escaped = (words: string): string => words.replace(/[{}[\]|]/gu, (mark) => mark + mark);
