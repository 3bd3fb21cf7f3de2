import type { Indicator, Profile } from "../../../src/definitions/definition";
import { figureOf, indicatorOf, parameterOf, pastOf } from "../../support/definition-builders";
import { clauseOf, grouped, one, told, worldOf, type World } from "./tell";

const rate = { kind: "率" } as const;
const capped = { kind: "率", cap: 1 } as const;

/** A number with several past ones. */
const withPast = (world: World, name: string, past: Readonly<Record<string, number>>): World => ({
  ...world,
  parameters: Object.entries(past).map(([period, value]) => pastOf(name, period, value)),
});

describe("a hedge is true of the number beside it", () => {
  it.each([
    ["{人次:至少}", one("人次", 45), "至少45人"],
    ["{人次:不少于 取百}", one("人次", 2634), "不少于2600人"],
    ["{人次:不超过 取百}", one("人次", 2634), "不超过2700人"],
    ["{班额:以内}", one("班额", "449/10", { format: "0" }), "45人以内"],
    ["{率:至少 0位}", one("率", "0.958", rate), "至少95%"],
    ["{率:0位 以上}", one("率", "0.999", capped), "99%以上"],
    ["{率:0位 以上}", one("率", 1, capped), "100%"],
    ["{率:至少}", one("率", 1, capped), "100%"],
    ["{人次:取百 多}", one("人次", 45), "45人"],
    ["{人次:取百 余}", one("人次", 2600), "2600人"],
    ["{人次:取百 以上}", one("人次", 0), "0人"],
    ["{人次:万 余}", one("人次", 76123), "7.61万余人"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("what is not nothing", () => {
  it.each([
    ["{率}", one("率", "0.00004", rate), "0.004%"],
    ["{人数:万}", one("人数", 45), "0.005万人"],
    ["{人数:取百}", one("人数", 45), "45人"],
    ["{率}", one("率", "0.99996", capped), "99.99%"],
  ])("%s is not told as nothing, nor as everything", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("a number beside a line its sentence is decided by", () => {
  const text = "公办率{公办率:1位}[?公办率>=65%:,已达标|,尚未达标]";
  it.each([
    ["0.64996", "公办率64.9%,尚未达标"],
    ["0.65", "公办率65%,已达标"],
    ["0.65004", "公办率65.004%,已达标"],
    ["0.644", "公办率64.4%,尚未达标"],
  ])("%s is told on its own side of it", (value, expected) => {
    expect(told(text, one("公办率", value, rate))).toBe(expected);
  });

  it.each([
    ["599/10", "平均60分,低于线"],
    ["5996/10", "平均599分,低于线"],
  ])("%s likewise where the line is a parameter", (value, expected) => {
    const world = {
      ...one("平均分", value, { unit: "分", format: "0" }),
      parameters: [parameterOf("标准", "高分线", 600)],
    };
    expect(told("平均{平均分}[?平均分<高分线:,低于线]", world)).toBe(expected);
  });

  it("may be rounded past what is itself counted", () => {
    const world = worldOf(one("甲", "0.64996", rate), one("乙", "0.65", rate));
    expect(told("{甲:1位}[?甲<乙:,低于乙]", world)).toBe("65%,低于乙");
  });
});

describe("万 and 亿", () => {
  it.each([
    ["{投资}", one("投资", 804_000_000, { unit: "元" }), "8.04亿元"],
    ["{投资:万}", one("投资", 804_000_000, { unit: "元" }), "80400万元"],
    ["{投资}", one("投资", 1_743_250, { unit: "元" }), "174.325万元"],
    ["{投资}", one("投资", 9999, { unit: "元" }), "9999元"],
    ["{人数:自动}", one("人数", 9999), "9999人"],
    ["{人数:自动}", one("人数", 11_021), "1.1万人"],
    ["{面积:自动}", one("面积", 17_933, { unit: "㎡" }), "1.7933万平方米"],
    ["{人数}", one("人数", 11_021), "11021人"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("a range", () => {
  const ends = (low: number | string, high: number | string, parts: Partial<Indicator> = { unit: "所" }): World =>
    worldOf(one("最少", low, parts), one("最多", high, parts));
  it.each([
    ["{最少、最多:到}", ends(3, 5), "3到5所"],
    ["{最多、最少:到}", ends(3, 5), "3到5所"],
    ["{最少、最多:至}", ends("0.6", "0.7", rate), "60%至70%"],
    ["{最少、最多:-}", ends(3, 6, { unit: "岁" }), "3-6岁"],
    ["{最少、最多:到}", ends(4, 4), "4所"],
    ["{最少、最多:至}", ends(5_000_000, 200_000_000, { unit: "元" }), "500万元至2亿元"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("waits for both its ends", () => {
    const waiting = worldOf(one("最少", 3), { indicators: [indicatorOf("最多")], figures: [] });
    expect(told("{最少、最多:到}", waiting)).toBe("××人");
  });
});

describe("Chinese numerals and ordinals", () => {
  it.each([
    ["{届次:第 中文}", 2, "第二届"],
    ["{届次:第 中文}", 14, "第十四届"],
    ["{届次:第}", 3, "第3届"],
    ["{届次:中文}", 2, "两届"],
    ["{届次:中文}", 12, "十二届"],
    ["{届次:中文}", 20, "二十届"],
    ["{届次:中文}", 99, "九十九届"],
    ["{届次:中文}", 100, "100届"],
    ["一托{届次:数 中文}", 2, "一托二"],
  ])("%s of %s is %s", (text, value, expected) => {
    expect(told(text, one("届次", value, { unit: "届" }))).toBe(expected);
  });
});

describe("a time of day", () => {
  const times = (from: string, to: string): World => ({
    indicators: [],
    figures: [],
    parameters: [parameterOf("文字", "原时间", from), parameterOf("文字", "时间", to)],
  });
  it.each([
    ["延长至{时间}", times("16:30", "18:00"), "延长至18:00"],
    ["{时间}", times("16:30", "9:05"), "09:05"],
    ["{原时间、时间:由 延长至}", times("16:30", "18:00"), "由16:30延长至18:00"],
    ["{原时间、时间:由 延长至}", times("18:00", "17:30"), "由18:00缩短至17:30"],
    ["{原时间、时间:由 延长至}", times("18:00", "18:00"), "保持在18:00"],
    ["{时间}", times("16:30", "每天五点半"), "每天五点半"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("a record", () => {
  const scores = (now: number, past: Readonly<Record<string, number>>, parts: Partial<Indicator> = {}): World =>
    withPast(one("奖项", now, { unit: "项", ...parts }), "奖项", past);
  it.each([
    ["{奖项:创历史新高}", scores(7, { "2019年": 5, "2021年": 6 }), "创历史新高"],
    ["{奖项:创历史新高 或持平}", scores(6, { "2019年": 5, "2021年": 6 }), "与历史最好水平持平"],
    ["{奖项:创历史新高}", scores(6, { "2019年": 5, "2021年": 6 }), "××"],
    ["{奖项:创历史新高 或持平}", scores(5, { "2019年": 5, "2021年": 6 }), "××"],
    ["{奖项:创历史新高 或持平}", scores(2, { "2021年": 2 }, { better: "降好" }), "与历史最好水平持平"],
    ["{奖项:创历史新高}", scores(1, { "2021年": 2 }, { better: "降好" }), "创历史新低"],
    ["{奖项:创历史新低}", scores(1, { "2021年": 2 }), "创历史新低"],
    ["{奖项:创历史最好水平}", scores(1, { "2021年": 2 }, { better: "降好" }), "创历史最好水平"],
    ["{奖项:创历史新高}", scores(7, {}), "××"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it.each([
    [1, { "2020年": 0.98, "2021年": 0.99 }, "首次实现全覆盖"],
    [1, { "2020年": 1, "2021年": 0.99 }, "实现全覆盖"],
    ["0.9999", { "2021年": 0.99 }, "实现全覆盖"],
    [1, {}, "实现全覆盖"],
  ])("of coverage %s after %j is %s", (now, past, expected) => {
    expect(told("[{覆盖率:首次}]实现全覆盖", withPast(one("覆盖率", now, capped), "覆盖率", past))).toBe(expected);
  });
});

describe("nothing, and nothing new", () => {
  it.each([
    ["大班额{班数:零已全部消除}", one("班数", 0), "大班额已全部消除"],
    ["大班额{班数:零已全部消除}", one("班数", 3), "大班额3人"],
    ["[,失学{班数:零已清零}]", one("班数", 0), ",失学已清零"],
    ["{班数:较上年 平保持稳定}", one("班数", 3, {}, 3), "保持稳定"],
    ["{班数:较上年 平保持稳定}", one("班数", 4, {}, 3), "较上年增加1人"],
    ["{班数:由上年 提高到 平保持不变}", one("班数", 3, {}, 3), "保持不变"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("升降词", () => {
  const words: Profile["changeWords"] = { 率: "提高/降低", 降好率: "上升/回落", 量: "增加/减少", 增幅: "上涨/回落" };
  const profile = { changeWords: words };
  it.each([
    ["{率:较上年}", one("率", "0.7", rate, "0.6"), "较上年提高10个百分点"],
    ["{率:较上年}", one("率", "0.5", rate, "0.6"), "较上年降低10个百分点"],
    ["{辍学率:较上年}", one("辍学率", "0.01", { ...rate, better: "降好" }, "0.02"), "较上年回落1个百分点"],
    ["{收入:同比增长}", one("收入", 90, {}, 100), "同比回落10%"],
    ["{人数:较上年}", one("人数", 90, {}, 100), "较上年减少10人"],
  ])("%s is told in the words of the report", (text, world, expected) => {
    expect(told(text, { ...world, profile })).toBe(expected);
  });

  it("never says of a rate that had better fall that it was raised", () => {
    expect(told("{辍学率:较上年}", one("辍学率", "0.03", { ...rate, better: "降好" }, "0.02"))).toBe(
      "较上年上升1个百分点",
    );
  });

  it("gives each of two kinds its own words", () => {
    const world = worldOf(one("公办率", "0.7", rate, "0.6"), one("人数", 90, {}, 80));
    expect(told("{公办率、人数:较上年}", world)).toBe("公办率较上年提升10个百分点,人数较上年增加10人");
  });
});

describe("a breakdown", () => {
  const awards = grouped("成果", "级别", 64, { 国家级: 1, 省级: 63, 市级: 0 }, { unit: "项" });
  it.each([
    ["{成果:按级别 带单位 其中}", "64项,其中国家级1项、省级63项"],
    ["{成果:按级别 只数}", "1项、63项"],
    ["{成果:按级别 只数 和 末单位}", "1和63项"],
    ["{成果:按级别 量前 分号}", "1项国家级;63项省级"],
  ])("%s", (text, expected) => {
    expect(told(text, awards)).toBe(expected);
  });

  it("is told at both ends of a change of structure", () => {
    const cadres = grouped("干部", "学历", 58, { 研究生: 5, 大学: 41, 大专: 12 });
    const past = [pastOf("干部", "轮岗前", 63), pastOf("干部", "轮岗前", 5, "研究生"), pastOf("干部", "轮岗前", 39, "大学"), pastOf("干部", "轮岗前", 19, "大专")]; // prettier-ignore
    expect(told("{干部:由轮岗前 优化为 按学历 量前 名}", { ...cadres, parameters: past })).toBe(
      "由轮岗前的5名研究生、39名大学、19名大专优化为5名研究生、41名大学、12名大专",
    );
  });
});

describe("beside other regions", () => {
  const region = (name: string, where: string, value: number | string) =>
    parameterOf("区域", name, value, { key1: where, period: "2022年" });
  const above = (value: string | number, parts: Partial<Indicator> = rate): World => ({
    ...one("公办率", value, parts),
    parameters: [region("公办率", "全省", "0.62"), region("公办率", "邻县", "0.7")],
  });
  it.each([
    ["{公办率:对全省}", above("0.643"), "高于全省平均水平2.3个百分点"],
    ["{公办率:对全省}", above("0.6"), "低于全省平均水平2个百分点"],
    ["{公办率:对全省}", above("0.62"), "与全省平均水平持平"],
    ["{公办率:对全省}", above("0.62001"), "与全省平均水平基本持平"],
    ["{公办率:对邻县}", above("0.643"), "低于邻县5.7个百分点"],
    ["{公办率:对全市}", above("0.643"), "××"],
    ["位列{公办率:名次}", above("0.643"), "位列第二"],
    ["位列{公办率:名次}", above("0.7"), "位列并列第一"],
    ["位列{公办率:名次 数}", above("0.71"), "位列第1"],
    ["{公办率:对全省}", above("15.3", { kind: "率", format: "0.0" }), "高于全省平均水平14.7"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("rests on the rows of the regions", () => {
    const { spans } = clauseOf("{公办率:对全省}", above("0.643"));
    expect(spans).toMatchObject([{ figures: ["公办率"], parameters: ["区域|公办率|全省|2022年"] }]);
  });

  it("waits for what nobody has entered", () => {
    expect(clauseOf("位列{公办率:名次}", one("公办率", "0.6", rate)).readiness).toBe("waiting-for-parameter");
  });
});

describe("a figure that rests on an estimate", () => {
  const indicator = indicatorOf("毛入园率", { kind: "率", denominator: "三至五岁人口" });
  const rests = figureOf(indicator, "0.9", [], { uses: ["三至五岁人口"] });
  const world = (parts: object): World => ({
    indicators: [indicator],
    figures: [rests],
    parameters: [parameterOf("人口", "三至五岁人口", 10_000, parts)],
  });
  it.each([
    [{ kind: "估计" }, "estimate"],
    [{ source: "估计：按出生人口推算" }, "estimate"],
    [{ source: "公安口径" }, "ready"],
  ])("%j makes its clause %s", (parts, readiness) => {
    expect(clauseOf("毛入园率{毛入园率}", world(parts)).readiness).toBe(readiness);
    expect(clauseOf("三至五岁人口{三至五岁人口}", world(parts)).readiness).toBe(readiness);
  });
});
