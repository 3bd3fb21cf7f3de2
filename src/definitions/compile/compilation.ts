import type { ReportDefinition } from "../definition";
import type { DefinitionTyping } from "./definition-typing";
import type { Faults } from "./faults";
import type { KnownNames } from "./known-names";

/** What the parts of one compilation share. */
export interface Compilation {
  readonly definition: ReportDefinition;
  readonly known: KnownNames;
  readonly typing: DefinitionTyping;
  readonly faults: Faults;
}
