import type { Collection } from "../../domain/collected";
import type { Exact } from "../../domain/exact";
import type { Figure } from "../../domain/figure";
import type { Finding } from "../../domain/finding";
import type { ProofComparison } from "../../domain/proof";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { NameReading } from "../../definitions/name-scope";
import type { RowScope } from "../../formula/form-columns";

/** A report as it is proved. */
export interface ProofSubject {
  readonly definition: CompiledDefinition;
  readonly collection: Collection;
  /** Those that somebody has explained are told beside the cells they are about. */
  readonly findings: readonly Finding[];
  readonly figures: ReadonlyMap<string, Figure>;
  /** What its formulas see; every name they read is told. */
  readonly scope: (onRead: (reading: NameReading) => void) => RowScope;
  readonly printed: (figure: Figure) => PrintedFigure;
  readonly comparisons: (figure: Figure) => readonly ProofComparison[];
}

/** A figure as printed on its own; `value` is the number those words mean, absent where they mean none. */
export interface PrintedFigure {
  readonly text: string;
  readonly value?: Exact;
}
