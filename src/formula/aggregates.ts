import {
  type Exact,
  add,
  compare,
  divide,
  integer,
  isZero,
  multiply,
  one,
  squareRoot,
  subtract,
  toNumber,
  zero,
} from "../domain/exact";
import type { Value } from "./value";
import { type Present, dateValue, isAbsent, noValue, numberOf, numberValue, zeroDenominator } from "./values";

export type Aggregate = "SUM" | "AVERAGE" | "MAX" | "MIN" | "MEDIAN";

/** Folds values that are all there. Without any, a sum is 0 and everything else 无法计算. */
export function aggregated(aggregate: Aggregate, values: readonly Value[]): Value {
  const present = values.filter((value): value is Present => !isAbsent(value));
  const numbers = present.map(numberOf).filter((number) => number !== undefined);
  if (numbers.length < present.length) return noValue("not-a-number");
  const result = fold(aggregate, numbers);
  if (!result) return noValue("nothing-to-take");
  const dates = aggregate !== "SUM" && present.every((value) => value.type === "date");
  return dates ? dateValue(toNumber(result)) : numberValue(result);
}

function fold(aggregate: Aggregate, numbers: readonly Exact[]): Exact | undefined {
  switch (aggregate) {
    case "SUM":
      return sum(numbers);
    case "AVERAGE":
      return divide(sum(numbers), integer(numbers.length));
    case "MAX":
      return ascending(numbers).at(-1);
    case "MIN":
      return ascending(numbers)[0];
    case "MEDIAN":
      return median(numbers);
  }
}

const sum = (numbers: readonly Exact[]): Exact => numbers.reduce(add, zero);
const ascending = (numbers: readonly Exact[]): readonly Exact[] => [...numbers].sort(compare);

/** The middle one, or the mean of the middle two; undefined of nothing. */
export function median(numbers: readonly Exact[]): Exact | undefined {
  const sorted = ascending(numbers);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper && lower && divide(add(lower, upper), integer(2));
}

/**
 * 差异系数: the coefficient of variation of x per n over schools, weighted by n. With X̄ = Σx/Σn it is
 * √(Σ(nᵢ/N)(xᵢ/nᵢ − X̄)²) / X̄, which equals √(Σn · Σ(x²/n) / (Σx)² − 1). Every n must be above 0.
 */
export function dispersion(pairs: readonly { readonly x: Exact; readonly n: Exact }[]): Value {
  const totalX = sum(pairs.map(({ x }) => x));
  if (isZero(totalX)) return zeroDenominator;
  const totalN = sum(pairs.map(({ n }) => n));
  const squares = sum(pairs.map(({ x, n }) => divide(multiply(x, x), n) ?? zero));
  const ratio = divide(multiply(totalN, squares), multiply(totalX, totalX)) ?? one;
  const root = squareRoot(subtract(ratio, one));
  return root ? numberValue(root) : noValue("out-of-range");
}
