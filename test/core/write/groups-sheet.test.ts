import { buildReport, type DistrictReport } from "../../../src/core/build-report";
import { definition, filed, prepared, reportOf, rowsOf, sheetOfRole } from "./small-district";

const indicators = [
  { id: "A1", name: "幼儿总数", form: "幼儿园", unit: "人", numerator: "SUM([幼儿数])", groupBy: ["乡镇", "办别"] },
  {
    id: "A2",
    name: "女童率",
    form: "幼儿园",
    unit: "",
    kind: "率",
    numerator: "SUM([女童])",
    denominator: "SUM([幼儿数])",
    groupBy: ["办别"],
    sensitive: true,
  },
  {
    id: "A3",
    name: "残疾幼儿",
    form: "幼儿园",
    unit: "人",
    numerator: "SUM([女童])",
    groupBy: ["乡镇", "办别"],
    sensitive: true,
  },
  { id: "A4", name: "面积", form: "幼儿园", unit: "㎡", format: "0", numerator: "SUM([面积])/3", groupBy: ["乡镇"] },
];
const narrative = definition.narrative.slice(0, 3);

function tableOf(profile: object, rows: Readonly<Record<string, string>> = {}): DistrictReport {
  const sources = prepared({ parameters: [], indicators, narrative, profile: { ...definition.profile, ...profile } });
  return buildReport({ ...sources, readings: [filed(rows)], run: 1, at: "2023-01-05T09:00:00" });
}
const cellsOf = (report: DistrictReport, column: string): readonly (readonly unknown[])[] =>
  rowsOf(sheetOfRole(report, "grp")).map((row) => [row.get("分组"), row.get("组"), row.get(column)]);
const noteOf = (report: DistrictReport): unknown => sheetOfRole(report, "grp").rows[2]?.[0];

describe("分组表", () => {
  it("tells each group with its total, 办别 before 乡镇, and nothing where an indicator is not grouped so", () => {
    expect(cellsOf(tableOf({}), "幼儿总数（人）")).toEqual([
      ["办别", "公办", 300],
      ["办别", "民办", 150],
      ["办别", "合计", 450],
      ["乡镇", "城关", 270],
      ["乡镇", "柳林", 180],
      ["乡镇", "合计", 450],
    ]);
    expect(cellsOf(tableOf({}), "女童率").slice(3)).toEqual([
      ["乡镇", "城关", null],
      ["乡镇", "柳林", null],
      ["乡镇", "合计", null],
    ]);
  });

  it("divides totals for the total of a rate and does not average the groups", () => {
    const [publicRate, privateRate, all] = cellsOf(tableOf({}), "女童率").map(([, , value]) => value as number);
    expect([publicRate, privateRate, all]).toEqual([140 / 300, 0.5, 215 / 450].map((rate) => expect.closeTo(rate, 12)));
  });

  it("prints ×× for a group that waits for a school", () => {
    const waiting = tableOf({}, { "0003": "'0003|星星幼儿园||30|0.3|—|美术" });
    expect(cellsOf(waiting, "幼儿总数（人）")).toContainEqual(["办别", "民办", "××"]);
    expect(cellsOf(waiting, "幼儿总数（人）")).toContainEqual(["办别", "公办", 300]);
  });

  it("says so when rounded parts do not add up to the rounded total", () => {
    const rows = {
      "0001": "'0001|城关幼儿园|180|90|1|12.5|美术",
      "0002": "'0002|柳林幼儿园|120|50|1|3.3333|音乐",
      "0003": "'0003|星星幼儿园|60|30|0.3|—|美术",
      "0004": '\'0004|=HYPERLINK("x")园|90|45|0.3|1|体育',
    };
    expect(noteOf(tableOf({}, rows))).toMatchObject({ text: expect.stringContaining("四舍五入") as string });
    expect(noteOf(tableOf({}))).not.toMatchObject({ text: expect.stringContaining("四舍五入") as string });
  });

  it("is for the office only while 小格保护 is off", () => {
    expect(noteOf(tableOf({}))).toMatchObject({ text: expect.stringContaining("内部资料") as string });
    expect(noteOf(tableOf({ smallCells: 5 }))).not.toMatchObject({
      text: expect.stringContaining("内部资料") as string,
    });
  });

  it("hides small counts of sensitive indicators, and what would give them away, but no total", () => {
    const few = { "0003": "'0003|星星幼儿园|60|2|0.3|—|美术", "0004": '\'0004|=HYPERLINK("x")园|90|1|720|1|体育' };
    const report = tableOf({ smallCells: 5 }, few);
    expect(cellsOf(report, "残疾幼儿（人）").slice(0, 3)).toEqual([
      ["办别", "公办", "*"],
      ["办别", "民办", "*"],
      ["办别", "合计", 143],
    ]);
    expect(cellsOf(report, "女童率")[1]).toEqual(["办别", "民办", "*"]);
    expect(cellsOf(report, "幼儿总数（人）")[0]).toEqual(["办别", "公办", 300]);
    expect(cellsOf(tableOf({}, few), "残疾幼儿（人）")[1]).toEqual(["办别", "民办", 3]);
  });

  it("is left out of a report that groups nothing", () => {
    const sources = prepared({ parameters: [], indicators: [{ ...indicators[0], groupBy: [] }], narrative });
    const { edits } = buildReport({ ...sources, readings: [filed()], run: 1, at: "2023-01-05T09:00:00" });
    expect(edits.some((edit) => edit.edit === "put-sheet" && edit.role === "grp")).toBe(false);
  });
});

describe("校验结果", () => {
  const columns = ["级别", "句数", "影响句", "状态"] as const;
  const findingRows = (report: DistrictReport) =>
    rowsOf(sheetOfRole(report, "find")).map((row) => columns.map((column) => row.get(column)));

  it("tells which sentences hang on a finding, those with most first and those with none last", () => {
    const report = reportOf([
      filed({ "0002": "'0002|柳林幼儿园|120|50|不详|3.3333|音乐", "0003": "'0003|星星幼儿园|六十|30|300|—|美术" }),
    ]);
    expect(findingRows(report)).toEqual([
      ["错误", 2, "N1、N2", "待处理"],
      ["错误", 0, null, "待处理"],
    ]);
  });

  it("says who answers for a warning", () => {
    const explanation = { school: "0003", rule: "R2", reason: "租用场地，面积待确认", by: "王敏" };
    const { edits, ...report } = buildReport({
      ...prepared(),
      readings: [filed()],
      casework: { corrections: [], explanations: [explanation], exemptions: [], spellings: [] },
      run: 1,
      at: "2023-01-05T09:00:00",
    });
    const [row] = rowsOf(sheetOfRole({ edits, ...report }, "find"));
    expect([row?.get("状态"), row?.get("说明"), row?.get("确认人")]).toEqual([
      "已说明",
      "租用场地，面积待确认",
      "王敏",
    ]);
  });
});
