import type { Figure } from "../../../src/domain/figure";
import type { HeadingStyle, NarrativeRow } from "../../../src/definitions/definition";
import { clauseRow, figureOf, indicatorOf, parameterOf, pastOf } from "../../support/definition-builders";
import { clauseOf, linesTold, narrativeOf, one, told, worldOf, type World } from "./tell";

const nothing: World = { indicators: [], figures: [] };
const missing = { why: "missing", form: "表", column: "列", schools: ["A"] } as const;
const waiting = (name: string): World => {
  const indicator = indicatorOf(name);
  return { indicators: [indicator], figures: [figureOf(indicator, { state: "withheld", reasons: [missing] })] };
};
const row = (level: NarrativeRow["level"], id: string, text = "", parts: Partial<NarrativeRow> = {}): NarrativeRow =>
  clauseRow(id, text, { level, ...parts });

describe("an optional", () => {
  const world = worldOf(one("零", 0), one("五", 5, {}, 5), waiting("等"));
  it.each([
    ["共[,其中{五}]", "共,其中5人"],
    ["共[,其中{零}]", "共"],
    ["共[,其中{等}]", "共"],
    ["共[,{五:创历史新高}]", "共"],
    ["共[,{五:比去年}]", "共,与去年持平"],
    ["共[,{零:比去年}]", "共"],
    ["共[,{五}[,{零}]]", "共,5人"],
    ["共[,{零}[,{五}]]", "共"],
    ["共[[五]]", "共[五]"],
  ])("%s tells %s", (text, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("that drops because schools are missing keeps the clause waiting", () => {
    const clause = clauseOf("共{五}[,其中{等}]", world);
    expect(clause).toMatchObject({ readiness: "waiting-for-schools", reasons: [missing], conditionSources: ["等"] });
  });

  it("that drops because there is no past value leaves the clause ready", () => {
    expect(clauseOf("共{五}[,{零:比去年}]", world)).toMatchObject({ readiness: "ready", conditionSources: ["零"] });
  });
});

describe("a choice", () => {
  const world = worldOf(
    one("大班额数", 0),
    one("上线率", 0.08, { kind: "率" }, 0.07),
    one("上线人数", 836, {}, 801),
    waiting("等"),
  );
  it.each([
    ["[?大班额数=0:已全部消除|尚有{大班额数}]", "已全部消除"],
    ["[?大班额数>0:尚有{大班额数}|已全部消除]", "已全部消除"],
    ['成绩[?AND(上线率>指标(上线率,"上年"),上线人数>指标(上线人数,"上年")):稳中有进|总体平稳]', "成绩稳中有进"],
    ["甲[?大班额数>0:乙]", "甲"],
    ["[?等=0:确保无一失学|尚有{等}]", "××"],
  ])("%s", (text, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("tells what its condition looked at", () => {
    expect(clauseOf('成绩[?上线率>指标(上线率,"上年"):有进|平稳]', world).conditionSources).toEqual([
      "上线率",
      "历史|上线率||2021年",
    ]);
  });

  it("claims nothing while its condition is undecided", () => {
    expect(clauseOf("[?等=0:确保无一失学]", world)).toMatchObject({
      readiness: "undecided",
      reasons: [{ why: "undecided" }, missing],
      conditionSources: ["等"],
    });
  });
});

describe("clauses make a paragraph", () => {
  const admissions = worldOf(
    one("本科上线人数", 2155),
    one("本科录取人数", 1552, {}, 1500),
    one("名校录取人数", 2),
    one("六百五以上人数", 5),
    one("高分段人数", 46),
    one("双一流录取人数", 96, {}, 80),
    {
      indicators: [],
      figures: [],
      parameters: [
        parameterOf("局填", "高分线", 600, { unit: "分" }),
        parameterOf("局填", "六百五线", 650, { unit: "分" }),
      ],
    },
  );
  const rows = [
    clauseRow("G1", "本科上线{本科上线人数}"),
    clauseRow("G2", "录取{本科录取人数}"),
    clauseRow("G3", "{名校录取人数}考入北京大学", {}),
    clauseRow("G4", "全县{六百五线}以上有{六百五以上人数}"),
    clauseRow("G5", "{高分线}以上{高分段人数}"),
    clauseRow("G6", "{双一流录取人数}被985、双一流高校录取"),
    clauseRow("G7", "录取质量和数量{本科录取人数、双一流录取人数:均创历史新高}", { ifMissing: "省略" }),
  ];
  const when = (condition: string): NarrativeRow => ({ ...rows[2]!, when: condition });

  it("in order, joined, with one full stop", () => {
    expect(linesTold(rows, admissions)).toEqual([
      "本科上线2155人,录取1552人,2人考入北京大学,全县650分以上有5人,600分以上46人,96人被985、双一流高校录取,录取质量和数量均创历史新高。",
    ]);
  });

  it("without a clause whose condition is false, and without one that may be left out", () => {
    const worse = worldOf(admissions, {
      indicators: [],
      figures: [],
      parameters: [pastOf("本科录取人数", "2020年", 1600)],
    });
    expect(linesTold([...rows.slice(0, 2), when("名校录取人数>2"), ...rows.slice(5)], worse)).toEqual([
      "本科上线2155人,录取1552人,96人被985、双一流高校录取。",
    ]);
  });

  it("the first clause that is left prints no joint", () => {
    expect(linesTold([when("名校录取人数>2"), ...rows.slice(3, 5)], admissions)).toEqual([
      "全县650分以上有5人,600分以上46人。",
    ]);
  });

  it("a clause that hangs on a dropped one drops too, and so on", () => {
    const chain = [
      clauseRow("1", "甲"),
      { ...when("名校录取人数>2"), id: "2" },
      clauseRow("3", "乙", { depends: "2" }),
      clauseRow("4", "丙", { depends: "3" }),
      clauseRow("5", "丁", { depends: "1", join: "。" }),
    ];
    expect(linesTold(chain, admissions)).toEqual(["甲。丁。"]);
  });

  it("an undecided condition withholds the clause, or drops it where it may be left out", () => {
    const world = worldOf(admissions, waiting("等"));
    expect(linesTold([rows[0]!, when("等>0")], world)).toEqual(["本科上线2155人,××。"]);
    expect(linesTold([rows[0]!, { ...when("等>0"), ifMissing: "省略" }], world)).toEqual(["本科上线2155人。"]);
  });

  it("a clause taken out of use is not told, a draft is marked", () => {
    const told = narrativeOf(
      [clauseRow("1", "甲", { status: "停用" }), clauseRow("2", "乙", { status: "草稿", owner: "基教股" })],
      nothing,
    );
    expect(told.blocks).toMatchObject([
      { type: "paragraph", clauses: [{ id: "2", join: "", status: "草稿", owner: "基教股", readiness: "ready" }] },
    ]);
  });

  it("a paragraph of its own begins at each 段, which may itself say something", () => {
    const rowsOfTwo = [
      row("段", "P1"),
      clauseRow("1", "甲"),
      clauseRow("2", "乙", { join: ";" }),
      row("段", "P2", "丙"),
      clauseRow("3", "丁", { join: "、" }),
      row("段", "P3"),
    ];
    expect(linesTold(rowsOfTwo, nothing)).toEqual(["甲;乙。", "丙、丁。"]);
  });

  it("a 段 whose condition is false takes its clauses with it", () => {
    const dropped = [
      row("段", "P1", "", { when: "名校录取人数>2" }),
      clauseRow("1", "甲"),
      row("段", "P2"),
      clauseRow("2", "乙"),
      clauseRow("3", "丙", { depends: "P1" }),
    ];
    expect(linesTold(dropped, admissions)).toEqual(["乙。"]);
  });

  it("typed punctuation follows the width of the definition, numbers and names keep theirs", () => {
    const indicator = indicatorOf("名单", { kind: "名单", unit: "" });
    const list: Figure = figureOf(indicator, { state: "list", items: ["一小(东)"] });
    const world = (punctuation: "半角" | "全角"): World => ({
      indicators: [indicator],
      figures: [list],
      profile: { punctuation },
    });
    const text = [clauseRow("1", "会议(扩大)9:30召开:{名单},“甲”、《乙》"), clauseRow("2", "丙", { join: ";" })];
    expect(linesTold(text, world("全角"))).toEqual(["会议（扩大）9:30召开：一小(东)，“甲”、《乙》；丙。"]);
    expect(linesTold(text, world("半角"))).toEqual(["会议(扩大)9:30召开:一小(东),“甲”、《乙》;丙。"]);
    expect(linesTold([clauseRow("1", "（一），；：")], world("半角"))).toEqual(["(一),;:"]);
  });
});

describe("headings are numbered within what they stand under", () => {
  const styles = (...places: readonly HeadingStyle["place"][]): readonly HeadingStyle[] => {
    const patterns: readonly HeadingStyle["pattern"][] = ["一、", "(一)", "一是", "1."];
    return places.map((place, index) => ({ pattern: patterns[index] ?? "1.", place }));
  };
  const text = (id: string): NarrativeRow => clauseRow(`c${id}`, `${id}的内容`);
  const report = [
    row("文题", "0", "工作总结"),
    row("一级", "1", "情况"),
    row("二级", "2", "党建"), text("2"),
    row("二级", "3", "条件"), row("段", "p3"), text("3"),
    row("三级", "4", "加大建设"), text("4"),
    row("三级", "5", "加大投入"), text("5"),
    row("一级", "6", "计划"),
    row("二级", "7", "教学"), text("7"),
  ]; // prettier-ignore

  it("each on its own line", () => {
    expect(
      linesTold(report, { ...nothing, profile: { headings: styles("独行", "独行", "独行"), punctuation: "全角" } }),
    ).toEqual([
      "工作总结",
      "一、情况",
      "（一）党建",
      "2的内容。",
      "（二）条件",
      "3的内容。",
      "一是加大建设",
      "4的内容。",
      "二是加大投入",
      "5的内容。",
      "二、计划",
      "（一）教学",
      "7的内容。",
    ]);
  });

  it("with the text running on, and inside a running paragraph", () => {
    expect(linesTold(report, { ...nothing, profile: { headings: styles("独行", "接排", "段内") } })).toEqual([
      "工作总结",
      "一、情况",
      "(一)党建。2的内容。",
      "(二)条件。3的内容。一是加大建设。4的内容。二是加大投入。5的内容。",
      "二、计划",
      "(一)教学。7的内容。",
    ]);
  });

  it("one that stands first in its section begins a line", () => {
    const rows = [row("二级", "1", "条件"), row("三级", "2", "建设"), text("2"), row("三级", "3", "投入"), text("3")];
    expect(linesTold(rows, { ...nothing, profile: { headings: styles("独行", "独行", "段内") } })).toEqual([
      "(一)条件",
      "一是建设。2的内容。二是投入。3的内容。",
    ]);
  });

  it("one that is dropped does not count", () => {
    const rows = [row("一级", "1", "甲", { status: "停用" }), row("一级", "2", "乙"), row("一级", "3", "{年}年丙")];
    expect(linesTold(rows, { ...nothing, profile: { headings: styles("独行"), names: { 年: 2022 } } })).toEqual([
      "一、乙",
      "二、2022年丙",
    ]);
  });
});

describe("every printed number can be traced", () => {
  it("a slot carries the keys of the figures and parameters it prints", () => {
    const world = worldOf(one("上线率", 0.731, { kind: "率" }, 0.432), {
      indicators: [],
      figures: [],
      parameters: [parameterOf("目标", "上线率", "70%", { setBy: "市局" })],
    });
    const spans = clauseOf("上线率{上线率},{上线率:较上年},{上线率:对目标}", world).spans;
    expect(
      spans.map((span) => (span.type === "slot" ? [span.text, span.figures, span.parameters] : span.text)),
    ).toEqual([
      "上线率",
      ["73.1%", ["上线率"], []],
      ",",
      ["较上年提升29.9个百分点", ["上线率"], ["历史|上线率||2021年"]],
      ",",
      ["高于市局70%的目标要求", ["上线率"], ["目标|上线率||"]],
    ]);
  });

  it("in a heading as in a clause", () => {
    const [heading] = narrativeOf([row("一级", "1", "学位达到{学位数}")], one("学位数", 1600, { unit: "个" })).blocks;
    expect(heading).toMatchObject({
      text: "学位达到1600个",
      spans: [
        { type: "words", text: "学位达到" },
        { type: "slot", text: "1600个", figures: ["学位数"], parameters: [] },
      ],
    });
  });
});

describe("clauses that nobody can decide on", () => {
  const world = worldOf(one("五", 5, {}, 4), waiting("等"), waiting("候"));
  const later = (id: string, name: string, parts: Partial<NarrativeRow> = {}): NarrativeRow =>
    row("分句", id, "增长较快", { when: `${name}>3`, ...parts });
  const clausesOf = (...rows: readonly NarrativeRow[]) =>
    narrativeOf(rows, world).blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : []));

  it.each<[string, readonly NarrativeRow[], string]>([
    ["one after a change", [clauseRow("1", "{等:较上年}"), later("2", "等")], "较上年××,××。"],
    ["two after a change", [clauseRow("1", "{等:较上年}"), later("2", "等"), later("3", "候")], "较上年××,××。"],
    ["three in a row", [later("1", "等"), later("2", "候"), later("3", "等"), clauseRow("4", "共{五}")], "××,共5人。"],
    ["two apart", [later("1", "等"), clauseRow("2", "共{五}"), later("3", "候")], "××,共5人,××。"],
    ["one that may be left out", [clauseRow("1", "共{五}"), later("2", "等", { ifMissing: "省略" })], "共5人。"],
    ["one beside words to be written", [clauseRow("1", "{做法}"), later("2", "等")], "××。"],
    ["words to be written in a row", [clauseRow("1", "{做法}"), clauseRow("2", "{首创}")], "××,××。"],
  ])("%s", (_, rows, expected) => {
    expect(linesTold(rows, world)).toEqual([expected]);
  });

  it("wait, as one, for all that any of them waits for", () => {
    const [first, ...others] = clausesOf(
      later("1", "等"),
      later("2", "候"),
      clauseRow("3", "共{五}", { depends: "2" }),
    );
    expect(others).toMatchObject([{ id: "3" }]);
    expect(first).toMatchObject({
      id: "1",
      readiness: "undecided",
      reasons: [{ why: "undecided" }, missing],
      conditionSources: ["等", "候"],
      spans: [{ text: "××", template: "增长较快增长较快" }],
    });
  });
});
