import type { Indicator } from "../../../src/definitions/definition";
import { figureOf, indicatorOf, parameterOf, pastOf } from "../../support/definition-builders";
import { clauseOf, one, told, worldOf, type World } from "./tell";

const rate = { kind: "率" } as const;

/** 生均图书 of three stages against 15, 25 and 35 册, all set by 省定 unless said otherwise. */
function books(values: readonly [number, number], parts: Partial<Indicator> = {}, setBy = "省定"): World {
  const indicator = indicatorOf("生均图书", { kind: "均值", unit: "册", groupBy: ["学段"], ...parts });
  const [primary, secondary] = values;
  return {
    indicators: [indicator],
    figures: [figureOf(indicator, primary, ["小学"]), figureOf(indicator, secondary, ["高中"])],
    parameters: [
      parameterOf("目标", "生均图书", 15, { key1: "小学", setBy: "省定" }),
      parameterOf("目标", "生均图书", 25, { key1: "高中", setBy }),
      pastOf("生均图书", "2021年", 18, "小学"),
      pastOf("生均图书", "2021年", 24, "高中"),
    ],
  };
}

describe("several names against their targets", () => {
  const both = "{生均图书@小学、生均图书@高中:对目标}";
  it.each<[string, string, World, string]>([
    ["all above", both, books([20, 26]), "均高于省定15册、25册的目标要求"],
    ["all below", both, books([10, 20]), "均低于省定15册、25册的目标要求"],
    ["all reached", both, books([15, 25]), "均达到省定15册、25册的目标要求"],
    ["one below", both, books([20, 20]), "小学生均图书高于省定15册的目标要求,高中生均图书低于省定25册的目标要求"],
    ["one reached", both, books([15, 26]), "小学生均图书达到省定15册的目标要求,高中生均图书高于省定25册的目标要求"],
    [
      "set by two",
      both,
      books([20, 26], {}, "市定"),
      "小学生均图书高于省定15册的目标要求,高中生均图书高于市定25册的目标要求",
    ],
    ["less is better", both, books([20, 26], { better: "降好" }), "均高于省定15册、25册的控制要求"],
    ["the unit once", both.replace("}", " 和 末单位}"), books([20, 26]), "均高于省定15和25册的目标要求"],
    [
      "one target for both",
      "{甲、乙:对目标}",
      worldOf(one("甲", 0.7, rate), one("乙", 0.8, rate), {
        indicators: [],
        figures: [],
        parameters: [parameterOf("目标", "甲", "65%"), parameterOf("目标", "乙", "65%")],
      }),
      "均高于65%的目标要求",
    ],
    [
      "short names",
      "{甲、乙:对目标}",
      worldOf(one("甲", 0.6, { ...rate, short: "公办率" }), one("乙", 0.8, rate), {
        indicators: [],
        figures: [],
        parameters: [parameterOf("目标", "甲", "65%"), parameterOf("目标", "乙", "65%")],
      }),
      "公办率低于65%的目标要求,乙高于65%的目标要求",
    ],
  ])("%s", (_, text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("are withheld while one target is not set", () => {
    const world = books([20, 26]);
    const clause = clauseOf("{生均图书@小学、生均图书@高中:对目标}", {
      ...world,
      parameters: (world.parameters ?? []).slice(0, 1),
    });
    expect(clause.spans).toMatchObject([{ text: "××" }]);
    expect(clause.readiness).toBe("waiting-for-parameter");
  });

  it("keep the keys of every figure and target", () => {
    expect(clauseOf("{生均图书@小学、生均图书@高中:对目标}", books([20, 26])).spans).toMatchObject([
      { figures: ["生均图书|小学", "生均图书|高中"], parameters: ["目标|生均图书|小学|", "目标|生均图书|高中|"] },
    ]);
  });
});

describe("the targets of several names", () => {
  it.each([
    ["{生均图书@小学、生均图书@高中:目标}", "15册、25册"],
    ["{生均图书@小学、生均图书@高中:目标 和 末单位}", "15和25册"],
  ])("%s", (text, expected) => {
    expect(told(text, books([20, 26]))).toBe(expected);
  });
});

describe("changes of two members of one indicator that differ", () => {
  it("are told by their members", () => {
    expect(told("{生均图书@小学、生均图书@高中:较上年}", books([20, 20]))).toBe(
      "小学生均图书较上年增加2册,高中生均图书较上年减少4册",
    );
  });
});

describe("growth without its base", () => {
  const lent = (now: number, last: number): World => one("借阅总量", now, { unit: "册次" }, last);
  it.each<[string, World, string]>([
    ["借阅{借阅总量:较上年},{借阅总量:增幅}", lent(213000, 200000), "借阅较上年增加13000册次,增长6.5%"],
    ["{借阅总量:增幅}", lent(1938, 2000), "下降3.1%"],
    ["{借阅总量:增幅 1位}", lent(21333, 20000), "增长6.7%"],
    ["{借阅总量:增幅}", lent(2000, 2000), "与上年持平"],
    ["借阅{借阅总量:较上年}[,{借阅总量:增幅}]", lent(2000, 2000), "借阅与上年持平"],
    ["{借阅总量:增幅}", lent(2000, 0), "增幅××"],
    ["{借阅总量:增幅}", one("借阅总量", 2000, { unit: "册次" }), "增幅××"],
    ["{甲、乙:增幅}", worldOf(one("甲", 110, {}, 100), one("乙", 120, {}, 100)), "分别增长10%、20%"],
    ["{甲、乙:增幅}", worldOf(one("甲", 110, {}, 100), one("乙", 80, {}, 100)), "甲增长10%,乙下降20%"],
  ])("%s of %#", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});
