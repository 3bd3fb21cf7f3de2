import { isPeriodWord, periodLabel } from "../../src/definitions/period-label";

describe("one label for every way of writing a period", () => {
  it.each([
    ["上年", "2022年", "上年"],
    ["去年", "2022年", "上年"],
    ["上年度", "2022年", "上年"],
    ["2021年", "2022年", "上年"],
    ["2021", "2022年", "上年"],
    ["2021学年", "2022学年", "上年"],
    ["前年", "2022年", "2020年"],
    ["2020年", "2022年", "2020年"],
    ["2015学年", "2022年", "2015年"],
    ["2022年", "2022年", ""],
    ["2022", "2022年", ""],
    ["2022—2023学年", "2022—2023学年", ""],
    ["2021年", "2022—2023学年", "上年"],
    ["轮岗前", "2022年", "轮岗前"],
  ])("%s in a report of %s is “%s”", (period, reportPeriod, expected) => {
    expect(periodLabel(period, reportPeriod)).toBe(expected);
  });

  it.each([
    ["2015年", true],
    ["上年", true],
    ["前年", true],
    ["轮岗前", false],
    ["小学", false],
  ])("%s can only be a period: %s", (word, expected) => {
    expect(isPeriodWord(word)).toBe(expected);
  });
});
