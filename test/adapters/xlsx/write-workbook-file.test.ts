import { unzipSync } from "fflate";
import { writeWorkbookFile } from "../../../src/adapters/xlsx/write-workbook-file";
import { fileFormula } from "../../../src/adapters/xlsx/file-text";
import { rowHeights } from "../../../src/adapters/xlsx/row-heights";
import type { DataValidation, SheetEdit, WorkbookEdit } from "../../../src/domain/edit";
import { putSheet } from "./put-sheet";

async function partsOf(...edits: readonly WorkbookEdit[]): Promise<ReadonlyMap<string, string>> {
  const parts = unzipSync(await writeWorkbookFile(edits));
  return new Map(Object.entries(parts).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

const sheetXml = async (sheet: SheetEdit): Promise<string> =>
  (await partsOf(sheet)).get("xl/worksheets/sheet1.xml") ?? "";

const cell = { top: 1, left: 0, bottom: 9, right: 0 };
const list = (...items: readonly string[]): DataValidation => ({ range: cell, rule: { type: "list", items } });

describe("a written workbook", () => {
  it("asks the program that opens it to calculate", async () => {
    expect((await partsOf(putSheet([[{ formula: "=1+1" }]]))).get("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  it("keeps the stamp of the run in its properties", async () => {
    const stamp = {
      run: 3,
      definition: "简报",
      definitionDigest: "d",
      period: "2022年",
      at: "2023-01-05T09:00:00",
      inputDigest: "i",
    };
    const xml = (await partsOf(putSheet([]), { edit: "stamp", stamp })).get("docProps/custom.xml");
    expect(xml).toContain('name="edustat.period"><vt:lpwstr>2022年');
    expect(xml).toContain('name="edustat.run"><vt:i4>3');
  });

  it("has the parts of a sheet in the order Excel insists on", async () => {
    const xml = await sheetXml(
      putSheet([[{ text: "名称" }], [{ text: "甲" }]], {
        columns: [{ width: 12 }],
        merges: [{ top: 3, left: 0, bottom: 3, right: 1 }],
        frozenRows: 1,
        table: { name: "t", range: { top: 0, left: 0, bottom: 1, right: 0 } },
        validations: [list("甲", "乙")],
        conditionalFormats: [{ range: cell, formula: '=$A2="甲"', style: "error" }],
        tabColor: "#0E700E",
      }),
    );
    const order = [
      "<sheetPr>",
      "<dimension",
      "<sheetViews>",
      "<cols>",
      "<sheetData>",
      "<mergeCells",
      "<conditionalFormatting",
      "<dataValidations",
      "<pageMargins",
      "<pageSetup",
      "<tableParts",
    ];
    const places = order.map((part) => xml.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("names the columns of a table as its header cells do", async () => {
    const table = { name: "幼儿园", range: { top: 0, left: 0, bottom: 1, right: 1 } };
    const parts = await partsOf(putSheet([[{ text: "代码" }, { text: "<名称>" }], [{ text: "1" }]], { table }));
    expect(parts.get("xl/tables/table1.xml")).toMatch(/name="代码".*name="&lt;名称&gt;"/u);
  });

  it.each<[what: string, items: readonly string[], formula: string]>([
    ["stands in the cell's own check", ["是", "否"], '<formula1>"是,否"</formula1>'],
    ["that has a comma stands on a hidden sheet", ["甲,乙", "丙"], "<formula1>'_选项'!$A$1:$A$2</formula1>"],
    [
      "that is long stands on a hidden sheet",
      Array.from({ length: 90 }, (_, index) => `选项${String(index)}`),
      "<formula1>'_选项'!$A$1:$A$90</formula1>",
    ],
  ])("a list %s", async (_what, items, formula) => {
    expect(await sheetXml(putSheet([], { validations: [list(...items)] }))).toContain(formula);
  });

  it.each<[what: string, rule: DataValidation["rule"], xml: RegExp]>([
    [
      "between two bounds",
      { type: "whole", min: 0, max: 5 },
      /type="whole"[^>]*operator="between".*<formula1>0<\/formula1><formula2>5</u,
    ],
    ["from a bound on", { type: "decimal", min: 0.5 }, /operator="greaterThanOrEqual".*<formula1>0\.5</u],
    ["up to a bound", { type: "whole", max: 9 }, /operator="lessThanOrEqual".*<formula1>9</u],
    ["of any size", { type: "whole" }, /operator="greaterThanOrEqual".*<formula1>-1000000000000000</u],
  ])("a number %s", async (_what, rule, xml) => {
    expect(await sheetXml(putSheet([], { validations: [{ range: cell, rule }] }))).toMatch(xml);
  });

  it("gives a cell its own look before its row's, and its row's before its column's", async () => {
    const fillOf = async (more: Partial<SheetEdit>): Promise<string | undefined> =>
      /<fgColor rgb="FF(\w{6})"/u.exec(
        (await partsOf(putSheet([[{ text: "x" }]], { columns: [{ width: 9, style: "error" }], ...more }))).get(
          "xl/styles.xml",
        ) ?? "",
      )?.[1];
    expect(await fillOf({})).toBe("FDE7E9");
    expect(await fillOf({ rowStyles: [{ row: 0, style: "header" }] })).toBe("F3F2F1");
    const cellStyles = [{ row: 0, column: 0, style: "ready" as const }];
    expect(await fillOf({ rowStyles: [{ row: 0, style: "header" }], cellStyles })).toBe("DFF6DD");
  });
});

describe("a formula in a file", () => {
  it.each([
    ["=SUM(A1)", "SUM(A1)"],
    ["=CONCAT(A1:A2)", "_xlfn.CONCAT(A1:A2)"],
    ['=IF(MAXIFS(A:A,B:B,1)>0,"CONCAT(x)","")', 'IF(_xlfn.MAXIFS(A:A,B:B,1)>0,"CONCAT(x)","")'],
    ["='CONCAT(x)'!A1+1", "'CONCAT(x)'!A1+1"],
    ["=_xlfn.CONCAT(A1)", "_xlfn.CONCAT(A1)"],
    ['="a""CONCAT("', '"a""CONCAT("'],
  ])("%s is spelled %s", (formula, spelled) => {
    expect(fileFormula(formula)).toBe(spelled);
  });
});

describe("the height of a row", () => {
  it.each([
    ["one line of Chinese", "十个汉字十个汉字", undefined],
    ["two lines of Chinese", "十二个汉字十二个汉字十二", 28],
    ["two written lines", "a\nb", 28],
    ["very many", "长".repeat(5_000), 409],
  ])("%s", (_what, text, height) => {
    expect(rowHeights(putSheet([[{ text }]], { columns: [{ width: 20, style: "wrap" }] })).get(0)).toBe(height);
  });
});
