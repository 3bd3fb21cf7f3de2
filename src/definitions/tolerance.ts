import { type Exact, compare, fraction, magnitude, multiply, parseExact, subtract } from "../domain/exact";
import { type ComparisonOperator, holds } from "../formula/comparison";

/** How far apart two sides may be: the larger of a fixed amount and a share of the right side. */
export interface Tolerance {
  readonly amounts: readonly Exact[];
  readonly shares: readonly Exact[];
}

/** Reads `0.01`, `5%` or `MAX(5%,5)`; the definition's schema has refused everything else. */
export function parseTolerance(text: string): Tolerance {
  const parts = text.replace(/^MAX\(|\)$/gu, "").split(",").map((part) => part.trim()); // prettier-ignore
  const numbers = (isShare: boolean): readonly Exact[] =>
    parts.filter((part) => part.endsWith("%") === isShare).flatMap((part) => parseExact(part.replace("%", "")) ?? []);
  return { amounts: numbers(false), shares: numbers(true).map((percent) => multiply(percent, fraction(1n, 100n))) };
}

/** Whether a comparison holds when left and right may be apart by the tolerance. `<>` knows none. */
export function holdsWithin(operator: ComparisonOperator, left: Exact, right: Exact, tolerance: Tolerance): boolean {
  const order = compare(left, right);
  if (operator === "<>") return order !== 0;
  const allowed = [...tolerance.amounts, ...tolerance.shares.map((share) => multiply(share, magnitude(right)))];
  const apart = magnitude(subtract(left, right));
  return allowed.some((most) => compare(apart, most) <= 0) || holds(operator, order);
}
