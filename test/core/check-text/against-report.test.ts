import { checkText } from "../../../src/core/check-text/check-text";
import { narrate } from "../../../src/core/narrate/narrate";
import { readProse } from "../../../src/core/read-prose/read-prose";
import type { NarrativeRow } from "../../../src/definitions/definition";
import {
  clauseRow,
  compiledOf,
  figureOf,
  figuresOf,
  indicatorOf,
  parameterOf,
} from "../../support/definition-builders";

const [books, schools, publicShare, gifts] = [
  indicatorOf("馆藏图书", { unit: "册" }),
  indicatorOf("建馆学校", { unit: "所" }),
  indicatorOf("公办率", { kind: "率" }),
  indicatorOf("受赠图书", { unit: "册" }),
];
const lastYear = (value: bigint) => [{ label: "上年", value: { numerator: value, denominator: 1n } }];
const figures = figuresOf(
  figureOf(books, 232400, [], { past: lastYear(218200n) }),
  figureOf(schools, 40, [], { past: lastYear(50n) }),
  figureOf(publicShare, "0.6608"),
  // Last year's submissions are there, though the indicator is not declared to compare with them.
  figureOf(gifts, 240000, [], { lastYear: { label: "上年", value: { numerator: 200000n, denominator: 1n } } }),
);
const parameters = [parameterOf("标准", "班额线", 45, { unit: "人" })];

const heading = (id: string, text: string, level: NarrativeRow["level"] = "一级"): NarrativeRow =>
  clauseRow(id, text, { level, join: "" });
const narrative = [
  heading("H1", "班额控制在{班额线:以下}"),
  clauseRow("N1", "各校每班{班额线:以下}"),
  heading("H2", "建成图书馆的学校{建馆学校}"),
  clauseRow("N2", "已有制度"),
  heading("H3", "幼儿园公办率达{公办率}", "四级"),
  clauseRow("N3", "保障有力"),
];

const definition = compiledOf({ indicators: [books, schools, publicShare, gifts], narrative });
const told = (more = figures) => narrate(definition, more, parameters);
const sources = { definition, figures, parameters, narrative: told(), read: readProse };
const check = (text: string, report = sources) => checkText(readProse(text), report);
const verdicts = (text: string) =>
  check(text).numbers.map(({ mention, verdict, fault }) => [mention.text, verdict, ...(fault ? [fault] : [])]);

describe("the headings of a report", () => {
  it.each([
    ["班额控制在45人以下", "H1", [], ["标准|班额线"]],
    ["建成图书馆的学校40所", "H2", ["建馆学校"], []],
    ["一是幼儿园公办率达66.08%", "H3", ["公办率"], []],
    ["各校每班45人以下", "N1", [], ["标准|班额线"]],
  ])("%s is compared with what its own slot prints", (text, clause, of, by) => {
    const [found] = check(text).numbers.filter(({ mention }) => mention.sort === "figure");
    expect([found?.verdict, found?.binding]).toEqual([
      "matches",
      { by: "clause", clause, figures: of, parameters: by.map((key) => expect.stringContaining(key) as string) },
    ]);
  });

  it.each([
    ["班额控制在55人以下", "value"],
    ["班额控制在45人以上", "hedge"],
    ["各校每班45人以上", "hedge"],
    ["建成图书馆的学校44所", "value"],
  ])("%s is wrong: %s", (text, fault) => {
    expect(verdicts(text).map(([, verdict, why]) => [verdict, why])).toEqual([["contradicts", fault]]);
  });

  it("knows a heading's number of an earlier run", () => {
    const then = new Map([...figures, ...figuresOf(figureOf(schools, 38))]);
    const report = { ...sources, earlier: [{ run: 1, narrative: told(then) }] };
    expect(check("建成图书馆的学校38所", report).numbers.map(({ fault }) => fault)).toEqual(["stale"]);
  });

  it("holds a heading for the time being while schools are missing", () => {
    const partial = new Map([...figures, ...figuresOf(figureOf(schools, 40, [], { partial: true }))]);
    const report = { ...sources, figures: partial };
    expect(check("建成图书馆的学校40所", report).numbers.map(({ provisional }) => provisional)).toEqual([true]);
  });
});

describe("a growth told after the change it is of", () => {
  it.each([
    ["可喜的是，馆藏图书共232400册，较上年增加14200册，增长6.5%", ["6.5%", "matches-rounded"]],
    ["可喜的是，馆藏图书共232400册，较上年增加14200册，增长6.8%", ["6.8%", "contradicts", "value"]],
    ["可喜的是，馆藏图书共232400册，较上年增加14200册，下降6.5%", ["6.5%", "contradicts", "direction"]],
    ["目前，建馆学校共40所，比上年减少10所，下降20%", ["20%", "matches"]],
    ["目前，建馆学校共40所，比上年减少10所。增长20%", ["20%", "no-source"]],
    ["目前，受赠图书共240000册，较上年增加40000册，增长20%", ["20%", "matches"]],
    ["目前，受赠图书共240000册，较上年增加40000册，增长25%", ["25%", "contradicts", "value"]],
    ["目前，建馆学校共40所，比上年增加10所", ["10所", "contradicts", "direction"]],
  ])("%s", (text, last) => {
    expect(verdicts(text).at(-1)).toEqual(last);
  });
});

describe("what a text says against itself and the report bears out", () => {
  it("is no doubt", () => {
    const { numbers, doubts } = check("目前，馆藏图书共232400册，其中受赠图书共240000册");
    expect([numbers.map(({ verdict }) => verdict), doubts]).toEqual([["matches", "matches"], []]);
  });

  it("stays a fault where one of the numbers is not the report's", () => {
    const { numbers } = check("目前，馆藏图书共232400册，其中外借的共240000册");
    expect(numbers.map(({ verdict }) => verdict)).toEqual(["matches", "inconsistent"]);
  });
});
