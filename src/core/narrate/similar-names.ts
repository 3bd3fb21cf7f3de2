import type { Diagnostic } from "../../formula/diagnostic";
import type { Indicator } from "../../definitions/definition";

/** Names that end alike in this many characters sound like one measure. */
const alike = 4;

/** N-04: two rates told in one paragraph whose names sound alike though their bases differ. */
export function similarNames(told: readonly Indicator[]): readonly (readonly [Indicator, Diagnostic])[] {
  const rates = [...new Map(told.filter(({ kind }) => kind === "率").map((one) => [one.name, one])).values()];
  return rates.flatMap((later, index) =>
    rates
      .slice(0, index)
      .filter((earlier) => endAlike(earlier.name, later.name) && base(earlier) !== base(later))
      .map(({ name }) => [later, { code: "N-04", parts: { a: name, b: later.name } }] as const),
  );
}

function endAlike(a: string, b: string): boolean {
  const [one, other] = [[...a], [...b]];
  return one.length >= alike && one.slice(-alike).join("") === other.slice(-alike).join("");
}

const base = ({ form, filter, denominator }: Indicator): string => JSON.stringify([form, filter, denominator]);
