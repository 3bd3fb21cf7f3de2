import type { Figure } from "../../domain/figure";
import type { Narrative } from "../../domain/narrative";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import { measureWords } from "../../definitions/measure-words";
import { namedValues } from "../../definitions/named-values";
import { compose } from "./compose";

/**
 * Tells the report: every clause with the figures and parameters its numbers come from, what is withheld as ×× with
 * the reason, and how ready it is. Words about direction are chosen by the data.
 */
export function narrate(
  definition: CompiledDefinition,
  figures: ReadonlyMap<string, Figure>,
  parameters: readonly Parameter[],
): Narrative {
  const named = namedValues(definition, figures, parameters);
  const words = measureWords(definition.source.codes);
  return { blocks: compose({ definition, figures, named, words, profile: definition.source.profile }) };
}
