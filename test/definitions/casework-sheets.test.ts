import fc from "fast-check";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { writeWorkbookFile } from "../../src/adapters/xlsx/write-workbook-file";
import { buildReport } from "../../src/core/build-report";
import { readCasework } from "../../src/definitions/casework-sheets";
import { noCasework, type Casework } from "../../src/domain/casework";
import type { SheetEdit, WorkbookEdit } from "../../src/domain/edit";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/domain/snapshot";
import { filed, prepared, rowsOf, sheetOfRole } from "../core/write/small-district";
import { sheetOf } from "../support/workbook-text";

const sources = prepared();
const reportWith = (casework: Casework) =>
  buildReport({ ...sources, readings: [filed()], casework, run: 1, at: "2023-01-05T09:00:00" });

const read = (...sheets: readonly SheetSnapshot[]) => readCasework({ file: "更正.xlsx", sheets }, sources);

const full: Casework = {
  corrections: [
    {
      school: "0001",
      form: "幼儿园",
      element: "幼儿数",
      key: [],
      was: "180",
      now: "200",
      reason: "电话核实，漏填一个班",
      evidence: "通话记录",
      by: "王股长",
      at: "2023-01-05",
    },
    { school: "0002", form: "幼儿园", element: "课程", key: [], was: "音乐", now: "=1+1", reason: "待核" },
  ],
  explanations: [
    { school: "0003", rule: "R2", reason: "借用社区用房，未计入", by: "李园长", at: "2023-01-05" },
    { school: "0001", rule: "header-unknown", element: "幼儿数", reason: "", by: "李园长" },
  ],
  exemptions: [{ school: "0004", form: "幼儿园", reason: "停办", by: "王股长" }],
  spellings: [{ form: "幼儿园", element: "幼儿数", heading: "在园人数", by: "王股长", active: false }],
  accepted: [{ school: "0001", file: "城关幼儿园(改).xlsx" }],
};

async function saved(casework: Casework): Promise<WorkbookSnapshot> {
  const reading = readWorkbookFile(await writeWorkbookFile(reportWith(casework).edits), "workbook.xlsx");
  if (reading.state !== "read") throw new Error("our own workbook cannot be read");
  return reading.workbook;
}

/** The sheets as they are read once they are written, formulas aside. */
const snapshotOf = (edits: readonly WorkbookEdit[]): WorkbookSnapshot => ({
  sheets: edits.flatMap((edit): SheetSnapshot[] =>
    edit.edit === "stamp"
      ? []
      : [
          {
            name: edit.name,
            visibility: "visible",
            merges: [],
            rows: edit.rows.map((row) => row.map((cell) => (cell !== null && "text" in cell ? cell.text : null))),
          },
        ],
  ),
});

describe("a written workbook", () => {
  it("brings back everything people had decided", async () => {
    expect(readCasework(await saved(full), sources).casework).toEqual(full);
  });

  it("brings back nothing where nothing was decided", async () => {
    expect(readCasework(await saved(noCasework), sources)).toEqual({ casework: noCasework, findings: [] });
  });

  it("brings back texts of any kind", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((some) => some === some.trim() && some !== ""); // prettier-ignore
    fc.assert(
      fc.property(text, text, text, (was, now, reason) => {
        const corrections = [{ school: "0001", form: "幼儿园", element: "课程", key: [], was, now, reason }];
        const back = readCasework(snapshotOf(reportWith({ ...noCasework, corrections }).edits), sources);
        expect(back.casework.corrections).toEqual(corrections);
      }),
      { numRuns: 12 },
    );
  });

  it("lists the warnings nobody has answered for, ready for a reason and a person", () => {
    expect(rowsOf(sheetOfRole(reportWith(noCasework), "explain")).map((row) => [...row.values()].slice(1))).toEqual([
      ["0003", "星星幼儿园", "R2", null, expect.stringContaining("生均面积可信"), null, null, null, "要说明"],
    ]);
  });

  it("says of every decision whether it counts", () => {
    const states = (role: string) => rowsOf(sheetOfRole(reportWith(full), role)).map((row) => row.get("状态"));
    expect(["fix", "explain", "exempt"].map(states)).toEqual([["已采用", "待确认"], ["已说明", "待确认"], ["免报"]]);
  });

  it("offers the forms to choose from, on the rows below too", () => {
    const sheet: SheetEdit = sheetOfRole(reportWith(full), "fix");
    const [list] = sheet.validations;
    expect(list?.rule).toEqual({ type: "list", items: ["幼儿园"] });
    expect(list?.range.bottom).toBeGreaterThan(100);
  });
});

