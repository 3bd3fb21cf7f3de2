import type { Collection } from "../../domain/collected";
import type { BothYears, ComparableChange, SchoolPart } from "../../domain/comparable-change";
import { add, compare, zero, type Exact } from "../../domain/exact";
import type { Figure } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import type { School } from "../../domain/school";
import type { Confrontation } from "../../domain/verdict";
import type { CompiledDefinition, CompiledIndicator } from "../../definitions/compiled";
import { namedValues } from "../../definitions/named-values";
import { districtOf, type District, type LastYear } from "./district";
import { figureOfSlice } from "./figure-of-slice";
import type { FormView } from "./form-view";
import { formsRead } from "./forms-read";
import { schoolsBetween, type SchoolsBetween } from "./schools-between";
import { slicesOf, type Slice } from "./slices";

/** One year's figure, taken apart by school. */
interface YearOfFigure {
  readonly total: Exact;
  readonly over: (schools: ReadonlySet<string>) => Exact | undefined;
  /** Schools the forms of the indicator are asked of, records or none. */
  readonly asked: readonly School[];
  /** Codes of those that have rows in the slice. */
  readonly schools: ReadonlySet<string>;
}

/**
 * Takes figures apart, one when it is asked for. Undefined where there is nothing to compare: one of the years is withheld,
 * leaves schools out or has no such slice, or an amount is not the sum of its schools (different persons, maxima, means).
 */
export function comparableChangeOf(
  definition: CompiledDefinition,
  collection: Collection,
  confrontation: Confrontation,
  parameters: readonly Parameter[],
  figures: ReadonlyMap<string, Figure>,
  lastYear: LastYear,
): (figure: Figure) => ComparableChange | undefined {
  const named = namedValues(definition, figures, parameters);
  const district = districtOf(definition, collection, { ...confrontation, lastYear }, named);
  const [thisYearOf, lastYearOf] = [yearsOf(district), yearsOf(lastYear.district)];
  return ({ indicator, slice, key }) => {
    const compiled = lastYear.figures.has(key) ? definition.indicators.get(indicator) : undefined;
    const [now, then] = [compiled && thisYearOf(compiled, key), compiled && lastYearOf(compiled, key)];
    if (!compiled || !now || !then) return undefined;
    const between = schoolsBetween(then.asked, now.asked, collection.schools);
    const parts = partsOf(compiled.indicator.kind, between, then, now);
    return parts && { indicator, slice, lastYear: then.total, thisYear: now.total, ...parts };
  };
}

type Parts = Pick<ComparableChange, "continuing" | "opened" | "closed" | "merged">;

function partsOf(
  kind: Figure["kind"],
  between: SchoolsBetween,
  then: YearOfFigure,
  now: YearOfFigure,
): Parts | undefined {
  if (kind === "率" || kind === "均值") return ratioParts(between, then, now);
  const parts = kind === "量" ? amountParts(between, then, now) : undefined;
  return parts && addsUp({ lastYear: then.total, thisYear: now.total }, parts) ? parts : undefined;
}

function yearsOf(district: District): (compiled: CompiledIndicator, key: string) => YearOfFigure | undefined {
  const known = new Map<CompiledIndicator, ReadonlyMap<string, Slice>>();
  const slicesByKey = (compiled: CompiledIndicator): ReadonlyMap<string, Slice> =>
    new Map(slicesOf(district, compiled, formsRead(district, compiled)).map((slice) => [slice.key, slice]));
  return (compiled, key) => {
    const slices = known.get(compiled) ?? slicesByKey(compiled);
    known.set(compiled, slices);
    const slice = slices.get(key);
    return slice && yearOf(district, compiled, slice);
  };
}

function yearOf(district: District, compiled: CompiledIndicator, slice: Slice): YearOfFigure | undefined {
  const figureOver = (forms: Slice["forms"]): Figure =>
    figureOfSlice(district, compiled, { ...slice, forms }, { groups: [], counts: [] });
  const whole = figureOver(slice.forms);
  if (whole.value.state !== "number" || whole.partial) return undefined;
  const codes = [...slice.forms.values()].flatMap(({ view, rows }) => rows.map((row) => schoolAt(view, row)));
  return {
    total: whole.value.value,
    over: (schools) => {
      const { value } = figureOver(rowsOf(slice, schools));
      return value.state === "number" ? value.value : undefined;
    },
    asked: schoolsAsked(district, compiled),
    schools: new Set(codes),
  };
}

