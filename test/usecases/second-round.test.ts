import { draftReport } from "../../src/core/build-report";
import { collect } from "../../src/core/collect/collect";
import { cellKey, type CellAddress, type CellContent } from "../../src/domain/cell";
import type { FileReading } from "../../src/domain/snapshot";
import { compareSubmissions } from "../../src/usecases/compare-submissions";
import { returnSlips } from "../../src/usecases/return-slips";
import { readSample } from "../support/sample-county";

const planted = 150;
const unasked = 20;

const county = readSample("wenshang-2022");
const clean = collect(county.definition, county.schools, county.readings);
const basics = clean.tables.get("学校基本情况");
if (!basics) throw new Error("the county has no basics");

/** The first schools, and where their values stand. */
const chosen = basics.rows.slice(0, planted).map(({ school, file }, row) => {
  const at = (element: string): CellAddress => {
    const address = basics.columns.get(element)?.[row]?.at;
    if (!address) throw new Error(`${school.name} has no cell for ${element}`);
    return address;
  };
  return { school, file, boys: at("男生"), area: at("校舍建筑面积") };
});

/** The readings with other values in some cells. */
function withCells(
  readings: readonly FileReading[],
  cells: readonly CellAddress[],
  change: (content: CellContent) => CellContent,
): readonly FileReading[] {
  const wanted = new Set(cells.map(cellKey));
  const files = new Set(cells.map(({ file }) => file));
  return readings.map((reading) => {
    if (reading.state !== "read" || !files.has(reading.workbook.file)) return reading;
    const { file, sheets } = reading.workbook;
    const changed = sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((cells, row) =>
        cells.map(
          (content, column) =>
          wanted.has(cellKey({ ...(file !== undefined && { file }), sheet: sheet.name, row, column })) ? change(content) : content, // prettier-ignore
        ),
      ),
    }));
    return { state: "read", workbook: { ...reading.workbook, sheets: changed } };
  });
}
const plus =
  (more: number) =>
  (content: CellContent): CellContent =>
    typeof content === "number" ? content + more : content;

const first = withCells(county.readings, chosen.map(({ boys }) => boys), plus(7)); // prettier-ignore

describe("150 schools with one error each", () => {
  const report = { ...draftReport({ ...county, readings: first }), causes: new Map() };
  const slips = returnSlips(report, first, { due: "2023-03-15" });

  it("get 150 slips in one act, each with its own error and its cell", () => {
    expect(slips.map(({ school, items }) => [school.code, items.map(({ cell }) => cell)])).toEqual(
      chosen.map(({ school, boys }) => [school.code, [expect.stringContaining(`${boys.sheet}!`)]]),
    );
    for (const { items } of slips) expect(items[0]?.message).toMatch(/男生、女生之和\d+人，在校生数\d+人，差7人/u);
  });

  it("read of no other school in them", () => {
    const names = county.schools.map(({ name }) => name);
    for (const { school, items, chatText } of slips) {
      const words = JSON.stringify([items, chatText]).replaceAll(school.name, "");
      expect(names.filter((name) => words.includes(name) && !school.name.includes(name))).toEqual([]);
    }
  });

  it("get their own sheet back with the cell marked", () => {
    for (const [index, { sheets }] of slips.entries()) {
      const boys = chosen[index]?.boys;
      const copy = sheets.find(({ name }) => name === boys?.sheet);
      expect(copy?.cellStyles).toContainEqual({ row: boys?.row, column: boys?.column, style: "error" });
    }
  });
});

describe("their second round", () => {
  const files = new Set(chosen.map(({ file }) => file));
  const sentAgain = county.readings.filter((reading) => reading.state === "read" && files.has(reading.workbook.file));
  const changed = chosen.filter((_, index) => index % 7 === 0).slice(0, unasked);
  const second = withCells(sentAgain, changed.map(({ area }) => area), plus(36)); // prettier-ignore
  const { schools, clauses } = compareSubmissions(county, { before: first, after: second });

  it("is compared school by school", () => {
    expect(schools.map(({ school }) => school.code)).toEqual(chosen.map(({ school }) => school.code));
  });

  it("has mended every error and made none", () => {
    for (const { fixed, stillOpen, fresh } of schools)
      expect([fixed.map(({ rule }) => rule), stillOpen, fresh]).toEqual([["JB-01"], [], []]);
  });

  it("changed 20 values nobody had asked for, and all 20 are told, and nothing else", () => {
    const told = schools.flatMap(({ school, changedUnasked }) =>
      changedUnasked.map(({ form, element, difference }) => [school.code, form, element, difference]),
    );
    expect(changed).toHaveLength(unasked);
    expect(told).toEqual(changed.map(({ school }) => [school.code, "学校基本情况", "校舍建筑面积", "+36"]));
  });

  it("would give the sentences their numbers", () => {
    const released = clauses.filter(({ from, to }) => from.includes("××") && !to.includes("××"));
    expect(released).not.toEqual([]);
  });
});
