import type { CellAddress, Reading } from "../../domain/cell";
import type { FormTable } from "../../domain/collected";
import type { Exact } from "../../domain/exact";

/** The numbers a school filed in a form, in the order of columns and rows. */
export interface NumericCells {
  readonly readings: readonly Reading[];
  /** Place of the column of each. */
  readonly columns: readonly number[];
  readonly hasFigures: boolean;
  /** Equal for equal numbers, and seldom for others. */
  readonly trace: number;
}

/** Fewer equal numbers than this are no sign of anything. */
export const tellingCount = 8;

/** By code of the school; schools that filed no number are left out. */
export function numericCells({ rows, columns }: FormTable): ReadonlyMap<string, NumericCells> {
  const open = new Map(rows.map(({ school }) => [school.code, { readings: [] as Reading[], columns: [] as number[], hasFigures: false, trace: 0 }])); // prettier-ignore
  const ofRow = rows.map(({ school }) => open.get(school.code));
  for (const [column, readings] of [...columns.values()].entries())
    for (const [row, reading] of readings.entries()) {
      const own = ofRow[row];
      const value = numberIn(reading);
      if (!own || !value) continue;
      own.readings.push(reading);
      own.columns.push(column);
      own.hasFigures ||= value.numerator !== 0n;
      own.trace = (own.trace * 31 + Number(value.numerator)) % 1_000_000_007;
    }
  return new Map([...open].filter(([, { readings }]) => readings.length > 0));
}

const numberIn = (reading: Reading | undefined): Exact | undefined =>
  reading?.state === "reported" && reading.value.type === "number" ? reading.value.value : undefined;

/** The same numbers in the same columns. */
export const sameNumbers = (a: NumericCells, b: NumericCells): boolean =>
  a.trace === b.trace &&
  a.readings.length === b.readings.length &&
  a.readings.every((reading, place) => {
    const [own, other] = [numberIn(reading), numberIn(b.readings[place])];
    return (
      a.columns[place] === b.columns[place] &&
      own?.numerator === other?.numerator &&
      own?.denominator === other?.denominator
    );
  });

export const cellsOf = ({ readings }: NumericCells): readonly CellAddress[] =>
  readings.flatMap(({ at }) => (at ? [at] : []));
