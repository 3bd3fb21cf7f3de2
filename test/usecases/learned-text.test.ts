import type { LearnedReport } from "../../src/core/learn/learned";
import { learnedText } from "../../src/usecases/learned-text";

const text = "教育概况\n在校生15432人。走访慰问老同志37人。";
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const learned: LearnedReport = {
  slots: [
    {
      at: at("15432人"),
      mentions: [0],
      slot: "{在校生数}",
      figures: ["在校生数"],
      parameters: [],
      sureness: "likely",
      why: "名称、口径相近，数相同",
    },
  ],
  unbound: [{ mention: 1, why: "没有指标或参数是这个数" }],
  rows: [],
};
const lines = learnedText(learned, text).split("\n");

describe("what was learned, as a file", () => {
  it("counts how many numbers were bound, how surely, and how many were not", () => {
    expect(lines[0]).toBe("认出1处：有把握0，大致是1，请人定0；认不出1处。");
  });

  it("says of a bound number which slot prints it, how surely and why", () => {
    expect(lines).toContain("大致是　“15432人”→ {在校生数}　名称、口径相近，数相同");
  });

  it("says of an unbound number where it stands and why", () => {
    expect(lines).toContain("第2段“走访慰问老同志37人”：没有指标或参数是这个数");
  });

  it("has no list of unbound numbers when there are none", () => {
    expect(learnedText({ ...learned, unbound: [] }, text)).not.toContain("认不出的");
  });
});
