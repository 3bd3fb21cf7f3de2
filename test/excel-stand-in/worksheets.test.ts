import { onSheet, openExcel, type OpenExcel } from "./open-excel";

let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel();
});
afterEach(() => {
  excel.standIn.dispose();
});

const run = <T>(act: (context: Excel.RequestContext) => Promise<T>) => excel.Excel.run(act);

describe("the name of a sheet", () => {
  it.each<[why: string, name: string, code: string]>([
    ["is empty", "", "InvalidArgument"],
    ["has 32 characters", "教".repeat(32), "InvalidArgument"],
    ["holds a colon", "a:b", "InvalidArgument"],
    ["holds a backslash", "a\\b", "InvalidArgument"],
    ["holds a slash", "a/b", "InvalidArgument"],
    ["holds a question mark", "a?b", "InvalidArgument"],
    ["holds an asterisk", "a*b", "InvalidArgument"],
    ["holds brackets", "a[b]", "InvalidArgument"],
    ["begins with an apostrophe", "'a", "InvalidArgument"],
    ["ends with an apostrophe", "a'", "InvalidArgument"],
    ["is taken", "Sheet1", "ItemAlreadyExists"],
    ["is taken but for its case", "SHEET1", "ItemAlreadyExists"],
  ])("is refused when it %s", async (_why, name, code) => {
    await expect(
      run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code });
    const rename = run(async (context) => {
      context.workbook.worksheets.add("别的").name = name;
      await context.sync();
    });
    await expect(rename).rejects.toMatchObject({ code });
  });

  it.each([["教".repeat(31)], ["数据_表2"], ["it's"], ["1班"], ["方案·表样"]])("may be %p", async (name) => {
    const names = await run(async (context) => {
      context.workbook.worksheets.add(name);
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      return sheets.items.map((sheet) => sheet.name);
    });
    expect(names).toEqual(["Sheet1", name]);
  });
});

describe("sheets", () => {
  it("are found by name regardless of case, by id, or not at all", async () => {
    const found = await run(async (context) => {
      const { worksheets } = context.workbook;
      const first = worksheets.getItem("SHEET1").load("id,name");
      const none = worksheets.getItemOrNullObject("没有");
      await context.sync();
      const byId = worksheets.getItem(first.id).load("name");
      await context.sync();
      return { name: byId.name, none: none.isNullObject };
    });
    expect(found).toEqual({ name: "Sheet1", none: true });
  });

  it("keep what add-ins and people gave them", async () => {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add("指标汇总");
      sheet.tabColor = "#0f6cbd";
      sheet.showGridlines = false;
      sheet.position = 0;
      sheet.customProperties.add("role", "fig");
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B4"));
      await context.sync();
    });
    const sheet = await run(async (context) => {
      const [first] = (
        await loaded(
          context,
          context.workbook.worksheets,
          "items/name,items/position,items/tabColor,items/showGridlines,items/visibility",
        )
      ).items;
      if (!first) throw new Error("no sheet");
      const role = first.customProperties.getItemOrNullObject("ROLE").load("value");
      const none = first.customProperties.getItemOrNullObject("other").load("value");
      const frozen = first.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      return {
        name: first.name,
        position: first.position,
        tabColor: first.tabColor,
        grid: first.showGridlines,
        visibility: first.visibility,
        role: role.value,
        none: none.isNullObject,
        frozen: frozen.address,
      };
    });
    expect(sheet).toEqual({
      name: "指标汇总",
      position: 0,
      tabColor: "#0F6CBD",
      grid: false,
      visibility: "Visible",
      role: "fig",
      none: true,
      frozen: "指标汇总!A1:B4",
    });
  });

  it("can be hidden, but never all of them", async () => {
    const sheets = await run(async (context) => {
      context.workbook.worksheets.add("_状态").visibility = "VeryHidden";
      const all = context.workbook.worksheets.load("items/name,items/visibility");
      const count = context.workbook.worksheets.getCount(true);
      await context.sync();
      return { all: all.items.map((sheet) => [sheet.name, sheet.visibility]), visible: count.value };
    });
    expect(sheets).toEqual({
      all: [
        ["Sheet1", "Visible"],
        ["_状态", "VeryHidden"],
      ],
      visible: 1,
    });
    const hideLast = onSheet(excel, (sheet) => {
      sheet.visibility = "Hidden";
    });
    await expect(hideLast).rejects.toMatchObject({ code: "InvalidOperation" });
    await expect(
      onSheet(excel, (sheet) => {
        sheet.delete();
      }),
    ).rejects.toMatchObject({ code: "InvalidOperation" });
  });

  it("can be deleted, and formulas that read them break", async () => {
    const values = await run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("临时").getRange("A1").values = [[1]];
      const cell = worksheets.getItem("Sheet1").getRange("A1");
      cell.formulas = [["=临时!A1"]];
      await context.sync();
      worksheets.getItem("临时").delete();
      cell.load("values");
      await context.sync();
      return cell.values;
    });
    expect(values).toEqual([["#REF!"]]);
  });

  it("can be brought to the front", async () => {
    const name = await run(async (context) => {
      context.workbook.worksheets.add("文稿").activate();
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return active.name;
    });
    expect(name).toBe("文稿");
  });
});

