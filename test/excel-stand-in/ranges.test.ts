import { onSheet, openExcel, type OpenExcel } from "./open-excel";

let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel();
});
afterEach(() => {
  excel.standIn.dispose();
});

describe("a range", () => {
  it.each<[what: string, find: (sheet: Excel.Worksheet) => Excel.Range, address: string]>([
    ["by address", (sheet) => sheet.getRange("B2:C3"), "Sheet1!B2:C3"],
    ["by address with the sheet", (sheet) => sheet.getRange("Sheet1!B2"), "Sheet1!B2"],
    ["by numbers", (sheet) => sheet.getRangeByIndexes(1, 2, 3, 1), "Sheet1!C2:C4"],
    ["by one cell", (sheet) => sheet.getCell(4, 26), "Sheet1!AA5"],
    ["a cell within", (sheet) => sheet.getRange("B2:C3").getCell(1, 1), "Sheet1!C3"],
    ["made larger", (sheet) => sheet.getRange("A1").getResizedRange(2, 1), "Sheet1!A1:B3"],
    ["moved", (sheet) => sheet.getRange("A1:B1").getOffsetRange(3, 1), "Sheet1!B4:C4"],
    ["its columns", (sheet) => sheet.getRange("B2:C3").getEntireColumn(), "Sheet1!B:C"],
    ["its rows", (sheet) => sheet.getRange("B2:C3").getEntireRow(), "Sheet1!2:3"],
    ["its last cell", (sheet) => sheet.getRange("B2:C3").getLastCell(), "Sheet1!C3"],
    [
      "what two have in common",
      (sheet) => sheet.getRange("A1:C3").getIntersectionOrNullObject("B2:D9"),
      "Sheet1!B2:C3",
    ],
  ])("is found %s", async (_what, find, address) => {
    const range = await onSheet(excel, (sheet) => find(sheet).load("address"));
    expect(range.address).toBe(address);
  });

  it.each<[what: string, find: (sheet: Excel.Worksheet) => Excel.Range]>([
    ["no address", (sheet) => sheet.getRange("甲乙")],
    ["a row beyond the last", (sheet) => sheet.getRange("A1048577")],
    ["a column beyond the last", (sheet) => sheet.getRange("XFE1")],
    ["a cell left of the first", (sheet) => sheet.getRange("A1").getOffsetRange(0, -1)],
    ["no rows", (sheet) => sheet.getRangeByIndexes(0, 0, 0, 1)],
    ["another sheet", (sheet) => sheet.getRange("Sheet9!A1")],
  ])("is an invalid argument for %s", async (_what, find) => {
    await expect(onSheet(excel, (sheet) => find(sheet).load("address"))).rejects.toMatchObject({
      code: "InvalidArgument",
    });
  });

  it("knows its place and size", async () => {
    const range = await onSheet(excel, (sheet) =>
      sheet.getRange("C5:E6").load("rowIndex,columnIndex,rowCount,columnCount,cellCount"),
    );
    expect(range.toJSON()).toMatchObject({ rowIndex: 4, columnIndex: 2, rowCount: 2, columnCount: 3, cellCount: 6 });
  });
});

describe("the used range", () => {
  it("spans all cells that hold something", async () => {
    const range = await onSheet(excel, (sheet) => {
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("D5").formulas = [["=1"]];
      return sheet.getUsedRange().load("address");
    });
    expect(range.address).toBe("Sheet1!B2:D5");
  });

  it("counts formatted cells unless only values are asked for", async () => {
    const [all, values] = await onSheet(excel, (sheet) => {
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("C9").format.fill.color = "#FFF9E5";
      return [sheet.getUsedRange().load("address"), sheet.getUsedRange(true).load("address")];
    });
    expect([all?.address, values?.address]).toEqual(["Sheet1!B2:C9", "Sheet1!B2"]);
  });

  it("of an empty sheet is nothing", async () => {
    const range = await onSheet(excel, (sheet) => sheet.getUsedRangeOrNullObject(true).load("address"));
    expect(range.isNullObject).toBe(true);
  });
});

