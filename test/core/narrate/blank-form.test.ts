import { narrateBlank } from "../../../src/core/narrate/blank-form";
import { blockText, linesOf } from "../../../src/domain/narrative";
import type { Code, DefinitionParameter, Indicator, NarrativeRow } from "../../../src/definitions/definition";
import { clauseRow, compiledOf, indicatorOf } from "../../support/definition-builders";
import { one, told } from "./tell";

const stars: readonly Code[] = ["五星级", "四星级", "三星级", "二星级"].map((label, index) => ({
  list: "星级",
  code: String(index + 1),
  label,
  print: `${label}基层党组织`,
}));
const indicators: readonly Indicator[] = [
  indicatorOf("在校生数"),
  indicatorOf("本科上线数"),
  indicatorOf("投资额", { unit: "元" }),
  indicatorOf("建筑面积", { unit: "㎡" }),
  indicatorOf("新园数", { unit: "所" }),
  indicatorOf("公办率", { kind: "率" }),
  indicatorOf("重点率", { kind: "率" }),
  indicatorOf("生师比", { kind: "率", format: "0.0" }),
  indicatorOf("生均经费", { kind: "均值", unit: "元", scale: "不缩" }),
  indicatorOf("园名单", { kind: "名单" }),
  indicatorOf("党组织数", { unit: "个", groupBy: ["星级"] }),
];
const parameters: readonly DefinitionParameter[] = [
  { use: "目标", name: "公办率", value: "65%", setBy: "市局" },
  { use: "标准", name: "高分线", value: 600, unit: "分" },
  { use: "文字", name: "做法", value: "率先建立了制度" },
  { use: "文字", name: "首创" },
  { use: "局填", name: "下课时间" },
];

function lines(rows: readonly NarrativeRow[]): readonly string[] {
  const definition = compiledOf({ indicators, codes: stars, profile: { names: { 年: 2023 } }, narrative: rows });
  return linesOf(narrateBlank(definition, parameters)).map((line) => line.map(blockText).join(""));
}
const blank = (text: string): string =>
  lines([clauseRow("1", text)])
    .join("\n")
    .replace(/。$/u, "");

