import type { CompiledIndicator } from "../../definitions/compiled";
import { columnsOf } from "../../formula/columns-of";
import type { District } from "./district";
import type { FormView } from "./form-view";

/** The forms whose columns an indicator reads, its own first. */
export function formsRead(
  { forms }: District,
  { indicator, numerator, denominator, filter }: CompiledIndicator,
): readonly FormView[] {
  const trees = [numerator, ...(denominator ? [denominator] : []), ...(filter ? [filter] : [])];
  const named = trees.flatMap(columnsOf).map(({ form }) => form ?? indicator.form);
  return [...new Set([indicator.form, ...named])].flatMap((name) =>
    name === undefined ? [] : (forms.get(name) ?? []),
  );
}
