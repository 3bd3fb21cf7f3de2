import { onSheet, openExcel, type OpenExcel } from "./open-excel";

let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel();
});
afterEach(() => {
  excel.standIn.dispose();
});

const entered = (raw: unknown, format?: string) =>
  onSheet(excel, (sheet) => {
    const cell = sheet.getRange("A1");
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[raw]];
    return cell.load("values,text,valueTypes,formulas,numberFormat");
  });

describe("what is typed into an ordinary cell", () => {
  it.each<[what: string, raw: unknown, value: unknown, type: string]>([
    ["a school code with leading zeros becomes a number", "001", 1, "Double"],
    ["a date becomes its serial day", "2023-9-1", 45170, "Double"],
    ["a Chinese date becomes its serial day", "2023年9月1日", 45170, "Double"],
    ["a class such as 1-2 becomes a day of this year", "1-2", 45659, "Double"],
    ["a percentage becomes its share", "12.5%", 0.125, "Double"],
    ["grouped digits become a number", "1,234", 1234, "Double"],
    ["full-width digits become a number", "１２３", 123, "Double"],
    ["brackets mean a negative number", "(5)", -5, "Double"],
    ["an ID number loses its last digits", "110101201501011234", 110101201501011000, "Double"],
    ["an apostrophe keeps text", "'001", "001", "String"],
    ["a word stays text", "城关小学", "城关小学", "String"],
    ["a number with a unit stays text", "429人", "429人", "String"],
    ["a date that does not exist stays text", "2023-2-30", "2023-2-30", "String"],
    ["a lone dash stays text", "-", "-", "String"],
    ["a truth value", "true", true, "Boolean"],
    ["an empty text clears the cell", "", "", "Empty"],
    ["a number", 12.5, 12.5, "Double"],
    ["the text of an error is an error", "#N/A", "#N/A", "Error"],
  ])("%s: %p reads %p", async (_what, raw, value, type) => {
    const cell = await entered(raw);
    expect(cell.values).toEqual([[value]]);
    expect(cell.valueTypes).toEqual([[type]]);
  });

  it("shows a date as a date, though its value is a number", async () => {
    const cell = await entered("2023-9-1");
    expect(cell.numberFormat).toEqual([["yyyy/m/d"]]);
    expect(cell.text).toEqual([["2023/9/1"]]);
  });

  it("calculates a text that begins with =", async () => {
    const cell = await entered("=1+2");
    expect(cell.values).toEqual([[3]]);
    expect(cell.formulas).toEqual([["=1+2"]]);
  });
});

describe("what is typed into a cell with the text format", () => {
  it.each([["001"], ["2023-9-1"], ["110101201501011234"], ["=1+1"], ["+86"], ["TRUE"], ["#N/A"]])(
    "%p survives",
    async (raw) => {
      const cell = await entered(raw, "@");
      expect(cell.values).toEqual([[raw]]);
      expect(cell.text).toEqual([[raw]]);
      expect(cell.valueTypes).toEqual([["String"]]);
    },
  );

  it("is not added up", async () => {
    const sum = await onSheet(excel, (sheet) => {
      sheet.getRange("A1:A2").numberFormat = [["@"], ["@"]];
      sheet.getRange("A1:A3").values = [["001"], ["2"], [5]];
      sheet.getRange("B1").formulas = [["=SUM(A1:A3)"]];
      return sheet.getRange("B1").load("values");
    });
    expect(sum.values).toEqual([[5]]);
  });
});

