import type { WorkbookFile } from "../../src/excel-stand-in";
import { onSheet, openExcel } from "./open-excel";

const file: WorkbookFile = {
  activeSheet: "指标汇总",
  settings: { run: { number: 3 } },
  sheets: [
    {
      name: "数据",
      visibility: "visible",
      tabColor: "#616161",
      showGridlines: true,
      rows: [
        [{ value: "学校" }, { value: "在校生" }],
        [{ value: "001", look: { numberFormat: "@" } }, { value: 429 }],
        [
          { value: "002", look: { numberFormat: "@" } },
          { value: 71, look: { bold: true, fill: "#FFF9E5" } },
        ],
        [null, { value: { error: "#N/A" } }],
      ],
      merges: [],
      columnWidths: [{ column: 0, width: 20 }],
      rowHeights: [{ row: 0, height: 30 }],
      frozenRows: 1,
      frozenColumns: 0,
      tables: [
        {
          name: "t_data",
          range: { top: 0, left: 0, bottom: 2, right: 1 },
          style: "TableStyleLight1",
          showFilterButton: true,
        },
      ],
      validations: [
        {
          area: { top: 1, left: 1, bottom: 2, right: 1 },
          rule: { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
        },
      ],
      conditionalFormats: [
        { area: { top: 1, left: 1, bottom: 2, right: 1 }, formula: "=B2<0", look: { fill: "#FDE7E9" } },
      ],
      customProperties: { role: "data:表2" },
      isProtected: false,
      pageLayout: { orientation: "Landscape", titleRows: "$1:$1" },
    },
    {
      name: "指标汇总",
      visibility: "visible",
      tabColor: "",
      showGridlines: false,
      rows: [[{ value: "合计" }, { value: 500, formula: "=SUM(t_data[在校生])" }]],
      merges: [{ top: 2, left: 0, bottom: 2, right: 3 }],
      columnWidths: [],
      rowHeights: [],
      frozenRows: 0,
      frozenColumns: 0,
      tables: [],
      validations: [],
      conditionalFormats: [],
      customProperties: {},
      isProtected: true,
      pageLayout: {},
    },
    {
      name: "_状态",
      visibility: "very-hidden",
      tabColor: "",
      showGridlines: true,
      rows: [[{ value: true }]],
      merges: [],
      columnWidths: [],
      rowHeights: [],
      frozenRows: 0,
      frozenColumns: 0,
      tables: [],
      validations: [],
      conditionalFormats: [],
      customProperties: {},
      isProtected: false,
      pageLayout: {},
    },
  ],
};

it("a workbook that is opened and saved is the same workbook", async () => {
  const { standIn } = openExcel();
  await standIn.loadSnapshot(file);
  expect(await standIn.toWorkbookFile()).toEqual(file);
  standIn.dispose();
});

it("opening replaces what was there before", async () => {
  const excel = openExcel();
  await onSheet(excel, (sheet) => {
    sheet.getRange("A1:A2").values = [["x"], [1]];
    sheet.tables.add("A1:A2", true).name = "t_old";
  });
  await excel.standIn.loadSnapshot(file);
  await excel.standIn.loadSnapshot(file);
  expect(await excel.standIn.toWorkbookFile()).toEqual(file);
  excel.standIn.dispose();
});

it("an opened workbook calculates", async () => {
  const { Excel, standIn } = openExcel();
  await standIn.loadSnapshot(file);
  const values = await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("数据").getRange("B2").values = [[529]];
    const total = context.workbook.worksheets.getItem("指标汇总").getRange("B1").load("values,formulas");
    await context.sync();
    return [total.values, total.formulas];
  });
  expect(values).toEqual([[[600]], [["=SUM(t_data[在校生])"]]]);
  standIn.dispose();
});
