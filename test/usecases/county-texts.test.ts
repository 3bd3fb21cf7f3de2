import { blockText, linesOf } from "../../src/domain/narrative";
import { compileDefinition } from "../../src/definitions/compile-definition";
import { textChecker } from "../../src/core/check-text/check-text";
import { narrate } from "../../src/core/narrate/narrate";
import { readProse } from "../../src/core/read-prose/read-prose";
import { county } from "../../scripts/bench/paste-back/county";
import { faultKinds } from "../../scripts/bench/paste-back/faults";
import { harmlessEdits } from "../../scripts/bench/paste-back/harmless";
import { isAlarm, measure, randomFrom } from "../../scripts/bench/paste-back/measure";
import { learnFromText } from "../../src/usecases/learn-from-text";
import { readStatements, wording } from "../golden/statements";

/**
 * What finished texts are checked and learned with, on the report of a whole county, which is read once for both.
 */

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

  it("takes a bare growth for that of the number before it, not for another clause's", () => {
    const told = verdicts("全县本科上线人数2155人,比上年增加144人,增长7.2%");
    expect(told.at(-1)).toEqual(["7.2%", "matches-rounded", undefined, undefined]);
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
});

const { sample, report } = pasted;
const spaceless = (words: string): string => words.replace(/\s+/gu, "");
const learn = (text: string) => learnFromText(sample, report.figures, text);

/** A text told again from the rows it was learned into. */
function retold(rows: ReturnType<typeof learn>["rows"]): string {
  const { definition, parameters, schools } = sample;
  const rosterColumns = [...new Set(schools.flatMap(({ attributes }) => Object.keys(attributes)))];
  const compiled = compileDefinition({ ...definition.source, narrative: rows }, { parameters, rosterColumns });
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  return linesOf(narrate(compiled.value, report.figures, parameters))
    .map((line) => line.map(blockText).join(""))
    .join("\n");
}

/** Slots of the county's own template, by the figures and parameters they print. */
const own = report.narrative.blocks
  .flatMap((block) => (block.type === "paragraph" ? block.clauses : []))
  .flatMap(({ spans }) => spans.flatMap((span) => (span.type === "slot" ? [span] : [])));
const nameOf = (key: string): string =>
  key
    .split("|")
    .slice(0, /^(?:标准|目标|历史|区域|人口|局填|文字)\|/u.test(key) ? 2 : 9)
    .join("|");

describe("learning last year's text", () => {
  const learned = learn(pasted.text);
  const toldAgain = retold(learned.rows);

  it("tells a whole report with its headings again, to the character", () => {
    expect(toldAgain).toBe(pasted.text);
    expect(new Set(learned.rows.map(({ status }) => status))).toEqual(new Set(["草稿"]));
  });

  it("tells every sentence of the published report again", () => {
    const told = spaceless(toldAgain);
    const missing = readStatements("wenshang-2022").filter((one) => !told.includes(wording(one)));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it("binds at least nine of ten slots to what the county's own template prints there", () => {
    const right = learned.slots.filter(({ figures: keys, parameters, slot }) =>
      own.some(
        (span) =>
          span.template === slot ||
          ([...keys, ...parameters].length > 0 &&
            [...keys, ...parameters]
              .map(nameOf)
              .every((key) => [...span.figures, ...span.parameters].map(nameOf).includes(key))),
      ),
    );
    expect(right.length / learned.slots.length).toBeGreaterThanOrEqual(0.9);
    expect(learned.unbound.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ["幼儿园公办率达到66.08%,高于市局65%的目标要求", "幼儿园公办率达到{公办率},{公办率:对目标}"],
    ["累计培训7000余人次", "累计培训{培训人次数:取千 余}"],
    ["平均年龄由轮岗前的49.1岁降至46.9岁", "平均年龄{中层平均年龄:由轮岗前 降至}"],
    [
      "招聘教师350人,其中小学段299人(语文95、数学50、英语31、品生23、音乐17、体育25、美术23、信息6、科学29)",
      "{招聘计划数@小学:按学科}",
    ],
    ["本科上线2155人,比上年增加144人", "{本科上线人数:比上年}"],
  ])("%s", (sentence, template) => {
    const { rows } = learn(sentence);
    expect(rows.map((row) => row.join + row.text).join("")).toContain(template);
  });

  it("leaves a number nobody filed as words, and says so", () => {
    const { slots, unbound, rows } = learn("走访慰问老同志7654人。");
    expect([slots, unbound.length, rows.at(-1)?.text]).toEqual([[], 1, "走访慰问老同志7654人"]);
  });
});
