import { collect } from "../../../src/core/collect/collect";
import { yearFindings } from "../../../src/core/collect/compare-years";
import type { School } from "../../../src/domain/school";
import { compiledOf, elementOf, formOf } from "../../support/definition-builders";
import { openWorkbookOf, sheetOf } from "../../support/workbook-text";

const school = (code: string, name: string, more: Readonly<Record<string, string>> = {}): School => ({
  code,
  name,
  aliases: [],
  attributes: { 学校代码: code, 学校名称: name, ...more },
});
const columns = Array.from({ length: 9 }, (_, place) => `数${String(place)}`);
const definition = compiledOf({
  forms: [formOf("表")],
  elements: columns.map((name) => elementOf("表", name, { required: false })),
});
const year = (schools: readonly School[], ...rows: readonly (readonly (string | number)[])[]) =>
  collect(definition, schools, [
    openWorkbookOf(sheetOf("表", [["学校名称", ...columns], ...rows].map((row) => row.join(" | ")).join("\n"))),
  ]);

describe("schools that are not what they were", () => {
  const before = school("1137000101", "城关小学", { 办学类型: "小学", 城乡分类: "主城区" });
  it.each<[what: string, now: School, messages: readonly string[]]>([
    ["the same", before, []],
    ["renamed", { ...before, name: "城关中心小学" }, ["城关中心小学的学校名称由“城关小学”变成“城关中心小学”"]],
    ["renumbered", { ...before, code: "1137000109" }, ["城关小学的标识码由“1137000101”变成“1137000109”"]],
    [
      "of another kind",
      school(before.code, before.name, { 办学类型: "九年一贯制学校", 城乡分类: "城乡结合区" }),
      ["城关小学的办学类型由“小学”变成“九年一贯制学校”", "城关小学的城乡分类由“主城区”变成“城乡结合区”"],
    ],
    ["no longer said to be of any kind", school(before.code, before.name), []],
    ["new", school("1137000110", "新城小学"), []],
  ])("%s", (_what, now, messages) => {
    const findings = yearFindings(year([now]), year([before], [before.name, 1]));
    expect(findings.map(({ message }) => message)).toEqual(messages);
    for (const { code, severity } of findings) expect([code, severity]).toEqual(["school-changed", "warning"]);
  });
});

it("says which of last year's reports are in no figure of last year", () => {
  const one = school("1", "城关小学");
  const last = year([one], ["城关小学", 1], ["撤并小学", 2]);
  expect(
    yearFindings(year([one], ["城关小学", 1]), last).map(({ code, severity, message }) => [code, severity, message]),
  ).toEqual([["last-year-left-out", "warning", expect.stringMatching(/^上年报表：.*撤并小学/u)]]);
});

describe("forms that say what they said a year ago", () => {
  const one = school("1", "城关小学");
  const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  it.each<[what: string, now: readonly number[], then: readonly number[], isCopied: boolean]>([
    ["every figure is equal", figures, figures, true],
    ["one differs", figures, [...figures.slice(1), 1], false],
    ["all are zero", figures.map(() => 0), figures.map(() => 0), false],
    ["there are few", figures.slice(0, 7), figures.slice(0, 7), false],
  ])("%s", (_what, now, then, isCopied) => {
    const found = yearFindings(year([one], ["城关小学", ...now]), year([one], ["城关小学", ...then]));
    expect(found.map(({ code, form, severity }) => `${code} ${form ?? ""} ${severity}`)).toEqual(
      isCopied ? ["copied-from-last-year 表 warning"] : [],
    );
  });
});
