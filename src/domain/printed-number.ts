import { add, compare, divide, fraction, integer, multiply, round, subtract, type Exact } from "./exact";
import type { Mention } from "./prose";

/** A number with its value: what can be compared. */
export type Told = Mention & { readonly value: Exact; readonly step: Exact };

export const isTold = (mention: Mention): mention is Told => mention.value !== undefined && mention.step !== undefined;

/** exact: it is the value. rounded: it is the value as rounded or hedged in print. */
export type Agreement = "exact" | "rounded" | "none";

/** Whether a printed number tells a value: rounded half up to its last digit, or as its hedge says. */
export function agreement(mention: Told, actual: Exact): Agreement {
  const { value, step, hedges } = mention;
  const atMost = hedges.some((hedge) => hedge === "多" || hedge === "余" || hedge === "以上" || hedge === "不少于");
  const atLeast = hedges.some((hedge) => hedge === "近" || hedge === "以下" || hedge === "不超过");
  const around = hedges.some((hedge) => hedge === "约" || hedge === "左右");
  const isSame = compare(value, actual) === 0;
  if (isSame && hedges.every((hedge) => hedge !== "多" && hedge !== "余")) return "exact";
  if (around) return within(value, actual, half(coarseStep(mention))) ? "rounded" : "none";
  if (atMost) return isBetween(value, actual, add(value, coarseStep(mention))) && !isSame ? "rounded" : "none";
  if (atLeast) return isBetween(subtract(value, coarseStep(mention)), actual, value) ? "rounded" : "none";
  return compare(roundedTo(actual, step), value) === 0 ? "rounded" : "none";
}

const isBetween = (low: Exact, value: Exact, high: Exact): boolean =>
  compare(low, value) <= 0 && compare(value, high) < 0;

const within = (a: Exact, b: Exact, most: Exact): boolean =>
  compare(subtract(a, b), most) <= 0 && compare(subtract(b, a), most) <= 0;

const half = (value: Exact): Exact => multiply(value, fraction(1n, 2n));

/** Half up to a multiple of `step`. */
function roundedTo(value: Exact, step: Exact): Exact {
  const steps = divide(value, step);
  return steps ? multiply(round(steps, 0), step) : value;
}

/** What the last digit that is not zero is worth: 1000 of 7000余. Rates are told to the digit. */
function coarseStep({ value, step, unit }: Told): Exact {
  if (unit === "%" || unit === "‰") return step;
  let coarse = step;
  let steps = divide(value, step) ?? value;
  while (steps.numerator !== 0n && steps.numerator % 10n === 0n) {
    steps = fraction(steps.numerator / 10n, steps.denominator);
    coarse = multiply(coarse, integer(10));
  }
  return coarse;
}
