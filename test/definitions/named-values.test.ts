import { exactText } from "../../src/domain/exact";
import type { Parameter } from "../../src/domain/parameter";
import { namedValues } from "../../src/definitions/named-values";
import type { Value } from "../../src/formula/value";
import { compiledOf, figuresOf, indicatorOf, parameterOf } from "../support/definition-builders";

const definition = compiledOf({
  indicators: [
    indicatorOf("生均图书", { kind: "均值", unit: "册" }),
    indicatorOf("购书经费", { unit: "元" }),
    indicatorOf("公办率", { kind: "率" }),
  ],
});

function parameterValue(row: Parameter, name: string, keys: readonly string[] = []): Value {
  return namedValues(definition, figuresOf(), [row])
    .scope(() => undefined)
    .parameter(name, keys);
}

describe("参数 of an indicator's name", () => {
  it.each([
    ["生均图书", "15", "册", "15"],
    ["购书经费", "5", "万元", "50000"],
    ["公办率", "80", "%", "0.8"],
    ["公办率", "80%", "%", "0.8"],
  ])("%s %s%s is %s in the indicator's unit", (name, entered, unit, expected) => {
    const value = parameterValue(parameterOf("目标", name, entered, { unit }), name);
    expect(value.type === "number" && exactText(value.value)).toBe(expected);
  });

  it("in a foreign unit says so, and not that there is none", () => {
    const row = parameterOf("目标", "生均图书", 15, { key1: "小学", unit: "册/人" });
    expect(parameterValue(row, "生均图书", ["小学"])).toEqual({
      type: "error",
      reason: { why: "no-value", detail: "目标“生均图书”（小学）的单位是册/人，指标的单位是册" },
    });
  });

  it("names the keys nobody has written a row for", () => {
    const row = parameterOf("目标", "生均图书", 15, { key1: "小学" });
    expect(parameterValue(row, "生均图书", ["高中"])).toEqual({
      type: "error",
      reason: { why: "no-parameter", name: "生均图书（高中）", period: "2022年" },
    });
  });
});
