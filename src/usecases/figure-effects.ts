import type { Figure } from "../domain/figure";
import { clauseText, type Clause, type Narrative } from "../domain/narrative";
import type { TracedClause } from "./figure-trace";

/** Which clauses print, or decide by, which figures. */
export interface FigureEffects {
  readonly clausesOf: (figure: string) => readonly TracedClause[];
  /** Clauses whose text could change with a cell of a form's table. */
  readonly clausesOfCell: (form: string, column: string, row: number) => number;
}

export function figureEffects(figures: ReadonlyMap<string, Figure>, narrative: Narrative): FigureEffects {
  const clauses = narrative.blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : []));
  const byFigure = groupBy(clauses, sourcesOf);
  const madeOf = groupBy([...figures.values()], ({ uses }) => uses);
  const parts = groupBy(
    [...figures.values()].flatMap(({ key, lineage }) => lineage.map((part) => ({ key, part, rows: new Set(part.rows) }))),
    ({ part }) => [`${part.form}\u0000${part.column}`],
  );

  /** The figures and all figures made of them. */
  const closure = (keys: readonly string[]): ReadonlySet<string> => {
    const found = new Set(keys);
    for (const key of found) {
      const indicator = figures.get(key)?.indicator ?? key;
      for (const figure of madeOf.get(indicator) ?? []) found.add(figure.key);
    }
    return found;
  };

  return {
    clausesOf: (figure) => (byFigure.get(figure) ?? []).map((clause) => ({ id: clause.id, text: clauseText(clause) })),
    clausesOfCell(form, column, row) {
      const direct = (parts.get(`${form}\u0000${column}`) ?? []).filter(({ rows }) => rows.has(row)).map(({ key }) => key);
      return new Set([...closure(direct)].flatMap((key) => byFigure.get(key) ?? [])).size;
    },
  };
}

const sourcesOf = (clause: Clause): readonly string[] => [
  ...new Set([...clause.spans.flatMap((span) => (span.type === "slot" ? span.figures : [])), ...clause.conditionSources]),
];

function groupBy<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}
