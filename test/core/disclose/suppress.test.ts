import fc from "fast-check";
import { countsWithTotal, type CountTable } from "../../../src/core/disclose/count-table";
import { isRecoverable } from "../../../src/core/disclose/recoverable-cells";
import { isRateOpen, suppress } from "../../../src/core/disclose/suppress";

/** Rows and columns with their sums; only the sum of all stays open. Cells run row by row, sums last in each. */
function crossTable(rows: readonly (readonly number[])[]): CountTable {
  const width = (rows[0]?.length ?? 0) + 1;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const withSums = rows.map((row) => [...row, sum(row)]);
  const foot = Array.from({ length: width }, (_, column) => sum(withSums.map((row) => row[column] ?? 0)));
  const height = withSums.length + 1;
  const cell = (row: number, column: number): number => row * width + column;
  const upTo = (end: number): readonly number[] => Array.from({ length: end }, (_, place) => place);
  return {
    counts: [...withSums, foot].flat(),
    sums: [
      ...upTo(height).map((row) => ({ parts: upTo(width - 1).map((column) => cell(row, column)), total: cell(row, width - 1) })), // prettier-ignore
      ...upTo(width).map((column) => ({ parts: upTo(height - 1).map((row) => cell(row, column)), total: cell(height - 1, column) })), // prettier-ignore
    ],
    open: new Set([cell(height - 1, width - 1)]),
  };
}

const shown = (table: CountTable, k: 3 | 5 | 10): readonly string[] => {
  const hidden = suppress(table, k);
  return table.counts.map((count, cell) => (hidden.has(cell) ? "*" : String(count)));
};

describe("hiding small counts", () => {
  it.each<[string, readonly number[], 3 | 5 | 10, readonly string[]]>([
    ["the smallest other count hides with it", [2, 7, 31], 5, ["*", "*", "31", "40"]],
    ["two small ones protect each other", [2, 3, 31], 5, ["*", "*", "31", "36"]],
    ["two ones do not: their sum says so", [1, 1, 38], 5, ["*", "*", "*", "40"]],
    ["a zero stays", [0, 2, 7, 31], 5, ["0", "*", "*", "31", "40"]],
    ["a zero hides where nothing else can", [0, 2, 0], 5, ["*", "*", "0", "2"]],
    ["nothing is small", [5, 7, 31], 5, ["5", "7", "31", "43"]],
    ["the line is where it is set", [4, 7, 31], 3, ["4", "7", "31", "42"]],
  ])("%s", (_, counts, k, expected) => {
    expect(shown(countsWithTotal(counts), k)).toEqual(expected);
  });

  it("protects a table in both directions", () => {
    const table = crossTable([
      [2, 20, 30],
      [12, 15, 40],
      [25, 18, 9],
    ]);
    const hidden = suppress(table, 5);
    expect(hidden.has(0)).toBe(true);
    expect(hidden.size).toBeGreaterThanOrEqual(4);
    expect([...hidden].filter((cell) => isRecoverable(table, hidden, cell))).toEqual([]);
  });
});

const k = fc.constantFrom<3 | 5 | 10>(3, 5, 10);
const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 }));
const tables = fc.oneof(
  fc.array(count, { minLength: 2, maxLength: 8 }).map(countsWithTotal),
  fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 4 }))
    .map(crossTable),
);

/** Every way of filling the hidden cells of one small table that agrees with what is shown. */
function fillings({ counts, sums }: CountTable, hidden: readonly number[]): readonly (readonly number[])[] {
  const total = Math.max(...counts);
  const found: number[][] = [];
  const fill = (values: number[], left: readonly number[]): void => {
    const [cell, ...rest] = left;
    if (cell === undefined) {
      const sum = (cells: readonly number[]): number => cells.reduce((all, one) => all + (values[one] ?? 0), 0);
      if (sums.every(({ parts, total: of }) => sum(parts) === values[of])) found.push([...values]);
      return;
    }
    for (let value = 0; value <= total; value += 1) {
      values[cell] = value;
      fill(values, rest);
    }
  };
  fill([...counts], hidden);
  return found;
}

describe("whatever the table", () => {
  it("no hidden count can be worked out, unless everything beside it that may be hidden is", () => {
    fc.assert(
      fc.property(tables, k, (table, line) => {
        const hidden = suppress(table, line);
        for (const cell of hidden) {
          if (!isRecoverable(table, hidden, cell)) continue;
          const beside = table.sums.filter(({ parts, total }) => [...parts, total].includes(cell));
          for (const { parts, total } of beside)
            expect([...parts, total].filter((other) => !hidden.has(other) && !table.open.has(other))).toEqual([]);
        }
      }),
    );
  });

  it("the total of the district is never hidden, and small counts always are", () => {
    fc.assert(
      fc.property(tables, k, (table, line) => {
        const hidden = suppress(table, line);
        for (const cell of table.open) expect(hidden.has(cell)).toBe(false);
        for (const [cell, one] of table.counts.entries())
          if (one > 0 && one < line && !table.open.has(cell)) expect(hidden.has(cell)).toBe(true);
      }),
    );
  });

  it("nothing is hidden when no count is small", () => {
    fc.assert(
      fc.property(tables, k, (table, line) => {
        const counts = table.counts.every((one) => one === 0 || one >= line);
        if (counts) expect(suppress(table, line).size).toBe(0);
      }),
    );
  });

  it("more than one filling agrees with what is shown, by trying them all", () => {
    const small = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 4 });
    fc.assert(
      fc.property(small, k, (counts, line) => {
        const table = countsWithTotal(counts);
        const hidden = [...suppress(table, line)];
        const unprotected = hidden.filter((cell) => isRecoverable(table, new Set(hidden), cell));
        const ways = hidden.length === 0 ? [] : fillings(table, hidden);
        for (const cell of hidden)
          if (!unprotected.includes(cell)) expect(new Set(ways.map((values) => values[cell])).size).toBeGreaterThan(1);
      }),
      { numRuns: 40 },
    );
  });
});

it.each([
  ["few people", 4, 9, false],
  ["a small count", 3, 200, false],
  ["all of few", 12, 12, false],
  ["none of few", 0, 15, false],
  ["none of many", 0, 400, true],
  ["an ordinary one", 30, 60, true],
])("a rate over %s (%d of %d) is open: %s", (_, numerator, denominator, open) => {
  expect(isRateOpen(numerator, denominator, 5)).toBe(open);
});
