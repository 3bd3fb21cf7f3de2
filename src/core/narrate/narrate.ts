import type { Figure } from "../../domain/figure";
import type { Narrative } from "../../domain/narrative";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import { compose, tellRow } from "./compose";
import { narrationOf, type ComparableOf } from "./narration";

/**
 * Tells the report: every clause with the figures and parameters its numbers come from, what is withheld as ×× with
 * the reason, and how ready it is. Words about direction are chosen by the data.
 */
export function narrate(
  definition: CompiledDefinition,
  figures: ReadonlyMap<string, Figure>,
  parameters: readonly Parameter[],
  comparable?: ComparableOf,
): Narrative {
  const narration = narrationOf(definition, figures, parameters, comparable);
  return compose(narration, (row) => tellRow(narration, row));
}
