import fc from "fast-check";
import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import type { WorkbookEdit } from "../../../src/domain/edit";
import type { StandIn } from "../../../src/excel-stand-in";
import type { ApplyReceipt } from "../../../src/ports/workbook-port";
import { openExcel } from "./excel";
import { number, schoolSheet, sheetEdit, stamp, text } from "./sheet-edits";

const workbook = officeWorkbook();
let excel: StandIn;
beforeEach(() => {
  excel = openExcel();
});
afterEach(() => {
  excel.dispose();
});

async function apply(edits: readonly WorkbookEdit[]): Promise<ApplyReceipt> {
  const applied = await workbook.apply(edits);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problem));
  return applied.value;
}
const stamped = (...edits: readonly WorkbookEdit[]): readonly WorkbookEdit[] => [...edits, { edit: "stamp", stamp }];

/** What Excel itself says of a range. */
const look = (sheet: string, address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("values,formulas,numberFormat");
    await context.sync();
    return {
      values: range.values as unknown[][],
      formulas: range.formulas as unknown[][],
      formats: range.numberFormat as unknown[][],
    };
  });
const sheetNames = () =>
  Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name,items/visibility");
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });

describe("writing our sheets into Excel", () => {
  it.each([15, 150, 600])("takes as many round trips for %i schools as for one", async (schools) => {
    const { batches } = await apply(stamped(schoolSheet(schools)));
    expect(batches).toBe(3);
    // The library gives its references back in one more.
    expect(excel.traffic.batches).toBe(4);
  });

  it("takes more round trips only when the bytes need them", async () => {
    const long = "长".repeat(1500);
    const rows = Array.from({ length: 1200 }, (_, row) => [text(`行${String(row)}`), text(long)]);
    const { batches } = await apply(stamped(sheetEdit("log", "收表台账", [[text("代码"), text("说明")], ...rows])));
    expect(batches).toBeGreaterThan(3);
    expect(batches).toBeLessThanOrEqual(5);
    expect((await look("收表台账", "B1204")).values).toEqual([[long]]);
  });

  it.each([
    "001",
    "2023-9-1",
    "=1+1",
    '=HYPERLINK("http://x")',
    "+86",
    "-5",
    "@SUM(A1)",
    "'引号",
    "1e5",
    "100%",
    "#N/A",
    "TRUE",
  ])("keeps the text %p as text", async (written) => {
    await apply(stamped(sheetEdit("log", "收表台账", [[text("甲")], [text(written)]])));
    const { values, formulas } = await look("收表台账", "A5");
    expect(values).toEqual([[written]]);
    expect(formulas).toEqual([[written]]);
  });

  it("keeps any text as text (law)", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          await apply(stamped(sheetEdit("log", "收表台账", [[text("甲")], ...texts.map((one) => [text(one)])])));
          expect((await look("收表台账", `A5:A${String(4 + texts.length)}`)).values).toEqual(texts.map((one) => [one]));
        },
      ),
      { numRuns: 15 },
    );
  });

  it("calculates formulas, and only formulas, across sheets and tables", async () => {
    const calc = sheetEdit("calc", "核算", [
      [text("代码"), text("公式值"), text("校数")],
      [
        text("合计"),
        { formula: "=SUM('数据_基本情况'!$D$5:$D$7)" },
        { formula: "=ROWS(t_data_基本情况[学校代码])", format: "0" },
      ],
    ]);
    await apply(stamped(calc, schoolSheet(3)));
    const { values, formulas } = await look("核算", "A5:C5");
    expect(values).toEqual([["合计", 3, 3]]);
    expect(formulas[0]?.[1]).toBe("=SUM('数据_基本情况'!$D$5:$D$7)");
  });

  it("leaves a foreign sheet of the same name alone and makes formulas follow to the name it took instead", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("数据_基本情况").getRange("A1").values = [["别人的"]];
      await context.sync();
    });
    const calc = sheetEdit("calc", "核算", [[text("合计")], [{ formula: "=SUM('数据_基本情况'!$D$5:$D$7)" }]]);
    const { sheets } = await apply(stamped(schoolSheet(3), calc));
    expect(sheets.get("data:基本情况")).toBe("数据_基本情况_教统");
    expect((await look("数据_基本情况", "A1")).values).toEqual([["别人的"]]);
    expect((await look("核算", "A5")).values).toEqual([[3]]);
  });

  it("replaces what it wrote before, shorter or longer, under whatever name the user gave the sheet", async () => {
    await apply(stamped(schoolSheet(30)));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("数据_基本情况").name = "我的数据";
      await context.sync();
    });
    const { sheets } = await apply(stamped(schoolSheet(2)));
    expect(sheets.get("data:基本情况")).toBe("我的数据");
    expect((await look("我的数据", "A6:A7")).values).toEqual([["001"], [""]]);
    expect(await sheetNames()).toEqual(["Sheet1", "我的数据"]);
  });

  it("writes the stamp last", async () => {
    await apply(stamped(schoolSheet(2)));
    expect(await workbook.lastStamp()).toEqual({ ok: true, value: stamp });
  });

  it("knows no stamp in a workbook it has not written", async () => {
    expect(await workbook.lastStamp()).toEqual({ ok: true, value: undefined });
  });

  it("tells progress from nothing done to all done", async () => {
    const told: (readonly [number, number])[] = [];
    await workbook.apply(stamped(schoolSheet(2)), (done, of) => told.push([done, of]));
    expect(told[0]?.[0]).toBe(0);
    expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  });
});

