/** @jest-environment jest-fixed-jsdom */
import { connectFrame } from "../../src/excel-stand-in/browser/connect-frame";
import { serveStandIn } from "../../src/excel-stand-in/browser/serve-stand-in";
import { createStandIn } from "../../src/excel-stand-in";
import { onSheet, openExcel } from "./open-excel";

describe("in a page", () => {
  it("the library and the stand-in work as they do in Node", async () => {
    const excel = openExcel();
    const cell = await onSheet(excel, (sheet) => {
      sheet.getRange("A1").formulas = [["=1+2"]];
      return sheet.getRange("A1").load("values");
    });
    expect(cell.values).toEqual([[3]]);
    excel.standIn.dispose();
  });
});

describe("what the pane finds in Office", () => {
  const { Office, standIn } = openExcel();
  afterAll(() => {
    standIn.dispose();
  });

  it("is ready, in Chinese, in Excel", async () => {
    await expect(Office.onReady()).resolves.toEqual({ host: "Excel", platform: "OfficeOnline" });
    expect(Office.context.displayLanguage).toBe("zh-CN");
    expect(Office.context.officeTheme.bodyBackgroundColor).toBe("#FFFFFF");
  });

  it("keeps settings of the document", async () => {
    const { settings } = Office.context.document;
    settings.set("autoshow", true);
    await new Promise((resolve) => {
      settings.saveAsync(resolve);
    });
    expect(settings.get("autoshow")).toBe(true);
    expect(settings.get("没有")).toBeNull();
  });

  it("runs the action of a ribbon button", async () => {
    Office.actions.associate("openPane", (event: { completed: () => void }) => {
      event.completed();
    });
    await expect(Office.pressRibbonButton("openPane")).resolves.toBeUndefined();
    await expect(Office.pressRibbonButton("没有")).rejects.toThrow("没有");
  });
});

describe("a frame of the preview", () => {
  /** Two windows that pass each other messages as a page and its frame do. */
  function pageWithFrame(origin = location.origin) {
    const heard = { page: [] as ((event: unknown) => void)[], frame: [] as ((event: unknown) => void)[] };
    const post = (to: keyof typeof heard, source: () => object) => (data: unknown, target: string) =>
      void setTimeout(() => {
        for (const listener of heard[to])
          listener({
            data: structuredClone(data),
            origin: target === location.origin ? origin : "null",
            source: source(),
          });
      });
    const frame: Record<string, unknown> = {
      location: { origin: location.origin, search: "?excel=excel-2019" },
      addEventListener: (_: string, listener: (event: unknown) => void) => heard.frame.push(listener),
    };
    const page: Record<string, unknown> = {
      location: { origin: location.origin },
      addEventListener: (_: string, listener: (event: unknown) => void) => heard.page.push(listener),
      removeEventListener: () => undefined,
    };
    page["postMessage"] = post("page", () => frame);
    frame["postMessage"] = post("frame", () => page);
    frame["parent"] = page;
    return {
      page: page as unknown as Window,
      frame: frame as unknown as Window,
      element: { contentWindow: frame } as unknown as HTMLIFrameElement,
    };
  }

  /** A fresh copy of the library, as the frame has loaded it. */
  function libraryIn(frame: Window) {
    const own = openExcel();
    Object.assign(frame, { OfficeExtension: own.OfficeExtension });
    return own;
  }

  it("speaks with the stand-in of the page around it", async () => {
    const { page, frame, element } = pageWithFrame();
    const own = libraryIn(frame);
    connectFrame(frame);
    const standIn = createStandIn({ profile: "excel-2019" });
    serveStandIn(standIn, element, page);
    const heard: string[] = [];
    await own.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.onChanged.add((event) => {
        heard.push(event.address);
        return Promise.resolve();
      });
      sheet.getRange("B2").values = [[5]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toEqual(["B2"]);
    expect((await standIn.toWorkbookFile()).sheets[0]?.rows[1]?.[1]).toEqual({ value: 5 });
    expect((await own.standIn.toWorkbookFile()).sheets[0]?.rows).toEqual([]);
    const { Office } = frame as unknown as {
      Office: { context: { requirements: { isSetSupported(set: string, version: string): boolean } } };
    };
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(false);
    standIn.dispose();
    own.standIn.dispose();
  });

  it("is not heard when it comes from another origin", async () => {
    const { page, frame, element } = pageWithFrame("https://elsewhere.example");
    const own = libraryIn(frame);
    connectFrame(frame);
    const standIn = createStandIn();
    serveStandIn(standIn, element, page);
    const run = own.Excel.run(async (context) => {
      context.workbook.worksheets.add("不该有");
      await context.sync();
    });
    const outcome = await Promise.race([
      run.then(() => "answered"),
      new Promise((resolve) => setTimeout(resolve, 100, "silence")),
    ]);
    expect(outcome).toBe("silence");
    expect(standIn.traffic.batches).toBe(0);
    standIn.dispose();
    own.standIn.dispose();
  });
});
