import type { IndicatorRow, SettledDefinition } from "../definition";
import type { DefinitionTyping } from "./definition-typing";
import type { Faults } from "./faults";
import type { KnownNames } from "./known-names";

/** What the parts of one compilation share. */
export interface Compilation {
  readonly definition: SettledDefinition;
  /** The rows of 方案·指标 as written, to say whether a formula stands in its own cell. */
  readonly indicatorRows: readonly IndicatorRow[];
  readonly known: KnownNames;
  readonly typing: DefinitionTyping;
  readonly faults: Faults;
}
