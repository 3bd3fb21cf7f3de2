import type { Coverage, Figure, SliceMember } from "../../domain/figure";
import type { School } from "../../domain/school";
import type { CompiledIndicator } from "../../definitions/compiled";
import { columnsOf } from "../../formula/columns-of";
import { truthOverRoster, type District } from "./district";
import type { FormView } from "./form-view";

/** Schools an indicator is about, counted by the roster columns among its groups. */
export interface ExpectedSchools {
  /** Roster columns among the groups. */
  readonly groups: readonly string[];
  readonly counts: readonly { readonly members: readonly (string | undefined)[]; readonly schools: number }[];
}

/** Schools of all forms an indicator reads, without those the roster alone filters out. */
export function expectedSchools(
  district: District,
  { indicator, filter }: CompiledIndicator,
  views: readonly FormView[],
): ExpectedSchools {
  const names = district.scope(() => undefined);
  const own = new Set(views.flatMap(({ form }) => form.elements.map(({ name }) => name)));
  const isOfRoster = (column: string): boolean => district.rosterColumns.has(column) && !own.has(column);
  const decides = filter && columnsOf(filter).some(({ name }) => isOfRoster(name)) ? filter : undefined;
  const belongs = (view: FormView, { attributes }: School): boolean =>
    !decides || truthOverRoster(decides, view.name, without(attributes, own), names) !== false;
  const schools = new Map<string, School>();
  for (const view of views)
    for (const school of view.expected)
      if (!schools.has(school.code) && belongs(view, school)) schools.set(school.code, school);
  const groups = indicator.groupBy.filter(isOfRoster);
  const counts = new Map<string, { members: readonly (string | undefined)[]; schools: number }>();
  for (const { attributes } of schools.values()) {
    const members = groups.map((group) => attributes[group]);
    const key = JSON.stringify(members);
    counts.set(key, { members, schools: (counts.get(key)?.schools ?? 0) + 1 });
  }
  return { groups, counts: [...counts.values()] };
}

const without = (attributes: School["attributes"], own: ReadonlySet<string>): School["attributes"] =>
  Object.fromEntries(Object.entries(attributes).filter(([column]) => !own.has(column)));

/** How many of the schools a figure is about are in it. Figures made of figures cover what those cover. */
export function coverageOf(
  { groups, counts }: ExpectedSchools,
  slice: readonly SliceMember[],
  missing: ReadonlySet<string>,
  reads: readonly Figure[],
): Coverage {
  const pinned = groups.map((group) => slice.find((one) => one.group === group)?.member);
  const belongs = (members: readonly (string | undefined)[]): boolean =>
    pinned.every((member, index) => member === undefined || (members[index] ?? member) === member);
  const own = counts.reduce((sum, { members, schools }) => (belongs(members) ? sum + schools : sum), 0);
  const absent = new Set([...missing, ...reads.flatMap(({ coverage }) => coverage.missing)]);
  const expected = Math.max(own, absent.size, ...reads.map(({ coverage }) => coverage.expected));
  return { expected, counted: expected - absent.size, missing: [...absent] };
}
