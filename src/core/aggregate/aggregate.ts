import type { Collection } from "../../domain/collected";
import type { Figure } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import type { Confrontation } from "../../domain/verdict";
import type { CompiledDefinition, CompiledIndicator } from "../../definitions/compiled";
import { namedValues } from "../../definitions/named-values";
import { expectedSchools } from "./coverage";
import { districtOf, type District, type LastYear } from "./district";
import { figureOfSlice } from "./figure-of-slice";
import { formsRead } from "./forms-read";
import { slicesOf } from "./slices";

/**
 * Computes every indicator in every slice of its groups, by figure key, in print order: exact totals over the
 * schools' rows, ratios of totals, and for a figure that cannot be told the reasons why. Last year's submissions, where
 * they are given, are the 上年 of figures and of cells.
 */
export function aggregate(
  definition: CompiledDefinition,
  collection: Collection,
  confrontation: Confrontation,
  parameters: readonly Parameter[],
  lastYear?: LastYear,
): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  const named = namedValues(definition, figures, parameters);
  const district = districtOf(definition, collection, { ...confrontation, lastYear }, named);
  for (const figure of figuresOver(district)) figures.set(figure.key, figure);
  return figures;
}

/** Figures in print order, each after those it uses; those of an indicator that is `known` are taken over. */
export function* figuresOver(
  district: District,
  known: (indicator: string) => readonly Figure[] | undefined = () => undefined,
  expectedOf: typeof expectedSchools = expectedSchools,
): Generator<Figure> {
  for (const [name, compiled] of district.definition.indicators)
    yield* known(name) ?? figuresOf(district, compiled, expectedOf);
}

function* figuresOf(
  district: District,
  compiled: CompiledIndicator,
  expectedOf: typeof expectedSchools,
): Generator<Figure> {
  const views = formsRead(district, compiled);
  const expected = expectedOf(district, compiled, views);
  for (const slice of slicesOf(district, compiled, views)) yield figureOfSlice(district, compiled, slice, expected);
}
