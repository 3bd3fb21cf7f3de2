import type { Collection } from "../../domain/collected";
import type { Recheck } from "../../domain/diagnosis";
import type { Figure } from "../../domain/figure";
import type { Narrative } from "../../domain/narrative";

/** Figures, and the way from them to those of a collection that differs a little. No cell counts as blocked. */
export interface Calculation {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly recalculate: (changed: Collection, known?: KnownFigures) => Calculation;
}

/** Figures of an indicator for a collection that differs, where they need no computing. */
export type KnownFigures = (indicator: string) => readonly Figure[] | undefined;

/** What weighing asks of the other stages. */
export interface Recomputation {
  readonly calculation: (collection: Collection, figures: ReadonlyMap<string, Figure>) => Calculation;
  /** The report told from figures that differ from known ones in some indicators at most. */
  readonly retell: (
    figures: ReadonlyMap<string, Figure>,
  ) => (changed: ReadonlyMap<string, Figure>, indicators: ReadonlySet<string>) => Narrative;
  /** A figure as it is printed on its own. */
  readonly print: (figures: ReadonlyMap<string, Figure>) => (figure: Figure) => string;
  readonly recheck: Recheck;
}
