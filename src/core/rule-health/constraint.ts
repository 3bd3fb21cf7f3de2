import {
  type Exact,
  compare,
  fraction,
  isNegative,
  isZero,
  negate,
  one,
  subtract,
  zero,
  integer,
} from "../../domain/exact";
import type { Tolerance } from "../../definitions/tolerance";
import type { ComparisonOperator } from "../../formula/comparison";
import { type LinearForm, constantForm, difference, scaled, sum } from "./linear-form";

/** `form` is below zero, not above zero, or zero. */
export interface Constraint {
  readonly form: LinearForm;
  readonly is: "<" | "<=" | "=";
}

/** What is known of a variable without any rule. */
export interface Range {
  readonly lower?: Exact;
  readonly upper?: Exact;
  readonly whole: boolean;
}
export type RangeOf = (variable: string) => Range;

/** A comparison of two linear forms, both ways. */
export interface LinearPart {
  /** Hold wherever the comparison does. */
  readonly holds: readonly Constraint[];
  /** Wherever the comparison fails, all constraints of one of these hold. */
  readonly fails: readonly (readonly Constraint[])[];
}

/** A comparison as constraints; with a tolerance, where it passes and fails with that tolerance. */
export function linearPart(
  operator: ComparisonOperator,
  left: LinearForm,
  right: LinearForm,
  tolerance: Tolerance | undefined,
  rangeOf: RangeOf,
): LinearPart {
  const above = difference(left, right);
  const below = difference(right, left);
  if (operator === "<>") return { holds: [], fails: [[{ form: above, is: "=" }]] };
  const slack = tolerance && slackOf(tolerance, right, rangeOf);
  const notAbove = (form: LinearForm, isStrict: boolean): LinearPart =>
    slack ? within(form, slack) : { holds: [{ form, is: isStrict ? "<" : "<=" }], fails: [[over(form, isStrict)]] };
  switch (operator) {
    case "<":
    case "<=":
      return notAbove(above, operator === "<");
    case ">":
    case ">=":
      return notAbove(below, operator === ">");
    case "=": {
      const sides = [notAbove(above, false), notAbove(below, false)];
      const holds: readonly Constraint[] = slack ? sides.flatMap((side) => side.holds) : [{ form: above, is: "=" }];
      return { holds, fails: sides.flatMap(({ fails }) => fails) };
    }
  }
}

const over = (form: LinearForm, isAtZero: boolean): Constraint => ({
  form: scaled(form, negate(one)),
  is: isAtZero ? "<=" : "<",
});

/** How far apart two sides may be: at most `most`, when that can be told; and certainly each of `each`. */
interface Slack {
  readonly most?: LinearForm;
  readonly each: readonly LinearForm[];
}

/** A share of a right side that may be negative cannot be told linearly. */
function slackOf({ amounts, shares }: Tolerance, right: LinearForm, rangeOf: RangeOf): Slack {
  const fixed = amounts.map(constantForm);
  if (shares.length === 0) return { each: fixed, ...(fixed.length > 0 && { most: fixed.reduce(sum) }) };
  if (!isNeverNegative(right, rangeOf)) return { each: fixed };
  const each = [...fixed, ...shares.map((share) => scaled(right, share))];
  return { each, most: each.reduce(sum) };
}

const isNeverNegative = ({ terms, constant }: LinearForm, rangeOf: RangeOf): boolean =>
  !isNegative(constant) &&
  [...terms].every(([name, coefficient]) => {
    const { lower } = rangeOf(name);
    return !isNegative(coefficient) && lower !== undefined && !isNegative(lower);
  });

const within = (form: LinearForm, { most, each }: Slack): LinearPart => ({
  holds: most ? [{ form: difference(form, most), is: "<=" }] : [],
  fails: [[over(form, false), ...each.map((amount) => over(difference(form, amount), false))]],
});

/** The bounds of a variable as constraints. */
export function boundsOf(name: string, { lower, upper }: Range): readonly Constraint[] {
  const variable: LinearForm = { terms: new Map([[name, one]]), constant: zero };
  return [
    ...(lower ? [{ form: difference(constantForm(lower), variable), is: "<=" } as const] : []),
    ...(upper ? [{ form: difference(variable, constantForm(upper)), is: "<=" } as const] : []),
  ];
}

/** Among whole numbers `a<b` is `a<=b-1`: the same whole solutions, fewer others. */
export function tightened({ form, is }: Constraint, rangeOf: RangeOf): Constraint {
  const isWhole = form.terms.size > 0 && [...form.terms.keys()].every((name) => rangeOf(name).whole);
  if (!isWhole || is === "=") return { form, is };
  const scale = [...form.terms.values()].reduce((all, { denominator }) => lcm(all, denominator), 1n);
  const { terms, constant } = scaled(form, integer(scale));
  const most = floor(negate(constant));
  const isOnEdge = is === "<" && compare(most, negate(constant)) === 0;
  return { form: { terms, constant: negate(isOnEdge ? subtract(most, one) : most) }, is: "<=" };
}

function floor({ numerator, denominator }: Exact): Exact {
  const whole = numerator / denominator;
  return integer(numerator % denominator < 0n ? whole - 1n : whole);
}

function lcm(a: bigint, b: bigint): bigint {
  // In lowest terms a/b is (a/g)/(b/g), and a·(b/g) is the least common multiple.
  return a * fraction(a, b).denominator;
}

/** Whether a constraint without variables is broken. */
export function isBroken({ form: { constant }, is }: Constraint): boolean {
  if (is === "=") return !isZero(constant);
  return is === "<" ? !isNegative(constant) : compare(constant, zero) > 0;
}
