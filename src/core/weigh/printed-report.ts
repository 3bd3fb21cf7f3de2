import type { Collection } from "../../domain/collected";
import type { Effect } from "../../domain/effect";
import type { Figure } from "../../domain/figure";
import { blockText, clauseText, type Narrative } from "../../domain/narrative";
import type { Calculation, KnownFigures, Recomputation } from "./recomputation";

/** What a report prints: its clauses and headings by id, and its figures by key. */
export interface PrintedReport {
  readonly texts: ReadonlyMap<string, string>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly print: (figure: Figure) => string;
}

/** The report of a collection that differs a little from one. */
export type ReportOf = (changed: Collection, known?: KnownFigures) => PrintedReport;

export function reportsFrom(
  base: Collection,
  { figures, recalculate }: Calculation,
  { retell, print }: Recomputation,
): ReportOf {
  const retold = retell(figures);
  const printed = (changed: ReadonlyMap<string, Figure>): PrintedReport => ({
    texts: printedTexts(retold(changed, differingIndicators(figures, changed))),
    figures: changed,
    print: remembered(print(changed)),
  });
  const report = printed(figures);
  return (changed, known) => (changed === base ? report : printed(recalculate(changed, known).figures));
}

/** By id of the row that tells them. */
export const printedTexts = ({ blocks }: Narrative): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap((block): readonly (readonly [string, string])[] =>
      block.type === "heading"
        ? [[block.id, blockText(block)]]
        : block.clauses.map((clause) => [clause.id, clauseText(clause)]),
    ),
  );

/** What one report prints otherwise than any of the others, in its own order. */
export function differencesOf(before: PrintedReport, others: readonly PrintedReport[]): Effect {
  const clauses = new Set<string>();
  const figures = new Set<string>();
  for (const after of others) {
    for (const id of differing(before.texts, after.texts)) clauses.add(id);
    for (const key of differing(before.figures, after.figures)) if (printsDiffer(before, after, key)) figures.add(key);
  }
  const told = [before, ...others].flatMap(({ texts }) => [...texts.keys()]);
  return { clauses: [...new Set(told)].filter((id) => clauses.has(id)), figures: [...figures] };
}

function printsDiffer(before: PrintedReport, after: PrintedReport, key: string): boolean {
  const [one, other] = [before.figures.get(key), after.figures.get(key)];
  if (!one || !other) return true;
  const states = new Set([one.value.state, other.value.state]);
  if (states.has("withheld") && states.has("number")) return true;
  return before.print(one) !== after.print(other);
}

function differing<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): readonly string[] {
  const missing = [...other.keys()].filter((key) => !one.has(key));
  return [...[...one].flatMap(([key, value]) => (other.get(key) === value ? [] : [key])), ...missing];
}

const differingIndicators = (
  one: ReadonlyMap<string, Figure>,
  other: ReadonlyMap<string, Figure>,
): ReadonlySet<string> =>
  new Set(differing(one, other).flatMap((key) => (one.get(key) ?? other.get(key))?.indicator ?? []));

function remembered(print: PrintedReport["print"]): PrintedReport["print"] {
  const printed = new Map<Figure, string>();
  return (figure) => {
    const text = printed.get(figure) ?? print(figure);
    printed.set(figure, text);
    return text;
  };
}
