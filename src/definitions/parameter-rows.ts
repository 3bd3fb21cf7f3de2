import { fraction, integer, multiply, one, type Exact } from "../domain/exact";
import type { SliceMember } from "../domain/figure";
import type { Parameter } from "../domain/parameter";
import type { Indicator } from "./definition";
import { familyOf, type MeasureWords } from "./measure-words";
import { periodLabel } from "./period-label";

/** The rows of 参数, found by name, keys and period. */
export interface ParameterRows {
  readonly named: (name: string) => readonly Parameter[];
  /** Of some rows the one written for the report period, else one that holds for any. */
  readonly current: (rows: readonly Parameter[]) => Parameter | undefined;
  /** 历史 rows of an indicator, in the order written, those of the report period itself left out. */
  readonly past: (indicator: string) => readonly Parameter[];
}

export function parameterRows(parameters: readonly Parameter[], reportPeriod: string): ParameterRows {
  const byName = new Map<string, Parameter[]>();
  for (const row of parameters) {
    const rows = byName.get(row.name);
    if (rows) rows.push(row);
    else byName.set(row.name, [row]);
  }
  const named = (name: string): readonly Parameter[] => byName.get(name) ?? [];
  const isNow = ({ period }: Parameter): boolean => period !== undefined && periodLabel(period, reportPeriod) === "";
  return {
    named,
    current: (rows) => rows.find(isNow) ?? rows.find(({ period }) => period === undefined),
    past: (indicator) =>
      named(indicator).filter((row) => row.use === "历史" && row.period !== undefined && !isNow(row)),
  };
}

/** 键1 and 键2, either of which may hold several keys joined by a comma. */
export const keysOf = ({ key1, key2 }: Parameter): readonly string[] =>
  [key1, key2].flatMap((key) => (key === undefined ? [] : key.split(/[,，]/u).map((part) => part.trim())));

export const hasKeys = (row: Parameter, keys: readonly string[]): boolean => {
  const own = keysOf(row);
  return own.length === keys.length && own.every((key, index) => key === keys[index]);
};

/** Whether a 历史 or 目标 row is written for a slice; its members may stand in any order. */
export function isForSlice(row: Parameter, slice: readonly SliceMember[]): boolean {
  const [own, members] = [[...keysOf(row)].sort(), slice.map(({ member }) => member).sort()];
  return own.length === members.length && own.every((key, index) => key === members[index]);
}

/** The value of a row under an indicator's name in the indicator's unit; undefined where it is no number or in a foreign unit. */
export function valueFor(indicator: Indicator, words: MeasureWords, row: Parameter): Exact | undefined {
  const factor = factorFor(indicator, words, row);
  return factor && row.value?.type === "number" ? multiply(row.value.value, factor) : undefined;
}

/** What a row's value is multiplied by to be in its indicator's unit; undefined for a foreign unit. */
export function factorFor(
  { unit: own, kind }: Indicator,
  words: MeasureWords,
  { unit = "", value }: Parameter,
): Exact | undefined {
  const isShare = kind === "率" || kind === "指数" || own === "%";
  if (unit === "" || (unit === "%" && isShare && value?.type === "number" && isPercent(value.asEntered))) return one;
  if (kind === "率") return unit === "%" ? fraction(1n, 100n) : undefined;
  const family = new Set([own, ...familyOf(words, own)]);
  if (family.has(unit)) return one;
  const scale = scales.get(unit.charAt(0));
  return scale && family.has(unit.slice(1)) ? scale : undefined;
}

/** `目标“生均图书”（小学）的单位是册/人，指标的单位是册`. */
export function foreignUnit({ unit: own, kind }: Indicator, row: Parameter): string {
  const expected = kind === "率" ? "%" : own;
  const keys = [...keysOf(row), ...(row.period === undefined ? [] : [row.period])];
  const called = `${row.use}“${row.name}”${keys.length === 0 ? "" : `（${keys.join("，")}）`}`;
  return `${called}的单位是${row.unit ?? "空"}，指标的${expected === "" ? "没有单位" : `单位是${expected}`}`;
}

const scales = new Map([
  ["万", integer(10_000)],
  ["亿", integer(100_000_000)],
]);

export const isPercent = (asEntered: string): boolean => /[%％]\s*$/u.test(asEntered);
