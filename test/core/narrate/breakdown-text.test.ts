import type { Code } from "../../../src/definitions/definition";
import { figureOf, indicatorOf, pastOf } from "../../support/definition-builders";
import { clauseOf, grouped, told, type World } from "./tell";

const subjects = { 语文: 95, 数学: 50, 音乐: 0, 英语: 31 };
const plan = grouped("招聘计划数", "学科", 176, subjects);

describe("the parts of a whole", () => {
  it.each<[string, World, string]>([
    ["{招聘计划数:按学科}", plan, "语文95、数学50、英语31"],
    ["{招聘计划数:按学科 带单位}", plan, "语文95人、数学50人、英语31人"],
    ["{招聘计划数:按学科 带单位 和}", plan, "语文95人、数学50人和英语31人"],
    ["{招聘计划数:按学科 量前 名}", plan, "95名语文、50名数学、31名英语"],
    ["{招聘计划数:按学科 带单位 逗号}", plan, "语文95人,数学50人,英语31人"],
    ["{招聘计划数:按学科 分号}", plan, "语文95;数学50;英语31"],
    ["{招聘计划数:按学科}", grouped("招聘计划数", "学科", 0, { 语文: 0 }), "××"],
    ["{上线率:按学科}", grouped("上线率", "学科", 0.5, { 语文: 0.4, 数学: 0.6 }, { kind: "率" }), "语文40、数学60"],
    [
      "{上线率:按学科 带单位}",
      grouped("上线率", "学科", 0.5, { 语文: 0.4, 数学: 0.6 }, { kind: "率" }),
      "语文40%、数学60%",
    ],
  ])("%s", (text, world, expected) => {
    expect(told(text, world)).toBe(expected);
  });

  it("prints the name a code is printed with", () => {
    const codes: readonly Code[] = [{ list: "星级", code: "5", label: "五星", print: "五星级基层党组织" }];
    const world = { ...grouped("党组织数", "星级", 3, { 五星: 3 }, { unit: "个" }), codes };
    expect(told("{党组织数:按星级 量前 逗号}", world)).toBe("3个五星级基层党组织");
  });

  it("is withheld when the parts do not make the whole", () => {
    const clause = clauseOf("{招聘计划数:按学科}", grouped("招聘计划数", "学科", 200, subjects));
    expect(clause.spans.map(({ text }) => text)).toEqual(["××"]);
    expect(clause.reasons).toMatchObject([{ why: "parts-differ-from-whole" }]);
    expect(clause.readiness).toBe("conflict");
  });

  it("is withheld when one part is", () => {
    const indicator = indicatorOf("招聘计划数", { groupBy: ["学科"] });
    const missing = { why: "missing", form: "招聘", column: "人数", schools: ["A"] } as const;
    const figures = [
      figureOf(indicator, 95, [undefined]),
      figureOf(indicator, 95, ["语文"]),
      figureOf(indicator, { state: "withheld", reasons: [missing] }, ["数学"]),
    ];
    expect(clauseOf("{招聘计划数:按学科}", { indicators: [indicator], figures }).reasons).toEqual([missing]);
  });

  it("breaks down one slice of two groups, and only that", () => {
    const indicator = indicatorOf("招聘计划数", { groupBy: ["学段", "学科"] });
    const figures = [
      figureOf(indicator, 350, [undefined, undefined]),
      figureOf(indicator, 299, ["小学", undefined]),
      figureOf(indicator, 51, ["初中", undefined]),
      figureOf(indicator, 200, ["小学", "语文"]),
      figureOf(indicator, 99, ["小学", "数学"]),
      figureOf(indicator, 51, ["初中", "语文"]),
    ];
    const world = { indicators: [indicator], figures };
    expect(told("{招聘计划数}、{招聘计划数@小学}({招聘计划数@小学:按学科})", world)).toBe(
      "350人、299人(语文200、数学99)",
    );
    expect(told("{招聘计划数@小学,语文}、{招聘计划数@学科=语文,学段=初中}", world)).toBe("200人、51人");
    expect(clauseOf("{招聘计划数@小学:按学科}", world).spans).toMatchObject([
      { figures: ["招聘计划数|小学|*", "招聘计划数|小学|语文", "招聘计划数|小学|数学"], parameters: [] },
    ]);
  });

  it("tells a past period member by member", () => {
    const world = grouped("干部数", "学历", 58, { 研究生: 5, 大学: 41, 大专: 12, 中专: 0 });
    const past: readonly (readonly [string, number])[] = [
      ["研究生", 5],
      ["大学", 39],
      ["大专", 19],
    ];
    const parameters = [
      pastOf("干部数", "轮岗前", 63),
      ...past.map(([member, value]) => pastOf("干部数", "轮岗前", value, member)),
    ];
    expect(
      told("由轮岗前的{干部数@轮岗前:按学历 量前 名}优化为{干部数:按学历 量前 名}", { ...world, parameters }),
    ).toBe("由轮岗前的5名研究生、39名大学、19名大专优化为5名研究生、41名大学、12名大专");
  });

  it("tells distinct persons by members that have no common whole", () => {
    const indicator = indicatorOf("资助人数", { groupBy: ["学期"] });
    const figures = [figureOf(indicator, 320, ["春季"]), figureOf(indicator, 305, ["秋季"])];
    expect(told("{资助人数:按学期 带单位}", { indicators: [indicator], figures })).toBe("春季320人、秋季305人");
    expect(told("{资助人数}", { indicators: [indicator], figures })).toBe("××人");
  });
});
