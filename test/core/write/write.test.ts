import { a1 } from "../../../src/domain/cell";
import type { SheetEdit, WorkbookEdit } from "../../../src/domain/edit";
import { dataSheetPlaces } from "../../../src/core/write/data-sheet-places";
import { fileOf, sheetOf } from "../../support/workbook-text";
import { filed, prepared, reportOf, rowsOf, sheetOfRole } from "./small-district";

const sheetsOf = (edits: readonly WorkbookEdit[]): readonly SheetEdit[] =>
  edits.filter((edit) => edit.edit === "put-sheet");
const formulasIn = (sheets: readonly SheetEdit[]): readonly string[] =>
  sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => row.flatMap((cell) => (cell !== null && "formula" in cell ? [cell.formula] : []))),
  );

const report = reportOf();

describe("the sheets of a report", () => {
  it("stand in a fixed order, and the stamp comes last", () => {
    expect(report.edits.map((edit) => (edit.edit === "stamp" ? "stamp" : edit.role))).toEqual([
      "log",
      "find",
      "fix",
      "explain",
      "exempt",
      "spell",
      "accept",
      "fig",
      "grp",
      "text",
      "par",
      "data:幼儿园",
      "calc",
      "runs",
      "stamp",
    ]);
  });

  it.each(sheetsOf(report.edits).map((sheet) => [sheet.name, sheet] as const))(
    "%s has a title, a stamp, a note and a table",
    (_name, sheet) => {
      expect(sheet.rows[1]?.[0]).toEqual({ text: "2022年 · 学前教育简报 · 第1轮 2023-01-05 09:00" });
      expect(sheet.table?.range).toEqual({
        top: 3,
        left: 0,
        bottom: sheet.rows.length - 1,
        right: sheet.columns.length - 1,
      });
      expect(sheet.frozenRows).toBe(4);
    },
  );

  it("are the same for the same input", () => {
    expect(reportOf().edits).toEqual(report.edits);
  });

  it("have another stamp when one number differs", () => {
    const stampOf = (edits: readonly WorkbookEdit[]): string | undefined =>
      edits.find((edit) => edit.edit === "stamp")?.stamp.inputDigest;
    expect(stampOf(reportOf([filed({ "0001": "'0001|城关幼儿园|181|90|900.5|12.5|美术" })]).edits)).not.toBe(
      stampOf(report.edits),
    );
  });

  it("have no column name twice, whatever the form calls its fields", () => {
    for (const { rows } of sheetsOf(report.edits)) {
      const headers = (rows[3] ?? []).map((cell) => (cell !== null && "text" in cell ? cell.text.toLowerCase() : ""));
      expect(new Set(headers).size).toBe(headers.length);
    }
  });
});

describe("数据_幼儿园", () => {
  const rows = rowsOf(
    sheetOfRole(reportOf([filed({ "0002": "'0002|柳林幼儿园||约50|—|3.3333|音乐" })]), "data:幼儿园"),
  );

  it.each([
    ["a number is a number, in the unit it is kept in", 0, "经费", 125000],
    ["a blank stays blank", 1, "幼儿数", null],
    ["what is no number stays as it was written", 1, "女童", "约50"],
    ["不适用 stays —", 1, "面积", "—"],
    ["a roster column that formulas use stands beside it", 2, "办别", "民办"],
    ["a code keeps its zeros", 0, "学校代码", "0001"],
    ["the source row counts from one", 0, "源行", 2],
  ])("%s", (_what, row, column, value) => {
    expect(rows[row]?.get(column)).toBe(value);
  });

  it("computes a 派生 field in each row from the cells beside it", () => {
    expect(rows[0]?.get("生均面积")).toContain("$J5/$H5");
    expect(rows[1]?.get("生均面积")).toContain("$J6/$H6");
  });

  it("keeps a blank row for a school that has not filed", () => {
    const withoutOne = fileOf(
      "幼儿园.xlsx",
      sheetOf("幼儿园", "学校代码|学校名称|幼儿数|女童|面积|经费|课程\n'0001|城关幼儿园|180|90|900|1|美术"),
    );
    const row = rowsOf(sheetOfRole(reportOf([withoutOne]), "data:幼儿园"))[2];
    expect([row?.get("学校代码"), row?.get("源文件"), row?.get("幼儿数")]).toEqual(["0003", null, null]);
  });
});

describe("dataSheetPlaces", () => {
  const places = dataSheetPlaces(prepared().definition, report.collection);
  const sheet = sheetOfRole(report, "data:幼儿园");

  it("leads to the cell that holds the value", () => {
    const place = places.place("幼儿园", "面积", 2);
    expect(place && sheet.rows[place.row]?.[place.column]).toMatchObject({ number: 0.3 });
  });

  it("leads from a school's own cell to ours", () => {
    expect(places.placeOf({ file: "幼儿园.xlsx", sheet: "幼儿园", row: 3, column: 4 })).toEqual(
      places.place("幼儿园", "面积", 2),
    );
  });

  it("knows no place for what was not collected", () => {
    expect(places.place("幼儿园", "校车", 0)).toBeUndefined();
    expect(places.placeOf({ file: "幼儿园.xlsx", sheet: "幼儿园", row: 99, column: 4 })).toBeUndefined();
  });
});

