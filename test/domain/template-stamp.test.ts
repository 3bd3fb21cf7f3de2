import type { SheetSnapshot } from "../../src/domain/snapshot";
import {
  isTemplateSheet,
  readTemplateStamp,
  templateStampRows,
  type TemplateStamp,
} from "../../src/domain/template-stamp";

const stamp: TemplateStamp = {
  definition: "school-basics",
  period: "2022年",
  digest: "db914a1c6e8c90f1",
  school: "0012",
  fields: ["卡·学生", "册·班级"],
};

const sheet = (name: string, rows: SheetSnapshot["rows"], visibility: SheetSnapshot["visibility"]): SheetSnapshot => ({
  name,
  rows,
  visibility,
  merges: [],
});

describe("the stamp of a template", () => {
  it("is read back as it was written", () => {
    const sheets = [sheet("卡", [["学生", 3]], "visible"), sheet("_教统模板", templateStampRows(stamp), "very-hidden")];
    expect(readTemplateStamp({ sheets })).toEqual(stamp);
  });

  it.each([0, 1, 2, 3])("is none when a part of it is gone (row %i)", (gone) => {
    const rows = templateStampRows(stamp).filter((_, row) => row !== gone);
    expect(readTemplateStamp({ sheets: [sheet("_教统模板", rows, "very-hidden")] })).toBeUndefined();
  });

  it.each([
    ["_教统核对", [], "very-hidden", true],
    ["_名录", [], "hidden", true],
    ["_名录", [], "visible", false],
    ["自查", [["自查：统计"]], "visible", true],
    ["自查", [["学校自查表"]], "visible", false],
    ["班级", [], "very-hidden", false],
  ] as const)("knows the sheets of a template from others: %s", (name, rows, visibility, isOurs) => {
    expect(isTemplateSheet(sheet(name, rows, visibility))).toBe(isOurs);
  });
});