const schoolAt = ({ table }: FormView, row: number): string => table.rows[row]?.school.code ?? "";

const rowsOf = (slice: Slice, schools: ReadonlySet<string>): Slice["forms"] =>
  new Map(
    [...slice.forms].map(([form, { view, rows }]) => {
      const own = rows.filter((row) => schools.has(schoolAt(view, row)));
      return [form, { view, rows: own, undecided: [] }];
    }),
  );

const schoolsAsked = (district: District, compiled: CompiledIndicator): readonly School[] => {
  const schools = formsRead(district, compiled).flatMap(({ expected }) => expected);
  return [...new Map(schools.map((school) => [school.code, school])).values()];
};

function amountParts(between: SchoolsBetween, then: YearOfFigure, now: YearOfFigure): Parts | undefined {
  const { continuing, opened, closed, merged } = between;
  const unaffected = bothYears(continuing, then, now);
  const parts = (schools: readonly School[], year: YearOfFigure): readonly SchoolPart[] =>
    schools.flatMap((school) => {
      const value = year.schools.has(school.code) ? year.over(new Set([school.code])) : undefined;
      return value ? [{ school, value }] : [];
    });
  const mergers = merged.flatMap(({ into, from, before }) => {
    const years = bothYears([[codesOf([...from, ...before]), codesOf([into])]], then, now);
    return years && years.schools > 0 ? [{ into, from, lastYear: years.lastYear, thisYear: years.thisYear }] : [];
  });
  return (
    unaffected && { continuing: unaffected, opened: parts(opened, now), closed: parts(closed, then), merged: mergers }
  );
}

function ratioParts(
  { continuing, opened, closed, merged }: SchoolsBetween,
  then: YearOfFigure,
  now: YearOfFigure,
): Parts | undefined {
  const unaffected = bothYears(continuing, then, now);
  const named = (schools: readonly School[], year: YearOfFigure): readonly SchoolPart[] =>
    schools.flatMap((school) => (year.schools.has(school.code) ? [{ school }] : []));
  const touched = merged.filter(
    ({ into, from }) => now.schools.has(into.code) || from.some(({ code }) => then.schools.has(code)),
  );
  return (
    unaffected && {
      continuing: unaffected,
      opened: named(opened, now),
      closed: named(closed, then),
      merged: touched.map(({ into, from }) => ({ into, from })),
    }
  );
}

const codesOf = (schools: readonly School[]): readonly string[] => schools.map(({ code }) => code);

/** The same schools in both years, by the codes of each; `schools` counts those with rows in either. */
function bothYears(
  pairs: SchoolsBetween["continuing"],
  then: YearOfFigure,
  now: YearOfFigure,
): ComparableChange["continuing"] | undefined {
  const lastYear = then.over(new Set(pairs.flatMap(([before]) => before)));
  const thisYear = now.over(new Set(pairs.flatMap(([, after]) => after)));
  const isIn = ([before, after]: SchoolsBetween["continuing"][number]): boolean =>
    before.some((code) => then.schools.has(code)) || after.some((code) => now.schools.has(code));
  return lastYear && thisYear && { lastYear, thisYear, schools: pairs.filter(isIn).length };
}

function addsUp({ lastYear, thisYear }: BothYears, { continuing, opened, closed, merged }: Parts): boolean {
  const sum = (values: readonly (Exact | undefined)[]): Exact => values.reduce<Exact>((total, value) => add(total, value ?? zero), zero); // prettier-ignore
  const then = sum([continuing.lastYear, ...closed.map(({ value }) => value), ...merged.map((one) => one.lastYear)]);
  const now = sum([continuing.thisYear, ...opened.map(({ value }) => value), ...merged.map((one) => one.thisYear)]);
  return compare(then, lastYear) === 0 && compare(now, thisYear) === 0;
}
