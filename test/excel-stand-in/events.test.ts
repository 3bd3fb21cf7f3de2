import { onSheet, openExcel, type OpenExcel } from "./open-excel";

let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel();
});
afterEach(() => {
  excel.standIn.dispose();
});

/** Registers a listener and gives a list of what it hears. */
async function hear<T>(
  register: (context: Excel.RequestContext, listener: (event: T) => Promise<void>) => unknown,
): Promise<T[]> {
  const heard: T[] = [];
  await excel.Excel.run(async (context) => {
    register(context, (event) => {
      heard.push(event);
      return Promise.resolve();
    });
    await context.sync();
  });
  return heard;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("an event", () => {
  it("of changed cells comes after the request, and leads to the range", async () => {
    const heard = await hear<Excel.WorksheetChangedEventArgs>((context, listener) =>
      context.workbook.worksheets.getItem("Sheet1").onChanged.add(listener),
    );
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3").values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      expect(heard).toEqual([]);
    });
    await pause();
    expect(heard).toMatchObject([
      { type: "WorksheetChanged", changeType: "RangeEdited", address: "B2:C3", source: "Local" },
    ]);
    const values = await excel.Excel.run(async (context) => {
      const range = heard[0]?.getRange(context).load("values");
      await context.sync();
      return range?.values;
    });
    expect(values).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("of any sheet reaches listeners on all sheets", async () => {
    const heard = await hear<Excel.WorksheetChangedEventArgs>((context, listener) =>
      context.workbook.worksheets.onChanged.add(listener),
    );
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.add("文稿").getRange("A1").values = [[1]];
      await context.sync();
    });
    await pause();
    expect(heard).toMatchObject([{ address: "A1" }]);
  });

  it("of a sheet brought to the front, and of a deleted sheet", async () => {
    const activated = await hear<Excel.WorksheetActivatedEventArgs>((context, listener) =>
      context.workbook.worksheets.onActivated.add(listener),
    );
    const deleted = await hear<Excel.WorksheetDeletedEventArgs>((context, listener) =>
      context.workbook.worksheets.onDeleted.add(listener),
    );
    const id = await excel.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("文稿").load("id");
      sheet.activate();
      await context.sync();
      const { id: key } = sheet;
      sheet.delete();
      await context.sync();
      return key;
    });
    await pause();
    expect(activated).toMatchObject([{ type: "WorksheetActivated", worksheetId: id }]);
    expect(deleted).toMatchObject([{ type: "WorksheetDeleted", worksheetId: id }]);
  });

  it("of a selection reaches listeners on the sheet and on the workbook", async () => {
    const onOne = await hear<Excel.WorksheetSelectionChangedEventArgs>((context, listener) =>
      context.workbook.worksheets.getItem("Sheet1").onSelectionChanged.add(listener),
    );
    const onAll = await hear<Excel.SelectionChangedEventArgs>((context, listener) =>
      context.workbook.onSelectionChanged.add(listener),
    );
    await onSheet(excel, (sheet) => {
      sheet.getRange("C3").select();
    });
    await pause();
    expect(onOne).toMatchObject([{ address: "C3" }]);
    expect(onAll).toHaveLength(1);
  });

  it("does not reach a listener that has been taken away", async () => {
    const heard: unknown[] = [];
    const registration = await excel.Excel.run(async (context) => {
      const result = context.workbook.worksheets.getItem("Sheet1").onChanged.add((event) => {
        heard.push(event);
        return Promise.resolve();
      });
      await context.sync();
      return result;
    });
    await excel.Excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
    await onSheet(excel, (sheet) => {
      sheet.getRange("A1").values = [[1]];
    });
    await pause();
    expect(heard).toEqual([]);
  });
});
