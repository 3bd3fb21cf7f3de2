import type { Indicator } from "./definition";
import { isPeriodWord } from "./period-label";

interface SettledSlices {
  /** One entry per group of the indicator; undefined means all together. */
  readonly members: readonly (string | undefined)[];
  readonly periods: readonly string[];
  readonly unknown: readonly string[];
}

/** Tells members from periods: `小学`, `学段=小学`, `2015年`, `轮岗前`. */
export function settleSlices(
  indicator: Indicator,
  slices: readonly string[],
  groupsOfMember: ReadonlyMap<string, readonly string[]>,
  namedPeriods: readonly (string | undefined)[] = [],
): SettledSlices {
  const members: (string | undefined)[] = indicator.groupBy.map(() => undefined);
  const periods: string[] = [];
  const unknown: string[] = [];
  for (const slice of slices) {
    const [group, member] = slice.includes("=") ? slice.split("=", 2) : [undefined, slice];
    const candidates = group === undefined ? (groupsOfMember.get(slice) ?? []) : [group];
    const place = indicator.groupBy.findIndex(
      (name, index) => candidates.includes(name) && members[index] === undefined,
    );
    if (place >= 0) members[place] = member;
    else if (isPeriodWord(slice) || namedPeriods.includes(slice)) periods.push(slice);
    else unknown.push(slice);
  }
  return { members, periods, unknown };
}
