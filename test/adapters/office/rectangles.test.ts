import fc from "fast-check";
import { rectanglesOf } from "../../../src/adapters/office/rectangles";

const grids = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(fc.constantFrom("a", "b", undefined), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 8,
  }),
);

it("covers every cell that has a key exactly once, and no other", () => {
  fc.assert(
    fc.property(grids, (grid) => {
      const width = grid[0]?.length ?? 0;
      const covered = grid.map((row) => row.map((): string[] => []));
      for (const { key, range } of rectanglesOf(grid.length, width, (row, column) => grid[row]?.[column]))
        for (let row = range.top; row <= range.bottom; row += 1)
          for (let column = range.left; column <= range.right; column += 1) covered[row]?.[column]?.push(key);
      expect(covered).toEqual(grid.map((row) => row.map((key) => (key === undefined ? [] : [key]))));
    }),
  );
});

it.each([
  ["a block", ["aa", "aa"], 1],
  ["two columns", ["ab", "ab"], 2],
  ["a gap between", ["a", " ", "a"], 2],
  ["rows of different width", ["aa", "a "], 2],
])("takes as few rectangles as the rows allow for %s", (_, rows, count) => {
  const at = (row: number, column: number) => (rows[row]?.[column] === " " ? undefined : rows[row]?.[column]);
  expect(rectanglesOf(rows.length, rows[0]?.length ?? 0, at)).toHaveLength(count);
});
