import { officeWorkbook } from "../../src/adapters/office/office-workbook";
import { writeWorkbookFile } from "../../src/adapters/xlsx/write-workbook-file";
import type { DistrictReport, ReportDraft } from "../../src/core/build-report";
import type { StandIn } from "../../src/excel-stand-in";
import { openExcel } from "../adapters/office/excel";
import { itInLibreOffice, recalculated } from "../libreoffice/recalculate";
import {
  definitionOf,
  draftOf,
  figureText,
  libraryForms,
  reportOf,
  sentencesOf,
  type VectorDistrict,
} from "./vector-report";

const roster = `
学校代码|学校名称|办学类型|学段|城乡|办别
'1|实验小学|小学|小学|城区|公办
'2|城关小学|小学|小学|城区|公办
'3|河东镇中心小学|小学|小学|镇区|公办
'4|柳树村小学|小学|小学|乡村|公办
'5|育英学校|九年一贯制学校|初中|镇区|公办
'6|张家教学点|小学教学点|小学|乡村|公办
`;
const header =
  "学校名称|学部|在校生数|规定学历教师|骨干教师|体艺教师|走教教师|教辅用房|室内体育用房|运动场地|设备值(万元)|多媒体教室|全校教辅用房|全校室内体育用房|全校运动场地|全校设备值(万元)|全校多媒体教室";
const rows: Readonly<Record<string, readonly string[]>> = {
  实验小学: ["小学部|1800|92|30|17|0|9000|720|12600|396|42|||||"],
  城关小学: ["小学部|960|40|12|9|0|4800|300|7500|201.6|22|||||"],
  河东镇中心小学: ["小学部|429|18|5|4|0|2145|0|3432|90.09|10|||||"],
  柳树村小学: ["小学部|72|6|1|0|1|504|0|2304|13.68|3|||||"],
  育英学校: ["小学部|540|24|6|5|0||||||6300|540|8100|240|24", "初中部|360|22|4|4|0||||||6300|540|8100|240|24"],
  张家教学点: ["小学部|36|3|0|0|0|180|0|900|3.6|1|||||"],
};

const perPupil = [
  "每百名学生高于规定学历教师数",
  "每百名学生县级以上骨干教师数",
  "每百名学生体育艺术教师数",
  "生均教学及辅助用房面积",
  "生均体育运动场馆面积",
  "生均教学仪器设备值",
  "每百名学生网络多媒体教室数",
];
const deviations = ["规定学历教师", "骨干教师", "体艺教师", "教辅用房", "体育场馆", "设备值", "多媒体教室"].map(
  (name) => `${name}差异系数`,
);
/** Fields of the form that only 基本均衡 asks for. */
const unasked = ["专任教师", "中级以上教师", "计算机", "图书", "全校计算机", "全校图书", "分摊计算机", "分摊图书"];
const forms = libraryForms("均衡");

const primary = deviations.map((name) => `指标(${name},"小学部")`);
const verdict = `[?AND(指标(优质均衡达标校比例,"小学部")=1,MAX(${primary.join()})<=0.5):通过|未通过]`;
/** By stage, and by school too where `groups` says so. */
function definition(...groups: readonly string[]): object {
  const picked = (code: string, name: string, ...more: readonly string[]): object => ({
    id: code,
    name,
    library: code,
    groupBy: ["学部", ...more],
  });
  const own = (id: string, name: string, parts: object): object => ({ id, name, form: "均衡", ...parts });
  const indicators = [
    ...perPupil.map((name, index) => picked(`P0${String(index + 1)}`, name, ...groups)),
    ...deviations.map((name, index) => picked(`P1${String(index + 1)}`, name)),
    picked("P21", "优质均衡学校数"),
    picked("P22", "优质均衡达标校数", ...groups),
    picked("P23", "优质均衡达标校比例"),
    picked("P24", "优质均衡未达标名单"),
    own("1", "达标项数合计", { numerator: "SUM([达标项数])", groupBy: ["学部", ...groups] }),
    own("2", "不排除教学点", { numerator: "差异系数([体育场馆],[在校生数])", kind: "指数", groupBy: ["学部"] }),
  ];
  return definitionOf(
    { ...forms, elements: forms.elements.filter(({ name }) => !unasked.includes(name)), indicators },
    "{优质均衡学校数@小学部}中{优质均衡达标校数@小学部}达标,体育场馆差异系数{体育场馆差异系数@小学部:4位}",
    `{优质均衡未达标名单@小学部}未达标,小学${verdict}`,
  );
}

const filed = (change: Readonly<Record<string, readonly string[]>> = {}): VectorDistrict["filed"] =>
  Object.fromEntries(
    Object.entries({ ...rows, ...change }).map(([school, lines]) => {
      const text = [header, ...lines.map((line) => `${school}|${line}`)].join("\n");
      return [school, [["均衡", text]]] as const;
    }),
  );

/** X̄ and CV of the five primary parts, to the six places they are told with. */
const district = [
  [4.735596, 0.139856],
  [1.420679, 0.168045],
  [0.947119, 0.065187],
  [4.933459, 0.121774],
  [8.376905, 0.398765],
  [2209.501548, 0.070265],
  [2.390059, 0.109469],
] as const;

