import type { Collection } from "../../domain/collected";
import type { Figure } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import { lastYearsDefinition } from "../../definitions/last-years-definition";
import { namedValues } from "../../definitions/named-values";
import { figuresOver } from "./aggregate";
import { districtOf, type LastYear } from "./district";
import type { FormView } from "./form-view";
import { formsRead } from "./forms-read";

/**
 * Computes last year's submissions by this year's formulas and with last year's parameters. Of parameters without a
 * period only 标准 held then as well: a number somebody entered for this year is no number of last year's.
 */
export function lastYearFrom(
  definition: CompiledDefinition,
  previous: Collection,
  parameters: readonly Parameter[],
): LastYear {
  const then = lastYearsDefinition(definition);
  const held = parameters.filter(({ use, period }) => period !== undefined || use === "标准");
  const figures = new Map<string, Figure>();
  const district = districtOf(then, previous, { blocked: new Map() }, namedValues(then, figures, held));
  for (const figure of figuresOver(district)) figures.set(figure.key, figure);
  const [resting, unknown] = [new Set<string>(), new Set<string>()];
  for (const [name, compiled] of then.indicators) {
    const forms = formsRead(district, compiled);
    const isKnown = forms.every(isFiled) && !compiled.uses.some((used) => unknown.has(used));
    if (!isKnown) unknown.add(name);
    else if (forms.length > 0 || compiled.uses.some((used) => resting.has(used))) resting.add(name);
  }
  return {
    district,
    tables: previous.tables,
    figures: new Map([...figures].filter(([, { indicator }]) => resting.has(indicator))),
  };
}

/** A form that came from no school says nothing, not even 0; records may be none of schools that came with others. */
const isFiled = ({ table, expected }: FormView): boolean =>
  table.rows.length === 0 ? expected.length > 0 : table.rows.some(({ filed }) => filed);
