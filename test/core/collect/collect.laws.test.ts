import fc from "fast-check";
import { collect } from "../../../src/core/collect/collect";
import { type CellContent, cellKey } from "../../../src/domain/cell";
import type { FileReading, SheetSnapshot } from "../../../src/domain/snapshot";
import { definition, schools } from "./county";

const words = [
  "学校代码", "学校名称", "填报单位：城关小学", "1137000101", "城关小学", "东关小学", "西关小学", "在校生", "合计", "女", "其中：女", "教师", "经费", "经费(万元)",
  "班数", "校舍面积", "建校日期", "寄宿生", "男", "学期", "项目", "人数", "春季", "秋季", "免学费", "序号", "注：无", "填表人：", "单位：人", "甲", "乙", "小计",
  "学生姓名", "联系电话", "审核人：", "\u200f12\u00a0", "\u2066\u200e", "学校基本情况表", "学期", "项目", "人数",
  "12", "１２", "12人", "无", "—", " ", "", "2023-9-1", "13812345678", "在校生情况表", "资助",
]; // prettier-ignore

const anyCell: fc.Arbitrary<CellContent> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 3000 }) },
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(-Number.MAX_VALUE),
  fc.boolean(),
  fc.string(),
  fc.record({ date: fc.oneof(fc.integer({ min: 1, max: 60000 }), fc.constant(1e12)) }),
  fc.record({ error: fc.constantFrom("#REF!", "#N/A") }),
);

const anySheet: fc.Arbitrary<SheetSnapshot> = fc.record({
  name: fc.constantFrom("表1", "表2", "资助", "Sheet1", "填表说明", "城关小学", "食堂"),
  visibility: fc.constantFrom("visible", "visible", "visible", "hidden", "very-hidden"),
  rows: fc.array(fc.array(anyCell, { maxLength: 7 }), { maxLength: 12 }),
  merges: fc.array(
    fc
      .tuple(fc.nat(12), fc.nat(7), fc.nat(2), fc.nat(3))
      .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width })),
    { maxLength: 3 },
  ),
});

const fileNames = ["城关小学.xlsx", "a城关小学.xlsx", "东关小学.xlsx", "1.xlsx", "北关中学西校区.xlsx"];
const anyReadings: fc.Arbitrary<readonly FileReading[]> = fc
  .tuple(
    fc.subarray(fileNames),
    fc.boolean(),
    fc.array(fc.array(anySheet, { maxLength: 3 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([files, hasOpenWorkbook, sheets]) => [
    ...files.map((file, place): FileReading => ({ state: "read", workbook: { file, sheets: sheets[place] ?? [] } })),
    ...(hasOpenWorkbook ? [{ state: "read" as const, workbook: { sheets: sheets[5] ?? [] } }] : []),
  ]);

const isFilled = (content: CellContent): boolean =>
  content !== null &&
  !(
    typeof content === "string" &&
    content.replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "") === ""
  );

test("whatever is sent, every non-empty cell is used, ignored by a named rule, or rejected with a reason", () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const { ledger } = collect(definition, schools, readings);
      const filled = readings.map((reading) => (reading.state === "read" ? reading.workbook.sheets.flatMap(({ rows }) => rows.flat()).filter(isFilled).length : 0)); // prettier-ignore
      expect(ledger.map(({ nonEmpty }) => nonEmpty).sort()).toEqual(filled.sort());
      for (const { nonEmpty, used, ignored, rejected } of ledger) {
        expect(used + Object.values(ignored).reduce((sum, count) => sum + count, 0) + rejected.length).toBe(nonEmpty);
        expect(rejected.every(({ reason }) => reason !== "")).toBe(true);
      }
    }),
  );
});

test("whatever is sent, every form has one reading per row and column, and lists have one row per expected school", () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const { tables } = collect(definition, schools, readings);
      for (const { rows, columns } of tables.values())
        for (const column of columns.values()) expect(column).toHaveLength(rows.length);
      expect(tables.get("在校生")?.rows.map(({ school }) => school.name)).toEqual(["城关小学", "东关小学"]);
      expect(tables.get("基本情况")?.rows.map(({ school }) => school.name)).toEqual(schools.map(({ name }) => name));
    }),
  );
});

test("a reported value stands at a cell that was sent, and a number at a cell of its own", () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const { tables } = collect(definition, schools, readings);
      const numbers = new Set<string>();
      for (const { columns, form } of tables.values())
        for (const { name } of definition.forms.get(form)?.elements ?? [])
          for (const cell of columns.get(name) ?? []) {
            if (cell.state !== "reported") continue;
            expect(cell.at).toBeDefined();
            const key = cell.at && cell.value.type === "number" ? cellKey(cell.at) : undefined;
            if (key === undefined) continue;
            expect(numbers.has(key)).toBe(false);
            numbers.add(key);
          }
    }),
  );
});

test("the order in which files come does not matter", () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      expect(collect(definition, schools, [...readings].reverse())).toEqual(collect(definition, schools, readings));
    }),
  );
});

test("what was sent is not changed", () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const before = structuredClone(readings);
      collect(definition, schools, readings);
      expect(readings).toEqual(before);
    }),
  );
});

test("messages never repeat a phone number", () => {
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const { findings, ledger } = collect(definition, schools, readings);
      expect(JSON.stringify([findings, ledger])).not.toContain("13812345678");
    }),
  );
});
