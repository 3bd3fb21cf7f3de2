import type { Figure } from "../domain/figure";
import { clauseText, type Clause, type Narrative } from "../domain/narrative";
import type { TracedClause } from "./figure-trace";

/** What may be wrong: a cell of a form's table, or everything a school owes. */
export interface Suspect {
  readonly form?: string;
  readonly column?: string;
  readonly row?: number;
  readonly school?: string;
}

/** Which clauses print, or decide by, which figures. */
export interface FigureEffects {
  readonly clausesOf: (figure: string) => readonly TracedClause[];
  /** How many clauses would print another text if what is suspected were put right. */
  readonly clausesAffected: (suspects: readonly Suspect[]) => number;
}

export function figureEffects(figures: ReadonlyMap<string, Figure>, narrative: Narrative): FigureEffects {
  const clauses = narrative.blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : []));
  const byFigure = groupBy(clauses, sourcesOf);
  const madeOf = groupBy([...figures.values()], ({ uses }) => uses);
  const rests = [...figures.values()].flatMap(restsOf);

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
    clausesAffected(suspects) {
      const direct = rests.filter((rest) => suspects.some((suspect) => concerns(suspect, rest))).map(({ key }) => key);
      return new Set([...closure(direct)].flatMap((key) => byFigure.get(key) ?? [])).size;
    },
  };
}

/** A column a figure rests on: every row it decided about, the rows it counted, or the schools it waits for. */
interface Rest {
  readonly key: string;
  readonly form: string;
  readonly column: string;
  readonly rows: ReadonlySet<number> | "every";
  readonly schools: ReadonlySet<string>;
}

function restsOf({ key, lineage, value }: Figure): readonly Rest[] {
  const counted = lineage.map(({ form, column, role, rows }) => ({
    key,
    form,
    column,
    rows: role === "criterion" ? ("every" as const) : new Set(rows),
    schools: new Set<string>(),
  }));
  const reasons = value.state === "withheld" ? value.reasons : [];
  const awaited = reasons.flatMap((reason) =>
    reason.why === "missing" || reason.why === "blocked"
      ? [{ key, form: reason.form, column: reason.column, rows: new Set<number>(), schools: new Set(reason.schools) }]
      : [],
  );
  return [...counted, ...awaited];
}

function concerns({ form, column, row, school }: Suspect, rest: Rest): boolean {
  if (form !== undefined && form !== rest.form) return false;
  if (column !== undefined && column !== rest.column) return false;
  return (
    (row !== undefined && (rest.rows === "every" || rest.rows.has(row))) ||
    (school !== undefined && rest.schools.has(school))
  );
}

const sourcesOf = (clause: Clause): readonly string[] => [
  ...new Set([
    ...clause.spans.flatMap((span) => (span.type === "slot" ? span.figures : [])),
    ...clause.conditionSources,
  ]),
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
