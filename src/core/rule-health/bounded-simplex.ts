import { type Exact, add, compare, divide, isNegative, isZero, multiply, negate, one, zero } from "../../domain/exact";
import { type Constraint, isBroken } from "./constraint";

/** A number that may lie an arbitrarily small step beside another, for strict bounds. */
interface Nearby {
  readonly value: Exact;
  readonly steps: Exact;
}

interface Bound {
  readonly at: Nearby;
  /** Index of the constraint it comes from. */
  readonly from: number;
}

interface Variable {
  value: Nearby;
  lower?: Bound;
  upper?: Bound;
}

const origin: Nearby = { value: zero, steps: zero };
/** Negative, zero or positive, like `compare`. */
function compared(a: Nearby, b: Nearby): number {
  const order = compare(a.value, b.value);
  return order === 0 ? compare(a.steps, b.steps) : order;
}
const moved = (a: Nearby, by: Nearby, times: Exact): Nearby => ({
  value: add(a.value, multiply(by.value, times)),
  steps: add(a.steps, multiply(by.steps, times)),
});

/**
 * Indexes of constraints that no numbers can meet together, or undefined when all can be met. Exact: the simplex method
 * over variables with bounds, one slack variable for each constraint, always choosing the first that fits (Bland), so that
 * it ends.
 */
export function conflictAmong(constraints: readonly Constraint[]): readonly number[] | undefined {
  const broken = constraints.findIndex((constraint) => constraint.form.terms.size === 0 && isBroken(constraint));
  return broken >= 0 ? [broken] : new Tableau().conflict(constraints);
}

class Tableau {
  private readonly variables: Variable[] = [];
  private readonly byName = new Map<string, number>();
  /** Each basic variable as a sum over the others. */
  private readonly rows = new Map<number, Map<number, Exact>>();

  conflict(constraints: readonly Constraint[]): readonly number[] | undefined {
    for (const [from, constraint] of constraints.entries()) {
      const clash = constraint.form.terms.size === 0 ? undefined : this.bounded(constraint, from);
      if (clash) return clash;
    }
    return this.solved();
  }

  private bounded({ form, is }: Constraint, from: number): readonly number[] | undefined {
    const [only, ...others] = form.terms;
    const alone = only !== undefined && others.length === 0;
    const variable = alone ? this.named(only[0]) : this.slack(form.terms);
    const factor = alone ? only[1] : one;
    const limit = divide(negate(form.constant), factor) ?? zero;
    const isUpper = !isNegative(factor);
    const steps = is === "<" ? (isUpper ? negate(one) : one) : zero;
    const bound = { at: { value: limit, steps }, from };
    const clash = isUpper || is === "=" ? this.atMost(variable, bound) : undefined;
    return clash ?? (!isUpper || is === "=" ? this.atLeast(variable, bound) : undefined);
  }

  private named(name: string): number {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    this.byName.set(name, this.variables.length);
    return this.variables.push({ value: origin }) - 1;
  }

  private slack(terms: ReadonlyMap<string, Exact>): number {
    const row = new Map([...terms].map(([name, coefficient]) => [this.named(name), coefficient]));
    const slack = this.variables.push({ value: origin }) - 1;
    this.rows.set(slack, row);
    return slack;
  }

  private atMost(index: number, bound: Bound): readonly number[] | undefined {
    const variable = this.at(index);
    if (!variable.upper || compared(bound.at, variable.upper.at) < 0) variable.upper = bound;
    return clash(variable);
  }

  private atLeast(index: number, bound: Bound): readonly number[] | undefined {
    const variable = this.at(index);
    if (!variable.lower || compared(bound.at, variable.lower.at) > 0) variable.lower = bound;
    return clash(variable);
  }

