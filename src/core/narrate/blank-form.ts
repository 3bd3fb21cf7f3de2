import type { Narrative } from "../../domain/narrative";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DefinitionParameter } from "../../definitions/definition";
import { parametersOf } from "../../definitions/parameters-of";
import { compose, tellRow } from "./compose";
import { narrationOf } from "./narration";

/**
 * The report before there are figures. Every clause is told: conditions count as true, choices take their first
 * branch, and a number prints its 形, or xx. Parameters and settings that have their value print it.
 */
export function narrateBlank(definition: CompiledDefinition, parameters: readonly DefinitionParameter[]): Narrative {
  const known = parametersOf({ ...definition.source, parameters });
  const narration = { ...narrationOf(definition, new Map(), known), isBlank: true };
  return compose(narration, (row) => tellRow(narration, row));
}