describe("typed rows", () => {
  const header = "学校代码|学校|表|要素|原值|现值|原因|确认人";

  it("are read whatever stands around them", () => {
    const { casework, findings } = read(
      sheetOf(
        "更正记录",
        `某县更正记录\n${header}\n'0001|城关幼儿园|幼儿园|幼儿数|180|200|电话核实，漏填一个班|王股长`,
      ),
    );
    expect(findings).toEqual([]);
    expect(casework.corrections).toEqual([
      {
        school: "0001",
        form: "幼儿园",
        element: "幼儿数",
        key: [],
        was: "180",
        now: "200",
        reason: "电话核实，漏填一个班",
        by: "王股长",
      },
    ]);
  });

  it("find their school by name when Excel has eaten the zeros of its code", () => {
    const { casework } = read(sheetOf("免报", "学校代码|学校|表|原因|确认人\n4|柳林幼儿园||停办|王股长"));
    expect(casework.exemptions).toEqual([{ school: "0002", reason: "停办", by: "王股长" }]);
  });

  it.each<
    [what: string, sheet: string, rows: string, cell: [row: number, column: number], severity: string, says: RegExp]
  >([
    [
      "a school that is not on the roster",
      "更正记录",
      `${header}\n'0009||幼儿园|幼儿数|1|2|电话核实，漏填|王`,
      [1, 0],
      "error",
      /没有学校“0009”/u,
    ],
    [
      "a form nobody collects",
      "更正记录",
      `${header}\n'0001||小学|幼儿数|1|2|电话核实，漏填|王`,
      [1, 2],
      "error",
      /没有表“小学”/u,
    ],
    [
      "a field the form has not",
      "更正记录",
      `${header}\n'0001||幼儿园|男童|1|2|电话核实，漏填|王`,
      [1, 3],
      "error",
      /没有学校填的“男童”/u,
    ],
    [
      "a field that is computed",
      "更正记录",
      `${header}\n'0001||幼儿园|生均面积|1|2|电话核实，漏填|王`,
      [1, 3],
      "error",
      /没有学校填的“生均面积”/u,
    ],
    [
      "a broken formula",
      "更正记录",
      `${header}\n'0001||幼儿园|幼儿数|1|#REF!|电话核实，漏填|王`,
      [1, 5],
      "error",
      /“现值”是公式错误 #REF!/u,
    ],
    [
      "a rule that is not there",
      "情况说明",
      "学校代码|规则|原因|确认人\n'0001|R9|借用社区用房|王",
      [1, 1],
      "error",
      /没有规则“R9”/u,
    ],
    [
      "a reason of two words",
      "情况说明",
      "学校代码|规则|原因|确认人\n'0001|R2|属实|王",
      [1, 2],
      "notice",
      /至少写6个字/u,
    ],
    [
      "nobody who answers for it",
      "情况说明",
      "学校代码|规则|原因|确认人\n'0001|R2|借用社区用房|",
      [1, 3],
      "notice",
      /没有写确认人/u,
    ],
    ["an exemption without a reason", "免报", "学校代码|表|原因|确认人\n'0001|||王", [1, 2], "notice", /没有写原因/u],
    [
      "a spelling without a heading",
      "表头写法",
      "表|要素|表头写法|启用\n幼儿园|幼儿数||是",
      [1, 2],
      "error",
      /没有写表头写法/u,
    ],
    [
      "an acceptance without a file",
      "采用",
      "学校代码|表|采用文件\n'0001|幼儿园|",
      [1, 2],
      "error",
      /没有写采用哪个文件/u,
    ],
  ])("with %s are told by cell", (_what, sheet, rows, [row, column], severity, says) => {
    expect(read(sheetOf(sheet, rows)).findings).toEqual([
      expect.objectContaining({
        code: "casework-unreadable",
        severity,
        at: { file: "更正.xlsx", sheet, row, column },
        message: expect.stringMatching(says) as string,
      }),
    ]);
  });

  it("that are not finished are kept", () => {
    const { casework } = read(sheetOf("情况说明", "学校代码|规则|原因|确认人\n'0001|R2|借用社区用房|\n'0002|R2||"));
    expect(casework.explanations).toEqual([{ school: "0001", rule: "R2", reason: "借用社区用房", by: "" }]);
  });
});
