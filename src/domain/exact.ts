/**
 * An exact rational number. Counts, money and areas are never held as binary fractions, so sums of any length
 * and quotients of totals stay exact until they are printed.
 * The denominator is positive and the fraction is in lowest terms.
 */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Exact = { numerator: 0n, denominator: 1n };
export const one: Exact = { numerator: 1n, denominator: 1n };

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** @throws RangeError when the denominator is zero: callers decide what a division by zero means. */
export function fraction(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) throw new RangeError("an exact number cannot have denominator 0");
  if (denominator === 1n) return { numerator, denominator };
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export const integer = (value: bigint | number): Exact => ({ numerator: BigInt(value), denominator: 1n });

/** Reads plain or scientific decimal notation (`-12.50`, `1e-3`); undefined when the text is anything else. */
export function parseExact(text: string): Exact | undefined {
  const match = /^([+-]?)(\d{1,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = "", decimals = "", exponent = "0"] = match;
  const digits = BigInt(`${sign === "-" ? "-" : ""}${whole}${decimals}`);
  const shift = Number(exponent) - decimals.length;
  return shift >= 0 ? integer(digits * 10n ** BigInt(shift)) : fraction(digits, 10n ** BigInt(-shift));
}

/**
 * The number a spreadsheet cell means. Cells hold binary doubles but show at most 15 significant digits, so
 * 0.1+0.2 saved as 0.30000000000000004 is read as 0.3.
 * @throws RangeError for NaN and infinities, which no cell can hold
 */
export function exactFromCell(value: number): Exact {
  const exact = Number.isFinite(value) ? parseExact(value.toPrecision(15)) : undefined;
  if (!exact) throw new RangeError(`${String(value)} is not a finite number`);
  return exact;
}

export const add = (a: Exact, b: Exact): Exact =>
  a.denominator === b.denominator
    ? fraction(a.numerator + b.numerator, a.denominator)
    : fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const negate = (a: Exact): Exact => ({ numerator: -a.numerator, denominator: a.denominator });
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));
export const multiply = (a: Exact, b: Exact): Exact =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);
/** undefined when the divisor is zero. */
export const divide = (a: Exact, b: Exact): Exact | undefined =>
  b.numerator === 0n ? undefined : fraction(a.numerator * b.denominator, a.denominator * b.numerator);
export const magnitude = (a: Exact): Exact => ({ numerator: abs(a.numerator), denominator: a.denominator });

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const isZero = (a: Exact): boolean => a.numerator === 0n;
export const isNegative = (a: Exact): boolean => a.numerator < 0n;
export const isInteger = (a: Exact): boolean => a.denominator === 1n;

export type RoundingMode = "half-up" | "up" | "down";

/**
 * Rounds to a power of ten: places 2 keeps two decimals, places -2 keeps whole hundreds.
 * "half-up" is 四舍五入 (ties away from zero), "up" is away from zero, "down" is towards zero.
 */
export function round(a: Exact, places: number, mode: RoundingMode = "half-up"): Exact {
  const scale = 10n ** BigInt(Math.abs(places));
  const [top, bottom] = places >= 0 ? [a.numerator * scale, a.denominator] : [a.numerator, a.denominator * scale];
  const magnitudeOfTop = abs(top);
  const floor = magnitudeOfTop / bottom;
  const remainder = magnitudeOfTop % bottom;
  const up = mode === "up" ? remainder > 0n : mode === "half-up" ? 2n * remainder >= bottom : false;
  const rounded = (top < 0n ? -1n : 1n) * (floor + (up ? 1n : 0n));
  return places >= 0 ? fraction(rounded, scale) : integer(rounded * scale);
}

/**
 * Decimal text rounded once, half up, to at most `places` decimals; trailing zeros are cut unless `keepZeros`.
 * Never prints "-0".
 */
export function decimalText(a: Exact, places: number, keepZeros = false): string {
  const rounded = round(a, places);
  const scaled = rounded.numerator * (10n ** BigInt(places) / rounded.denominator);
  const digits = abs(scaled)
    .toString()
    .padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const decimals = keepZeros
    ? digits.slice(digits.length - places)
    : digits.slice(digits.length - places).replace(/0+$/, "");
  return `${scaled < 0n ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}

/** The nearest double: for cells and charts only, never for a decision. */
export function toNumber(a: Exact): number {
  return a.denominator === 1n ? Number(a.numerator) : Number(scientific(a));
}

function scientific(a: Exact): string {
  const digits = 20n;
  const size = BigInt(abs(a.denominator).toString().length - abs(a.numerator).toString().length);
  const shift = digits + (size > 0n ? size : 0n);
  return `${((a.numerator * 10n ** shift) / a.denominator).toString()}e-${shift.toString()}`;
}

/** Square root to 30 significant decimals (差异系数 is the only irrational figure); undefined below zero. */
export function squareRoot(a: Exact): Exact | undefined {
  if (a.numerator < 0n) return undefined;
  const scale = 10n ** 30n;
  return fraction(integerRoot((a.numerator * scale * scale) / a.denominator), scale);
}

/** Newton's method from above: the guess only falls until it reaches the root. */
function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(2 * value.toString(16).length);
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/** A text that is equal for equal numbers, for keys and saved files: `12`, `-3.5`, `1/3`. */
export function exactText(a: Exact): string {
  let rest = a.denominator;
  let places = 0;
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
  while (rest % 5n === 0n) [rest, places] = [rest / 5n, places + 1];
  while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1];
  return rest === 1n ? decimalText(a, places) : `${a.numerator.toString()}/${a.denominator.toString()}`;
}
