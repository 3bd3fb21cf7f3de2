import fc from "fast-check";
import {
  add,
  compare,
  decimalText,
  divide,
  exactFromCell,
  exactText,
  fraction,
  integer,
  multiply,
  parseExact,
  round,
  squareRoot,
  subtract,
  toNumber,
  type Exact,
} from "../../src/domain/exact";

const exact = (text: string): Exact => {
  const value = parseExact(text);
  if (!value) throw new Error(`${text} is no number`);
  return value;
};
const anyExact = fc
  .tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.bigInt(1n, 10n ** 9n))
  .map(([top, bottom]) => fraction(top, bottom));

describe("a number of the domain", () => {
  it.each([
    ["0.1", "0.2", "0.3"],
    ["1.005", "0", "1.005"],
    ["871289751.42", "0.58", "871289752"],
    ["-0.5", "0.5", "0"],
  ])("%s + %s is exactly %s", (a, b, sum) => {
    expect(exactText(add(exact(a), exact(b)))).toBe(sum);
  });

  it.each([
    [0.1 + 0.2, "0.3"],
    [1.005, "1.005"],
    [838.89 * 10000, "8388900"],
    [1e21, "1000000000000000000000"],
    [-2.5e-7, "-0.00000025"],
  ])("the cell %p means %s", (cell, meant) => {
    expect(exactText(exactFromCell(cell))).toBe(meant);
  });

  it.each(["", "abc", "1,234", "１２", "0x10", "1e", "--1", "Infinity"])("%p is no plain decimal", (text) => {
    expect(parseExact(text)).toBeUndefined();
  });

  it("refuses a cell that holds no finite number", () => {
    expect(() => exactFromCell(Number.NaN)).toThrow(RangeError);
  });
});

describe("rounding once, half up", () => {
  it.each([
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["2.675", 2, "2.68"],
    ["0.5", 0, "1"],
    ["-0.4", 0, "0"],
    ["66.0800", 2, "66.08"],
    ["100", 2, "100"],
    ["9.995", 2, "10"],
  ])("%s to %d places prints %s", (value, places, printed) => {
    expect(decimalText(exact(value), places)).toBe(printed);
  });

  it.each([
    ["7236", -3, "down", "7000"],
    ["17950", -2, "up", "18000"],
    ["18000", -2, "up", "18000"],
    ["-7236", -3, "down", "-7000"],
    ["1.239", 2, "down", "1.23"],
  ] as const)("%s to the place %d, %s, is %s", (value, places, mode, rounded) => {
    expect(exactText(round(exact(value), places, mode))).toBe(rounded);
  });

  it("keeps trailing zeros when asked", () => {
    expect(decimalText(exact("4.2"), 2, true)).toBe("4.20");
  });

  it("never moves a number by more than half a unit of the last place", () => {
    fc.assert(
      fc.property(anyExact, fc.integer({ min: -4, max: 6 }), (value, places) => {
        const off = subtract(round(value, places), value);
        const unit = places >= 0 ? fraction(1n, 10n ** BigInt(places)) : integer(10n ** BigInt(-places));
        const half = multiply(unit, fraction(1n, 2n));
        expect(compare(off, half) <= 0 && compare(off, multiply(half, integer(-1n))) >= 0).toBe(true);
      }),
    );
  });
});

describe("laws of exact arithmetic", () => {
  it("sums do not depend on order or grouping", () => {
    fc.assert(
      fc.property(anyExact, anyExact, anyExact, (a, b, c) => {
        expect(add(add(a, b), c)).toEqual(add(c, add(b, a)));
      }),
    );
  });

  it("dividing undoes multiplying", () => {
    fc.assert(
      fc.property(anyExact, anyExact, (a, b) => {
        const quotient = divide(multiply(a, b), b);
        expect(quotient === undefined ? b.numerator : quotient).toEqual(b.numerator === 0n ? 0n : a);
      }),
    );
  });

  it("text, cell and number agree within a double's precision", () => {
    fc.assert(
      fc.property(anyExact, (a) => {
        const [top, bottom] = [Number(a.numerator), Number(a.denominator)];
        expect(Math.abs(toNumber(a) - top / bottom)).toBeLessThanOrEqual(Math.abs(top / bottom) * 1e-12);
      }),
    );
  });

  it("the square of a square root comes back", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 24n), fc.bigInt(1n, 10n ** 9n), (top, bottom) => {
        const value = fraction(top, bottom);
        const root = squareRoot(value);
        if (!root) throw new Error("a positive number has a root");
        const error = toNumber(subtract(multiply(root, root), value));
        expect(Math.abs(error)).toBeLessThanOrEqual(1e-12 * Math.max(1, toNumber(value)));
      }),
    );
  });
});
