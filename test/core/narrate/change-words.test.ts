import { narrate } from "../../../src/core/narrate/narrate";
import { exactFromCell } from "../../../src/domain/exact";
import { blockText } from "../../../src/domain/narrative";
import type { Parameter } from "../../../src/domain/parameter";
import {
  clauseRow,
  compiledOf,
  figureOf,
  figuresOf,
  indicatorOf,
  parameterOf,
  pastOf,
} from "../../support/definition-builders";
import { clauseOf, one, told, worldOf, type World } from "./tell";

const rate = { kind: "率" } as const;
const money = { unit: "元" } as const;
const withDelta = (world: World, delta: "精确" | "按印数"): World => ({ ...world, profile: { delta } });

describe("a change is worded by the data", () => {
  it.each<[string, World, string]>([
    ["{录取人数:比去年}", one("录取人数", 46, {}, 58), "比去年减少12人"],
    ["{录取人数:比去年}", one("录取人数", 836, {}, 801), "比去年增加35人"],
    ["{录取人数:比去年}", one("录取人数", 5, {}, 5), "与去年持平"],
    ["{录取人数:同比}", one("录取人数", 5, {}, 5), "同比持平"],
    ["{录取人数:名 较上年度}", one("录取人数", 7, {}, 5), "较上年度增加2名"],
    ["{上线率:较上年}", one("上线率", 0.731, rate, 0.432), "较上年提升29.9个百分点"],
    ["{上线率:较上年}", one("上线率", 0.3, rate, 0.35), "较上年下降5个百分点"],
    ["{上线率:同比}", one("上线率", 0.3, rate, 0.35), "同比下降5个百分点"],
    ["{上线率:较上年}", one("上线率", 0.300001, rate, 0.3), "与上年基本持平"],
    ["{上线率:同比}", one("上线率", 0.300001, rate, 0.3), "同比基本持平"],
    ["{上线率:较上年 1位}", one("上线率", "836/10346", rate, "0.07"), "较上年提升1.1个百分点"],
    ["{收入:较上年增长}", one("收入", 1088810000, money, 961421634), "较上年增长13.25%"],
    ["{收入:同比增长}", one("收入", 90, money, 100), "同比下降10%"],
    ["{收入:较上年增长}", one("收入", 100, money, 100), "与上年持平"],
    ["{收入:较上年增长}", one("收入", "100.001", money, 100), "与上年基本持平"],
    ["{收入:较上年}", one("收入", 1088810000, money, 961421634), "较上年增加1.27亿元"],
    ["{收入:较上年 万 0位}", one("收入", 1088810000, money, 961421634), "较上年增加12739万元"],
    ["{收入:较上年增长}", one("收入", 1, money, 0), "较上年××"],
    ["{收入:较上年增长}", one("收入", 1, money), "较上年××"],
    ["{年龄:较上年}", one("年龄", "46.9", { kind: "均值", unit: "岁" }, "49.1"), "较上年减少2.2岁"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("subtracts printed levels where the definition says so", () => {
    const world = one("上线率", 0.7314, { ...rate, format: "0.0%" }, 0.4325);
    expect(told("{上线率:较上年}", withDelta(world, "精确"))).toBe("较上年提升29.9个百分点");
    expect(told("{上线率:较上年}", withDelta(world, "按印数"))).toBe("较上年提升29.8个百分点");
  });

  it("compares with any past period that has a value", () => {
    const world = worldOf(one("上线率", 0.722, rate), {
      indicators: [],
      figures: [],
      parameters: [pastOf("上线率", "2015年", 0.329), pastOf("上线率", "轮岗前", 0.5)],
    });
    expect(told("{上线率:较2015年}", world)).toBe("较2015年提升39.3个百分点");
    expect(told("{上线率:比轮岗前}", world)).toBe("比轮岗前提升22.2个百分点");
    expect(told("{上线率:较2016年}", world)).toBe("较2016年××");
    expect(clauseOf("{上线率:较2016年}", world).reasons).toEqual([
      { why: "no-parameter", name: "上线率", period: "2016年" },
    ]);
  });
});

describe("several names are told together only when they moved together", () => {
  const pair = (a: string | number, b: string | number): World =>
    worldOf(
      one("本科上线率", a, { ...rate, short: "本科" }, 0.432),
      one("重点上线率", b, { ...rate, short: "重点" }, 0.253),
    );
  it.each<[string, World, string]>([
    ["{本科上线率、重点上线率:较上年}", pair(0.731, 0.302), "分别较上年提升29.9、4.9个百分点"],
    ["{本科上线率、重点上线率:较上年 和}", pair(0.731, 0.302), "分别较上年提升29.9和4.9个百分点"],
    ["{本科上线率、重点上线率:较上年}", pair(0.331, 0.202), "分别较上年下降10.1、5.1个百分点"],
    ["{本科上线率、重点上线率:较上年}", pair(0.731, 0.202), "本科较上年提升29.9个百分点,重点较上年下降5.1个百分点"],
    ["{本科上线率、重点上线率:较上年}", pair(0.731, 0.253), "本科较上年提升29.9个百分点,重点与上年持平"],
    [
      "{甲、乙:较上年}",
      worldOf(one("甲", 5, {}, 3), one("乙", 5, { unit: "所" }, 3)),
      "甲较上年增加2人,乙较上年增加2所",
    ],
    ["{甲、乙:较上年增长}", worldOf(one("甲", 3, {}, 2), one("乙", 5, {}, 4)), "分别较上年增长50%、25%"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("from one level to another", () => {
  it.each<[string, World, string]>([
    ["{上线率:由2021年 提高到}", one("上线率", 0.722, rate, 0.329), "由2021年的32.9%提高到72.2%"],
    ["{上线率:由2021年 提高到}", one("上线率", 0.2, rate, 0.329), "由2021年的32.9%下降到20%"],
    [
      "{年龄:由上年 降至}",
      one("年龄", "2720.12/58", { kind: "均值", unit: "岁", format: "0.#" }, "49.1"),
      "由上年的49.1岁降至46.9岁",
    ],
    ["{定额:由 提高到}", one("定额", 12000, { kind: "均值", unit: "元" }, 6000), "由6000元提高到12000元"],
    ["{定额:由 提高到}", one("定额", 6000, { kind: "均值", unit: "元" }, 6000), "与上年持平"],
    ["{上线率:由上年 提高到}", one("上线率", 0.500001, rate, 0.5), "与上年基本持平"],
    ["{上线率:由上年 提高到}", one("上线率", 0.5, rate), "××%"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("the size of a change whose direction the sentence states", () => {
  const opened = (now: number): World => one("开放校数", now, { unit: "所" }, 142);
  it.each<[string, World, string]>([
    ["再增加{开放校数:增量}", opened(187), "再增加45所"],
    ["再增加{开放校数:增量}", opened(140), "再增加××所"],
    ["再增加{开放校数:增量}", opened(142), "再增加××所"],
    ["减少{开放校数:减量}", opened(140), "减少2所"],
    ["再提高{上线率:增量}", one("上线率", 0.35, rate, 0.3), "再提高5个百分点"],
    ["再提高{上线率:增量}", one("上线率", 0.25, rate, 0.3), "再提高××个百分点"],
    ["在{开放校数@上年}基础上", opened(187), "在142所基础上"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("says that words and data disagree", () => {
    const clause = clauseOf("再增加{开放校数:增量}", opened(140));
    expect(clause.reasons).toEqual([{ why: "wrong-direction" }]);
    expect(clause.readiness).toBe("conflict");
  });
});

describe("against a target, on unrounded values", () => {
  const against = (value: string, target: string, parts: Parameters<typeof indicatorOf>[1] = rate): World =>
    worldOf(one("公办率", value, parts), {
      indicators: [],
      figures: [],
      parameters: [parameterOf("目标", "公办率", target, { setBy: "市局", period: "2022年" })],
    });
  it.each<[string, World, string]>([
    ["{公办率},{公办率:对目标}", against("6608/10000", "65%"), "66.08%,高于市局65%的目标要求"],
    ["{公办率},{公办率:对目标}", against("0.65", "65%"), "65%,达到市局65%的目标要求"],
    ["{公办率},{公办率:对目标}", against("0.649996", "65%"), "64.99%,低于市局65%的目标要求"],
    ["{公办率},{公办率:对目标}", against("0.650004", "65%"), "65.0004%,高于市局65%的目标要求"],
    ["{公办率},{公办率:对目标}", against("0.65003", "65%"), "65.003%,高于市局65%的目标要求"],
    ["{公办率:对目标}", against("0.04", "5%", { ...rate, better: "降好" }), "低于市局5%的控制要求"],
    ["{公办率:对目标}", against("0.06", "5%", { ...rate, better: "降好" }), "高于市局5%的控制要求"],
    ["{公办率:对目标}", against("0.06", "0.0525"), "高于市局5.25%的目标要求"],
    ["{公办率:对目标}", against("60000", "50000", {}), "高于市局50000人的目标要求"],
    ["{公办率:对目标}", one("公办率", 1, rate), "××"],
  ])("%s of %#", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("past values and targets written in another unit", () => {
  const income = (...rows: readonly Parameter[]): World => ({ ...one("收入", 1088810000, money), parameters: rows });
  const past = (value: number, unit: string): Parameter => ({ ...pastOf("收入", "2021年", value), unit });
  it.each<[string, World, string]>([
    ["{收入:较上年增长}", income(past(961421634, "元")), "较上年增长13.25%"],
    ["{收入:较上年增长}", income(past(96142.1634, "万元")), "较上年增长13.25%"],
    ["{收入:由上年 增加到}", income(past(9, "亿元")), "由上年的9亿元增加到10.89亿元"],
    ["{收入:较上年增长}", income(past(96142, "美元")), "较上年××"],
    [
      "{收入:对目标}",
      income(parameterOf("目标", "收入", 10.5, { unit: "亿元", setBy: "市局" })),
      "高于市局10.5亿元的目标要求",
    ],
    ["{收入:对目标}", income(parameterOf("目标", "收入", 120000, { unit: "万元" })), "低于120000万元的目标要求"],
    [
      "{率:对目标}",
      { ...one("率", 0.66, rate), parameters: [parameterOf("目标", "率", 65, { unit: "%" })] },
      "高于65%的目标要求",
    ],
    [
      "{人数:较上年}",
      { ...one("人数", 66), parameters: [{ ...pastOf("人数", "2021年", 65), unit: "名" }] },
      "较上年增加1人",
    ],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("a capped rate never reaches its cap by rounding", () => {
  it.each([
    ["0.99996", "99.99%"],
    ["0.999951", "99.99%"],
    ["1", "100%"],
    ["0.9999", "99.99%"],
  ])("%s prints %s", (value, expected) => {
    expect(told("{巩固率}", one("巩固率", value, { kind: "率", cap: 1 }))).toBe(expected);
  });

  it("holds for fewer decimals too", () => {
    expect(told("{巩固率:0位}", one("巩固率", "0.997", { kind: "率", cap: 1 }))).toBe("99%");
  });
});

describe("a change over the schools of both years", () => {
  const indicator = indicatorOf("学生数");
  const definition = compiledOf({
    indicators: [indicator],
    narrative: [clauseRow("1", "{学生数:较上年 可比}"), clauseRow("2", "{学生数:同比增长 可比}")],
  });
  const tellComparable = (values: readonly [number, number] | undefined): string => {
    const [now, then] = values ?? [];
    const comparable = () =>
      now === undefined || then === undefined
        ? undefined
        : { thisYear: exactFromCell(now), lastYear: exactFromCell(then) };
    const figures = figuresOf(figureOf(indicator, 1000));
    return narrate(definition, figures, [pastOf("学生数", "2021年", 800)], comparable)
      .blocks.map(blockText)
      .join("");
  };

  it.each([
    [[900, 880], "按可比口径较上年增加20人,按可比口径同比增长2.27%。"],
    [[880, 880], "按可比口径与上年持平,按可比口径同比持平。"],
    [undefined, "较上年××,同比××。"],
  ] as const)("of %j is told as %s", (values, expected) => {
    expect(tellComparable(values)).toBe(expected);
  });
});

describe("a record beats every past value", () => {
  const admitted = indicatorOf("录取人数");
  const world = (now: number, ...past: readonly number[]): World => ({
    indicators: [admitted],
    figures: [figureOf(admitted, now)],
    parameters: past.map((value, index) => pastOf("录取人数", `${2010 + index}年`, value)),
  });
  it.each<[World, string]>([
    [world(1552, 1400, 1500), "质量创历史新高"],
    [world(1500, 1400, 1500), "质量××"],
    [world(1500), "质量××"],
  ])("%#", (given, expected) => {
    expect(told("质量{录取人数:创历史新高}", given)).toBe(expected);
  });

  it("is none while a year it is compared with is unknown", () => {
    const indicator = indicatorOf("录取人数", { compare: ["上年", "前年"] });
    const known = (...periods: readonly string[]): World => ({
      indicators: [indicator],
      figures: [figureOf(indicator, 1552)],
      parameters: periods.map((period) => pastOf("录取人数", period, 1400)),
    });
    expect(told("质量{录取人数:创历史新高}", known("2021年", "2020年"))).toBe("质量创历史新高");
    expect(told("质量{录取人数:创历史新高}", known("2020年"))).toBe("质量××");
    expect(clauseOf("质量[{录取人数:创历史新高}]", known("2020年")).reasons).toEqual([]);
    expect(clauseOf("质量{录取人数:创历史新高}", known("2020年")).reasons).toEqual([
      { why: "no-parameter", name: "录取人数", period: "上年" },
    ]);
  });

  it("is the lowest where low is good", () => {
    expect(told("{失学率:创历史新高}", one("失学率", 0.01, { ...rate, better: "降好" }, 0.02))).toBe("创历史新低");
    expect(told("{失学率:创历史新高}", one("失学率", 0.03, { ...rate, better: "降好" }, 0.02))).toBe("××");
  });

  it("needs every name to beat its own past", () => {
    const both = worldOf(one("甲", 5, {}, 4), one("乙", 5, {}, 5));
    expect(told("{甲、乙:均创历史新高}", both)).toBe("××");
    expect(told("[{甲、乙:均创历史新高}]数", both)).toBe("数");
    expect(clauseOf("{甲、乙:均创历史新高}", both).reasons).toEqual([{ why: "no-record" }]);
  });
});
