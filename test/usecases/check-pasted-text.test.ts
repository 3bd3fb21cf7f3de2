import { narrate } from "../../src/core/narrate/narrate";
import { checkPastedText, correctionList } from "../../src/usecases/check-pasted-text";
import { documentAnnex } from "../../src/usecases/document-annex";
import { pastedCheckText } from "../../src/usecases/pasted-check-text";
import { clauseRow, compiledOf, figureOf, figuresOf, indicatorOf } from "../support/definition-builders";

const [pupils, publicShare] = [indicatorOf("在校生数"), indicatorOf("公办率", { kind: "率" })];
const definition = compiledOf({
  indicators: [pupils, publicShare],
  narrative: [clauseRow("N1", "全区在校生{在校生数}"), clauseRow("N2", "公办率达到{公办率}", { join: "。" })],
});
const figures = figuresOf(figureOf(pupils, 15432), figureOf(publicShare, "0.6608", [], { partial: true }));
const report = { figures, narrative: narrate(definition, figures, []) };
const check = (text: string) =>
  checkPastedText({ definition, parameters: [], schools: [], findings: [] }, report, text);
const pasted = check("各位领导：\n全区在校生15423人。公办率达到66.08%。走访老同志37人");

describe("a pasted text beside the report", () => {
  it("counts every number once, by its verdict", () => {
    expect(pasted.counts).toEqual({
      matches: 1,
      "matches-rounded": 0,
      contradicts: 1,
      inconsistent: 0,
      "no-source": 1,
      "not-a-figure": 0,
    });
  });

  it("tells where a number stands, what it should be and what it was compared with", () => {
    expect(pasted.numbers[0]).toMatchObject({
      verdict: "contradicts",
      fault: "digits-transposed",
      printed: "15423人",
      before: "全区在校生",
      after: "",
      paragraph: 2,
      expected: "15432人",
      figures: ["在校生数"],
      provisional: false,
    });
  });

  it("marks a number whose figure still waits for schools", () => {
    expect(pasted.numbers.map(({ provisional }) => provisional)).toEqual([false, true, false]);
  });

  it("lists what to put right, the gravest first", () => {
    expect(correctionList(pasted).split("\n")).toEqual([
      "1. 第2段“全区在校生15423人”：数字抄反，应为15432人",
      "2. 第2段“走访老同志37人”：在本轮指标和参数里没有找到",
    ]);
  });

  it("has nothing to put right in the report itself", () => {
    expect(correctionList(check("全区在校生15432人。公办率达到66.08%。"))).toBe("");
  });
});

describe("the check as a file", () => {
  const lines = pastedCheckText(pasted).split("\n");

  it("begins with the counts", () => {
    expect(lines[0]).toBe("3个数：一致1 修约一致0 不一致1 自相矛盾0 查无来源1 非统计0");
  });

  it("gives every number its line, with what it was compared with", () => {
    expect(lines).toContain("第2段 不一致 15423人：全区在校生【15423人】（在校生数）");
    expect(lines).toContain("第2段 查无来源 37人：走访老同志【37人】");
  });
});

describe("the annex our documents end with", () => {
  const prepared = { definition, parameters: [], schools: [], findings: [] };
  const cells = documentAnnex(prepared, report).flatMap(({ title, columns, rows }) => [
    title,
    ...columns.map(({ header }) => header),
    ...rows.flat().filter((cell) => cell !== ""),
  ]);
  const document = ["全区在校生15432人。公办率达到66.08%。", "附件", ...cells].join("\n");

  it("is held against its own cells, every number of it", () => {
    const { counts, numbers } = check(document);
    expect(numbers.length).toBeGreaterThan(4);
    expect(counts.matches).toBe(numbers.length);
  });

  it("tells a cell that was changed, and no other", () => {
    const changed = document.replace(/15432人(?=\n)/u, "15423人");
    const wrong = check(changed).numbers.filter(({ verdict }) => verdict !== "matches");
    expect(wrong).toMatchObject([{ verdict: "contradicts", printed: "15423人", expected: "15432人" }]);
  });
});
