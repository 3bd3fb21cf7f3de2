import { compileDefinition } from "../../../src/definitions/compile-definition";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import { kindergartens } from "../kindergartens";

const of = (name: string, values: object = {}) => ({
  id: name,
  name,
  form: "幼儿园",
  unit: "册",
  numerator: "SUM([藏书])",
  groupBy: ["乡镇"],
  compare: ["上年"],
  ...values,
});

function faultsOf(text: string): readonly string[] {
  const parsed = parseDefinition({
    ...kindergartens,
    elements: [
      ...kindergartens.elements,
      { form: "幼儿园", name: "藏书", type: "整数", unit: "册" },
      { form: "幼儿园", name: "借阅", type: "整数", unit: "册次" },
    ],
    indicators: [
      ...kindergartens.indicators,
      of("馆藏总量"),
      of("新书总量"),
      of("借阅总量", { unit: "册次", numerator: "SUM([借阅])", cap: 1 }),
      of("幼儿园名单", { kind: "名单", unit: "", numerator: "名单([学校名称])" }),
      of("排名", { kind: "名次", unit: "", numerator: "1", groupBy: [] }),
      of("生师比", { kind: "率", unit: "", format: "0.0", numerator: "SUM([在园幼儿数])", denominator: "SUM([女])" }),
    ],
    parameters: [
      ...kindergartens.parameters,
      { use: "区域", name: "馆藏总量", key1: "全省", value: 1000 },
      { use: "区域", name: "新书总量", key1: "全省", value: 100 },
      { use: "文字", name: "放学时间", value: "16:30" },
      { use: "文字", name: "新放学时间", value: "18:00" },
    ],
    narrative: [{ id: "T", level: "分句", text }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const compiled = compileDefinition(parsed.value, { parameters: [], rosterColumns: ["学段", "办别", "乡镇"] });
  return compiled.ok ? [] : compiled.problem.map(({ message }) => message);
}

const oneName = (at: number, x: string): string =>
  `第${String(at)}字：选项“${x}”一次只能说一个名字。→ 每个名字写一个槽位`;
const idle = (at: number, x: string, use: string): string =>
  `第${String(at)}字：选项“${x}”在这里不起作用，它用于${use}。→ 删去`;

describe("a wording of one name is refused for several", () => {
  it.each([
    ["{馆藏总量、新书总量:增量}", "增量"],
    ["{馆藏总量、新书总量:减量}", "减量"],
    ["{馆藏总量、新书总量:对全省}", "对全省"],
    ["{馆藏总量、新书总量:名次}", "名次"],
    ["{馆藏总量、新书总量:按乡镇}", "按乡镇"],
    ["{馆藏总量、馆藏总量:由上年 提高到}", "由上年"],
  ])("%s", (text, option) => {
    expect(faultsOf(text)).toEqual([oneName(text.indexOf(":") + 2, option)]);
  });
});

describe("from one name to another", () => {
  it.each([
    ["two indicators of different units", "{馆藏总量、借阅总量:由 提高到}", 7, "馆藏总量与借阅总量"],
    ["two indicators of one unit", "{馆藏总量、新书总量:由 提高到}", 7, "馆藏总量与新书总量"],
    ["an amount and a rate", "{馆藏总量、公办率:由 提高到}", 7, "馆藏总量与公办率"],
    ["two members", "{公办率@城关镇、公办率:由 提高到}", 10, "公办率@城关镇与公办率"],
    ["an amount and a time", "{馆藏总量、放学时间:由 提高到}", 7, "馆藏总量与放学时间"],
  ])("%s cannot be told", (_, text, at, names) => {
    expect(faultsOf(text)).toEqual([`第${String(at)}字：${names}不能相比。→ 核对单位`]);
  });

  it.each(["{放学时间、新放学时间:由 延长至}", "{馆藏总量@上年、馆藏总量:由 提高到}", "{馆藏总量:由上年 提高到}"])(
    "%s can be told",
    (text) => {
      expect(faultsOf(text)).toEqual([]);
    },
  );
});

describe("an option that can do nothing says what it is for", () => {
  it.each([
    ["{借阅总量:前3}", "前3", "名单"],
    ["{公办率:前3}", "前3", "名单"],
    ["{牵头做法:前3}", "前3", "名单"],
    ["{借阅总量:和}", "和", "几个名字、名单或分列"],
    ["{借阅总量:末单位}", "末单位", "几个名字、名单或分列"],
    ["{幼儿园名单:末单位}", "末单位", "几个名字、名单或分列"],
    ["{馆藏总量、新书总量:到 和}", "和", "几个名字、名单或分列"],
    ["{借阅总量:到}", "到", "两个名字之间"],
    ["{借阅总量、馆藏总量、新书总量:至}", "至", "两个名字之间"],
    ["{馆藏总量、馆藏总量、馆藏总量:由 提高到}", "由", "两个名字之间"],
    ["{公办率:万}", "万", "不是百分数的数"],
    ["{公办率:自动}", "自动", "不是百分数的数"],
    ["{公办率:取百}", "取百", "不是百分数的数"],
    ["{公办率:较上年 数}", "数", "不是百分数的数"],
    ["{馆藏总量:较上年增长 册}", "册", "不是百分数的数"],
    ["{馆藏总量:增幅 万}", "万", "不是百分数的数"],
    ["{公办率:中文}", "中文", "不是率的数"],
    ["{生师比:中文}", "中文", "不是率的数"],
    ["{幼儿园名单:中文}", "中文", "不是率的数"],
    ["{幼儿园名单:万}", "万", "不是百分数的数"],
    ["{幼儿园名单:数}", "数", "数"],
    ["{幼儿园名单:1位}", "1位", "数"],
    ["{幼儿园名单:以上}", "以上", "数"],
    ["{幼儿园名单:隐}", "隐", "数"],
    ["{幼儿园名单:零无}", "零无", "直接印出的数"],
    ["{幼儿园名单:按乡镇}", "按乡镇", "单独一个槽位"],
    ["{牵头做法:1位}", "1位", "数"],
    ["{牵头做法:第}", "第", "数"],
    ["{牵头做法:补零}", "补零", "数"],
    ["{馆藏总量:较上年 零无}", "零无", "直接印出的数"],
    ["{馆藏总量:对目标 1位}", "1位", "数"],
    ["{馆藏总量:对目标 万}", "万", "不是百分数的数"],
    ["{排名:名次 中文}", "中文", "不是率的数"],
    ["{馆藏总量:创历史新高 1位}", "1位", "数"],
    ["{馆藏总量:创历史新高 隐}", "隐", "数"],
    ["{馆藏总量:较上年 对目标}", "对目标", "单独一个槽位"],
    ["{馆藏总量:较上年 按乡镇}", "按乡镇", "单独一个槽位"],
    ["{馆藏总量:对目标 名次}", "名次", "单独一个槽位"],
    ["{馆藏总量:增量 对全省}", "对全省", "单独一个槽位"],
    ["{馆藏总量:目标 创历史新高}", "创历史新高", "单独一个槽位"],
  ])("%s", (text, option, use) => {
    expect(faultsOf(text)).toEqual([idle(text.lastIndexOf(option) + 1, option, use)]);
  });

  it.each([
    ["{幼儿园名单:等}", "前3 等"],
    ["{馆藏总量:等}", "前3 等"],
    ["{馆藏总量:可比}", "较上年 可比"],
  ])("%s is shown with its partner: %s", (text, near) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(`是不是“${near}”？`)]);
  });

  it.each([
    "{幼儿园名单:前3 等 和}",
    "{馆藏总量、借阅总量:和 末单位}",
    "{馆藏总量、新书总量:到}",
    "{馆藏总量、新书总量:较上年 和}",
    "{馆藏总量、新书总量:对目标 和 末单位}",
    "{馆藏总量、新书总量:目标 和 末单位}",
    "{馆藏总量:按乡镇 带单位 和 末单位}",
    "{馆藏总量:由上年 提高到 按乡镇 带单位}",
    "{馆藏总量:万 1位 余}{公办率:1位 补零 以上}{生师比:取十 近}",
    "{馆藏总量:中文 零无 隐}",
    "{馆藏总量:名次 数}",
    "{馆藏总量:对目标 隐 形xx}",
    "{借阅总量:首次}",
    "{馆藏总量:增幅 1位}",
  ])("but %s acts", (text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

describe("growth in per cent", () => {
  it("is not said of rates, with its base or bare", () => {
    expect(faultsOf("{公办率:增幅}")).toEqual(["第2字：“公办率”是率，不能写“增长%”。→ 用“较上年”，印“个百分点”"]);
  });
});
