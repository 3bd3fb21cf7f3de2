import { readProse } from "../core/read-prose/read-prose";
import type { DocumentTable } from "../domain/document-table";
import type { PastedNumber } from "./pasted-number";

/** A finished text parted where our own annex begins. */
export interface PartedText {
  readonly body: string;
  /** Lines of the annex's table and notes: a cell a line, blank cells left out. */
  readonly annex: readonly string[];
}

/** @param tables those our documents end with, none or one */
export function partAtAnnex(text: string, tables: readonly DocumentTable[]): PartedText {
  const lines = text.split("\n");
  const titles = new Set(tables.map(({ title }) => title));
  const at = lines.findIndex((line, index) => line.trim() === "附件" && titles.has(nextWords(lines, index)));
  if (at < 0) return { body: text, annex: [] };
  const rest = lines.slice(at + 1).filter((line) => line.trim() !== "");
  return { body: lines.slice(0, at).join("\n"), annex: rest.slice(1) };
}

const nextWords = (lines: readonly string[], from: number): string =>
  lines
    .slice(from + 1)
    .find((line) => line.trim() !== "")
    ?.trim() ?? "";

/** Every number of the annex, each held against the cell that stands there; rows that were taken out are no fault. */
export function checkAnnex(
  annex: readonly string[],
  tables: readonly DocumentTable[],
  paragraphs: number,
): readonly PastedNumber[] {
  const own = tables.flatMap(({ columns, rows, notes }) => [
    ...columns.map(({ header }) => header),
    ...rows.flat().filter((cell) => cell !== ""),
    ...notes,
  ]);
  let place = 0;
  return annex.flatMap((line, index) => {
    const found = own.findIndex((cell, at) => at >= place && settled(cell) === settled(line));
    const expected = found < 0 ? own[place] : undefined;
    place = (found < 0 ? place : found) + 1;
    return readProse(line).mentions.map(
      ({ at }): PastedNumber => ({
        ...(expected === undefined ? right : { ...wrong, expected }),
        printed: line.slice(at.start, at.end),
        before: line.slice(0, at.start),
        after: line.slice(at.end),
        paragraph: paragraphs + index + 1,
      }),
    );
  });
}

const settled = (text: string): string => text.normalize("NFKC").trim();
const sourceless = { figures: [], parameters: [], provisional: false };
const right = { ...sourceless, verdict: "matches", says: "" } as const;
const wrong = { ...sourceless, verdict: "contradicts", fault: "value", says: "与附件里的这一格不同" } as const;
