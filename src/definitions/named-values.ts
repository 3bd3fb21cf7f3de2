import { compare } from "../domain/exact";
import { figureKey, type Benchmark, type Figure, type SliceMember, type WithheldReason } from "../domain/figure";
import { parameterKey, type Parameter } from "../domain/parameter";
import type { CompiledDefinition } from "./compiled";
import type { Indicator } from "./definition";
import { measureWords } from "./measure-words";
import { nameScope, toBeEntered, type NameReading, type NameScope } from "./name-scope";
import { foreignUnit, hasKeys, isForSlice, keysOf, parameterRows, valueFor } from "./parameter-rows";
import { isPeriodWord, periodLabel as labelOf } from "./period-label";
import type { PastValue, Referent } from "./referent";
import { regionValues, type Rank, type RegionValues } from "./region-values";
import { settleSlices } from "./settle-slices";
import { sliceKey } from "./slice-key";
import { withSubmitted } from "./with-submitted";

export type { Referent } from "./referent";

/** A target in its indicator's unit, with the row as it was entered. */
export interface TargetValue extends Benchmark {
  readonly row: Parameter;
}

/** Indicators, parameters and settings by name, as formulas and sentences ask for them. */
export interface NamedValues {
  readonly resolve: (name: string, slices: readonly string[]) => Referent;
  /** The row of 参数 with these keys that holds for the report period. */
  readonly parameter: (name: string, keys: readonly string[]) => Parameter | WithheldReason;
  /** Past values of a slice, in the order written; labels are canonical (上年, 2015年, 轮岗前). */
  readonly history: (indicator: Indicator, slice: readonly SliceMember[]) => readonly PastValue[];
  /** The target of the report period, or of another one (明年, 2025年). */
  readonly target: (indicator: Indicator, slice: readonly SliceMember[], period?: string) => TargetValue | undefined;
  /** What it is in another region, from 区域 rows: 全省, or a neighbour by name. */
  readonly region: RegionValues["region"];
  /** The place of this district's figure among the regions of its 区域 rows; undefined while it cannot be told. */
  readonly rank: (indicator: Indicator, slice: readonly SliceMember[]) => Rank | undefined;
  /** Slices 历史 rows of an indicator are written for. */
  readonly historySlices: (indicator: string) => readonly (readonly string[])[];
  /** 上年, 2015年, 轮岗前 for any way of writing the period; "" for the report period itself. */
  readonly periodLabel: (period: string) => string;
  /** Names as values, for formulas; every name that is read is told. */
  readonly scope: (onRead: (reading: NameReading) => void) => NameScope;
}

/**
 * `figures` may still be growing while indicators are computed one after another; an indicator is asked for only
 * when all its slices are in. What last year's submissions come to wins over 历史 rows.
 */
