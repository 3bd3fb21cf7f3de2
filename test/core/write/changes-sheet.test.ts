import { buildReport, type DistrictReport } from "../../../src/core/build-report";
import { collectLastYear, schoolsOfLastYear } from "../../../src/usecases/collect-last-year";
import { fileOf, sheetOf } from "../../support/workbook-text";
import { definition, filed, prepared, reportOf, rowsOf, sheetOfRole } from "./small-district";

const indicators = [
  { ...definition.indicators[0], format: "0" },
  { id: "B2", name: "女童率", form: "幼儿园", numerator: "SUM([女童])", denominator: "SUM([幼儿数])", kind: "率", unit: "", format: "0.0%" }, // prettier-ignore
  { id: "B3", name: "最大园幼儿数", form: "幼儿园", numerator: "MAX([幼儿数])", unit: "人", compare: ["上年"] },
];

/** 0003 had not opened; 0005 is closed; 0006 went into 0002. */
const roster = fileOf(
  "上年名录.xlsx",
  sheetOf(
    "名录",
    `学校代码|学校名称|乡镇|办别|并入
     '0001|城关幼儿园|城关|公办|
     '0002|柳林幼儿园|柳林|公办|
     '0004|=HYPERLINK("x")园|城关|民办|
     '0005|旧街幼儿园|城关|公办|
     '0006|柳溪幼儿园|柳林|公办|柳林幼儿园`,
  ),
);
const lastYear = fileOf(
  "上年幼儿园.xlsx",
  sheetOf(
    "幼儿园",
    `学校代码|学校名称|幼儿数|女童|面积|经费|课程
     '0001|城关幼儿园|170|80|900.5|12.5|美术
     '0002|柳林幼儿园|90|40|360|3.3333|音乐
     '0004|=HYPERLINK("x")园|95|50|720|1|体育
     '0005|旧街幼儿园|30|16|100|1|美术
     '0006|柳溪幼儿园|25|10|100|1|美术`,
  ),
);

function twoYears(): DistrictReport {
  const sources = prepared({ indicators, parameters: [], narrative: definition.narrative.slice(0, 3) });
  const schools = schoolsOfLastYear(roster);
  if (!schools.ok) throw new Error(schools.problem.lines.join("\n"));
  const previous = collectLastYear(sources, schools.value, [lastYear]);
  return buildReport({ ...sources, previous, readings: [filed()], run: 1, at: "2023-01-05T09:00:00" });
}

describe("年际变动", () => {
  const report = twoYears();
  const rows = rowsOf(sheetOfRole(report, "chg"));
  const told = (...headers: readonly string[]) => rows.map((row) => headers.map((header) => row.get(header)));

  it("tells each figure of both years, as a whole and over the schools that can be compared", () => {
    expect(told("指标", "组", "上年", "本年", "增减", "可比校数", "可比上年", "可比本年", "可比增减")).toEqual([
      ["幼儿总数", null, 410, 450, 40, 2, 265, 270, 5],
      ["幼儿总数", "城关", 295, 270, -25, 2, 265, 270, 5],
      ["幼儿总数", "柳林", 115, 180, 65, 0, 0, 0, 0],
      ["女童率", null, 196 / 410, 215 / 450, expect.closeTo(-0.0271, 4), 2, 130 / 265, 0.5, expect.closeTo(0.9434, 4)],
    ]);
  });

  it("tells what opened, closed and merged schools did to it, by name", () => {
    const merger = "柳溪幼儿园并入柳林幼儿园";
    expect(told("新设", "撤销", "合并上年", "合并本年", "新设学校", "撤销学校", "合并学校")).toEqual([
      [60, 30, 115, 120, "星星幼儿园", "旧街幼儿园", merger],
      [null, 30, null, null, null, "旧街幼儿园", null],
      [60, null, 115, 120, "星星幼儿园", null, merger],
      [null, null, null, null, "星星幼儿园", "旧街幼儿园", merger],
    ]);
  });

  it("has Excel add the parts of an amount up again, and adds up no ratios", () => {
    expect(told("核对").flat().slice(0, 1)).toEqual([
      '=IF(AND(ABS(SUM(H5,L5,M5)-D5)<=MAX(1E-9*ABS(D5),1E-12),ABS(SUM(I5,K5,N5)-E5)<=MAX(1E-9*ABS(E5),1E-12)),"一致","不一致")',
    ]);
    expect(told("核对").flat().at(-1)).toBe("不相加");
  });

  it("leaves out what is not the sum of its schools", () => {
    expect(told("指标").flat()).not.toContain("最大园幼儿数");
  });

  it("says in 核算 that last year's figures are not computed again", () => {
    expect(JSON.stringify(sheetOfRole(report, "calc").rows[2])).toContain("上年报表不在本工作簿");
  });

  it("is not there without last year's reports", () => {
    expect(reportOf().edits.map((edit) => (edit.edit === "stamp" ? "stamp" : edit.role))).not.toContain("chg");
  });
});
