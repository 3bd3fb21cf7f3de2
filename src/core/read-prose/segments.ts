import type { ProseClause, ProseHeading, ProseParagraph, TextExtent } from "../../domain/prose";

const headingForms: readonly (readonly [ProseHeading["level"], RegExp])[] = [
  [1, /^[一二三四五六七八九十]+、/u],
  [2, /^\([一二三四五六七八九十]+\)/u],
  [3, /^[0-9]{1,2}[.、](?![0-9])/u],
  [4, /^\([0-9]{1,2}\)/u],
];
/** A heading on a line of its own is no longer than this. */
const longestHeading = 50;

/** The lines of a text (in half width) that are not blank, with the headings they begin with. */
export function paragraphsOf(text: string, original: string): readonly ProseParagraph[] {
  const lines = [...text.matchAll(/[^\n\r\u2028\u2029\u000b\f]+/gu)].filter(([line]) => line.trim() !== "");
  return lines.map(({ 0: line, index }, place) => {
    const start = index + line.length - line.trimStart().length;
    const end = index + line.trimEnd().length;
    const heading = headingOf(text, original, { start, end });
    return { number: place + 1, at: { start, end }, ...(heading && { heading }) };
  });
}

function headingOf(text: string, original: string, { start, end }: TextExtent): ProseHeading | undefined {
  const line = text.slice(start, end);
  for (const [level, form] of headingForms) {
    const number = form.exec(line)?.[0];
    if (number === undefined) continue;
    const stop = line.search(/[。!?]/u);
    const length = stop < 0 ? line.length : stop;
    if (length > longestHeading) return undefined;
    const at = { start, end: start + length };
    return {
      level,
      number: original.slice(start, start + number.length),
      text: original.slice(start + number.length, at.end),
      at,
    };
  }
  return undefined;
}

const opening = "([“《〔";
const closing = ")]”》〕";

/** Clauses of the paragraphs, in order. A comma between digits and what stands in brackets or quotes ends none. */
export function clausesOf(text: string, paragraphs: readonly ProseParagraph[]): readonly ProseClause[] {
  const clauses: ProseClause[] = [];
  let sentence = 0;
  for (const [paragraph, { at }] of paragraphs.entries()) {
    let [start, depth] = [at.start, 0];
    const finish = (end: number): void => {
      if (text.slice(start, end).trim() !== "") clauses.push({ at: { start, end }, paragraph, sentence });
    };
    for (let index = at.start; index < at.end; index += 1) {
      const character = text.charAt(index);
      if (opening.includes(character)) depth += 1;
      else if (closing.includes(character)) depth = Math.max(0, depth - 1);
      const isStop = "。!?".includes(character);
      if (!isStop && (depth > 0 || !",;:".includes(character) || isInsideNumber(text, index))) continue;
      finish(index);
      [start, depth] = [index + 1, 0];
      if (isStop) sentence += 1;
    }
    finish(at.end);
    sentence += 1;
  }
  return clauses;
}

const isInsideNumber = (text: string, index: number): boolean =>
  /^[0-9xX][,:](?:[0-9]{3}(?![0-9])|[0-9]{2}(?![0-9])|1(?![0-9])|[xX]{2})/u.test(text.slice(index - 1, index + 5)) &&
  (text.charAt(index) === ":" || /^,[0-9]{3}/u.test(text.slice(index)));
