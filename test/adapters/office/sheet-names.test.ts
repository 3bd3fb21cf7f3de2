import type { KnownSheet } from "../../../src/adapters/office/known-sheets";
import { followingNames, sheetNames } from "../../../src/adapters/office/sheet-names";
import { sheetEdit, text } from "./sheet-edits";

const edit = (role: string, name: string) => sheetEdit(role, name, [[text("甲")], [text("乙")]]);
const known = (name: string, role?: string): KnownSheet => ({
  name,
  isVisible: true,
  isProtected: false,
  tables: [],
  ...(role !== undefined && { role }),
});

describe("the name of our sheet", () => {
  it.each<[string, readonly KnownSheet[], string]>([
    ["is the wanted one when it is free", [known("Sheet1")], "核算"],
    ["is the one the user gave our sheet", [known("我的核算", "calc"), known("核算")], "我的核算"],
    ["takes the suffix beside a foreign sheet of that name", [known("核算")], "核算_教统"],
    ["counts on beside a foreign sheet with the suffix", [known("核算"), known("核算_教统")], "核算_教统2"],
  ])("%s", (_, sheets, name) => {
    expect(sheetNames([edit("calc", "核算")], sheets).get("calc")).toBe(name);
  });

  it("stays within Excel's 31 characters and differs whatever the case", () => {
    const long = "A".repeat(31);
    const name = sheetNames([edit("calc", long)], [known(long.toLowerCase())]).get("calc");
    expect(name).toBe(`${"A".repeat(28)}_教统`);
  });
});

describe("a formula", () => {
  const edits = [edit("data:a", "数据_甲"), edit("data:b", "学校's")];
  const follow = followingNames(
    edits,
    new Map([
      ["data:a", "数据_甲_教统"],
      ["data:b", "学校's 2"],
    ]),
  );

  it.each([
    ["=SUM('数据_甲'!$A$5:$A$9)", "=SUM('数据_甲_教统'!$A$5:$A$9)"],
    ["='学校''s'!A1+'数据_甲'!A1", "='学校''s 2'!A1+'数据_甲_教统'!A1"],
    ['=HYPERLINK("#\'数据_甲\'!K12","表2!G9")', '=HYPERLINK("#\'数据_甲_教统\'!K12","表2!G9")'],
    ["='数据_甲乙'!A1", "='数据_甲乙'!A1"],
  ])("%s follows to %s", (formula, followed) => {
    expect(follow(formula)).toBe(followed);
  });
});
