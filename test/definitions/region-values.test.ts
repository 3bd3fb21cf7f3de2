import { exactText } from "../../src/domain/exact";
import type { Parameter } from "../../src/domain/parameter";
import { namedValues } from "../../src/definitions/named-values";
import { compiledOf, figureOf, figuresOf, indicatorOf, parameterOf } from "../support/definition-builders";

const rate = indicatorOf("入园率", { kind: "率", better: "升好", groupBy: ["城乡"] });
const classes = indicatorOf("大班数", { unit: "个", better: "降好" });
const definition = compiledOf({
  indicators: [rate, classes],
  profile: { names: { 地区: "本区" } },
});
const rural = [{ group: "城乡", member: "乡村" }];

const region = (name: string, key1: string, value: string | number | undefined, parts: Partial<Parameter> = {}) =>
  parameterOf("区域", name, value, { key1, period: "2022年", ...parts });

const named = (parameters: readonly Parameter[], own: string | number = "0.9") =>
  namedValues(definition, figuresOf(figureOf(rate, own), figureOf(rate, "0.5", ["乡村"]), figureOf(classes, 3)), parameters); // prettier-ignore

describe("an indicator in another region", () => {
  const rows = [
    region("入园率", "全省", "88.5%", { source: "省公报" }),
    region("入园率", "全省", "80%", { period: "2021年" }),
    region("入园率", "全省", "70%", { key2: "乡村" }),
  ];

  it.each([
    ["the whole", [], "全省", "0.885"],
    ["a slice", rural, "全省", "0.7"],
  ] as const)("has its value for %s", (_, slice, of, value) => {
    const found = named(rows).region(rate, slice, of);
    expect(found && exactText(found.value)).toBe(value);
    expect(found?.label).toBe("全省");
  });

  it("is unknown where no row says it", () => {
    expect(named(rows).region(rate, [], "邻县")).toBeUndefined();
    expect(named(rows).region(classes, [], "全省")).toBeUndefined();
  });

  it("names where it was taken from", () => {
    expect(named(rows).region(rate, [], "全省")).toMatchObject({ source: "省公报", row: { period: "2022年" } });
  });
});

describe("the rank of the district", () => {
  const rates = (...values: readonly (string | number | undefined)[]) =>
    values.map((value, index) => region("入园率", `县${String(index)}`, value));

  it.each([
    ["first", rates("0.8", "0.7"), 1, 3, []],
    ["behind one", rates("0.95", "0.7"), 2, 3, []],
    ["level with one", rates("0.9", "0.7"), 1, 3, ["县0"]],
    ["behind two that are level", rates("0.95", "0.95"), 3, 3, []],
    ["last", rates("0.95", "0.94", "0.93"), 4, 4, []],
  ] as const)("%s", (_, rows, place, of, tied) => {
    expect(named(rows).rank(rate, [])).toMatchObject({ place, of, tied });
  });

  it("is the better the fewer where fewer is better", () => {
    const rows = [region("大班数", "甲县", 2), region("大班数", "乙县", 5)];
    expect(named(rows).rank(classes, [])).toMatchObject({ place: 2, of: 3 });
  });

  it.each([
    ["no other region is known", [region("入园率", "全省", "0.8"), region("入园率", "本区", "0.9")], "0.9"],
    ["a region's number is still to come", [...rates("0.8"), region("入园率", "丙县", undefined)], "0.9"],
    ["only its number of last year is known", [region("入园率", "丙县", "0.8", { period: "2021年" })], "0.9"],
  ] as const)("is open while %s", (_, rows, own) => {
    expect(named(rows, own).rank(rate, [])).toBeUndefined();
  });

  it("leaves the whole province and the district's own row out of it", () => {
    const rows = [...rates("0.8"), region("入园率", "全省", "0.99"), region("入园率", "全市平均", "0.99"), region("入园率", "本区", "0.1")]; // prettier-ignore
    expect(named(rows).rank(rate, [])).toMatchObject({ place: 1, of: 2, parameters: ["区域|入园率|县0|2022年"] });
  });

  it("is told slice by slice", () => {
    const rows = [region("入园率", "甲县", "0.6", { key2: "乡村" }), region("入园率", "甲县", "0.1")];
    expect(named(rows).rank(rate, rural)).toMatchObject({ place: 2, of: 2 });
  });
});
