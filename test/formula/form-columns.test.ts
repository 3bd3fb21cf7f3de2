import fc from "fast-check";
import { exactFromCell } from "../../src/domain/exact";
import { type CellAddress, type Reading, cellKey } from "../../src/domain/cell";
import type { FormTable } from "../../src/domain/collected";
import { formColumns, type RowScope } from "../../src/formula/form-columns";
import { evaluate } from "../../src/formula/evaluate";
import { parseFormula } from "../../src/formula/parse-formula";
import type { Columns, TotalTrace } from "../../src/formula/scope";
import type { Tree } from "../../src/formula/tree";
import { cellValue } from "./table-scope";

const at = (row: number): CellAddress => ({ sheet: "表", row, column: 0 });
const number = (value: number, row: number): Reading => ({
  state: "reported",
  value: { type: "number", value: exactFromCell(value) },
  at: at(row),
});

const table: FormTable = {
  form: "学校",
  rows: ["东", undefined, "西"].map((township, row) => ({
    school: {
      code: String(row),
      name: `校${String(row)}`,
      aliases: [],
      attributes: township === undefined ? { 学校代码: "1" } : { 学校代码: "0", 乡镇: township },
    },
    filed: true,
  })),
  columns: new Map<string, readonly Reading[]>([
    ["面积", [number(100, 1), number(200, 2), { state: "not-applicable", at: at(3) }]],
    ["人数", [number(10, 4), { state: "missing" }, { state: "unreadable", raw: "约5", at: at(5) }]],
  ]),
};

function derivedFields(formulas: Readonly<Record<string, string>>): ReadonlyMap<string, Tree> {
  return new Map(
    Object.entries(formulas).map(([name, formula]) => {
      const parsed = parseFormula(formula);
      if (!parsed.ok) throw new Error(formula);
      return [name, parsed.value];
    }),
  );
}

let asked = 0;
const base = (): RowScope => ({
  columns: () => undefined,
  named: () => {
    asked += 1;
    return cellValue(2);
  },
  indicator: () => cellValue(null),
  parameter: () => cellValue(null),
  lastYear: () => cellValue(null),
  cumulative: () => cellValue(null),
});

const columns = formColumns(
  table,
  derivedFields({ 生均: "[面积]/[人数]", 加倍: "[生均]*倍数", 空话: 'IF([面积]>1,"","大")', 甲: "[乙]", 乙: "[甲]" }),
  ["面积", "人数", "生均", "加倍"],
  new Map([[cellKey(at(2)), "blocked"]]),
  base,
);

describe("a form's table as formulas see it", () => {
  it.each([
    ["面积", 0, cellValue(100)],
    ["面积", 1, cellValue(null)],
    ["面积", 2, cellValue("—")],
    ["人数", 1, cellValue(null)],
    ["人数", 2, cellValue(null)],
    ["乡镇", 0, cellValue("东")],
    ["乡镇", 1, cellValue(null)],
    ["生均", 0, cellValue(10)],
    ["生均", 1, cellValue(null)],
    ["生均", 2, cellValue(null)],
    ["加倍", 0, cellValue(20)],
    ["空话", 0, cellValue(null)],
  ])("%s of row %i", (column, row, value) => {
    expect(columns.value(column, row)).toEqual(value);
  });

  it("a derived field is worked out once per row", () => {
    columns.value("加倍", 0);
    const before = asked;
    columns.value("加倍", 0);
    expect(asked).toBe(before);
  });

  it("fields that need one another are 无法计算, not an endless loop", () => {
    expect(columns.value("甲", 0)).toMatchObject({ type: "error", reason: { why: "no-value" } });
  });

  it("knows its columns and their order", () => {
    expect(["面积", "生均", "乡镇", "没有"].map((column) => columns.has(column))).toEqual([true, true, true, false]);
    expect(columns.between("面积", "生均")).toEqual(["面积", "人数", "生均"]);
    expect(columns.between("面积", "没有")).toEqual([]);
    expect(() => columns.value("没有", 0)).toThrow("没有");
  });
});

describe("finding rows by value", () => {
  const anyContent = fc.constantFrom("公办", "3708", 3708, 1.5, "", "ABC", "abc", "是", true, false, "—", null);
  const reading = (content: string | number | boolean | null): Reading => {
    if (content === null) return { state: "missing" };
    if (content === "—") return { state: "not-applicable" };
    if (typeof content === "number")
      return { state: "reported", value: { type: "number", value: exactFromCell(content) } };
    return typeof content === "boolean"
      ? { state: "reported", value: { type: "boolean", value: content } }
      : { state: "reported", value: { type: "text", value: content } };
  };

  it("counts the same rows and the same blanks as looking at every row", () => {
    fc.assert(
      fc.property(fc.array(anyContent, { maxLength: 12 }), anyContent, (contents, wanted) => {
        const readings = contents.map(reading);
        const rows = contents.map((_, row) => ({
          school: { code: String(row), name: "", aliases: [], attributes: {} },
          filed: true,
        }));
        const indexed = formColumns(
          { form: "表", rows, columns: new Map([["列", readings]]) },
          new Map(),
          ["列"],
          new Map(),
          base,
        );
        const plain: Columns = { ...indexed, candidates: () => contents.map((_, row) => row) };
        const [byIndex, byWalk] = [indexed, plain].map((columns) => {
          const traces: TotalTrace[] = [];
          const tree = parseFormula(`COUNTIFS([列],"=${String(wanted ?? "")}")`);
          if (!tree.ok) throw new Error("not a formula");
          const value = evaluate(tree.value, {
            ...base(),
            form: "表",
            columns: () => columns,
            trace: (total) => traces.push(total),
          });
          return { value, traces };
        });
        expect(byIndex).toEqual(byWalk);
      }),
    );
  });
});