describe("校验结果", () => {
  it("shows the school's cell and jumps to ours", () => {
    const rows = rowsOf(sheetOfRole(report, "find"));
    const place = dataSheetPlaces(prepared().definition, report.collection).place("幼儿园", "面积", 2);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.get("单元格")).toBe(`=HYPERLINK("#'数据_幼儿园'!${a1(place?.row ?? 0, place?.column ?? 0)}","E4")`);
    expect(rows[0]?.get("级别")).toBe("警告");
  });

  it("puts errors before warnings", () => {
    const rows = rowsOf(
      sheetOfRole(reportOf([filed({ "0004": '\'0004|=HYPERLINK("x")园|90|91|720|1|体育' })]), "find"),
    );
    expect(rows.map((row) => row.get("级别"))).toEqual(["错误", "警告"]);
  });
});

describe("指标汇总", () => {
  const rows = new Map(rowsOf(sheetOfRole(report, "fig")).map((row) => [row.get("指标"), row]));

  it.each([
    ["幼儿总数", "本期", 450],
    ["幼儿总数", "上期", 400],
    ["幼儿总数", "增减", 50],
    ["幼儿总数", "增幅", 0.125],
    ["幼儿总数", "打印值", "450人"],
    ["幼儿总数", "出现在", "N1"],
    ["幼儿总数", "覆盖", "4/4"],
    ["公办率", "分子", 300],
    ["公办率", "分母", 450],
    ["公办率", "目标", 0.65],
    ["公办率", "达标", "是"],
    ["公办率", "增幅", null],
    ["增加幼儿数", "本期", "××"],
    ["增加幼儿数", "状态", "没有上年的学校数据"],
  ])("%s: %s is %s", (figure, column, value) => {
    expect(rows.get(figure)?.get(column)).toBe(value);
  });

  it("shows no totals of a withheld figure: they lack schools", () => {
    const lacking = reportOf([filed({ "0002": "'0002|柳林幼儿园||50|360|3.3333|音乐" })]);
    const row = rowsOf(sheetOfRole(lacking, "fig")).find((candidate) => candidate.get("指标") === "公办率");
    expect([row?.get("本期"), row?.get("分子"), row?.get("分母")]).toEqual(["××", null, null]);
  });

  it("tells the gap of a rate in points, as the number of points", () => {
    expect(Number(rows.get("公办率")?.get("差距"))).toBeCloseTo(-5 / 3, 12);
  });
});

describe("核算", () => {
  const rows = rowsOf(sheetOfRole(report, "calc"));
  const formulasOf = (key: string): readonly unknown[] =>
    rows.filter((row) => row.get("代码") === key).map((row) => row.get("公式值"));

  it("divides two recomputed totals for a ratio", () => {
    expect(formulasOf("公办率")).toEqual([
      `=SUMIFS('数据_幼儿园'!$H$5:$H$8,'数据_幼儿园'!$G$5:$G$8,"公办")`,
      "=SUM('数据_幼儿园'!$H$5:$H$8)",
      '=IF(N($E$9)=0,"",$E$8/$E$9)',
    ]);
  });

  it("points at the member of a slice instead of spelling it", () => {
    expect(formulasOf("幼儿总数|柳林")[0]).toMatch(/"="&'核算'!\$J\$7\)$/u);
    expect(rows.find((row) => row.get("代码") === "幼儿总数|柳林")?.get("组1")).toBe("柳林");
  });

  it("never holds a result of ours as the saved value of a formula", () => {
    const cached = sheetOfRole(report, "calc").rows.flatMap((row) =>
      row.filter((cell) => cell !== null && "formula" in cell && cell.cached !== undefined),
    );
    expect(cached).toEqual([]);
  });

  it("has nothing to compare for a withheld figure, and says so", () => {
    const row = rows.find((candidate) => candidate.get("代码") === "增加幼儿数");
    expect([row?.get("公式值"), row?.get("结论")]).toEqual([null, "暂缺"]);
  });
});

describe("文稿", () => {
  it("tells beside every clause what its numbers are made of", () => {
    const row = rowsOf(sheetOfRole(report, "text")).find((candidate) => candidate.get("句号") === "N2");
    expect([row?.get("数字"), row?.get("来源"), row?.get("就绪")]).toEqual([
      "66.67%",
      "66.67%：公办率＝300÷450（4/4所）",
      "可用",
    ]);
  });
});

describe("收表台账", () => {
  it("accounts for every cell of a file", () => {
    const row = rowsOf(sheetOfRole(report, "log")).at(-1);
    const count = (column: string): number => Number(row?.get(column));
    expect(row?.get("源文件")).toBe("幼儿园.xlsx");
    expect(count("非空格")).toBe(count("采用") + count("略过") + count("未采用"));
  });
});

test("what a school writes never gets into a formula, wherever it writes it", () => {
  const mark = "=EVIL";
  const file = fileOf(
    `${mark}.xlsx`,
    sheetOf(
      `${mark}表`,
      `幼儿园情况表\n学校代码|学校名称|幼儿数|女童|面积|经费|课程|${mark}列\n'0001|${mark}园|180|${mark}|900|1|${mark}\n'0003|星星幼儿园|${mark}|1|1|1|${mark}`,
    ),
  );
  const sheets = sheetsOf(reportOf([file]).edits);
  const texts = JSON.stringify(sheets);
  expect(texts).toContain(mark);
  expect(formulasIn(sheets).filter((formula) => formula.includes("EVIL"))).toEqual([]);
});
