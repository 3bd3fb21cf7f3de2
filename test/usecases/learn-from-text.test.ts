import { blockText, linesOf } from "../../src/domain/narrative";
import { narrate } from "../../src/core/narrate/narrate";
import { compileDefinition } from "../../src/definitions/compile-definition";
import { learnFromText } from "../../src/usecases/learn-from-text";
import { readStatements, wording } from "../golden/statements";
import { draftOf, readSample } from "../support/sample-county";

const spaceless = (words: string): string => words.replace(/\s+/gu, "");
const county = readSample("wenshang-2022");
const { figures, narrative } = draftOf(county);
const printed = (told: typeof narrative): string =>
  linesOf(told)
    .map((line) => line.map(blockText).join(""))
    .join("\n");
const text = readStatements("wenshang-2022").map(wording).join("。\n");
const learned = learnFromText(county, figures, text);

/** Slots of the county's own template, by the figures and parameters they print. */
const own = narrative.blocks
  .flatMap((block) => (block.type === "paragraph" ? block.clauses : []))
  .flatMap(({ spans }) => spans.flatMap((span) => (span.type === "slot" ? [span] : [])));
const nameOf = (key: string): string =>
  key
    .split("|")
    .slice(0, /^(?:标准|目标|历史|区域|人口|局填|文字)\|/u.test(key) ? 2 : 9)
    .join("|");

const retold = (rows: typeof learned.rows): string => {
  const { definition, parameters, schools } = county;
  const rosterColumns = [...new Set(schools.flatMap(({ attributes }) => Object.keys(attributes)))];
  const compiled = compileDefinition({ ...definition.source, narrative: rows }, { parameters, rosterColumns });
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  return printed(narrate(compiled.value, figures, parameters));
};

describe("learning last year's text", () => {
  it("tells the sentences of the published report again, to the character", () => {
    expect(spaceless(retold(learned.rows))).toBe(spaceless(`${text}。`));
  });

  it("tells a whole report with its headings again, to the character", () => {
    const whole = printed(narrative);
    const { rows } = learnFromText(county, figures, whole);
    expect(retold(rows)).toBe(whole);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["草稿"]));
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
    const { rows } = learnFromText(county, figures, sentence);
    expect(rows.map((row) => row.join + row.text).join("")).toContain(template);
  });

  it("leaves a number nobody filed as words, and says so", () => {
    const { slots, unbound, rows } = learnFromText(county, figures, "走访慰问老同志7654人。");
    expect([slots, unbound.length, rows.at(-1)?.text]).toEqual([[], 1, "走访慰问老同志7654人"]);
  });
});
