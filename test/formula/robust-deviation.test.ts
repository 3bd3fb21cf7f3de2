import fc from "fast-check";
import { compare, divide, exactText, fraction, integer, magnitude, multiply, subtract } from "../../src/domain/exact";
import { evaluate } from "../../src/formula/evaluate";
import { parseFormula } from "../../src/formula/parse-formula";
import type { Tree } from "../../src/formula/tree";
import type { Value } from "../../src/formula/value";
import { type TestCell, type TestTable, tableScope } from "./table-scope";

function tree(formula: string): Tree {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(formula);
  return parsed.value;
}

const told = (value: Value): string => (value.type === "number" ? exactText(value.value) : value.type);

const deviation = (table: TestTable, row: number, formula = "稳健偏离([x],[类型])"): string =>
  told(evaluate(tree(formula), tableScope({ 学校: table }, { row })));

const ratios: readonly TestCell[] = [12, 14, 15, 16, 18, 60];
const all = (type: string): readonly TestCell[] => ratios.map(() => type);

describe("稳健偏离 tells how far a row lies from the usual of its group", () => {
  // median 15.5; distances 3.5 1.5 0.5 0.5 2.5 44.5, median 2
  it.each<[row: number, value: string]>([
    [0, exactText(fraction(35_000n, 29_652n))],
    [2, exactText(fraction(5_000n, 29_652n))],
    [5, exactText(fraction(445_000n, 29_652n))],
  ])("row %d, exactly", (row, value) => {
    expect(deviation({ x: ratios, 类型: all("小学") }, row)).toBe(value);
  });

  it.each<[what: string, table: TestTable, row: number, value: string]>([
    ["its own value is blank", { x: [...ratios, null], 类型: [...all("小学"), "小学"] }, 6, "missing"],
    ["its own value is —", { x: [...ratios, "—"], 类型: [...all("小学"), "小学"] }, 6, "not-applicable"],
    ["its own value is in error", { x: [...ratios, "#"], 类型: [...all("小学"), "小学"] }, 6, "error"],
    ["its group is blank", { x: [...ratios, 9], 类型: [...all("小学"), null] }, 6, "missing"],
    ["fewer than five rows have a value", { x: [1, 2, 3, 4, null], 类型: ["a", "a", "a", "a", "a"] }, 0, "error"],
    ["a large other group does not help", { x: [...ratios, 9], 类型: [...all("小学"), "初中"] }, 6, "error"],
    ["most rows say the same", { x: [5, 5, 5, 5, 9], 类型: ["a", "a", "a", "a", "a"] }, 4, "error"],
    ["most rows say the same as this one", { x: [5, 5, 5, 5, 9], 类型: ["a", "a", "a", "a", "a"] }, 0, "error"],
  ])("%s", (_what, table, row, value) => {
    expect(deviation(table, row)).toBe(value);
  });

  it("leaves out rows of other groups and rows without a value", () => {
    const alone = deviation({ x: ratios, 类型: all("小学") }, 0);
    const x = [...ratios, 900, null, "#", "—", 7];
    expect(deviation({ x, 类型: [...all("小学"), "初中", "小学", "小学", "小学", null] }, 0)).toBe(alone);
  });

  it("groups by several columns, or by none", () => {
    const table = { x: [...ratios, 500], 类型: [...all("小学"), "小学"], 城乡: [...all("城区"), "乡村"] };
    const alone = deviation({ x: ratios, 类型: all("小学") }, 0);
    expect(deviation(table, 0, "稳健偏离([x],[类型],[城乡])")).toBe(alone);
    expect(deviation(table, 0, "稳健偏离([x])")).toBe(deviation(table, 0));
    expect(deviation(table, 0)).not.toBe(alone);
  });

  it("works x out in each row", () => {
    const table = { a: [24, 28, 30, 32, 36, 120], b: [2, 2, 2, 2, 2, 2], 类型: all("小学") };
    const expected = deviation({ x: ratios, 类型: all("小学") }, 4);
    expect(deviation(table, 4, "稳健偏离([@a]/[b],[类型])")).toBe(expected);
  });

  it("has no meaning without a row, or inside a total", () => {
    const table = { x: ratios, 类型: all("小学") };
    expect(told(evaluate(tree("稳健偏离([x],[类型])"), tableScope({ 学校: table })))).toBe("error");
    expect(deviation(table, 0, "SUM(稳健偏离([x],[类型]))")).toBe("error");
  });

  it("does not change when every value is moved and stretched alike", () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (x, move, stretch) => {
        const types = x.map(() => "a");
        const moved = x.map((value) => value * stretch + move);
        expect(deviation({ x: moved, 类型: types }, 0)).toBe(deviation({ x, 类型: types }, 0));
      }),
    );
  });

  it("agrees with its definition", () => {
    const middle = (values: readonly number[]) => {
      const sorted = [...values].sort((a, b) => a - b);
      const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
      return fraction(BigInt(low) + BigInt(high), 2n);
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 5, maxLength: 15 }), (x) => {
        const twice = x.map((value) => value * 2);
        const center = middle(twice);
        const distances = twice.map((value) => Number(magnitude(subtract(integer(value), center)).numerator));
        const spread = middle(distances);
        const expected = divide(
          magnitude(subtract(integer(twice[0] ?? 0), center)),
          multiply(fraction(14_826n, 10_000n), spread),
        );
        const found = evaluate(tree("稳健偏离([x],[g])"), tableScope({ 学校: { x, g: x.map(() => "a") } }, { row: 0 }));
        if (!expected) expect(found.type).toBe("error");
        else expect(found.type === "number" && compare(found.value, expected)).toBe(0);
      }),
    );
  });
});

describe("the cost of 稳健偏离", () => {
  it("looks at every row once, not once for every row", () => {
    const size = 400;
    const table = {
      x: Array.from({ length: size }, (_, row) => row * row),
      g: Array.from({ length: size }, () => "a"),
    };
    const scope = tableScope({ 学校: table });
    const plain = scope.columns("学校");
    let reads = 0;
    const columns = plain && {
      ...plain,
      value: (column: string, row: number) => ((reads += 1), plain.value(column, row)),
    };
    for (let row = 0; row < size; row += 1)
      evaluate(tree("稳健偏离([x],[g])"), { ...scope, row, columns: () => columns });
    expect(reads).toBe(4 * size);
  });
});