describe("looks", () => {
  it("are kept and read back", async () => {
    const format = await onSheet(excel, (sheet) => {
      const { format: look } = sheet.getRange("A1:B2");
      look.font.name = "微软雅黑";
      look.font.size = 14;
      look.font.bold = true;
      look.font.italic = true;
      look.font.color = "#0f6cbd";
      look.fill.color = "#FFF9E5";
      look.wrapText = true;
      look.horizontalAlignment = "Center";
      look.verticalAlignment = "Top";
      return sheet
        .getRange("B2")
        .format.load(
          "wrapText,horizontalAlignment,verticalAlignment,fill/color,font/name,font/size,font/bold,font/italic,font/color",
        );
    });
    expect(format.toJSON()).toMatchObject({
      wrapText: true,
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      fill: { color: "#FFF9E5" },
      font: { name: "微软雅黑", size: 14, bold: true, italic: true, color: "#0F6CBD" },
    });
  });

  it("that differ within a range read as null", async () => {
    const font = await onSheet(excel, (sheet) => {
      sheet.getRange("A1").format.font.bold = true;
      return sheet.getRange("A1:A2").format.font.load("bold");
    });
    expect(font.bold).toBeNull();
  });

  it("leave values alone, and values leave looks alone", async () => {
    const cell = await onSheet(excel, (sheet) => {
      const range = sheet.getRange("A1");
      range.values = [[0.5]];
      range.numberFormat = [["0.00%"]];
      range.format.fill.color = "#FDE7E9";
      range.values = [[0.25]];
      return range.load("values,text,format/fill/color");
    });
    expect(cell.text).toEqual([["25.00%"]]);
    expect(cell.format.fill.color).toBe("#FDE7E9");
  });

  it("of columns and rows have sizes in points", async () => {
    const [column, row] = await onSheet(excel, (sheet) => {
      sheet.getRange("B:C").format.columnWidth = 90;
      sheet.getRange("4:4").format.rowHeight = 30;
      return [sheet.getRange("C1").format.load("columnWidth"), sheet.getRange("A4").format.load("rowHeight")];
    });
    expect(column?.columnWidth).toBe(90);
    expect(row?.rowHeight).toBe(30);
  });

  it("fit columns to what they hold", async () => {
    const [narrow, wide] = await onSheet(excel, (sheet) => {
      sheet.getRange("A1:B1").values = [["甲", "城关镇第一中心小学附属幼儿园"]];
      sheet.getRange("A:B").format.autofitColumns();
      return [sheet.getRange("A1").format.load("columnWidth"), sheet.getRange("B1").format.load("columnWidth")];
    });
    expect(wide?.columnWidth).toBeGreaterThan((narrow?.columnWidth ?? 0) * 4);
  });
});

describe("clearing", () => {
  const filled = (sheet: Excel.Worksheet) => {
    const range = sheet.getRange("A1");
    range.values = [[5]];
    range.format.font.bold = true;
    range.numberFormat = [["0.00"]];
    return range;
  };

  it.each<["Contents" | "Formats" | "All", unknown, boolean, string]>([
    ["Contents", "", true, "0.00"],
    ["Formats", 5, false, "General"],
    ["All", "", false, "General"],
  ])("%s leaves value %p, bold %p, format %p", async (what, value, bold, format) => {
    const cell = await onSheet(excel, (sheet) => {
      const range = filled(sheet);
      range.clear(what);
      return range.load("values,numberFormat,format/font/bold");
    });
    expect(cell.values).toEqual([[value]]);
    expect(cell.numberFormat).toEqual([[format]]);
    expect(cell.format.font.bold).toBe(bold);
  });
});

describe("deleting and inserting cells", () => {
  it("moves the cells below up, and formulas follow", async () => {
    const [column, sum] = await onSheet(excel, (sheet) => {
      sheet.getRange("A1:A4").values = [[1], [2], [3], [4]];
      sheet.getRange("C1").formulas = [["=A4"]];
      sheet.getRange("A2").delete("Up");
      return [sheet.getRange("A1:A4").load("values"), sheet.getRange("C1").load("values,formulas")];
    });
    expect(column?.values).toEqual([[1], [3], [4], [""]]);
    expect(sum?.values).toEqual([[4]]);
    expect(sum?.formulas).toEqual([["=A3"]]);
  });

  it("is refused, not half done, where a table would have to move", async () => {
    const insert = onSheet(excel, (sheet) => {
      sheet.getRange("A3:A4").values = [["学校"], ["甲"]];
      sheet.tables.add("A3:A4", true);
      sheet.getRange("1:1").insert("Down");
    });
    await expect(insert).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  it("makes room", async () => {
    const column = await onSheet(excel, (sheet) => {
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("A2").insert("Down");
      return sheet.getRange("A1:A3").load("values");
    });
    expect(column.values).toEqual([[1], [""], [2]]);
  });
});

describe("the selection", () => {
  it("is what was selected last", async () => {
    const range = await excel.Excel.run(async (context) => {
      context.workbook.worksheets.add("文稿").getRange("B2:C3").select();
      const selected = context.workbook.getSelectedRange().load("address");
      await context.sync();
      return selected.address;
    });
    expect(range).toBe("文稿!B2:C3");
  });
});

describe("merged cells", () => {
  it("are listed with their places", async () => {
    const [areas, none] = await onSheet(excel, (sheet) => {
      sheet.getRange("A1:C1").merge();
      sheet.getRange("B3:C4").merge();
      return [
        sheet.getRange("A1:D9").getMergedAreasOrNullObject(),
        sheet.getRange("E1:F9").getMergedAreasOrNullObject(),
      ].map((each) => {
        each.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
        return each.load("address");
      });
    });
    expect(areas?.address).toBe("Sheet1!A1:C1,Sheet1!B3:C4");
    expect(
      areas?.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => [
        rowIndex,
        columnIndex,
        rowCount,
        columnCount,
      ]),
    ).toEqual([
      [0, 0, 1, 3],
      [2, 1, 2, 2],
    ]);
    expect(none?.isNullObject).toBe(true);
  });

  it("stay merged until they are taken apart", async () => {
    await onSheet(excel, (sheet) => {
      sheet.getRange("A1:C1").merge();
    });
    expect((await excel.standIn.toWorkbookFile()).sheets[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
    ]);
    await onSheet(excel, (sheet) => {
      sheet.getRange("A1:C1").unmerge();
    });
    expect((await excel.standIn.toWorkbookFile()).sheets[0]?.merges).toEqual([]);
  });
});