export function namedValues(
  definition: CompiledDefinition,
  figures: ReadonlyMap<string, Figure>,
  parameters: readonly Parameter[],
): NamedValues {
  const { period: reportPeriod, codes, profile } = definition.source;
  const rows = parameterRows(parameters, reportPeriod);
  const words = measureWords(codes);
  const groupsByIndicator = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const periodLabel = (period: string): string => labelOf(period, reportPeriod);

  const history: NamedValues["history"] = (indicator, slice) => {
    const written = rows.past(indicator.name).flatMap((row): readonly PastValue[] => {
      const value = isForSlice(row, slice) ? valueFor(indicator, words, row) : undefined;
      return value ? [{ ...benchmarkOf(row, periodLabel(row.period ?? "")), value, parameter: parameterKey(row) }] : [];
    });
    return withSubmitted(written, figures.get(sliceKey(indicator, slice))?.lastYear);
  };

  const target: NamedValues["target"] = (indicator, slice, period = reportPeriod) => {
    const targets = rows.named(indicator.name).filter((one) => one.use === "目标" && isForSlice(one, slice));
    const label = periodLabel(period);
    const isThen = (one: Parameter): boolean => one.period !== undefined && periodLabel(one.period) === label;
    const row = label === "" ? rows.current(targets) : targets.find(isThen);
    const value = row && valueFor(indicator, words, row);
    const asEntered = row?.value?.type === "number" ? row.value.asEntered : "";
    return row && value && { ...benchmarkOf(row, asEntered), value, row };
  };

  /** A row under an indicator's name is read in the indicator's unit; the row itself where that changes nothing. */
  const inIndicatorsUnit = (row: Parameter): Parameter | WithheldReason => {
    const indicator = definition.indicators.get(row.name)?.indicator;
    if (!indicator || row.value?.type !== "number") return row;
    const value = valueFor(indicator, words, row);
    if (!value) return { why: "no-value", detail: foreignUnit(indicator, row) };
    return compare(value, row.value.value) === 0 ? row : { ...row, value: { ...row.value, value } };
  };

  const parameter: NamedValues["parameter"] = (name, keys) => {
    const matching = rows.named(name).filter((row) => row.use !== "历史" && hasKeys(row, keys));
    const found = rows.current(matching);
    if (found) return inIndicatorsUnit(found);
    const lapsed = matching.find((row) => row.use === "文字");
    if (lapsed) return toBeEntered(lapsed);
    const asked = keys.length === 0 ? name : `${name}（${keys.join("，")}）`;
    return { why: "no-parameter", name: asked, period: reportPeriod };
  };

  /** `{均衡线@指标1,小学}`, `{人口@2021年}`: slices of a parameter are its keys, and a period. */
  const parameterAt = (name: string, slices: readonly string[]): Parameter | WithheldReason => {
    const found = parameter(name, slices);
    const [label] = slices.filter(isPeriodWord).map(periodLabel);
    if (!("why" in found) || label === undefined) return found;
    const keys = slices.filter((slice) => !isPeriodWord(slice));
    const isThen = ({ period }: Parameter): boolean => period !== undefined && periodLabel(period) === label;
    return rows.named(name).find((row) => row.use !== "历史" && hasKeys(row, keys) && isThen(row)) ?? found;
  };

  const groupsOf = (indicator: Indicator): ReadonlyMap<string, readonly string[]> => {
    const known = groupsByIndicator.get(indicator.name) ?? groupsOfMembers(indicator, figures);
    if (known.size > 0) groupsByIndicator.set(indicator.name, known);
    return known;
  };

  const indicatorAt = (indicator: Indicator, slices: readonly string[]): Referent => {
    const namedPeriods = rows.past(indicator.name).map(({ period }) => period);
    const { members, periods, unknown } = settleSlices(indicator, slices, groupsOf(indicator), namedPeriods);
    const [period] = periods;
    const label = period === undefined ? "" : periodLabel(period);
    const figure = figures.get(figureKey(indicator.name, members));
    const noSlice = { why: "no-value", detail: `“${indicator.name}”没有“${slices.join(",")}”这一组` } as const;
    if (unknown.length > 0) return { refers: "nothing", indicator, reason: noSlice };
    if (!figure) {
      const slice = indicator.groupBy.flatMap((group, index) => sliceMember(group, members[index]));
      return { refers: "nothing", indicator, reason: noSlice, slice, ...(label === "" ? {} : { past: label }) };
    }
    if (label === "") return { refers: "figure", figure, indicator };
    const past = history(indicator, figure.slice).find((row) => row.label === label);
    if (past) return { refers: "past", figure, indicator, past };
    return {
      refers: "nothing",
      indicator,
      reason: { why: "no-parameter", name: indicator.name, period: period ?? label },
    };
  };

  const resolve = (name: string, slices: readonly string[]): Referent => {
    const indicator = definition.indicators.get(name)?.indicator;
    if (indicator) return indicatorAt(indicator, slices);
    const found = parameterAt(name, slices);
    if (!("why" in found)) return { refers: "parameter", parameter: found };
    const setting = Object.hasOwn(profile.names, name) ? profile.names[name] : undefined;
    return setting === undefined ? { refers: "nothing", reason: found } : { refers: "setting", value: setting };
  };

  const own = Object.hasOwn(profile.names, "地区") ? profile.names["地区"] : undefined;
  const regions = regionValues(rows, words, typeof own === "string" ? own : undefined);
  const rank: NamedValues["rank"] = (indicator, slice) => {
    const value = figures.get(sliceKey(indicator, slice))?.value;
    return value?.state === "number" ? regions.rank(indicator, slice, value.value) : undefined;
  };

  return {
    resolve,
    parameter,
    history,
    target,
    region: regions.region,
    rank,
    historySlices: (indicator) => rows.past(indicator).map(keysOf),
    periodLabel,
    scope: (onRead) => nameScope(resolve, parameter, reportPeriod, onRead),
  };
}

const benchmarkOf = ({ setBy, source }: Parameter, label: string): Omit<Benchmark, "value"> => ({
  label,
  ...(setBy === undefined ? {} : { setBy }),
  ...(source === undefined ? {} : { source }),
});

const sliceMember = (group: string, member: string | undefined): readonly SliceMember[] =>
  member === undefined ? [] : [{ group, member }];

/** Which groups of an indicator each member belongs to, from its computed slices. */
function groupsOfMembers(
  indicator: Indicator,
  figures: ReadonlyMap<string, Figure>,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Set<string>>();
  if (indicator.groupBy.length > 0)
    for (const figure of figures.values())
      if (figure.indicator === indicator.name)
        for (const { group, member } of figure.slice) groups.set(member, (groups.get(member) ?? new Set()).add(group));
  return new Map([...groups].map(([member, of]) => [member, [...of]]));
}
