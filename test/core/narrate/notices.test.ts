import { linesOf, blockText } from "../../../src/domain/narrative";
import { clauseRow, figureOf, indicatorOf, pastOf } from "../../support/definition-builders";
import { grouped, linesTold, narrativeOf, one, worldOf, type World } from "./tell";

const rate = { kind: "率", format: "0.0%" } as const;
const note = "(因四舍五入,分项之和与合计可能略有出入)";

const noticesOf = (texts: readonly string[], world: World) =>
  narrativeOf(
    texts.map((text, index) => clauseRow(String(index + 1), text)),
    world,
  ).notices?.map(({ code, clause, message }) => `${clause} ${code} ${message}`) ?? [];

describe("printed parts beside their printed total", () => {
  const places = { 小学: 14_444, 初中: 24_444 };
  const world = grouped("学位", "学段", 38_888, places, { unit: "个", scale: "万" });
  const even = grouped("学位", "学段", 40_000, { 小学: 15_000, 初中: 25_000 }, { unit: "个", scale: "万" });

  it.each([
    ["{学位:1位},其中{学位:按学段 带单位 1位}", `3.9万个,其中小学1.4万个、初中2.4万个。${note}`],
    ["{学位:按学段 带单位 1位 其中}", `3.9万个,其中小学1.4万个、初中2.4万个。${note}`],
    ["{学位:1位},小学{学位@小学:1位},初中{学位@初中:1位}", `3.9万个,小学1.4万个,初中2.4万个。${note}`],
    ["{学位:2位},其中{学位:按学段 带单位 2位}", "3.89万个,其中小学1.44万个、初中2.44万个。" + note],
    ["{学位:4位},其中{学位:按学段 带单位 4位}", "3.8888万个,其中小学1.4444万个、初中2.4444万个。"],
    ["{学位:1位},小学{学位@小学:1位}", "3.9万个,小学1.4万个。"],
    ["{学位:取千 多},其中{学位:按学段 带单位 1位}", "3.8万多个,其中小学1.4万个、初中2.4万个。"],
  ])("%s carries the rounding note where they do not add up", (text, expected) => {
    expect(linesTold([clauseRow("1", text)], world)).toEqual([expected]);
  });

  it("carries the note once, however often they miss", () => {
    const rows = ["{学位:1位}", "{学位:按学段 1位}", "{学位@小学:1位}和{学位@初中:1位}"].map((text, index) =>
      clauseRow(String(index), text),
    );
    const [line = ""] = linesTold(rows, world);
    expect(line.split(note)).toHaveLength(2);
  });

  it("carries it in the punctuation of the report, and as a note of the block", () => {
    const told = { ...world, profile: { punctuation: "全角" } } as const;
    const { blocks } = narrativeOf([clauseRow("1", "{学位:按学段 1位 其中}")], told);
    expect(blocks).toMatchObject([{ notes: ["（因四舍五入，分项之和与合计可能略有出入）"] }]);
  });

  it("carries none where they do", () => {
    expect(linesTold([clauseRow("1", "{学位:1位},其中{学位:按学段 1位}")], even)).toEqual([
      "4万个,其中小学1.5万、初中2.5万。",
    ]);
  });
});