describe("the report before there are figures", () => {
  it.each([
    ["a number without 形", "在校生{在校生数}", "在校生xx人"],
    ["the 形 before the scale and the unit", "在校生{在校生数:万 形xx.xx}", "在校生xx.xx万人"],
    ["a measure word", "为{在校生数:名 形xxxx}发放", "为xxxx名发放"],
    ["a hedge after the number", "全市{在校生数:名 1位 余 万 形xx.x}", "全市xx.x万余名"],
    ["a hedge of money", "{投资额:万 余 形xxxx}", "xxxx余万元"],
    ["a hedge before the number", "{建筑面积:取百 近 形xxxxx}", "近xxxxx平方米"],
    ["以上 after the unit", "{公办率:以上 形xx}", "xx%以上"],
    ["money on its own scale", "{投资额:亿 形x.x}", "x.x亿元"],
    ["a number of letters only", "{新园数:数 中文 形x}", "x"],
    ["a rate", "{公办率:形xx.x}", "xx.x%"],
    ["a ratio", "{生师比:形xx.x}", "xx.x"],
    ["a past year", "{新园数@上年:形xxx}", "xxx所"],
    ["several names", "{在校生数、本科上线数:形xx、x}", "xx人、x人"],
    ["several names with one unit", "{在校生数、本科上线数:和 末单位 形xx、xx}", "xx和xx人"],
    ["a list as it is shaped", "{园名单:和 形锦林幼儿园、x幼儿园和沐春园幼儿园}", "锦林幼儿园、x幼儿园和沐春园幼儿园"],
    ["a setting", "{年}年", "2023年"],
    ["a setting with a shape", "{年:形xxxx}年", "xxxx年"],
    ["a parameter that is known", "{高分线}以上", "600分以上"],
    ["a parameter with a shape", "{高分线:形xxx}以上", "xxx分以上"],
    ["words that are known", "{做法}", "率先建立了制度"],
    ["words nobody has written", "{首创}", "xx"],
    ["a time of day", "{下课时间:形xx:xx}", "xx:xx"],
  ])("prints %s", (_, text, expected) => {
    expect(blank(text)).toBe(expected);
  });

  it.each([
    ["a rise", "{在校生数:比去年 形xx}", "比去年增加xx人"],
    ["a fall", "{在校生数:比去年 形降xx}", "比去年减少xx人"],
    ["no change", "{在校生数:比去年 形平}", "与去年持平"],
    ["a rise of a rate", "{公办率:较上年 形x.x}", "较上年提升x.x个百分点"],
    ["growth", "{投资额:同比增长 形xx}", "同比增长xx%"],
    ["two rates", "{公办率、重点率:较上年 形xx.x、x.x}", "分别较上年提升xx.x、x.x个百分点"],
    ["from one level to another", "{生均经费:由 提高到 形xxxx、xxxxx}", "由xxxx元提高到xxxxx元"],
    ["from a year, falling", "{公办率:由2015年 提高到 形降xx}", "由2015年的xx%下降到xx%"],
    ["an increment", "再增加{新园数:增量 形xx}", "再增加xx所"],
    ["an increment of a rate", "再提升{公办率:增量 形x}", "再提升x个百分点"],
    ["a target as it was set", "{公办率:对目标}", "高于市局65%的目标要求"],
    ["a target that is missed", "{公办率:对目标 形降}", "低于市局65%的目标要求"],
    ["a target with a shape", "{公办率:对目标 形xx}", "高于xx%的目标要求"],
    ["the targets of two", "{公办率、新园数:对目标 形xx、x}", "均高于xx%、x所的目标要求"],
    ["the target of two as it was set", "{公办率、公办率:对目标}", "均高于市局65%的目标要求"],
    ["the levels of two targets", "{公办率、新园数:目标 形xx、x}", "xx%、x所"],
    ["bare growth", "{投资额:增幅 形xx}", "增长xx%"],
    ["bare growth that falls", "{投资额:增幅 形降xx}", "下降xx%"],
    ["a record", "[,{新园数:创历史新高}]", ",创历史新高"],
  ])("words %s", (_, text, expected) => {
    expect(blank(text)).toBe(expected);
  });

  it.each([
    ["{党组织数:按星级 量前 逗号 形x、x、xx}", "x个五星级基层党组织,x个四星级基层党组织,xx个三星级基层党组织"],
    ["{党组织数:按星级 形x、、xx}", "五星级基层党组织x、三星级基层党组织xx"],
    ["{党组织数:按星级}", "五星级基层党组织xx、四星级基层党组织xx、三星级基层党组织xx、二星级基层党组织xx"],
  ])("breaks %s down by the code list", (text, expected) => {
    expect(blank(text)).toBe(expected);
  });

  it("tells every clause, optional and condition, and the first branch of a choice", () => {
    const rows = [
      clauseRow("1", "在校生{在校生数:形xx}", { when: "在校生数>0" }),
      clauseRow("2", "其中[本科{本科上线数:形x}]"),
      clauseRow("3", "[?新园数=0:没有新园|新园{新园数}]", { ifMissing: "省略" }),
      clauseRow("4", "不再使用", { status: "停用" }),
    ];
    expect(lines(rows)).toEqual(["在校生xx人,其中本科x人,没有新园。"]);
  });

  it("leaves 形 without a voice once there are figures", () => {
    expect(told("{数:比去年 形降xx}", one("数", 12, {}, 10))).toBe("比去年增加2人");
    expect(told("{数:万 形xx.xx}", one("数", 54321))).toBe("5.43万人");
  });
});

describe("a ratio whose format has no %", () => {
  const ratio = { kind: "率", format: "0.0" } as const;
  it.each([
    ["{生师比}", "15.3"],
    ["{生师比:较上年}", "较上年提升1.1"],
    ["{生师比:由上年 上升到}", "由上年的14.2上升到15.3"],
  ])("prints %s bare: %s", (text, expected) => {
    expect(told(text, one("生师比", "153/10", ratio, "14.2"))).toBe(expected);
  });
});
