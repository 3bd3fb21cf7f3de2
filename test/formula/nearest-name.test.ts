import { firstNames, nearestName } from "../../src/formula/nearest-name";
import { functionNames } from "../../src/formula/tree";

describe("a name is suggested only when it is near", () => {
  it.each([
    ["SUMIF", "SUMIFS"],
    ["averageif", "AVERAGEIFS"],
    ["SUMME", "SUM"],
    ["LARGE", undefined],
    ["RANK", undefined],
    ["VLOOKUP", undefined],
    ["SUMPRODUCT", undefined],
  ])("function %s: %s", (name, near) => {
    expect(nearestName(name, functionNames)).toBe(near);
  });

  it.each([
    ["幼儿园总数", "在园幼儿总数"],
    ["公办比", "公办率"],
    ["公开课", undefined],
    ["民", undefined],
  ])("indicator %s: %s", (name, near) => {
    expect(nearestName(name, ["在园幼儿总数", "公办率", "公用经费"])).toBe(near);
  });

  it("and otherwise the first of those there are, each once", () => {
    expect(firstNames(["甲", "乙", "甲"])).toBe("甲、乙");
    expect(firstNames(Array.from("甲乙丙丁戊己庚辛"))).toBe("甲、乙、丙、丁、戊、己等8个");
  });
});
