import { type Constraint, type LinearPart, type RangeOf, boundsOf, tightened } from "./constraint";
import { conflictAmong } from "./bounded-simplex";
import type { LinearRule } from "./linear-rule";

/** A constraint and the rule it comes from; a field's own bounds come from none. */
interface Sourced {
  readonly constraint: Constraint;
  readonly rule?: LinearRule;
}

/** What rows of one form can be: every question is about rows whose fields are all filled in. */
export interface RowLogic {
  /** Rules that no row under `assumed` can pass together, out of those given; undefined when some row passes all. */
  readonly conflict: (
    rules: readonly LinearRule[],
    assumed: readonly Constraint[],
  ) => readonly LinearRule[] | undefined;
}

export function rowLogic(rangeOf: RangeOf): RowLogic {
  const bounded = (constraints: readonly Constraint[]): readonly Constraint[] => {
    const names = new Set(constraints.flatMap(({ form }) => [...form.terms.keys()]));
    return [...names].flatMap((name) => boundsOf(name, rangeOf(name)));
  };
  return {
    conflict: (rules, assumed) => {
      const sourced: readonly Sourced[] = [
        ...assumed.map((constraint) => ({ constraint })),
        ...rules.flatMap((rule) => heldBy(rule).map((constraint) => ({ constraint, rule }))),
      ];
      const all = sourced.map(({ constraint }) => tightened(constraint, rangeOf));
      const found = conflictAmong([...all, ...bounded(all)]);
      const clashing = new Set(found?.map((index) => sourced[index]?.rule));
      return found && rules.filter((rule) => clashing.has(rule));
    },
  };
}

const heldBy = ({ parts }: LinearRule): readonly Constraint[] => parts.flatMap((part) => part?.holds ?? []);

/** Every way in which a row can fail a rule; undefined when one of its parts is not linear. */
export function waysToFail({ parts }: LinearRule): readonly (readonly Constraint[])[] | undefined {
  const linear = parts.filter((part): part is LinearPart => part !== undefined);
  return linear.length < parts.length ? undefined : linear.flatMap(({ fails }) => fails);
}
