import type { CellContent } from "../../../src/domain/cell";
import { exactText, integer } from "../../../src/domain/exact";
import type { DataElement } from "../../../src/definitions/definition";
import { conversion, parseUnit } from "../../../src/core/collect/unit";
import { type CellReading, readCell, scalarText } from "../../../src/core/collect/reading";
import { serialDay } from "../../../src/formula/calendar";
import { elementOf } from "../../support/definition-builders";

const codes = [
  { list: "办别", code: "01", label: "公办" },
  { list: "办别", code: "02", label: "民办", print: "民办园" },
];

function read(content: CellContent, parts: Partial<DataElement>, factor = integer(1)): CellReading {
  return readCell(content, { element: elementOf("表", "项", parts), codes, factor });
}

/** `= value`, or the state, or the fault. */
function said(reading: CellReading): string {
  if (reading.state === "reported") return `= ${scalarText(reading.value)}`;
  return reading.state === "unreadable" ? reading.fault.code : reading.state;
}

describe("a cell that asks for a whole number", () => {
  it.each<[what: string, content: CellContent, says: string]>([
    ["a number", 128, "= 128"],
    ["a zero is a count", 0, "= 0"],
    ["zero as text", "0", "= 0"],
    ["a blank is not a zero", null, "missing"],
    ["spaces are a blank", " \u3000", "missing"],
    ["digits as text", "128", "= 128"],
    ["spaces around", " 128 ", "= 128"],
    ["full-width digits", "１２３", "= 123"],
    ["thousands", "1,234", "= 1234"],
    ["full-width comma", "1，234", "= 1234"],
    ["millions", "1,234,567", "= 1234567"],
    ["thousands in the wrong place", "1,23", "cell-not-number"],
    ["wrong first group", "1234,567", "cell-not-number"],
    ["a decimal comma", "12,5", "cell-not-number"],
    ["space inside", "1 234", "cell-not-number"],
    ["a unit", "12人", "cell-not-number"],
    ["about", "约12", "cell-not-number"],
    ["a word for none", "无", "cell-not-number"],
    ["a written number", "十二", "cell-not-number"],
    ["a formula is text", "=1+1", "cell-not-number"],
    ["a percentage", "12%", "cell-not-number"],
    ["dash", "—", "not-applicable"],
    ["hyphen", "-", "not-applicable"],
    ["full-width hyphen", "－", "not-applicable"],
    ["slash", "/", "not-applicable"],
    ["two dashes are no agreed mark", "——", "cell-not-number"],
    ["an error", { error: "#REF!" }, "cell-error-value"],
    ["a boolean", true, "cell-not-number"],
    ["a number Excel took for a date", { date: 45170 }, "cell-not-number"],
    ["half a pupil", 12.5, "cell-not-whole"],
    ["half a pupil as text", "12.5", "cell-not-whole"],
    ["a whole number with decimals", "12.0", "= 12"],
    ["below zero", -1, "cell-out-of-range"],
    ["more than any cell can mean", -Number.MAX_VALUE, "cell-not-number"],
    ["binary dust of a sum", 0.1 + 0.2 + 2.7, "= 3"],
  ])("%s: %p is %s", (_what, content, says) => {
    expect(said(read(content, { type: "整数" }))).toBe(says);
  });

  it("keeps what was written", () => {
    expect(read(" 12人 ", {})).toMatchObject({ state: "unreadable", raw: "12人" });
  });
});

describe("limits", () => {
  it.each<[what: string, content: CellContent, parts: Partial<DataElement>, says: string]>([
    ["at the least", 5, { min: 5 }, "= 5"],
    ["below it", 4, { min: 5 }, "cell-out-of-range"],
    ["at the most", 9, { max: 9 }, "= 9"],
    ["above it", 10, { max: 9 }, "cell-out-of-range"],
    ["a least below zero allows it", -3, { min: -5 }, "= -3"],
  ])("%s: %p", (_what, content, parts, says) => {
    expect(said(read(content, parts))).toBe(says);
  });
});

describe("what a blank means is the element's to say", () => {
  it.each<[DataElement["blankMeans"], string]>([
    ["缺报", "missing"],
    ["0", "= 0"],
    ["不适用", "not-applicable"],
  ])("%s", (blankMeans, says) => {
    expect(said(read(null, { blankMeans }))).toBe(says);
  });
});