describe("a block of values", () => {
  it.each<[what: string, values: unknown[][]]>([
    ["too few rows", [[1, 2]]],
    [
      "too many columns",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ["a ragged row", [[1, 2], [3]]],
  ])("with %s is an invalid argument", async (_what, values) => {
    const write = onSheet(excel, (sheet) => {
      sheet.getRange("A1:B2").values = values;
    });
    await expect(write).rejects.toMatchObject({
      code: "InvalidArgument",
      debugInfo: { errorLocation: "Range.values" },
    });
  });

  it("leaves a cell alone where it holds null", async () => {
    const range = await onSheet(excel, (sheet) => {
      const cells = sheet.getRange("A1:B1");
      cells.values = [[1, 2]];
      cells.values = [[null, 3]];
      return cells.load("values");
    });
    expect(range.values).toEqual([[1, 3]]);
  });

  it("of one value fills the range", async () => {
    const range = await onSheet(excel, (sheet) => {
      const cells = sheet.getRange("A1:B2");
      cells.values = 7 as unknown as number[][];
      return cells.load("values");
    });
    expect(range.values).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  it("may not hold objects", async () => {
    const write = onSheet(excel, (sheet) => {
      sheet.getRange("A1").values = [[{ a: 1 }]];
    });
    await expect(write).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

describe("formulas", () => {
  it("are recalculated when a cell they read changes", async () => {
    await onSheet(excel, (sheet) => {
      sheet.getRange("A1:A2").values = [[3], [4]];
      sheet.getRange("A3").formulas = [["=SUM(A1:A2)"]];
    });
    const sum = await onSheet(excel, (sheet) => {
      sheet.getRange("A1").values = [[10]];
      return sheet.getRange("A3").load("values,formulas");
    });
    expect(sum.values).toEqual([[14]]);
    expect(sum.formulas).toEqual([["=SUM(A1:A2)"]]);
  });

  it.each<[formula: string, value: unknown]>([
    ["=1/0", "#DIV/0!"],
    ["=VLOOKUP(1,A1:B2,2,FALSE)", "#N/A"],
    ['=VALUE("x")', "#VALUE!"],
    ["=没有这个函数(1)", "#NAME?"],
  ])("%s reads %p and is an error", async (formula, value) => {
    const cell = await onSheet(excel, (sheet) => {
      const range = sheet.getRange("D1");
      range.formulas = [[formula]];
      return range.load("values,valueTypes");
    });
    expect(cell.values).toEqual([[value]]);
    expect(cell.valueTypes).toEqual([["Error"]]);
  });

  it("read other sheets, and follow them when they are renamed", async () => {
    const [before, after] = await excel.Excel.run(async (context) => {
      const data = context.workbook.worksheets.add("数据_表2");
      data.getRange("A1").values = [[5]];
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      cell.formulas = [["=数据_表2!A1*2"]];
      cell.load("values");
      await context.sync();
      const first = cell.values;
      data.name = "数据 表2";
      data.getRange("A1").values = [[6]];
      cell.load("values,formulas");
      await context.sync();
      return [first, [cell.values, cell.formulas]];
    });
    expect(before).toEqual([[10]]);
    expect(after).toEqual([[[12]], [["='数据 表2'!A1*2"]]]);
  });

  it("spill their results into the cells below", async () => {
    const range = await onSheet(excel, (sheet) => {
      sheet.getRange("A1:A3").values = [[1], [5], [9]];
      sheet.getRange("C1").formulas = [["=FILTER(A1:A3,A1:A3>2)"]];
      return sheet.getRange("C1:C2").load("values");
    });
    expect(range.values).toEqual([[5], [9]]);
  });

  it("give way to a value put in their place", async () => {
    const cell = await onSheet(excel, (sheet) => {
      const range = sheet.getRange("A1");
      range.formulas = [["=1+1"]];
      range.values = [[5]];
      return range.load("values,formulas");
    });
    expect(cell.formulas).toEqual([[5]]);
  });
});

it.each<[format: string, value: number, text: string]>([
  ["General", 1234.5, "1234.5"],
  ["0.00%", 0.12345, "12.35%"],
  ["#,##0", 1234567, "1,234,567"],
  ["yyyy-mm-dd", 45170, "2023-09-01"],
  ['0.00":1"', 12.5, "12.50:1"],
])("a cell with the format %s shows %p as %p", async (format, value, text) => {
  const cell = await entered(value, format);
  expect(cell.text).toEqual([[text]]);
  expect(cell.values).toEqual([[value]]);
});
