import { isInteger, isNegative, toNumber } from "../../domain/exact";
import type { Figure } from "../../domain/figure";
import type { CompiledDefinition } from "../../definitions/compiled";
import { countsWithTotal, type CountTable } from "./count-table";
import { isRateOpen, suppress, type SmallCount } from "./suppress";

/**
 * Keys of the figures that 小格保护 keeps out of published tables: of sensitive indicators, by each of their groups. None
 * while it is off: such tables are for use inside the office.
 */
export function hiddenFigures(
  { source, indicators }: CompiledDefinition,
  figures: ReadonlyMap<string, Figure>,
): ReadonlySet<string> {
  const { smallCells: k } = source.profile;
  if (k === undefined) return new Set();
  const sensitive = [...indicators.values()].filter(({ indicator }) => indicator.sensitive === true);
  return new Set(
    sensitive.flatMap(({ indicator }) =>
      indicator.groupBy.flatMap((group) => {
        const own = [...figures.values()].filter((figure) => figure.indicator === indicator.name);
        const members = own.filter(({ slice: [only, ...others] }) => only?.group === group && others.length === 0);
        return hiddenMembers(members, figures.get(indicator.name), k);
      }),
    ),
  );
}

function hiddenMembers(members: readonly Figure[], whole: Figure | undefined, k: SmallCount): readonly string[] {
  const counted = members.flatMap((member) => {
    const count = countOf(member);
    return count === undefined ? [] : [{ member, count }];
  });
  const table = tableOf(counted.map(({ count }) => count), whole && countOf(whole)); // prettier-ignore
  const hidden = suppress(table, k);
  return counted.flatMap(({ member, count }, cell) => {
    const denominator = member.denominator && toNumber(member.denominator);
    const isOpen = denominator === undefined || isRateOpen(count, denominator, k);
    return hidden.has(cell) || !isOpen ? [member.key] : [];
  });
}

/** The members with their sum, where the whole is that sum; distinct persons, say, do not add up. */
function tableOf(counts: readonly number[], whole: number | undefined): CountTable {
  const table = countsWithTotal(counts);
  return table.counts.at(-1) === whole ? table : { counts, sums: [], open: new Set() };
}

/** How many there are of something: a figure itself, or what a rate is of. */
function countOf({ value, numerator, denominator }: Figure): number | undefined {
  const count = denominator ? numerator : value.state === "number" ? value.value : undefined;
  return value.state === "number" && count && isInteger(count) && !isNegative(count) ? toNumber(count) : undefined;
}
