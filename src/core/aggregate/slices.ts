import { figureKey, type SliceMember, type WithheldReason } from "../../domain/figure";
import type { CompiledIndicator } from "../../definitions/compiled";
import { groupCodes } from "../../definitions/group-codes";
import { settleSlices } from "../../definitions/settle-slices";
import { columnsOf } from "../../formula/columns-of";
import { askedSlices } from "./asked-slices";
import type { District } from "./district";
import type { FormView } from "./form-view";
import { groupedForm, rowsOfSlice, type GroupedForm, type RowsTold } from "./grouped-rows";

/** One combination of group members (or all together), with the rows of each form that belong to it. */
export interface Slice {
  readonly key: string;
  readonly slice: readonly SliceMember[];
  readonly forms: ReadonlyMap<string, SliceRows>;
  /** Why 筛选 could not be applied. */
  readonly failure?: WithheldReason;
}

interface SliceRows extends RowsTold {
  readonly view: FormView;
}

/** One entry per group of the indicator; undefined means all together. */
type Combination = readonly (string | undefined)[];

/** Places of the members of each group in print order. */
type Order = readonly ReadonlyMap<string, number>[];

/** All slices of an indicator: all together first, then by fewer and by more groups, members in print order. */
export function slicesOf(
  district: District,
  compiled: CompiledIndicator,
  views: readonly FormView[],
): readonly Slice[] {
  const { name, groupBy } = compiled.indicator;
  const forms = views.map((view) => groupedForm(compiled, view));
  const order = printOrder(district, compiled, forms);
  const apart = neverTogether(district, compiled);
  const isAdditive = (members: Combination): boolean =>
    groupBy.every((group, index) => members[index] !== undefined || !apart.has(group));
  const wanted = [groupBy.map(() => undefined), ...present(forms), ...asked(district, compiled, order)].filter(
    isAdditive,
  );
  const combinations = new Map(wanted.map((members) => [figureKey(name, members), members]));
  const failure = forms.find((form) => form.failure)?.failure;
  return [...combinations]
    .sort(([, a], [, b]) => compareCombinations(a, b, order))
    .map(([key, members]) => ({
      key,
      slice: groupBy.flatMap((group, index) => sliceMember(group, members[index])),
      forms: new Map(
        forms.map((form) => [form.view.name, { view: form.view, ...rowsOfSlice(form, members, groupBy) }]),
      ),
      ...(failure ? { failure } : {}),
    }));
}

const sliceMember = (group: string, member: string | undefined): readonly SliceMember[] =>
  member === undefined ? [] : [{ group, member }];

/** Distinct persons are not added over their key columns: no slice leaves such a group together. */
function neverTogether(
  { definition }: District,
  { indicator, numerator, denominator }: CompiledIndicator,
): ReadonlySet<string> {
  const read = [numerator, ...(denominator ? [denominator] : [])].flatMap(columnsOf);
  const elements = definition.source.elements.filter((element) =>
    read.some(({ form, name }) => name === element.name && (form ?? indicator.form) === element.form),
  );
  return new Set(elements.flatMap(({ nonAdditive }) => nonAdditive));
}

/** Every combination the rows have, and with any of the groups left together. */
function present(forms: readonly GroupedForm[]): readonly Combination[] {
  const told = forms.flatMap(({ buckets }) => buckets.map(({ members }) => members));
  return told.flatMap((members) =>
    members.reduce<readonly Combination[]>(
      (found, member) =>
        found.flatMap((sofar) =>
          typeof member === "string"
            ? [
                [...sofar, undefined],
                [...sofar, member],
              ]
            : [[...sofar, undefined]],
        ),
      [[]],
    ),
  );
}

/** Members of each group in print order: the code list's, else as they first appear. */
function printOrder(district: District, { indicator }: CompiledIndicator, forms: readonly GroupedForm[]): Order {
  return indicator.groupBy.map((group, index) => {
    const coded = groupCodes(district.definition.source, indicator, group).map(({ label }) => label);
    const seen = forms.flatMap(({ view, groups }) => (groups.includes(index) ? view.members(group) : []));
    const members = new Set([...coded, ...seen.filter((member) => typeof member === "string")]);
    return new Map([...members].map((member, place) => [member, place]));
  });
}

/**
 * Slices that sentences, formulas and 历史 rows ask for though no row may have them now: they hold nothing, which is not
 * unknown. So do counts of groups that last year's submissions had.
 */
function asked(district: District, { indicator }: CompiledIndicator, order: Order): readonly Combination[] {
  if (indicator.groupBy.length === 0) return [];
  const then = indicator.kind === "量" ? [...(district.lastYear?.figures.values() ?? [])] : [];
  const slicesThen = then.filter((figure) => figure.indicator === indicator.name).map(({ slice }) => slice);
  const history = district.named.historySlices(indicator.name);
  const groups = groupsOfMembers(indicator.groupBy, order, history);
  return [
    ...[...askedSlices(district.definition, indicator.name), ...history].map(
      (slices) => settleSlices(indicator, slices, groups).members,
    ),
    ...slicesThen.map((slice) => indicator.groupBy.map((group) => memberOf(slice, group))),
  ];
}

const memberOf = (slice: readonly SliceMember[], group: string): string | undefined =>
  slice.find((one) => one.group === group)?.member;

/** Groups each known member belongs to. What only 历史 rows know can be placed where there is just one group. */
function groupsOfMembers(
  groupBy: readonly string[],
  order: Order,
  history: readonly (readonly string[])[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [index, members] of order.entries())
    for (const member of members.keys()) groups.set(member, [...(groups.get(member) ?? []), groupBy[index] ?? ""]);
  if (groupBy.length === 1)
    for (const member of history.flat()) if (!groups.has(member)) groups.set(member, [...groupBy]);
  return groups;
}

function compareCombinations(a: Combination, b: Combination, order: Order): number {
  const groupsTold = (members: Combination): number => members.filter((member) => member !== undefined).length;
  const place = (members: Combination, index: number): number => {
    const member = members[index];
    return member === undefined ? Infinity : (order[index]?.get(member) ?? Number.MAX_SAFE_INTEGER);
  };
  if (groupsTold(a) !== groupsTold(b)) return groupsTold(a) - groupsTold(b);
  const differing = order.findIndex((_, index) => place(a, index) !== place(b, index));
  return differing < 0 ? 0 : place(a, differing) - place(b, differing);
}
