import { checkText, textChecker } from "../../../src/core/check-text/check-text";
import { readProse } from "../../../src/core/read-prose/read-prose";
import { county } from "../../../scripts/bench/paste-back/county";
import { faultKinds } from "../../../scripts/bench/paste-back/faults";
import { harmlessEdits } from "../../../scripts/bench/paste-back/harmless";
import { isAlarm, measure, randomFrom } from "../../../scripts/bench/paste-back/measure";

/** Faults of a kind and whole texts that are tried; `npm run bench:paste-back` tries hundreds. */
const perKind = Number(process.env["PASTE_BACK_FAULTS"] ?? 3);
const pasted = county();
const check = textChecker(pasted.report);
const verdicts = (text: string) =>
  check(readProse(text)).numbers.map(({ mention, verdict, fault, expected }) => [
    mention.text,
    verdict,
    fault,
    expected,
  ]);

describe("a finished text against its report", () => {
  it.each(harmlessEdits.filter((_, index) => perKind > 3 || index % 2 === 1))(
    "raises no alarm on the report itself: $name",
    ({ edit }) => {
      const prose = readProse(edit(pasted.text));
      const { numbers } = check(prose);
      expect(numbers.filter(isAlarm).map(({ mention, says }) => `${mention.text} ${says}`)).toEqual([]);
      expect(numbers).toHaveLength(prose.mentions.length);
    },
  );

  it.each([
    ["规划投资8.40亿元", "8.40亿元", "digits-transposed", "8.04亿元"],
    ["投资906元,对汶上一中老校区进行升级改造", "906元", "scale", "906万元"],
    ["幼儿园公办率达到66.08个百分点", "66.08个百分点", "points-for-percent", "66.08%"],
    ["城区小学学位缺口4700个以上", "4700个以上", "value", "4715个以上"],
    ["累计培训7000人次", "7000人次", "hedge", "7000余人次"],
    ["城区初中学位缺口4715个以上", "4715个以上", "value", "824个以上"],
    ["为全县142家中小学聘任了法治副校长", "142家", undefined, undefined],
    ["全县本科上线人数2155人,比上年减少144人", "144人", "direction", "144人"],
    ["全县本科上线人数2011人", "2011人", "period", "2155人"],
    ["2021年,22所学校获评市级党建工作示范校", "2021年", "period", "2022年"],
    ["2022年秋季共计发放各级各类助学金838.89万元", "838.89万元", "scope", undefined],
  ])("%s", (text, printed, fault, expected) => {
    const found = verdicts(text).find(([one]) => one === printed);
    expect(found).toEqual([printed, fault === undefined ? "matches" : "contradicts", fault, expected]);
  });

  it("has no doubts where every number is the report's own", () => {
    expect(check(pasted.prose).doubts).toEqual([]);
  });

  it("takes a number rounded further than the report prints it", () => {
    expect(verdicts("幼儿园公办率达到66.1%")).toEqual([["66.1%", "matches-rounded", undefined, undefined]]);
  });

  it.each([
    ["我们欣喜地看到，公办率已有66.08%", "matches", undefined],
    ["我们欣喜地看到，公办率已有66.80%", "contradicts", "66.08%"],
    ["大家关心的巩固率为12.34%", "contradicts", expect.stringMatching(/%$/u)],
  ])("knows a number that was newly written by its name: %s", (text, verdict, expected) => {
    expect(verdicts(text).map(([, told, , should]) => [told, should])).toEqual([[verdict, expected]]);
  });

  it("does not guess what nothing names", () => {
    expect(verdicts("走访慰问老同志37人").map(([, verdict]) => verdict)).toEqual(["no-source"]);
  });

  it("tells which run an old number is from", () => {
    const [planted] = [faultKinds.find(({ name }) => name === "number of an earlier run")];
    const random = randomFrom(7);
    const edits = Array.from({ length: 60 }, () => planted?.plant(pasted, random)).filter((edit) => edit !== undefined);
    const paragraphs = edits.slice(0, 5).map(({ at, text }) => {
      const start = pasted.text.lastIndexOf("\n", at.start) + 1;
      const end = `${pasted.text}\n`.indexOf("\n", at.end);
      return pasted.text.slice(start, at.start) + text + pasted.text.slice(at.end, end);
    });
    const stale = paragraphs.filter((text) => verdicts(text).some(([, , fault]) => fault === "stale"));
    expect(stale.length).toBeGreaterThanOrEqual(3);
  });

  it.each(faultKinds)("finds planted faults: $name", (kind) => {
    const { planted, found, falseAlarms } = measure(pasted, kind, perKind, randomFrom(3));
    expect(planted).toBe(perKind);
    expect(found / planted).toBeGreaterThanOrEqual(0.9);
    expect(falseAlarms).toBe(0);
  });

  it("does not let 100%以上 pass because the report prints 100%", () => {
    expect(verdicts("适龄残疾儿童少年义务教育入学率达到100%以上")).toEqual([
      ["100%以上", "inconsistent", "above-hundred", "100%"],
    ]);
  });

  it("finds what contradicts itself without any report", () => {
    const text = "教师350人(语文95、数学50)";
    expect(checkText(readProse(text)).numbers.map(({ verdict }) => verdict)).toContain("inconsistent");
  });
});