describe("numbers filed in another unit are kept exactly", () => {
  it.each<[content: CellContent, filed: string, kept: string, value: string]>([
    [8.04, "万元", "元", "80400"],
    ["87128.975142", "万元", "元", "871289751.42"],
    [0.7, "亿元", "元", "70000000"],
    [3, "千元", "元", "3000"],
    [3, "亩", "㎡", "2000"],
    [1, "亩", "㎡", "2000/3"],
    [2, "公顷", "平方米", "20000"],
    [1.7933, "万平方米", "㎡", "17933"],
    [1.5, "万人", "人", "15000"],
    [5, "名", "人", "5"],
  ])("%p %s is %s", (content, filed, kept, value) => {
    const factor = conversion(parseUnit(filed), parseUnit(kept));
    const reading = read(content, { type: "小数" }, factor);
    expect(reading.state === "reported" && reading.value.type === "number" && exactText(reading.value.value)).toBe(
      value,
    );
  });

  it.each([
    ["人次", "人"],
    ["元", "人"],
    ["㎡", "元"],
    ["个", "元"],
  ])("%s never becomes %s", (filed, kept) => {
    expect(conversion(parseUnit(filed), parseUnit(kept))).toBeUndefined();
  });
});

describe("a cell that asks for a date", () => {
  const day = serialDay(2023, 9, 1) ?? 0;
  it.each<[content: CellContent, says: string]>([
    [{ date: day }, "= 2023-09-01"],
    [{ date: day + 0.75 }, "= 2023-09-01"],
    ["2023-9-1", "= 2023-09-01"],
    ["2023/09/01", "= 2023-09-01"],
    ["2023.9.1", "= 2023-09-01"],
    ["2023年9月1日", "= 2023-09-01"],
    ["２０２３年９月１日", "= 2023-09-01"],
    ["20230901", "= 2023-09-01"],
    [20230901, "= 2023-09-01"],
    ["2023年9月", "= 2023-09-01"],
    ["2023.09", "= 2023-09-01"],
    ["2023.1", "cell-not-date"],
    [2023.1, "cell-not-date"],
    ["2023年13月", "cell-not-date"],
    ["\u200f2023\u00a0年9月1日\u200e", "= 2023-09-01"],
    ["23年9月1日", "cell-not-date"],
    ["23-9-1", "cell-not-date"],
    ["2023-2-30", "cell-not-date"],
    ["2023-13-1", "cell-not-date"],
    [45170, "cell-not-date"],
    [{ date: 1e12 }, "cell-not-date"],
    ["去年", "cell-not-date"],
    [null, "missing"],
    ["—", "not-applicable"],
  ])("%p is %s", (content, says) => {
    expect(said(read(content, { type: "日期" }))).toBe(says);
  });
});

describe("codes, yes and no, texts", () => {
  it.each<[type: DataElement["type"], content: CellContent, says: string]>([
    ["代码", "公办", "= 公办"],
    ["代码", " 公 办 ", "= 公办"],
    ["代码", "02", "= 民办"],
    ["代码", 2, "= 民办"],
    ["代码", "民办园", "= 民办"],
    ["代码", "公 立", "cell-not-in-code-list"],
    ["代码", 3, "cell-not-in-code-list"],
    ["是否", "是", "= 是"],
    ["是否", "否", "= 否"],
    ["是否", true, "= 是"],
    ["是否", "√", "= 是"],
    ["是否", "有", "cell-not-in-code-list"],
    ["文本", " 第一小学 ", "= 第一小学"],
    ["文本", 7, "= 7"],
    ["文本", "=HYPERLINK(1)", "= =HYPERLINK(1)"],
    ["文本", { error: "#N/A" }, "cell-error-value"],
  ])("%s %p is %s", (type, content, says) => {
    expect(said(read(content, { type }))).toBe(says);
  });

  it.each<[NonNullable<DataElement["format"]>, CellContent, string]>([
    ["学校标识码", "1137000101", "= 1137000101"],
    ["学校标识码", 1137000101, "= 1137000101"],
    ["学校标识码", "113700010", "cell-not-in-code-list"],
    ["信用代码", "91350100M000100Y43", "= 91350100M000100Y43"],
    ["信用代码", "91350100M000100Y44", "cell-not-in-code-list"],
  ])("%s %p is %s", (format, content, says) => {
    expect(said(read(content, { type: "文本", format }))).toBe(says);
  });
});
