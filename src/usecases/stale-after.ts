import { comparableChangeOf } from "../core/aggregate/comparable-change";
import { calculationFrom } from "../core/aggregate/recalculate";
import type { ReportDraft } from "../core/build-report";
import { asCounted, sharedWith } from "../core/copies/shared-collection";
import { staleBetween, type Stale } from "../core/copies/stale";
import type { Figure } from "../domain/figure";
import { reteller } from "../core/narrate/retell";
import type { PreparedReport } from "./prepare-report";

/** What was collected anew, and how it stood up to the rules. */
export type Refiled = Pick<ReportDraft, "collection" | "confrontation">;

/**
 * Which figures and sentences of a report no longer hold once other cells are in: a file that was sent again, a
 * correction, a single cell. Only what rests on a cell that differs is computed and told again. Definition, roster and
 * parameters are those of the report.
 */
export function staleAfter(
  { definition, parameters }: Pick<PreparedReport, "definition" | "parameters">,
  before: ReportDraft,
): (refiled: Refiled) => Stale {
  const counted = asCounted(before.collection, before.confrontation.blocked);
  const { figures, recalculate } = calculationFrom(definition, parameters, counted, before.figures, before.lastYear);
  const comparable = ({ key }: Figure) => before.comparableChanges.get(key)?.continuing;
  const retell = reteller(definition, parameters, comparable)(figures);
  return ({ collection, confrontation }) => {
    const changed = recalculate(sharedWith(counted, asCounted(collection, confrontation.blocked))).figures;
    const differing = [...changed.values()].filter((figure) => figures.get(figure.key) !== figure);
    const gone = [...figures.values()].filter(({ key }) => !changed.has(key));
    const indicators = new Set([...differing, ...gone].map(({ indicator }) => indicator));
    const { lastYear } = before;
    const changeOf =
      lastYear && comparableChangeOf(definition, collection, confrontation, parameters, changed, lastYear);
    const narrative = retell(changed, indicators, (figure) => changeOf?.(figure)?.continuing);
    return staleBetween(before, { figures: changed, narrative });
  };
}
