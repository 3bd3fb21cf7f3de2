import { buildReport, type DistrictReport } from "../../src/core/build-report";
import { noCasework } from "../../src/domain/casework";
import type { ProbableCause } from "../../src/domain/diagnosis";
import type { SheetEdit } from "../../src/domain/edit";
import type { Finding } from "../../src/domain/finding";
import { returnSlips, type ReturnSlip } from "../../src/usecases/return-slips";
import { filed, prepared } from "../core/write/small-district";
import { fileOf, sheetOf } from "../support/workbook-text";

const sources = prepared();
const header = "学校代码|学校名称|幼儿数|女童|面积|经费|课程";
const own = (name: string, row: string) => fileOf(`${name}.xlsx`, sheetOf("幼儿园", `${header}\n${row}`));

const readings = [
  own("城关幼儿园", "'0001|城关幼儿园|约180|90|900.5|12.5|美术"),
  own("柳林幼儿园", "'0002|柳林幼儿园|40|50|360|3.3333|音乐"),
  own("星星幼儿园", "'0003|星星幼儿园|60|30|0.3|—|美术"),
];
const reportOf = (casework = noCasework): DistrictReport =>
  buildReport({ ...sources, readings, casework, run: 1, at: "2023-01-05T09:00:00" });
const report = reportOf();
const slips = returnSlips(report, readings, { due: "2023-01-09T17:30" });
const slipOf = (code: string, some: readonly ReturnSlip[] = slips): ReturnSlip => {
  const slip = some.find(({ school }) => school.code === code);
  if (!slip) throw new Error(`no slip for ${code}`);
  return slip;
};
const styles = ({ cellStyles }: SheetEdit) => cellStyles.map(({ row, column, style }) => `${String(row)},${String(column)} ${style}`); // prettier-ignore

