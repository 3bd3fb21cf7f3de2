import { figureOf, indicatorOf, parameterOf } from "../../support/definition-builders";
import { clauseOf, one, told, worldOf, type World } from "./tell";

const listWorld = (...items: readonly string[]): World => {
  const indicator = indicatorOf("名单", { kind: "名单", unit: "" });
  return { indicators: [indicator], figures: [figureOf(indicator, { state: "list", items })] };
};
const parametersWorld = (...parameters: NonNullable<World["parameters"]>): World => ({
  indicators: [],
  figures: [],
  parameters,
});

describe("lists", () => {
  const four = listWorld("甲园", "乙园", "丙园", "丁园");
  it.each<[string, World, string]>([
    ["{名单}", four, "甲园、乙园、丙园、丁园"],
    ["{名单:和}", four, "甲园、乙园、丙园和丁园"],
    ["{名单:前2 等}", four, "甲园、乙园等"],
    ["{名单:前4 等}", four, "甲园、乙园、丙园、丁园"],
    ["{名单:前2}", four, "甲园、乙园"],
    ["{名单:和}", listWorld("甲园"), "甲园"],
    ["{名单}", listWorld("第一小学(东校区)"), "第一小学(东校区)"],
    ["{名单}", listWorld(), "××"],
    ["名单[:{名单}]", listWorld(), "名单"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("several numbers side by side", () => {
  const two = worldOf(one("甲", 1743250, { unit: "元" }), one("乙", 511200, { unit: "元" }));
  it.each<[string, World, string]>([
    ["分别为{甲、乙}", two, "分别为174.325万元、51.12万元"],
    ["{甲、乙:和 末单位}", worldOf(one("甲", 3), one("乙", 5)), "3和5人"],
    ["{甲、乙:末单位}", worldOf(one("甲", 3), one("乙", 5, { unit: "所" })), "3人、5所"],
    ["{甲、乙、丙:和}", worldOf(one("甲", 3), one("乙", 5), one("丙", 6)), "3人、5人和6人"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("Chinese numerals", () => {
  it.each<[string, World, string]>([
    ["{园数:中文}幼儿园", one("园数", 2, { unit: "所" }), "两所幼儿园"],
    ["“一托{园数:数 中文}”", one("园数", 7, { unit: "所" }), "“一托七”"],
    ["{园数:数 中文}", one("园数", 2, { unit: "所" }), "二"],
    ["第{名次:中文}", one("名次", 2, { kind: "名次" }), "第二"],
    ["{园数:中文}", one("园数", 10, { unit: "所" }), "十所"],
    ["{园数:中文}", one("园数", 12, { unit: "所" }), "十二所"],
    ["{园数:中文}", one("园数", 40, { unit: "所" }), "四十所"],
    ["{园数:中文}", one("园数", 99, { unit: "所" }), "九十九所"],
    ["{园数:中文}", one("园数", 100, { unit: "所" }), "100所"],
    ["{园数:中文}", one("园数", 0, { unit: "所" }), "0所"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("parameters and names of the definition", () => {
  it.each<[string, World, string]>([
    ["{高分线}以上", parametersWorld(parameterOf("局填", "高分线", 600, { unit: "分" })), "600分以上"],
    ["到{目标年}年底", parametersWorld(parameterOf("局填", "目标年", 2021)), "到2021年底"],
    ["保持在{巩固率目标:以上}", parametersWorld(parameterOf("标准", "巩固率目标", "99%")), "保持在99%以上"],
    [
      "保持在{巩固率目标:以上}",
      parametersWorld(parameterOf("标准", "巩固率目标", 0.99, { kind: "率" })),
      "保持在99%以上",
    ],
    ["第{满意度名次:中文}", parametersWorld(parameterOf("局填", "满意度名次", 2, { kind: "名次" })), "第二"],
    [
      "{均衡线@指标1,小学}",
      parametersWorld(parameterOf("标准", "均衡线", 4.2, { key1: "指标1", key2: "小学" })),
      "4.2",
    ],
    [
      "{做法}",
      parametersWorld(parameterOf("文字", "做法", "率先建立“政府主导、部门监管”的模式", { period: "2022年" })),
      "率先建立“政府主导、部门监管”的模式",
    ],
    ["{做法}。", parametersWorld(parameterOf("文字", "做法", "去年的说法", { period: "2021年" })), "××"],
    ["{地区}{年}年", { indicators: [], figures: [], profile: { names: { 地区: "汶上县", 年: 2022 } } }, "汶上县2022年"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("names who has to write a text that lapsed", () => {
    const clause = clauseOf(
      "{做法}",
      parametersWorld(parameterOf("文字", "做法", "旧", { period: "2021年", owner: "基教股" })),
    );
    expect(clause.reasons).toEqual([{ why: "to-be-entered", name: "做法", owner: "基教股" }]);
    expect(clause.readiness).toBe("waiting-for-text");
  });

  it("keeps the keys of the rows it prints", () => {
    const [span] = clauseOf("{高分线}", parametersWorld(parameterOf("局填", "高分线", 600, { unit: "分" }))).spans;
    expect(span).toMatchObject({
      type: "slot",
      text: "600分",
      template: "{高分线}",
      parameters: ["局填|高分线||"],
      figures: [],
    });
  });
});

describe("a withheld slot keeps its unit", () => {
  const missing = { why: "missing", form: "幼儿园", column: "在园", schools: ["A", "B"] } as const;
  const withheld = (parts: Parameters<typeof indicatorOf>[1]): World => {
    const indicator = indicatorOf("数", { groupBy: ["组"], ...parts });
    return {
      indicators: [indicator],
      figures: [figureOf(indicator, { state: "withheld", reasons: [missing] }, [undefined])],
    };
  };
  it.each<[string, World, string]>([
    ["{数}", withheld({ kind: "率" }), "××%"],
    ["{数}", withheld({}), "××人"],
    ["{数:名}", withheld({}), "××名"],
    ["{数:万}", withheld({ unit: "元" }), "××万元"],
    ["{数}", withheld({ unit: "元" }), "××元"],
    ["{数:较上年}", withheld({}), "较上年××"],
    ["{数:同比增长}", withheld({}), "同比××"],
    ["{数:对目标}", withheld({}), "××"],
    ["{数:增量}", withheld({ unit: "所" }), "××所"],
    ["{数:按组}", withheld({}), "××"],
    ["{数:创历史新高}", withheld({}), "××"],
    ["{数:中文}", withheld({ unit: "所" }), "××所"],
  ])("%s", (text, world, expected) => {
    const clause = clauseOf(text, world);
    expect(clause.spans.map((span) => span.text).join("")).toBe(expected);
    expect(clause.readiness).toBe("waiting-for-schools");
    expect(clause.reasons).toEqual([missing]);
  });
});

describe("masks", () => {
  const masked = (world: World, mask: "按位" | "统一" | "无"): World => ({ ...world, profile: { mask } });
  const pupils = one("在校生数", 351345, { scale: "万" }, 350000);
  it.each<[string, World, string]>([
    ["在校生{在校生数}", masked(pupils, "按位"), "在校生xx.xx万人"],
    ["在校生{在校生数}", masked(pupils, "统一"), "在校生xx万人"],
    ["在校生{在校生数:明}", masked(pupils, "统一"), "在校生35.13万人"],
    ["在校生{在校生数:隐}", masked(pupils, "无"), "在校生xx万人"],
    ["{在校生数:万 0位 多}", masked(pupils, "统一"), "xx万多人"],
    ["{面积:取百 近}", masked(one("面积", 12350, { unit: "平方米" }), "按位"), "近xxxxx平方米"],
    ["{在校生数:由 增加到}", masked(pupils, "按位"), "由xx万人增加到xx.xx万人"],
    ["{在校生数:较上年 不缩}", masked(pupils, "按位"), "较上年增加xxxx人"],
    ["“一托{园数:数 中文}”", masked(one("园数", 7, { unit: "所" }), "按位"), "“一托七”"],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });
});

describe("coverage of a figure that leaves schools out", () => {
  const indicator = indicatorOf("数");
  const figure = figureOf(indicator, 100, [], {
    partial: true,
    coverage: { expected: 49, counted: 47, missing: ["A", "B"] },
  });
  it("marks the clause, and prints the coverage when the definition asks for it", () => {
    const world = { indicators: [indicator], figures: [figure] };
    expect(clauseOf("{数}", world).readiness).toBe("partial-coverage");
    expect(told("{数}", world)).toBe("100人");
    expect(told("{数}", { ...world, profile: { coverageNote: "句内" } })).toBe("100人(含缺报,47/49所)");
    expect(told("{数}", { ...world, profile: { coverageNote: "句内", punctuation: "全角" } })).toBe(
      "100人（含缺报，47/49所）",
    );
  });
});
