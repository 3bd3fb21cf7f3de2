import { collect } from "../../../src/core/collect/collect";
import { type IntakeOptions, intakeOf } from "../../../src/core/collect/intake";
import { noCasework } from "../../../src/domain/casework";
import type { Finding } from "../../../src/domain/finding";
import { intakeWords } from "../../../src/domain/intake";
import type { FileReading, SheetSnapshot } from "../../../src/domain/snapshot";
import { sheetOf } from "../../support/workbook-text";
import { beiguan, chengguan, definition, dongguan, schools } from "./county";

const enrolment = sheetOf("表1", "在校生 | > | 经费\n合计 | 女 | ^\n500 | 240 | 2");
const card = (classes: string) => sheetOf("表2", `班数 | ${classes}\n校舍面积 |`);
const aid = sheetOf("资助", "学期 | 项目 | 人数\n春季 | 免学费 | 3");
const whole = [enrolment, card("12"), aid];
const fileOf = (file: string, sheets: readonly SheetSnapshot[], received = "2022-09-20T17:30:00"): FileReading => ({
  state: "read",
  workbook: { file, sheets, received },
});

const townships = new Map([[chengguan, "中都街道"], [dongguan, "中都街道"]]); // prettier-ignore
const roster = schools.map((school) => {
  const township = townships.get(school);
  return township === undefined ? school : { ...school, attributes: { ...school.attributes, 乡镇: township } };
});
const intake = (readings: readonly FileReading[], options: IntakeOptions = {}) =>
  intakeOf(definition, collect(definition, roster, readings, options.casework), options);

/** `已报 3/3`: the state of the first school, with forms in and due. */
const first = (readings: readonly FileReading[], options: IntakeOptions = {}): string => {
  const [school] = intake(readings, options).schools;
  return school ? `${intakeWords[school.state]} ${String(school.filed)}/${String(school.due)}` : "";
};

describe("where a school stands", () => {
  const exempt = (form?: string): IntakeOptions => ({
    casework: { ...noCasework, exemptions: [{ school: chengguan.code, reason: "撤并", by: "李某某", ...(form !== undefined && { form }) }] },
  }); // prettier-ignore
  const due = { due: "2022-09-20" };
  const judged: Finding = { code: "rule-failed", severity: "error", school: chengguan.code, form: "基本情况", message: "", instruction: "" }; // prettier-ignore

  it.each<[what: string, readings: readonly FileReading[], options: IntakeOptions, stands: string]>([
    ["nothing came", [], {}, "未报 0/3"],
    ["all came", [fileOf("城关小学.xlsx", whole)], due, "已报 3/3"],
    ["all came a day late", [fileOf("城关小学.xlsx", whole, "2022-09-21T00:10:00")], due, "迟报 3/3"],
    ["all came, nobody said when it was due", [fileOf("城关小学.xlsx", whole, "2022-09-21")], {}, "已报 3/3"],
    ["one form is out", [fileOf("城关小学.xlsx", [enrolment, aid])], {}, "部分 2/3"],
    ["one form is empty", [fileOf("城关小学.xlsx", [enrolment, card(""), aid])], {}, "部分 2/3"],
    ["nothing but an empty form came", [fileOf("城关小学.xlsx", [card("")])], {}, "空表 0/3"],
    ["a cell has to be mended", [fileOf("城关小学.xlsx", [enrolment, card("12个"), aid])], {}, "有错误 3/3"],
    ["a rule failed", [fileOf("城关小学.xlsx", whole)], { findings: [judged] }, "有错误 3/3"],
    [
      "a rule only warns",
      [fileOf("城关小学.xlsx", whole)],
      { findings: [{ ...judged, severity: "warning" }] },
      "已报 3/3",
    ],
    [
      "two versions differ",
      [fileOf("城关小学.xlsx", whole), fileOf("城关小学(2).xlsx", [card("13")])],
      {},
      "待比对 3/3",
    ],
    ["it is let off", [], exempt(), "免报 0/0"],
    [
      "it is let off the one form that is out",
      [fileOf("城关小学.xlsx", [enrolment, aid])],
      exempt("基本情况"),
      "已报 2/2",
    ],
  ])("when %s", (_what, readings, options, stands) => {
    expect(first(readings, options)).toBe(stands);
  });

  it("is said with the files and the time the last of them arrived", () => {
    const [school] = intake([
      fileOf("城关小学1.xlsx", [enrolment, aid], "2022-09-18T09:00:00"),
      fileOf("城关小学2.xlsx", [card("12")], "2022-09-19T09:00:00"),
    ]).schools;
    expect(school).toMatchObject({ files: ["城关小学1.xlsx", "城关小学2.xlsx"], received: "2022-09-19T09:00:00" });
    expect(school?.forms.map(({ form, file }) => [form, file])).toEqual([
      ["在校生", "城关小学1.xlsx"],
      ["基本情况", "城关小学2.xlsx"],
      ["资助", "城关小学1.xlsx"],
    ]);
  });
});

describe("how much has come", () => {
  const read = intake([fileOf("城关小学.xlsx", whole), fileOf("东关小学.xlsx", [enrolment])]);

  it("is counted by form, of the schools that are asked", () => {
    expect(read.forms).toEqual([
      { label: "在校生", due: 2, filed: 2 },
      { label: "基本情况", due: 3, filed: 1 },
      { label: "资助", due: 3, filed: 1 },
    ]);
  });

  it("is counted by township, of schools all of whose forms are in", () => {
    expect(read.townships).toEqual([
      { label: "中都街道", due: 2, filed: 1 },
      { label: "", due: 1, filed: 0 },
    ]);
    expect(read.schools.map(({ school }) => school.code)).toEqual([chengguan.code, dongguan.code, beiguan.code]);
  });
});
