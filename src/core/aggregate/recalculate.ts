import type { Collection } from "../../domain/collected";
import type { Figure } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition, CompiledIndicator } from "../../definitions/compiled";
import { namedValues } from "../../definitions/named-values";
import { figuresOver } from "./aggregate";
import { expectedSchools, type ExpectedSchools } from "./coverage";
import { differencesBetween } from "./differing-fields";
import { districtOf, type District, type LastYear } from "./district";

/** Figures, and the way from them to those of a collection that differs a little. */
export interface Calculation {
  readonly figures: ReadonlyMap<string, Figure>;
  /** `known` gives figures of an indicator that need no computing though they can differ. */
  readonly recalculate: (
    changed: Collection,
    known?: (indicator: string) => readonly Figure[] | undefined,
  ) => Calculation;
}

/**
 * Computes again only what can differ: a figure that cannot is taken over as the same object, and a cell that does not is
 * not read again. Collections share the tables and columns they have in common. No cell counts as blocked.
 */
export function calculationFrom(
  definition: CompiledDefinition,
  parameters: readonly Parameter[],
  collection: Collection,
  figures: ReadonlyMap<string, Figure>,
  lastYear?: LastYear,
): Calculation {
  const circumstances = { blocked: new Map<string, never>(), lastYear };
  const differences = differencesBetween(definition);
  const expected = rememberedSchools();
  const district = districtOf(definition, collection, circumstances, namedValues(definition, figures, parameters));
  return calculation(collection, figures, district);

  function calculation(from: Collection, known: ReadonlyMap<string, Figure>, view: District): Calculation {
    const byIndicator = new Map([...definition.indicators.keys()].map((name): [string, Figure[]] => [name, []]));
    for (const figure of known.values()) byIndicator.get(figure.indicator)?.push(figure);
    return {
      figures: known,
      recalculate(changed, knowable = () => undefined) {
        const { indicators, ...differing } = differences(from, changed);
        const told = new Map<string, Figure>();
        const named = namedValues(definition, told, parameters);
        const next = districtOf(definition, changed, circumstances, named, { district: view, ...differing });
        const kept = (indicator: string) =>
          indicators.has(indicator) ? knowable(indicator) : byIndicator.get(indicator);
        for (const figure of figuresOver(next, kept, expected)) told.set(figure.key, figure);
        return calculation(changed, told, next);
      },
    };
  }
}

/** Which schools an indicator is about hangs on the roster and on who owes its forms, not on what they filed. */
function rememberedSchools(): typeof expectedSchools {
  const known = new Map<CompiledIndicator, { readonly owing: readonly unknown[]; readonly schools: ExpectedSchools }>();
  return (district, compiled, views) => {
    const owing = views.map(({ expected }) => expected);
    const earlier = known.get(compiled);
    if (earlier?.owing.every((one, index) => one === owing[index]) === true) return earlier.schools;
    const schools = expectedSchools(district, compiled, views);
    known.set(compiled, { owing, schools });
    return schools;
  };
}