  /** Moves one basic variable after another to the bound it is beyond, until none is or one cannot be moved. */
  private solved(): readonly number[] | undefined {
    for (const [index, variable] of this.variables.entries()) if (!this.rows.has(index)) this.settle(index, variable);
    for (;;) {
      const basic = this.firstBeyond();
      if (!basic) return undefined;
      const { index, bound, isBelow } = basic;
      const pivot = this.firstMovable(index, isBelow);
      if (pivot === undefined) return this.reasons(index, bound, isBelow);
      this.exchange(index, pivot, bound.at);
    }
  }

  /** Variables outside the basis stand within their bounds; the basic ones follow. */
  private settle(index: number, { value, lower, upper }: Variable): void {
    const bound = lower && compared(value, lower.at) < 0 ? lower : upper && compared(value, upper.at) > 0 ? upper : undefined; // prettier-ignore
    if (bound) this.move(index, bound.at);
  }

  private move(index: number, to: Nearby): void {
    const variable = this.at(index);
    const step = moved(to, variable.value, negate(one));
    variable.value = to;
    for (const [basic, row] of this.rows) {
      const coefficient = row.get(index);
      if (coefficient) this.at(basic).value = moved(this.at(basic).value, step, coefficient);
    }
  }

  private firstBeyond(): { readonly index: number; readonly bound: Bound; readonly isBelow: boolean } | undefined {
    for (const [index, { value, lower, upper }] of this.variables.entries()) {
      if (!this.rows.has(index)) continue;
      if (lower && compared(value, lower.at) < 0) return { index, bound: lower, isBelow: true };
      if (upper && compared(value, upper.at) > 0) return { index, bound: upper, isBelow: false };
    }
    return undefined;
  }

  /** The first variable of the row that can still move so that the basic one gets compared to its bound. */
  private firstMovable(basic: number, isBelow: boolean): number | undefined {
    const fitting = [...this.row(basic)].filter(([index, coefficient]) => {
      const { value, lower, upper } = this.at(index);
      return isNegative(coefficient) !== isBelow
        ? !upper || compared(value, upper.at) < 0
        : !lower || compared(value, lower.at) > 0;
    });
    return fitting.length === 0 ? undefined : Math.min(...fitting.map(([index]) => index));
  }

  /** The bound that cannot be reached, and the bounds of its row that keep it from being. */
  private reasons(basic: number, bound: Bound, isBelow: boolean): readonly number[] {
    const keeping = [...this.row(basic)].flatMap(([index, coefficient]) => {
      const { lower, upper } = this.at(index);
      return (isNegative(coefficient) !== isBelow ? upper : lower)?.from ?? [];
    });
    return [...new Set([bound.from, ...keeping])];
  }

  private exchange(basic: number, other: number, to: Nearby): void {
    const row = this.row(basic);
    const coefficient = row.get(other) ?? one;
    const step = moved(to, this.at(basic).value, negate(one));
    const inverse = divide(one, coefficient) ?? one;
    this.move(other, moved(this.at(other).value, step, inverse));
    this.rows.delete(basic);
    row.delete(other);
    const entering = new Map([...row].map(([index, factor]) => [index, negate(multiply(factor, inverse))]));
    entering.set(basic, inverse);
    for (const target of this.rows.values()) substitute(target, other, entering);
    this.rows.set(other, entering);
  }

  private row(basic: number): Map<number, Exact> {
    const row = this.rows.get(basic);
    if (!row) throw new Error(`variable ${String(basic)} is not basic`);
    return row;
  }

  private at(index: number): Variable {
    const variable = this.variables[index];
    if (!variable) throw new Error(`no variable ${String(index)}`);
    return variable;
  }
}

function clash({ lower, upper }: Variable): readonly number[] | undefined {
  return lower && upper && compared(lower.at, upper.at) > 0 ? [lower.from, upper.from] : undefined;
}

function substitute(target: Map<number, Exact>, variable: number, row: ReadonlyMap<number, Exact>): void {
  const factor = target.get(variable);
  if (!factor) return;
  target.delete(variable);
  for (const [index, coefficient] of row) {
    const both = add(target.get(index) ?? zero, multiply(factor, coefficient));
    if (isZero(both)) target.delete(index);
    else target.set(index, both);
  }
}
