import type { Collection } from "../../domain/collected";
import type { Figure } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import type { Confrontation } from "../../domain/verdict";
import type { CompiledDefinition } from "../../definitions/compiled";
import { namedValues } from "../../definitions/named-values";
import { expectedSchools } from "./coverage";
import { districtOf } from "./district";
import { figureOfSlice } from "./figure-of-slice";
import { formsRead } from "./forms-read";
import { slicesOf } from "./slices";

/**
 * Computes every indicator in every slice of its groups, by figure key, in print order: exact totals over the
 * schools' rows, ratios of totals, and for a figure that cannot be told the reasons why.
 */
export function aggregate(
  definition: CompiledDefinition,
  collection: Collection,
  confrontation: Confrontation,
  parameters: readonly Parameter[],
): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const district = districtOf(definition, collection, confrontation, namedValues(definition, figures, parameters));
  for (const compiled of definition.indicators.values()) {
    const views = formsRead(district, compiled);
    const expected = expectedSchools(district, compiled, views);
    for (const slice of slicesOf(district, compiled, views))
      figures.set(slice.key, figureOfSlice(district, compiled, slice, expected));
  }
  return figures;
}