describe("a notice", () => {
  it("says where the printed change is not the difference of the printed levels", () => {
    const world = one("上线率", "0.7314", rate, "0.4319");
    expect(noticesOf(["上线率{上线率}", "{上线率:较上年 1位}"], world)).toEqual([
      "2 N-02 “上线率”印出的差30.0个百分点与两个印数之差29.9个百分点不同。",
    ]);
    expect(noticesOf(["{上线率:较上年 1位}"], { ...world, profile: { delta: "按印数" } })).toEqual([]);
  });

  it("says where the two ends of a structure have different totals", () => {
    const cadres = grouped("干部", "学历", 58, { 研究生: 5, 大学: 53 });
    const past = [
      pastOf("干部", "轮岗前", 63),
      pastOf("干部", "轮岗前", 5, "研究生"),
      pastOf("干部", "轮岗前", 58, "大学"),
    ];
    expect(noticesOf(["{干部:由轮岗前 优化为 按学历 量前 名}"], { ...cadres, parameters: past })).toEqual([
      "1 N-03 “干部”前后两组合计不同（63人→58人）。",
    ]);
  });

  it("says where two rates sound alike and have different bases", () => {
    const of = (name: string, denominator: string) => one(name, "0.7", { ...rate, denominator });
    const world = worldOf(of("文化课本科上线率", "SUM([文化课考生])"), of("高考本科上线率", "SUM([考生])"));
    expect(noticesOf(["文化课{文化课本科上线率}", "全体{高考本科上线率}"], world)).toEqual([
      "2 N-04 “文化课本科上线率”与“高考本科上线率”名称相近而口径不同。",
    ]);
    const alike = worldOf(of("文化课本科上线率", "SUM([考生])"), of("高考本科上线率", "SUM([考生])"));
    expect(noticesOf(["文化课{文化课本科上线率}", "全体{高考本科上线率}"], alike)).toEqual([]);
  });

  it("says where a zero is printed, and nothing of one that is left out or worded", () => {
    expect(noticesOf(["获奖{奖项}"], one("奖项", 0))).toEqual(["1 N-05 “奖项”是0，句中会印出0。"]);
    expect(noticesOf(["获奖[{奖项}]", "{奖项:零无}"], one("奖项", 0))).toEqual([]);
  });

  it("is not there where there is nothing to say", () => {
    expect(narrativeOf([clauseRow("1", "获奖{奖项}")], one("奖项", 3))).not.toHaveProperty("notices");
  });
});

describe("a figure told without some schools", () => {
  const indicator = indicatorOf("数");
  const partial = figureOf(indicator, 100, [], {
    partial: true,
    coverage: { expected: 49, counted: 47, missing: ["A", "B"] },
  });
  it.each([
    ["句内", "共100人(含缺报,47/49所),又100人(含缺报,47/49所)。"],
    ["脚注", "共100人,又100人。(部分数据含缺报,47/49所)"],
    ["不注", "共100人,又100人。"],
  ] as const)("says so as the report wishes: %s", (coverageNote, expected) => {
    const rows = [clauseRow("1", "共{数}"), clauseRow("2", "又{数}")];
    expect(linesTold(rows, { indicators: [indicator], figures: [partial], profile: { coverageNote } })).toEqual([
      expected,
    ]);
  });
});

describe("numbered openings", () => {
  const row = (level: "一级" | "二级" | "段" | "分句", text: string) => clauseRow(text, text, { level });
  const lines = (rows: readonly ReturnType<typeof row>[], headings: NonNullable<World["profile"]>["headings"]) =>
    linesOf(narrativeOf(rows, { indicators: [], figures: [], profile: { headings: headings ?? [] } })).map((line) =>
      line.map(blockText).join(""),
    );

  it("begin again in every new running paragraph", () => {
    const rows = [
      row("一级", "党建"),
      row("二级", "甲"),
      row("分句", "子"),
      row("二级", "乙"),
      row("分句", "丑"),
      row("段", "另起"),
      row("二级", "丙"),
      row("分句", "寅"),
      clauseRow("空段", "", { level: "段" }),
      row("二级", "丁"),
      row("分句", "卯"),
    ];
    const headings = [{ pattern: "一、", place: "独行" }, { pattern: "一是", place: "段内" }] as const; // prettier-ignore
    expect(lines(rows, headings)).toEqual([
      "一、党建",
      "一是甲。子。二是乙。丑。",
      "另起。一是丙。寅。",
      "一是丁。卯。",
    ]);
  });

  it.each([
    ["——", "独行", ["——党建", "子。"]],
    ["——", "接排", ["——党建。子。"]],
    ["(1)", "接排", ["(1)党建。子。"]],
    ["无", "独行", ["党建", "子。"]],
    ["一是", "接排", ["一是党建。子。"]],
    ["1.", "独行", ["1.党建", "子。"]],
  ] as const)("may be %s, %s", (pattern, place, expected) => {
    expect(lines([row("一级", "党建"), row("分句", "子")], [{ pattern, place }])).toEqual(expected);
  });
});
