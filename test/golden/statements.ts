import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paragraphText, type Clause, type Narrative, type Span } from "../../src/domain/narrative";

/** A sentence of a real report, which ours must be able to say. */
export interface Statement {
  readonly id: string;
  /** full: from school cells alone; partial: with a parameter; none: only the bureau itself knows it. */
  readonly class: "full" | "partial" | "none";
  /** The report hides its figures behind xx. */
  readonly masked: boolean;
  /** As the report prints it. */
  readonly text: string;
  /** What it ought to say, where the report itself is wrong. */
  readonly corrected?: string;
}

/** computed: from school cells. parameter: from what the bureau enters. free text: words a person answers for. */
export type Origin = "computed" | "parameter" | "free text";

export function readStatements(report: string): readonly Statement[] {
  const [, ...lines] = readFileSync(join(__dirname, report, "statements.tsv"), "utf8")
    .replace(/\n$/u, "")
    .split("\n");
  return lines.map((line) => {
    const [id = "", kind = "", masked = "", text = "", corrected = ""] = line.split("\t");
    return { id, class: classOf(kind), masked: masked === "yes", text, ...(corrected === "" ? {} : { corrected }) };
  });
}

function classOf(text: string): Statement["class"] {
  if (text === "full" || text === "partial" || text === "none") return text;
  throw new Error(`${text} is no class of statements`);
}

/** Typing noise of the published texts does not count. */
const spaceless = (text: string): string => text.replace(/\s+/gu, "");
export const wording = ({ text, corrected }: Statement): string => spaceless(corrected ?? text);

interface Piece {
  readonly text: string;
  readonly span?: Span;
  readonly clause?: Clause;
}

/** Every printed piece with the clause it stands in, so that a statement is known by its place in the text. */
function pieces(narrative: Narrative): readonly Piece[] {
  return narrative.blocks.flatMap((block): readonly Piece[] => {
    if (block.type === "heading") return block.spans.map((span) => ({ text: span.text, span }));
    const printed = block.clauses.flatMap((clause) => [
      { text: clause.join },
      ...clause.spans.map((span) => ({ text: span.text, span, clause })),
    ]);
    return [...printed, { text: paragraphText(block).endsWith("。") ? "。" : "" }];
  });
}

export interface PrintedText {
  readonly text: string;
  /** What a run of characters of the text was made from; undefined when the text does not hold the words. */
  originOf(words: string): Origin | undefined;
}

const isParameter = (key: string): boolean => /^(标准|目标|历史|区域|人口|局填|文字)\|/u.test(key);

/** The whole printed text, spaces left out, in which words are found by their place. */
export function printedText(narrative: Narrative): PrintedText {
  const all = pieces(narrative);
  let text = "";
  const owner: number[] = [];
  all.forEach((piece, index) => {
    for (const character of spaceless(piece.text)) {
      text += character;
      for (let unit = 0; unit < character.length; unit += 1) owner.push(index);
    }
  });
  const originOf = (words: string): Origin | undefined => {
    const start = text.indexOf(words);
    if (start < 0) return undefined;
    const sources = [...new Set(owner.slice(start, start + words.length))].flatMap((index) => {
      const { span, clause } = all[index] ?? {};
      return [
        ...(span?.type === "slot" ? [...span.figures, ...span.parameters] : []),
        ...(clause?.conditionSources ?? []),
      ];
    });
    if (sources.some((key) => !isParameter(key))) return "computed";
    return sources.some((key) => !key.startsWith("文字|")) ? "parameter" : "free text";
  };
  return { text, originOf };
}

/** Words in which every run of x stands for some number: `xx.xx万人` is met by `35.13万人`. */
export function maskPattern(words: string): RegExp {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  return new RegExp(literal.replace(/(?:[xX]|\\\.|:)*[xX](?:[xX]|\\\.|:)*/gu, "[^,。;]+?"), "u");
}
