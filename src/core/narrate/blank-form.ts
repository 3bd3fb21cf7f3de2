import type { Narrative } from "../../domain/narrative";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DefinitionParameter } from "../../definitions/definition";
import { narrate } from "./narrate";

/** The report before there are figures. */
export function narrateBlank(
  definition: CompiledDefinition,
  _parameters: readonly (Parameter | DefinitionParameter)[],
): Narrative {
  return narrate(definition, new Map(), []);
}