describe("a protected sheet", () => {
  const writes: [what: string, act: (sheet: Excel.Worksheet) => void][] = [
    [
      "values",
      (sheet) => {
        sheet.getRange("A1").values = [[1]];
      },
    ],
    [
      "formulas",
      (sheet) => {
        sheet.getRange("A1").formulas = [["=1"]];
      },
    ],
    [
      "a format",
      (sheet) => {
        sheet.getRange("A1").format.font.bold = true;
      },
    ],
    [
      "a number format",
      (sheet) => {
        sheet.getRange("A1").numberFormat = [["0"]];
      },
    ],
    [
      "a merge",
      (sheet) => {
        sheet.getRange("A1:B1").merge();
      },
    ],
    [
      "a width",
      (sheet) => {
        sheet.getRange("A:A").format.columnWidth = 60;
      },
    ],
    [
      "clearing",
      (sheet) => {
        sheet.getRange("A1").clear();
      },
    ],
    [
      "a table",
      (sheet) => {
        sheet.tables.add("A1:B3", true);
      },
    ],
    [
      "a validation",
      (sheet) => {
        sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "是,否" } };
      },
    ],
  ];

  it.each(writes)("refuses %s", async (_what, act) => {
    await onSheet(excel, (sheet) => {
      sheet.protection.protect({ allowAutoFilter: true });
    });
    await expect(onSheet(excel, act)).rejects.toMatchObject({ code: "AccessDenied" });
  });

  it.each(writes)("takes %s again when it is no longer protected", async (_what, act) => {
    await onSheet(excel, (sheet) => {
      sheet.protection.protect();
    });
    await onSheet(excel, (sheet) => {
      sheet.protection.unprotect();
    });
    await expect(onSheet(excel, act)).resolves.toBeUndefined();
  });

  it("can still be read, and says that it is protected", async () => {
    const [cell, protection] = await onSheet(excel, (sheet) => {
      sheet.getRange("A1").values = [[5]];
      sheet.protection.protect();
      return [sheet.getRange("A1").load("values"), sheet.protection.load("protected")] as const;
    });
    expect(cell.values).toEqual([[5]]);
    expect(protection.protected).toBe(true);
  });
});

describe("settings of the workbook", () => {
  it("hold plain JSON by key", async () => {
    const [value, none, count] = await run(async (context) => {
      context.workbook.settings.add("run", { number: 5, sheets: ["a"] });
      const known = context.workbook.settings.getItemOrNullObject("run").load("value");
      const unknown = context.workbook.settings.getItemOrNullObject("没有").load("value");
      const number = context.workbook.settings.getCount();
      await context.sync();
      return [known.value as unknown, unknown.isNullObject, number.value];
    });
    expect(value).toEqual({ number: 5, sheets: ["a"] });
    expect(none).toBe(true);
    expect(count).toBe(1);
  });
});

describe("the calculation mode", () => {
  it("is kept", async () => {
    const mode = await run(async (context) => {
      const { application } = context.workbook;
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      application.calculationMode = "Manual";
      application.calculate("Full");
      await context.sync();
      application.load("calculationMode");
      await context.sync();
      return application.calculationMode;
    });
    expect(mode).toBe("Manual");
  });
});

async function loaded<T extends Excel.WorksheetCollection>(
  context: Excel.RequestContext,
  collection: T,
  what: string,
): Promise<T> {
  collection.load(what);
  await context.sync();
  return collection;
}
