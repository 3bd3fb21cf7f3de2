import { onSheet, openExcel, type OpenExcel } from "./open-excel";

let excel: OpenExcel;
beforeEach(() => {
  excel = openExcel();
});
afterEach(() => {
  excel.standIn.dispose();
});

describe("a data validation", () => {
  it("keeps its rule, prompt and alert", async () => {
    const validation = await onSheet(excel, (sheet) => {
      const { dataValidation } = sheet.getRange("H5:H20");
      dataValidation.rule = { list: { inCellDropDown: true, source: "是,否" } };
      dataValidation.prompt = { showPrompt: true, title: "启用", message: "选是或否" };
      dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "不行", message: "只能选是或否" };
      return sheet.getRange("H6").dataValidation.load("type,rule,prompt,errorAlert");
    });
    expect(validation.type).toBe("List");
    expect(validation.rule).toEqual({ list: { inCellDropDown: true, source: "是,否" } });
    expect(validation.prompt).toMatchObject({ title: "启用", message: "选是或否" });
    expect(validation.errorAlert).toMatchObject({ style: "Stop", message: "只能选是或否" });
  });

  it("is gone when it is cleared", async () => {
    const validation = await onSheet(excel, (sheet) => {
      const { dataValidation } = sheet.getRange("A1:A5");
      dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 100, operator: "Between" } };
      dataValidation.clear();
      return sheet.getRange("A1").dataValidation.load("type");
    });
    expect(validation.type).toBe("None");
  });

  it.each<[why: string, set: (validation: Excel.DataValidation) => void]>([
    [
      "it has no rule",
      (validation) => {
        validation.rule = {};
      },
    ],
    [
      "its title has 33 characters",
      (validation) => {
        validation.prompt = { showPrompt: true, title: "长".repeat(33), message: "" };
      },
    ],
    [
      "its message has 256 characters",
      (validation) => {
        validation.errorAlert = { showAlert: true, style: "Stop", title: "", message: "长".repeat(256) };
      },
    ],
  ])("is refused when %s", async (_why, set) => {
    await expect(
      onSheet(excel, (sheet) => {
        set(sheet.getRange("A1").dataValidation);
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

describe("a conditional format", () => {
  const add = (sheet: Excel.Worksheet) => {
    const format = sheet.getRange("J5:J20").conditionalFormats.add("Custom");
    format.custom.rule.formula = "=$J5>0";
    format.custom.format.fill.color = "#FDE7E9";
    format.custom.format.font.color = "#BC0000";
    format.custom.format.font.bold = true;
    return format;
  };

  it("keeps its formula and look", async () => {
    const format = await onSheet(excel, (sheet) =>
      add(sheet).load("type,custom/rule/formula,custom/format/fill/color,custom/format/font/bold"),
    );
    expect(format.type).toBe("Custom");
    expect(format.custom.rule.formula).toBe("=$J5>0");
    expect(format.custom.format.fill.color).toBe("#FDE7E9");
    expect(format.custom.format.font.bold).toBe(true);
  });

  it("is gone when the range's formats are cleared", async () => {
    const counts = await onSheet(excel, (sheet) => {
      add(sheet);
      const before = sheet.getRange("A1:Z99").conditionalFormats.getCount();
      sheet.getRange("A1:Z99").conditionalFormats.clearAll();
      return [before, sheet.getRange("A1:Z99").conditionalFormats.getCount()];
    });
    expect(counts.map(({ value }) => value)).toEqual([1, 0]);
  });

  it("of another kind is not silently dropped", async () => {
    await expect(
      onSheet(excel, (sheet) => {
        sheet.getRange("A1").conditionalFormats.add("ColorScale");
      }),
    ).rejects.toMatchObject({ code: "ApiNotFound" });
  });
});
