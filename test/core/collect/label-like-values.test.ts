import { collect } from "../../../src/core/collect/collect";
import { compiledOf, elementOf, formOf } from "../../support/definition-builders";
import { fileOf, sheetOf } from "../../support/workbook-text";
import { drawn, schools } from "./county";

/** A card whose answers are words that also stand in its labels: 营利性 under 营利性(民办), 小学 of 学段 over 小学 | 班数. */
const definition = compiledOf({
  forms: [formOf("办学", { layout: "卡片" })],
  elements: [
    elementOf("办学", "营利性", {
      type: "代码",
      codes: "营利性",
      aliases: ["营利性(民办)", "性质"],
      required: false,
      blankMeans: "不适用",
    }),
    elementOf("办学", "食堂", { type: "是否", required: false }),
    elementOf("办学", "学段", { type: "代码", codes: "学段", required: false }),
    elementOf("办学", "班数", { at: "班数/小学", required: false }),
    elementOf("办学", "特色", { type: "文本", at: "办学特色", required: false }),
  ],
  codes: [
    { list: "营利性", code: "1", label: "营利性" },
    { list: "营利性", code: "2", label: "非营利性" },
    { list: "学段", code: "1", label: "小学" },
    { list: "学段", code: "2", label: "初中" },
  ],
});
const columns = ["营利性", "食堂", "学段", "班数", "特色"];
const read = (text: string) => collect(definition, schools, [fileOf("城关小学.xlsx", sheetOf("办学", text))]);
const card = (text: string) => drawn(read(text), "办学", columns)[0]?.replace("城关小学 ✓ ", "");

describe("an answer that reads like a label of the card", () => {
  it.each<[what: string, text: string, row: string]>([
    ["right of a fuller label", "营利性(民办) | 营利性\n食堂 | 是", "营利性 是 … … …"],
    ["right of a fuller label, other labels beside", "营利性(民办) | 营利性 | 食堂 | 是", "营利性 是 … … …"],
    ["right of a label of other words", "性质 | 营利性\n食堂 | 是", "营利性 是 … … …"],
    ["right of a label of the same words", "营利性 | 营利性\n食堂 | 是", "营利性 是 … … …"],
    ["in a merged cell", "营利性(民办) | > | 营利性 | >\n食堂 | > | 是 | >", "营利性 是 … … …"],
    ["below its label", "营利性(民办) | 食堂\n营利性 | 是", "营利性 是 … … …"],
    ["that heads a group elsewhere", "食堂 | 是\n学段 | 小学\n | 小学\n班数 | 12", "— 是 小学 12 …"],
    ["that heads a group elsewhere, above a blank", "食堂 | 是\n学段 | 小学", "— 是 小学 … …"],
    ["in free text", "办学特色 | 特色\n食堂 | 是", "— 是 … … 特色"],
  ])("is an answer: %s", (_what, text, row) => {
    expect(card(text)).toBe(row);
  });

  it.each<[what: string, text: string, row: string]>([
    ["an answer that is no label", "营利性(民办) | 非营利性\n食堂 | 是", "非营利性 是 … … …"],
    ["no answer at all", "营利性(民办) | \n食堂 | 是", "— 是 … … …"],
    ["a title with the bare name", "营利性 | \n\n营利性(民办) | 非营利性\n食堂 | 是", "非营利性 是 … … …"],
    ["labels side by side with answers below", "学段 | 营利性\n初中 | 非营利性\n食堂 | 是", "非营利性 是 初中 … …"],
    ["a label beside a label whose answers stand below", "学段 | 小学\n初中 | 12\n食堂 | 是", "— 是 初中 … …"],
    ["headings beside one another", "食堂 | 是 |\n学段 | 小学 | 初中\n班数 | 12 | 8", "— 是 … 12 …"],
  ])("is not seen in %s", (_what, text, row) => {
    expect(card(text)).toBe(row);
  });

  it("is accounted for as read, not as a heading", () => {
    const { ledger } = read("营利性(民办) | 营利性\n食堂 | 是");
    expect(ledger[0]).toMatchObject({ used: 2, nonEmpty: 4 });
  });
});
