import fc from "fast-check";
import { integer } from "../../../src/domain/exact";
import { conflictAmong } from "../../../src/core/rule-health/bounded-simplex";
import type { Constraint } from "../../../src/core/rule-health/constraint";

/** `2a-b+3<=0` as its coefficients and its constant. */
interface Row {
  readonly terms: readonly bigint[];
  readonly constant: bigint;
  readonly is: Constraint["is"];
}

const names = ["a", "b", "c"] as const;

const constraintOf = ({ terms, constant, is }: Row): Constraint => ({
  form: {
    terms: new Map(
      names.flatMap((name, index) => (terms[index] === 0n ? [] : [[name, integer(terms[index] ?? 0n)] as const])),
    ),
    constant: integer(constant),
  },
  is,
});

const row: fc.Arbitrary<Row> = fc.record({
  terms: fc.tuple(...names.map(() => fc.bigInt({ min: -2n, max: 2n }))),
  constant: fc.bigInt({ min: -6n, max: 6n }),
  is: fc.constantFrom("<", "<=", "="),
});
const rows = fc.array(row, { maxLength: 8 });

/** Whether some numbers meet all rows: Fourier and Motzkin's way, one variable after another is left out. */
function isFeasible(all: readonly Row[], variable = 0): boolean {
  const inequalities = all.flatMap((one): readonly Row[] => {
    if (one.is !== "=") return [one];
    const turned = { terms: one.terms.map((term) => -term), constant: -one.constant };
    return [
      { ...one, is: "<=" },
      { ...turned, is: "<=" },
    ];
  });
  if (variable === names.length)
    return inequalities.every(({ constant, is }) => (is === "<" ? constant < 0n : constant <= 0n));
  const factor = ({ terms }: Row): bigint => terms[variable] ?? 0n;
  const above = inequalities.filter((one) => factor(one) > 0n);
  const below = inequalities.filter((one) => factor(one) < 0n);
  const joined = above.flatMap((up) =>
    below.map((down): Row => {
      const [x, y] = [-factor(down), factor(up)];
      return {
        terms: up.terms.map((term, index) => term * x + (down.terms[index] ?? 0n) * y),
        constant: up.constant * x + down.constant * y,
        is: up.is === "<" || down.is === "<" ? "<" : "<=",
      };
    }),
  );
  return isFeasible([...inequalities.filter((one) => factor(one) === 0n), ...joined], variable + 1);
}

describe("constraints that cannot be met together", () => {
  it("are found exactly where leaving out one variable after another finds them", () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(conflictAmong(all.map(constraintOf)) === undefined).toBe(isFeasible(all));
      }),
      { numRuns: 2000 },
    );
  });

  it("are told as constraints that clash by themselves", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const conflict = conflictAmong(all.map(constraintOf));
        const told = conflict?.map((index) => all[index]).filter((one) => one !== undefined);
        expect(told === undefined || !isFeasible(told)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("are none among constraints that all hold at one point", () => {
    const point = fc.tuple(...names.map(() => fc.bigInt({ min: -9n, max: 9n })));
    fc.assert(
      fc.property(rows, point, (all, at) => {
        const value = ({ terms, constant }: Row): bigint =>
          terms.reduce((sum, term, index) => sum + term * (at[index] ?? 0n), constant);
        const holding = all.map((one): Row => {
          const shift = one.is === "=" ? value(one) : value(one) < 0n ? 0n : value(one) + 1n;
          return { ...one, constant: one.constant - shift };
        });
        expect(conflictAmong(holding.map(constraintOf))).toBeUndefined();
      }),
    );
  });
});