const schools = [
  ["实验小学", "小学部", [5.1111, 1.6667, 0.9444, 4.6, 7.4, 2200, 2.3333], 6, 1],
  ["城关小学", "小学部", [4.1667, 1.25, 0.9375, 4.6875, 8.125, 2100, 2.2917], 5, 0],
  ["河东镇中心小学", "小学部", [4.1958, 1.1655, 0.9324, 5, 8, 2100, 2.331], 6, 1],
  ["柳树村小学", "小学部", [8.3333, 1.3889, 1.3889, 7, 32, 1900, 4.1667], 6, 1],
  ["育英学校", "小学部", [4.4444, 1.1111, 0.9259, 6.1538, 9.2308, 2564.1026, 2.5641], 7, 1],
  ["育英学校", "初中部", [6.1111, 1.1111, 1.1111, 6.7692, 10.1538, 2820.5128, 2.8205], 6, 1],
] as const;

const numberOf = (report: ReportDraft, indicator: string, ...members: readonly string[]): number => {
  const [over = "", under = "1"] = figureText(report, indicator, ...members).split("/");
  return Number(over) / Number(under);
};

describe("TV-1, seven indicators of five primary parts and a teaching point of 36 pupils", () => {
  const report: DistrictReport = reportOf({ definition: definition(), roster, filed: filed() });
  const bySchool = draftOf({ definition: definition("学校名称"), roster, filed: filed() });

  it("is filed without a finding", () => {
    expect([...report.collection.findings, ...report.confrontation.findings]).toEqual([]);
  });

  it.each(schools)("gives %s %s its seven values, its lines reached and its verdict", (school, part, values, passed, verdict) => {
    const told = perPupil.map((name) => numberOf(bySchool, name, part, school));
    told.forEach((value, index) => {
      expect(value).toBeCloseTo(values[index] ?? NaN, 4);
    });
    expect(numberOf(bySchool, "达标项数合计", part, school)).toBe(passed);
    expect(numberOf(bySchool, "优质均衡达标校数", part, school)).toBe(verdict);
  }); // prettier-ignore

  it.each(district.map((values, index) => [index, ...values] as const))(
    "has the mean and the coefficient of variation of indicator %i, weighted by pupils",
    (index, mean, deviation) => {
      expect(numberOf(report, perPupil[index] ?? "", "小学部")).toBeCloseTo(mean, 6);
      expect(numberOf(report, deviations[index] ?? "", "小学部")).toBeCloseTo(deviation, 6);
    },
  );

  it("would come to another coefficient with the teaching point in it", () => {
    expect(numberOf(report, "不排除教学点", "小学部")).toBeCloseTo(0.432539, 6);
  });

  it("is not passed, for one school below the line", () => {
    expect(sentencesOf(report)).toEqual(["5个中4个达标,体育场馆差异系数0.3988", "城关小学未达标,小学未通过"]);
  });

  it("judges what prints as 4.20 by what it is", () => {
    expect(figureText(bySchool, "每百名学生高于规定学历教师数", "小学部", "河东镇中心小学")).toBe("600/143");
    expect(numberOf(bySchool, "达标项数合计", "小学部", "河东镇中心小学")).toBe(6);
  });

  it("is worse without the teacher who comes to the village school", () => {
    const change = { 柳树村小学: ["小学部|72|6|1|0|0|504|0|2304|13.68|3|||||"] };
    const without = draftOf({ definition: definition("学校名称"), roster, filed: filed(change) });
    expect(numberOf(without, "达标项数合计", "小学部", "柳树村小学")).toBe(5);
    expect(figureText(without, "优质均衡未达标名单", "小学部")).toBe("城关小学、柳树村小学");
  });

  describe("in the workbook", () => {
    let excel: StandIn;
    beforeAll(() => {
      excel = openExcel();
    });
    afterAll(() => {
      excel.dispose();
    });

    it("comes out the same by Excel's formulas", async () => {
      const workbook = officeWorkbook();
      expect((await workbook.apply(report.edits)).ok).toBe(true);
      const recalculation = await workbook.recalculation();
      if (!recalculation.ok) throw new Error(recalculation.problem.kind);
      const { agreed, compared, differing } = recalculation.value;
      expect(differing).toEqual([]);
      expect(agreed).toBe(compared);
      expect(compared).toBeGreaterThanOrEqual(report.figures.size);
    }, 60_000);

    itInLibreOffice("comes out the same by LibreOffice", async () => {
      const sheets = recalculated(await writeWorkbookFile(report.edits));
      const verdicts = (sheets.get("核算")?.rows ?? []).slice(4).map(([figure, , part, , , , said]) => [figure, part, said]);
      expect(verdicts.filter(([, , said]) => said !== "一致")).toEqual([]);
      expect(new Set(verdicts.map(([figure]) => figure))).toEqual(new Set(report.figures.keys()));
    }); // prettier-ignore
  });
});
