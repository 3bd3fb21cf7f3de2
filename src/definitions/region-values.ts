import { compare, type Exact } from "../domain/exact";
import type { Benchmark, SliceMember } from "../domain/figure";
import { parameterKey, type Parameter } from "../domain/parameter";
import { groupBy } from "./compile/group-by";
import type { Indicator } from "./definition";
import type { MeasureWords } from "./measure-words";
import { isForSlice, valueFor, type ParameterRows } from "./parameter-rows";

/** What an indicator is elsewhere (`label` is the region), with the row as it was entered. */
export interface RegionValue extends Benchmark {
  readonly row: Parameter;
}

/** Place of the district among the regions of its 区域 rows, itself counted. */
export interface Rank {
  /** 1 is the best; regions with equal values share a place. */
  readonly place: number;
  readonly of: number;
  /** Regions that share the place. */
  readonly tied: readonly string[];
  /** Keys of the rows it rests on. */
  readonly parameters: readonly string[];
}

/** 区域 rows of an indicator: 键1 is the region, 键2 the slice. */
export interface RegionValues {
  readonly region: (indicator: Indicator, slice: readonly SliceMember[], region: string) => RegionValue | undefined;
  /**
   * The place of `value`: the larger the better, for 降好 the smaller. Undefined without other regions, and while one of
   * them has no number: its place is open, and so is every other.
   */
  readonly rank: (indicator: Indicator, slice: readonly SliceMember[], value: Exact) => Rank | undefined;
}

export function regionValues(rows: ParameterRows, words: MeasureWords, ownRegion: string | undefined): RegionValues {
  const rowsOf = ({ name }: Indicator, slice: readonly SliceMember[]): ReadonlyMap<string, readonly Parameter[]> =>
    groupBy(
      rows
        .named(name)
        .filter((row) => row.use === "区域" && row.key1 !== undefined && isForSlice(withoutRegion(row), slice)),
      ({ key1 = "" }) => key1,
    );
  const valueIn = (indicator: Indicator, region: string, written: readonly Parameter[]): RegionValue | undefined => {
    const row = rows.current(written);
    const value = row && valueFor(indicator, words, row);
    return row && value && { label: region, value, row, ...(row.source !== undefined && { source: row.source }) };
  };
  return {
    region: (indicator, slice, region) => valueIn(indicator, region, rowsOf(indicator, slice).get(region) ?? []),
    rank: (indicator, slice, value) => {
      const others = [...rowsOf(indicator, slice)].filter(([region]) => region !== ownRegion && !isWhole(region));
      const values = others.flatMap(([region, written]) => valueIn(indicator, region, written) ?? []);
      if (values.length === 0 || values.length < others.length) return undefined;
      const order = (other: RegionValue): number =>
        compare(other.value, value) * (indicator.better === "降好" ? -1 : 1);
      return {
        place: 1 + values.filter((other) => order(other) > 0).length,
        of: values.length + 1,
        tied: values.filter((other) => order(other) === 0).map(({ label }) => label),
        parameters: values.map(({ row }) => parameterKey(row)),
      };
    },
  };
}

const withoutRegion = ({ key1: _, key2, ...row }: Parameter): Parameter =>
  key2 === undefined ? row : { ...row, key1: key2 };

/** 全省, 全国, 全市平均: the regions together, and none of them. */
const isWhole = (region: string): boolean => /^全|平均$|合计$|总计$/u.test(region);
