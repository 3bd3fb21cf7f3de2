import { clauseText, type Clause, type Narrative } from "../domain/narrative";
import type { TracedClause } from "./figure-trace";

/** The clauses that print, or decide by, each figure, by its key. */
export type ClausesByFigure = ReadonlyMap<string, readonly TracedClause[]>;

export function clausesByFigure({ blocks }: Narrative): ClausesByFigure {
  const byFigure = new Map<string, TracedClause[]>();
  for (const clause of blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : [])))
    for (const key of sourcesOf(clause)) {
      const told = byFigure.get(key) ?? [];
      told.push({ id: clause.id, text: clauseText(clause) });
      byFigure.set(key, told);
    }
  return byFigure;
}

const sourcesOf = ({ spans, conditionSources }: Clause): ReadonlySet<string> =>
  new Set([...spans.flatMap((span) => (span.type === "slot" ? span.figures : [])), ...conditionSources]);
