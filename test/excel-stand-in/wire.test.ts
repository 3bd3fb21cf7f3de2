import { onSheet, openExcel } from "./open-excel";

describe("a failing statement", () => {
  it("is named, and those before it have taken effect", async () => {
    const { Excel, standIn } = openExcel();
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").values = [[1, 2]];
      sheet.getRange("A3").values = [[3]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: "InvalidArgument",
      debugInfo: { errorLocation: "Range.values", statement: expect.stringContaining(".values = ") as string },
    });
    const cells = await onSheet({ Excel }, (sheet) => sheet.getRange("A1:A3").load("values"));
    expect(cells.values).toEqual([[1], [""], [""]]);
    standIn.dispose();
  });

  it("is an error of the real library", async () => {
    const { Excel, OfficeExtension, standIn } = openExcel();
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("没有").load("name");
      await context.sync();
    });
    await expect(run).rejects.toBeInstanceOf(OfficeExtension.Error);
    await expect(run).rejects.toMatchObject({ code: "ItemNotFound" });
    standIn.dispose();
  });
});

describe("a member the stand-in lacks", () => {
  it.each<[what: string, act: (sheet: Excel.Worksheet) => void]>([
    [
      "a method",
      (sheet) => {
        sheet.showOutlineLevels(1, 1);
      },
    ],
    [
      "a property that is set",
      (sheet) => {
        sheet.getRange("A1").format.indentLevel = 2;
      },
    ],
    [
      "a property that is read",
      (sheet) => {
        sheet.load("standardWidth");
      },
    ],
    [
      "an object",
      (sheet) => {
        sheet.pivotTables.load("items/name");
      },
    ],
  ])("fails loudly: %s", async (_what, act) => {
    const excel = openExcel();
    await expect(onSheet(excel, act)).rejects.toMatchObject({ code: "ApiNotFound" });
    excel.standIn.dispose();
  });
});

describe("requirement sets", () => {
  it.each<["excel-2019" | "excel-2021" | "ltsc-2024" | "web" | "microsoft-365", string, boolean]>([
    ["excel-2019", "1.8", true],
    ["excel-2019", "1.9", false],
    ["excel-2021", "1.14", true],
    ["excel-2021", "1.15", false],
    ["ltsc-2024", "1.17", true],
    ["web", "1.18", true],
    ["microsoft-365", "1.18", true],
  ])("%s has ExcelApi %s: %p", (profile, version, supported) => {
    const { Office, standIn } = openExcel({ profile });
    expect(Office.context.requirements.isSetSupported("ExcelApi", version)).toBe(supported);
    standIn.dispose();
  });

  it.each<[what: string, act: (sheet: Excel.Worksheet) => void]>([
    [
      "the library refuses a newer method",
      (sheet) => {
        sheet.pageLayout.setPrintTitleRows("$1:$4");
      },
    ],
    [
      "the stand-in refuses a newer property in a load",
      (sheet) => {
        sheet.load("customProperties/items/key");
      },
    ],
  ])("in Excel 2019 %s", async (_what, act) => {
    const excel = openExcel({ profile: "excel-2019" });
    await expect(onSheet(excel, act)).rejects.toMatchObject({ code: "ApiNotFound" });
    excel.standIn.dispose();
  });
});

describe("sizes", () => {
  const rows = Array.from({ length: 600 }, () => ["字".repeat(3000)]);

  it("a request of more than 5 MB is refused on the web and changes nothing", async () => {
    const excel = openExcel({ profile: "web" });
    const write = onSheet(excel, (sheet) => {
      sheet.getRange("A1:A600").values = rows;
    });
    await expect(write).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    const used = await onSheet(excel, (sheet) => sheet.getUsedRangeOrNullObject(true).load("isNullObject"));
    expect(used.isNullObject).toBe(true);
    excel.standIn.dispose();
  });

  it("the desktop takes it, and the web refuses an answer of that size", async () => {
    const desktop = openExcel({ profile: "microsoft-365" });
    await onSheet(desktop, (sheet) => {
      sheet.getRange("A1:A600").values = rows;
    });
    expect(desktop.standIn.traffic.requestBytes).toBeGreaterThan(5 * 1024 * 1024);
    desktop.standIn.dispose();

    const web = openExcel({ profile: "web" });
    for (const part of [0, 300])
      await onSheet(web, (sheet) => {
        sheet.getRangeByIndexes(part, 0, 300, 1).values = rows.slice(part, part + 300);
      });
    const read = onSheet(web, (sheet) => sheet.getRange("A1:A600").load("values,text"));
    await expect(read).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
    web.standIn.dispose();
  });

  it("more than five million cells are not read at once", async () => {
    const excel = openExcel();
    const read = onSheet(excel, (sheet) => sheet.getRange("A1:Z200000").load("values"));
    await expect(read).rejects.toMatchObject({ code: "RangeExceedsLimit" });
    excel.standIn.dispose();
  });
});

it("every request is refused while a cell is being edited, and taken afterwards", async () => {
  const excel = openExcel();
  excel.standIn.isCellBeingEdited = true;
  await expect(onSheet(excel, (sheet) => sheet.load("name"))).rejects.toMatchObject({
    code: "InvalidOperationInCellEditMode",
  });
  excel.standIn.isCellBeingEdited = false;
  await expect(onSheet(excel, (sheet) => sheet.load("name"))).resolves.toMatchObject({ name: "Sheet1" });
  excel.standIn.dispose();
});

describe("round trips", () => {
  it("are counted with their actions and bytes", async () => {
    const { Excel, standIn } = openExcel();
    standIn.resetTraffic();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      range.values = [[1, 2]];
      await context.sync();
      range.load("values");
      await context.sync();
    });
    // The third gives back the reference that the library kept on the range.
    expect(standIn.traffic.batches).toBe(3);
    expect(standIn.traffic.actions).toBeGreaterThan(4);
    expect(standIn.traffic.requestBytes).toBeGreaterThan(200);
    expect(standIn.traffic.responseBytes).toBeGreaterThan(100);
    standIn.dispose();
  });

  it("take as long as they are told to", async () => {
    const excel = openExcel({ latency: 60 });
    const before = performance.now();
    await onSheet(excel, (sheet) => sheet.load("name"));
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
    excel.standIn.dispose();
  });
});

describe("a range", () => {
  it("can be used in a later request of the same run", async () => {
    const { Excel, standIn } = openExcel();
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2");
      await context.sync();
      range.values = [[5]];
      await context.sync();
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[5]]);
    standIn.dispose();
  });

  it("is forgotten after the run unless it is tracked", async () => {
    const { Excel, standIn } = openExcel();
    const [kept, lost] = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const [tracked, plain] = [sheet.getRange("A1"), sheet.getRange("A2")];
      context.trackedObjects.add(tracked);
      await context.sync();
      return [tracked, plain];
    });
    kept.load("address");
    await kept.context.sync();
    expect(kept.address).toBe("Sheet1!A1");
    expect(() => lost.load("address")).toThrow();
    standIn.dispose();
  });
});