describe("when Excel refuses", () => {
  it("names the protected sheet and writes nothing", async () => {
    await apply(stamped(schoolSheet(2)));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("数据_基本情况").protection.protect();
      await context.sync();
    });
    expect(await workbook.apply(stamped(schoolSheet(5)))).toEqual({
      ok: false,
      problem: { kind: "access-denied", sheet: "数据_基本情况" },
    });
    expect((await look("数据_基本情况", "A7")).values).toEqual([[""]]);
  });

  it("leaves the stamp of the last run alone when a sheet is put that is no run", async () => {
    await apply(stamped(schoolSheet(2)));
    await apply([sheetEdit("copies", "复制账", [[text("甲")], [text("乙")]])]);
    expect(await workbook.lastStamp()).toEqual({ ok: true, value: stamp });
  });

  it("leaves no stamp when a run breaks off", async () => {
    await apply(stamped(schoolSheet(2)));
    const broken = sheetEdit("fix", "更正记录", [[text("甲")], [text("乙")]], { tabColor: "no colour" });
    const applied = await workbook.apply(stamped(schoolSheet(3), broken));
    expect(applied).toMatchObject({ ok: false, problem: { kind: "unexpected" } });
    expect(await workbook.lastStamp()).toEqual({ ok: true, value: undefined });
  });

  it("says so while a cell is being edited", async () => {
    excel.isCellBeingEdited = true;
    expect(await workbook.apply(stamped(schoolSheet(2)))).toEqual({ ok: false, problem: { kind: "editing-cell" } });
  });
});

describe("reading the user's workbook", () => {
  it("gives the visible sheets with numbers, texts, dates and errors, and not our own", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B2:C3").values = [
        ["学校代码", "建校日期"],
        ["'001", 45170],
      ];
      sheet.getRange("C3").numberFormat = [["yyyy/m/d"]];
      sheet.getRange("D3").formulas = [["=1/0"]];
      context.workbook.worksheets.add("藏").visibility = "Hidden";
      await context.sync();
    });
    await apply(stamped(schoolSheet(2)));
    expect(await workbook.read()).toEqual({
      ok: true,
      value: {
        sheets: [
          {
            name: "Sheet1",
            visibility: "visible",
            merges: [],
            rows: [[], [null, "学校代码", "建校日期", null], [null, "001", { date: 45170 }, { error: "#DIV/0!" }]],
          },
        ],
      },
    });
  });
});

describe("reading our own sheets", () => {
  it("finds them by role under the name they now have, with what people typed, and leaves the others", async () => {
    await apply(stamped(sheetEdit("fix", "更正记录", [[text("学校")], [text("城关小学")]]), schoolSheet(2)));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("更正记录");
      sheet.name = "我的更正";
      sheet.getRange("A6").values = [["柳林小学"]];
      await context.sync();
    });
    const own = await workbook.readOwn(["fix", "explain"]);
    if (!own.ok) throw new Error(JSON.stringify(own.problem));
    expect([...own.value.keys()]).toEqual(["fix"]);
    expect(own.value.get("fix")?.name).toBe("我的更正");
    expect(own.value.get("fix")?.rows.slice(3)).toEqual([["学校"], ["城关小学"], ["柳林小学"]]);
  });
});

describe("the second route", () => {
  const calc = (...verdicts: readonly string[]) =>
    sheetEdit("calc", "核算", [
      [text("代码"), text("引擎值"), text("结论")],
      ...verdicts.map((verdict, index) => [text(`指标${String(index)}`), number(index), text(verdict)]),
    ]);

  it("counts the figures whose two routes agree and names those that differ", async () => {
    await apply(stamped(calc("一致", "不一致", "暂缺", "一致", "单路")));
    expect(await workbook.recalculation()).toEqual({
      ok: true,
      value: { agreed: 2, compared: 3, differing: ["指标1"] },
    });
  });

  it("is not found before anything is written", async () => {
    expect(await workbook.recalculation()).toEqual({ ok: false, problem: { kind: "not-found" } });
  });
});

describe("going to a cell", () => {
  it("selects it on our sheet, found by role", async () => {
    await apply(stamped(schoolSheet(3)));
    expect(await workbook.reveal({ role: "data:基本情况", row: 5, column: 2 })).toEqual({ ok: true, value: null });
    const selected = await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return range.address;
    });
    expect(selected).toBe("数据_基本情况!C6");
  });

  it("says that the sheet is gone", async () => {
    expect(await workbook.reveal({ role: "data:无", row: 0, column: 0 })).toEqual({
      ok: false,
      problem: { kind: "not-found" },
    });
  });
});
