import { clauseText, type Block, type Narrative, type Span } from "../domain/narrative";
import type { TracedClause } from "./figure-trace";

/** The clauses and headings that print, or decide by, each figure, by its key. */
export type ClausesByFigure = ReadonlyMap<string, readonly TracedClause[]>;

export function clausesByFigure({ blocks }: Narrative): ClausesByFigure {
  const byFigure = new Map<string, TracedClause[]>();
  for (const { id, text, figures } of blocks.flatMap(toldIn))
    for (const key of figures) {
      const told = byFigure.get(key) ?? [];
      told.push({ id, text });
      byFigure.set(key, told);
    }
  return byFigure;
}

interface Told extends TracedClause {
  readonly figures: ReadonlySet<string>;
}

function toldIn(block: Block): readonly Told[] {
  if (block.type === "heading")
    return [{ id: block.id, text: block.text, figures: new Set(printedFigures(block.spans)) }];
  return block.clauses.map((clause) => ({
    id: clause.id,
    text: clauseText(clause),
    figures: new Set([...printedFigures(clause.spans), ...clause.conditionSources]),
  }));
}

const printedFigures = (spans: readonly Span[]): readonly string[] =>
  spans.flatMap((span) => (span.type === "slot" ? span.figures : []));