describe("return slips", () => {
  it("go to the schools that have something to mend or explain, and to no other", () => {
    expect(slips.map(({ school, items }) => [school.code, ...items.map(({ kind }) => kind)])).toEqual([
      ["0001", "mend"],
      ["0002", "mend"],
      ["0003", "explain"],
    ]);
  });

  it("say in plain words what to do where, and by when", () => {
    expect(slipOf("0001").chatText).toBe(
      [
        "【退回】城关幼儿园：请改1处后重发。",
        "1. 幼儿园!C2 幼儿数“约180”不是数字，没有当作0。请改成数字，不带单位；没有填0，不适用填—。",
        "请于1月9日17:30前发回整份文件。",
      ].join("\n"),
    );
    expect(slipOf("0003").chatText).toContain("请核实1处后重发");
    expect(slipOf("0003").chatText).toContain("数没有错的，请回复说明原因");
  });

  it("name no other school", () => {
    const names = sources.schools.map(({ name }) => name);
    for (const slip of slips)
      for (const name of names.filter((other) => other !== slip.school.name))
        expect(JSON.stringify([slip.items, slip.chatText, slip.sheets])).not.toContain(name);
  });

  it("leave another school's name out even where a rule names it", () => {
    const finding: Finding = {
      code: "schools-alike",
      severity: "error",
      school: "0001",
      message: "与柳林幼儿园的数完全相同",
      instruction: "请与柳林幼儿园核对",
    };
    const alike = { ...report, collection: { ...report.collection, findings: [finding] } };
    expect(slipOf("0001", returnSlips(alike, readings)).chatText).toContain("与另一所学校的数完全相同");
  });

  it("tell what it looks like", () => {
    const [finding] = report.collection.findings.filter(({ school }) => school === "0001");
    const cause: ProbableCause = { slip: "typed-twice", changes: [], says: "像是多填了“约”：约180 → 180", clearsAll: true, clears: 1 }; // prettier-ignore
    const guessed = { ...report, causes: new Map(finding ? [[finding, [cause]]] : []) };
    expect(slipOf("0001", returnSlips(guessed, readings)).chatText).toContain(
      "没有当作0。像是多填了“约”：约180 → 180。",
    );
  });

  it("speak to the school, not to the bureau", () => {
    const finding = (more: Partial<Finding>): Finding => ({
      code: "rule-failed",
      severity: "warning",
      school: "0001",
      message: "",
      instruction: "请核对",
      ...more,
    });
    const findings = [
      finding({ code: "form-missing", severity: "error", message: "城关幼儿园没有报“班级”", instruction: "不用报请改表样的范围" }), // prettier-ignore
      finding({ message: "生均面积可信：左0.5，右2，差1.5" }),
      finding({
        code: "header-missing",
        message: "城关幼儿园.xlsx › 幼儿园找不到“女童”",
        instruction: "填进字段的别名",
      }),
    ];
    const told = { ...report, collection: { ...report.collection, findings }, confrontation: { ...report.confrontation, findings: [] } }; // prettier-ignore
    expect(
      slipOf("0001", returnSlips(told, readings)).items.map(({ message, instruction }) => [message, instruction]),
    ).toEqual([
      ["城关幼儿园没有报“班级”", "请补报这张表；没有这项内容的，请回复说明"],
      ["生均面积可信：现为0.5，对照2，相差1.5", "请核对"],
      ["幼儿园找不到“女童”", "请照下发的表样改回表头"],
    ]);
  });

  it("tell a cause once, however many rules it breaks", () => {
    const [finding] = report.collection.findings.filter(({ school }) => school === "0001");
    if (!finding) throw new Error("0001 has no finding");
    const twin = { ...finding };
    const cause: ProbableCause = { slip: "sign", changes: [], says: "像是多了负号", clearsAll: true, clears: 2 };
    const guessed = {
      ...report,
      collection: { ...report.collection, findings: [finding, twin] },
      causes: new Map([finding, twin].map((one) => [one, [cause]])),
    };
    expect(slipOf("0001", returnSlips(guessed, readings)).chatText.split("像是多了负号")).toHaveLength(2);
  });

  it("are not sent for a warning somebody has answered for", () => {
    const explanations = [{ school: "0003", rule: "R2", reason: "借用社区用房，未计入", by: "李园长" }];
    const explained = returnSlips(reportOf({ ...noCasework, explanations }), readings);
    expect(explained.map(({ school }) => school.code)).toEqual(["0001", "0002"]);
  });

  it("bring a copy of the school's own sheet, its cells as they were, the faulty ones marked", () => {
    const [slip, copy] = slipOf("0001").sheets;
    expect([slip?.name, copy?.name]).toEqual(["退回单", "幼儿园"]);
    expect(copy?.rows[1]?.slice(2, 4)).toEqual([{ text: "约180" }, { number: 90, format: "General" }]);
    expect(copy && styles(copy)).toEqual(["1,2 error"]);
    expect(slipOf("0003").sheets.slice(1).flatMap(styles)).toContain("1,4 warning");
  });

  it("copy no sheet on which other schools have rows", () => {
    const shared = [filed({ "0002": "'0002|柳林幼儿园|40|50|360|3.3333|音乐" })];
    const together = buildReport({ ...sources, readings: shared, run: 1, at: "2023-01-05T09:00:00" });
    expect(slipOf("0002", returnSlips(together, shared)).sheets.map(({ name }) => name)).toEqual(["退回单"]);
  });

  it("copy nothing of a file with personal data", () => {
    const personal = [own("城关幼儿园", "'0001|城关幼儿园|约180|90|900.5|12.5|11010519491231002X")];
    const refused = buildReport({ ...sources, readings: personal, run: 1, at: "2023-01-05T09:00:00" });
    const slip = slipOf("0001", returnSlips(refused, personal));
    expect(slip.sheets.map(({ name }) => name)).toEqual(["退回单"]);
    expect(JSON.stringify(slip)).not.toContain("11010519491231002X");
  });
});
