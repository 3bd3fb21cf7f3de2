import { onSheet, openExcel, type OpenExcel } from "./open-excel";

let excel: OpenExcel;
beforeEach(async () => {
  excel = openExcel();
  await onSheet(excel, (sheet) => {
    sheet.getRange("A1:C4").values = [
      ["学校", "在校生", "女生"],
      ["甲校", 429, 212],
      ["乙校", 100, 51],
      ["丙校", 71, 30],
    ];
    sheet.tables.add("A1:C4", true).name = "t_data";
  });
});
afterEach(() => {
  excel.standIn.dispose();
});

const calculated = async (address: string, formula: string) => {
  const cell = await onSheet(excel, (sheet) => {
    const range = sheet.getRange(address);
    range.formulas = [[formula]];
    return range.load("values,formulas");
  });
  return { value: cell.values[0]?.[0] as unknown, formula: cell.formulas[0]?.[0] as unknown };
};

describe("a formula that speaks of a table", () => {
  it.each<[address: string, formula: string, value: unknown]>([
    ["F1", "=SUM(t_data[在校生])", 600],
    ["F1", "=SUM(T_DATA[在校生])", 600],
    ["F1", "=SUM(t_data[[在校生]:[女生]])", 893],
    ["F1", "=SUM(t_data[[#Data],[女生]])", 293],
    ["F1", "=ROWS(t_data)", "#NAME?"],
    ["F1", "=ROWS(t_data[])", 3],
    ["F1", "=ROWS(t_data[#All])", 4],
    ["F1", "=INDEX(t_data[#Headers],1,2)", "在校生"],
    ["F1", '=SUMIFS(t_data[女生],t_data[学校],"乙校")/SUMIFS(t_data[在校生],t_data[学校],"乙校")', 0.51],
    ["F3", "=t_data[[#This Row],[女生]]", 51],
    ["F3", "=t_data[@女生]", 51],
    ["F3", "=SUM(t_data[@[在校生]:[女生]])", 151],
    ["F1", '="[女生]"', "[女生]"],
  ])("in %s: %s is %p, and reads back as it was written", async (address, formula, value) => {
    expect(await calculated(address, formula)).toEqual({ value, formula });
  });

  it("reads its own row inside the table", async () => {
    await onSheet(excel, (sheet) => {
      sheet.tables.getItem("t_data").resize("A1:D4");
      sheet.getRange("D1:D4").values = [
        ["女生占比"],
        ["=[@女生]/[@在校生]"],
        ["=[@女生]/[@在校生]"],
        ["=[@女生]/[@在校生]"],
      ];
    });
    const column = await onSheet(excel, (sheet) => sheet.getRange("D2:D4").load("values,formulas"));
    expect(column.values.flat().map((share) => Math.round(Number(share) * 1000))).toEqual([494, 510, 423]);
    expect(column.formulas[2]).toEqual(["=[@女生]/[@在校生]"]);
  });

  it.each<[why: string, address: string, formula: string]>([
    ["the table does not exist", "F1", "=SUM(没有[在校生])"],
    ["the column does not exist", "F1", "=SUM(t_data[男生])"],
    ["it asks for its row outside the table's rows", "F9", "=t_data[@女生]"],
    ["it stands outside a table without naming one", "F2", "=[@女生]"],
  ])("is refused when %s", async (_why, address, formula) => {
    await expect(calculated(address, formula)).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("works from another sheet", async () => {
    const value = await excel.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.add("核算").getRange("A1");
      cell.formulas = [["=SUM(t_data[在校生])"]];
      cell.load("values");
      await context.sync();
      return cell.values;
    });
    expect(value).toEqual([[600]]);
  });

  it("follows the table when it grows, changes its name or its headers", async () => {
    await calculated("F1", "=SUM(t_data[在校生])");
    const cell = await onSheet(excel, (sheet) => {
      const table = sheet.tables.getItem("t_data");
      sheet.getRange("A5:C5").values = [["丁校", 400, 200]];
      table.resize("A1:C5");
      table.name = "t_forms";
      return sheet.getRange("F1").load("values,formulas");
    });
    expect(cell.values).toEqual([[1000]]);
    expect(cell.formulas).toEqual([["=SUM(t_forms[在校生])"]]);
  });

  it("keeps its ranges when the table goes", async () => {
    await calculated("F1", "=SUM(t_data[在校生])");
    const cell = await onSheet(excel, (sheet) => {
      sheet.tables.getItem("t_data").convertToRange();
      return sheet.getRange("F1").load("values,formulas");
    });
    expect(cell.values).toEqual([[600]]);
    expect(cell.formulas).toEqual([["=SUM($B$2:$B$4)"]]);
  });
});

