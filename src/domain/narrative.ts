import type { WithheldReason } from "./figure";

/** A piece of a clause. A number knows the figures or parameters it prints; fixed words have no sources. */
export type Span =
  | { readonly type: "words"; readonly text: string }
  | {
      readonly type: "slot";
      readonly text: string;
      /** The slot as written in the template, braces included. */
      readonly template: string;
      /** Keys of the figures it prints. */
      readonly figures: readonly string[];
      /** Keys of the parameters it prints (`用途|名称|键1|期`). */
      readonly parameters: readonly string[];
      readonly withheld?: readonly WithheldReason[];
    };

/** 可用 / 等n校 / 待参数 / 待填 / 含缺报 / 含估计 / 受阻 / 冲突 / 条件未判. */
export type Readiness =
  | "ready"
  | "waiting-for-schools"
  | "waiting-for-parameter"
  | "waiting-for-text"
  | "partial-coverage"
  | "estimate"
  | "blocked"
  | "conflict"
  | "undecided";

/** One clause (分句) that is told. Dropped clauses are not listed. */
export interface Clause {
  readonly id: string;
  /** Joining punctuation printed before it; empty for the first of a paragraph. */
  readonly join: string;
  readonly spans: readonly Span[];
  readonly status: "草稿" | "定稿";
  readonly readiness: Readiness;
  readonly reasons: readonly WithheldReason[];
  readonly owner?: string;
  /** Figure keys and parameter keys read by its condition and choices, beside those of its spans. */
  readonly conditionSources: readonly string[];
}

export type Block =
  | {
      readonly type: "heading";
      readonly id: string;
      /** 0 is the document title (文题). */
      readonly level: 0 | 1 | 2 | 3 | 4;
      /** `一、`, `(二)`, `1.`, `一是`; empty for the title. */
      readonly number: string;
      readonly text: string;
      /** The pieces of `text`. */
      readonly spans: readonly Span[];
      /** False for a heading inside a running paragraph (一是 … 二是 …). */
      readonly startsLine: boolean;
      /** False when 。 and the text follow on the same line. */
      readonly endsLine: boolean;
    }
  | {
      readonly type: "paragraph";
      readonly id: string;
      readonly clauses: readonly Clause[];
      /** False after a heading that does not end its line. */ readonly startsLine: boolean;
      /** Printed after the last sentence, each in brackets: that rounded parts do not add up, which schools are missing. */
      readonly notes?: readonly string[];
    };

/** True, and yet a reader may stumble over it: shown beside the clause, which goes out all the same. */
export interface NarrativeNotice {
  readonly code: string;
  readonly clause: string;
  readonly message: string;
}

export interface Narrative {
  readonly blocks: readonly Block[];
  /** Absent when there is nothing to notice. */
  readonly notices?: readonly NarrativeNotice[];
}

export const clauseText = (clause: Clause): string => clause.spans.map((span) => span.text).join("");

/** A paragraph as printed, with its final 。 and the notes that follow it. */
export function paragraphText(block: Extract<Block, { type: "paragraph" }>): string {
  const text = block.clauses.map((clause) => clause.join + clauseText(clause)).join("");
  const sentences = text === "" || /[。！？：:]$/u.test(text) ? text : `${text}。`;
  return sentences + (block.notes ?? []).join("");
}

/** A block as printed: `(一)党建工作全面加强。` or the text of a paragraph. */
export function blockText(block: Block): string {
  if (block.type === "paragraph") return paragraphText(block);
  return `${block.number}${block.text}${block.endsLine ? "" : "。"}`;
}

/** The printed lines of a report: the blocks that stand on one line together. */
export function linesOf(narrative: Narrative): readonly (readonly Block[])[] {
  const lines: Block[][] = [];
  for (const block of narrative.blocks) {
    const line = lines.at(-1);
    if (block.startsLine || line === undefined) lines.push([block]);
    else line.push(block);
  }
  return lines;
}