describe("a table", () => {
  it("knows its parts and looks", async () => {
    const parts = await onSheet(excel, (sheet) => {
      const table = sheet.tables.getItem("T_Data");
      table.style = "TableStyleLight1";
      table.showFilterButton = false;
      return {
        table: table.load("name,style,showFilterButton,showHeaders"),
        all: table.getRange().load("address"),
        header: table.getHeaderRowRange().load("values"),
        body: table.getDataBodyRange().load("address"),
        column: table.columns.getItem("女生").getDataBodyRange().load("values"),
      };
    });
    expect(parts.table.toJSON()).toMatchObject({
      name: "t_data",
      style: "TableStyleLight1",
      showFilterButton: false,
      showHeaders: true,
    });
    expect(parts.all.address).toBe("Sheet1!A1:C4");
    expect(parts.header.values).toEqual([["学校", "在校生", "女生"]]);
    expect(parts.body.address).toBe("Sheet1!A2:C4");
    expect(parts.column.values).toEqual([[212], [51], [30]]);
  });

  it("is found in the workbook, or not at all", async () => {
    const [found, none] = await onSheet(excel, (_sheet, context) => [
      context.workbook.tables.getItemOrNullObject("t_data").load("name,worksheet/name"),
      context.workbook.tables.getItemOrNullObject("没有").load("name"),
    ]);
    expect(found?.worksheet.name).toBe("Sheet1");
    expect(none?.isNullObject).toBe(true);
  });

  it.each<[why: string, act: (sheet: Excel.Worksheet) => void]>([
    [
      "it overlaps another",
      (sheet) => {
        sheet.tables.add("C4:D6", true);
      },
    ],
    [
      "it holds merged cells",
      (sheet) => {
        sheet.getRange("H1:I1").merge();
        sheet.tables.add("H1:I3", true);
      },
    ],
    [
      "its name holds a space",
      (sheet) => {
        sheet.tables.getItem("t_data").name = "t data";
      },
    ],
    [
      "its name is an address",
      (sheet) => {
        sheet.tables.getItem("t_data").name = "AB12";
      },
    ],
    [
      "its name is taken",
      (sheet) => {
        sheet.tables.add("H1:I3", true).name = "T_DATA";
      },
    ],
    [
      "it would lose its header row",
      (sheet) => {
        sheet.tables.getItem("t_data").resize("A2:C5");
      },
    ],
  ])("is refused when %s", async (_why, act) => {
    await expect(onSheet(excel, act)).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("has a unique text in every header cell", async () => {
    const header = await onSheet(excel, (sheet) => {
      sheet.getRange("H1:K2").values = [
        ["甲", "甲", "", 2024],
        [1, 2, 3, 4],
      ];
      return sheet.tables.add("H1:K2", true).getHeaderRowRange().load("values,valueTypes");
    });
    expect(header.values).toEqual([["甲", "甲2", "列3", "2024"]]);
    expect(header.valueTypes).toEqual([["String", "String", "String", "String"]]);
  });

  it("goes with its cells when it is deleted", async () => {
    const [cells, count] = await onSheet(excel, (sheet) => {
      sheet.tables.getItem("t_data").delete();
      return [sheet.getUsedRangeOrNullObject(true).load("address"), sheet.tables.getCount()] as const;
    });
    expect(cells.isNullObject).toBe(true);
    expect(count.value).toBe(0);
  });

  it("goes with its sheet", async () => {
    const count = await excel.Excel.run(async (context) => {
      context.workbook.worksheets.add("别的");
      context.workbook.worksheets.getItem("Sheet1").delete();
      const tables = context.workbook.tables.getCount();
      await context.sync();
      return tables.value;
    });
    expect(count).toBe(0);
  });
});
