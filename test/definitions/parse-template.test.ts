import fc from "fast-check";
import { parseTemplate } from "../../src/definitions/parse-template";
import type { SlotOptions, Template, TemplatePart } from "../../src/definitions/template";

const measureWordsOfTests = new Set(["名", "人", "个", "所", "项"]);
const parse = (text: string) => parseTemplate(text, (word) => measureWordsOfTests.has(word));

function templateOf(text: string): Template {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.value;
}

const optionsOf = (text: string): SlotOptions => {
  const [part] = templateOf(text);
  if (part?.part !== "slot") throw new Error(`${text} is not a slot`);
  return part.options;
};

describe("an option of a slot", () => {
  it.each<[string, SlotOptions]>([
    ["{招聘教师数}", {}],
    ["{招聘教师数:名}", { measureWord: "名" }],
    ["{招聘教师数:数}", { measureWord: "none" }],
    ["{公办率:1位}", { places: 1 }],
    ["{公办率：全 补零}", { places: 4, keepZeros: true }],
    ["{投资:万}", { scale: "万" }],
    ["{投资:亿}", { scale: "亿" }],
    ["{投资:不缩}", { scale: "不缩" }],
    ["{面积:万 4位}", { scale: "万", places: 4 }],
    ["{随迁:取百 多}", { roundTo: 2, approximation: "多" }],
    ["{人次:万 0位 余}", { scale: "万", places: 0, approximation: "余" }],
    ["{面积:取百 近}", { roundTo: 2, approximation: "近" }],
    ["{应用率:0位 以上}", { places: 0, approximation: "以上" }],
    ["{应用率:以下 取千}", { approximation: "以下", roundTo: 3 }],
    ["{新园数:中文}", { chinese: true }],
    ["{成员园数:数 中文}", { measureWord: "none", chinese: true }],
    ["{招聘教师数:比去年}", { comparison: { word: "比", label: "去年", base: "上年", growth: false } }],
    ["{上线率:较上年}", { comparison: { word: "较", label: "上年", base: "上年", growth: false } }],
    ["{上线率:较上年度}", { comparison: { word: "较", label: "上年度", base: "上年", growth: false } }],
    ["{上线率:较前年}", { comparison: { word: "较", label: "前年", base: "前年", growth: false } }],
    ["{上线率:比2015年}", { comparison: { word: "比", label: "2015年", base: "2015年", growth: false } }],
    ["{平均年龄:较轮岗前}", { comparison: { word: "较", label: "轮岗前", base: "轮岗前", growth: false } }],
    ["{收入:较上年增长}", { comparison: { word: "较", label: "上年", base: "上年", growth: true } }],
    ["{收入:同比}", { comparison: { word: "同比", label: "", base: "上年", growth: false } }],
    ["{收入:同比增长}", { comparison: { word: "同比", label: "", base: "上年", growth: true } }],
    ["{上线率:由2015年 提高到}", { fromTo: { label: "2015年", base: "2015年", up: "提高到", down: "下降到" } }],
    ["{平均年龄:由轮岗前 降至}", { fromTo: { label: "轮岗前", base: "轮岗前", up: "提高至", down: "降至" } }],
    ["{生均经费:由 提高到}", { fromTo: { label: "", base: "上年", up: "提高到", down: "下降到" } }],
    ["{学校数:由去年 增加到}", { fromTo: { label: "去年", base: "上年", up: "增加到", down: "减少到" } }],
    ["{学校数:由去年 上升到}", { fromTo: { label: "去年", base: "上年", up: "上升到", down: "下降到" } }],
    ["{开放校数:增量}", { change: "增量" }],
    ["{大班额数:减量}", { change: "减量" }],
    ["{公办率:对目标}", { againstTarget: true }],
    ["{录取人数:创历史新高}", { record: "创历史新高" }],
    ["{录取人数、双一流人数:均创历史新高}", { record: "均创历史新高" }],
    ["{计划数@小学:按学科}", { breakdown: { group: "学科", style: "数", separator: "、" } }],
    ["{解决数:按方式 带单位 逗号}", { breakdown: { group: "方式", style: "带单位", separator: "," } }],
    ["{干部数:量前 按学历 名}", { breakdown: { group: "学历", style: "量前", separator: "、" }, measureWord: "名" }],
    ["{干部数:按学历 分号}", { breakdown: { group: "学历", style: "数", separator: ";" } }],
    ["{名单:和}", { and: true }],
    ["{名单:前2 等}", { first: 2, etc: true }],
    ["{甲、乙:和 末单位}", { and: true, unitOnce: true }],
    ["{高分线:明}", { mask: "明" }],
    ["{高分线:隐}", { mask: "隐" }],
    ["{人次:自动 至少}", { scale: "自动", approximation: "至少" }],
    ["{人次:不少于}", { approximation: "不少于" }],
    ["{人次:不超过}", { approximation: "不超过" }],
    ["{天数:以内}", { approximation: "以内" }],
    ["{甲、乙:到}", { range: "到" }],
    ["{甲、乙:至}", { range: "至" }],
    ["{甲、乙:-}", { range: "-" }],
    ["{届次:第 中文}", { ordinal: true, chinese: true }],
    ["{在校生数:万 形xx.xx}", { scale: "万", shape: "xx.xx" }],
    ["{结束时间:形xx:xx}", { shape: "xx:xx" }],
    ["{名单:形甲园、x园和乙园}", { shape: "甲园、x园和乙园" }],
    ["{失学人数:零已清零}", { zeroWords: "已清零" }],
    [
      "{公办率:较上年 可比 平保持稳定}",
      {
        comparison: { word: "较", label: "上年", base: "上年", growth: false },
        comparable: true,
        sameWords: "保持稳定",
      },
    ],
    ["{公办率:对全省}", { againstRegion: "全省" }],
    ["{公办率:对目标}", { againstTarget: true }],
    ["{公办率@明年:目标}", { target: true }],
    ["{公办率:名次}", { rank: true }],
    ["{奖项:创历史新高 或持平}", { record: "创历史新高", orTie: true }],
    ["{奖项:均创历史最好水平}", { record: "均创历史最好水平" }],
    ["{覆盖率:首次}", { firstTime: true }],
    ["{成果:按级别 其中 带单位}", { breakdown: { group: "级别", style: "带单位", separator: "、", withWhole: true } }],
    ["{学位:按项目 只数}", { breakdown: { group: "项目", style: "只数", separator: "、" } }],
    ["{原时间、时间:由 延长至}", { fromTo: { label: "", base: "上年", up: "延长至", down: "缩短至" } }],
  ])("%s is understood", (text, options) => {
    expect(optionsOf(text)).toEqual(options);
  });

  it.each([
    ["{公办率:一味}", 6, "一味"],
    ["{公办率:1位 2位}", 9, "2位"],
    ["{公办率:较上年 比前年}", 10, "比前年"],
    ["{公办率:提高到}", 6, "提高到"],
    ["{公办率:由上年}", 6, "由上年"],
    ["{干部数:带单位}", 6, "带单位"],
    ["{干部数:逗号}", 6, "逗号"],
    ["{公办率:5位}", 6, "5位"],
    ["{公办率:较}", 6, "较"],
    ["{公办率:较增长}", 6, "较增长"],
    ["{公办率:constructor}", 6, "constructor"],
    ["占{公办率:多 多}", 9, "多"],
    ["{公办率:平稳}", 6, "平稳"],
    ["{公办率:或持平}", 6, "或持平"],
    ["{公办率:可比}", 6, "可比"],
    ["{公办率:其中}", 6, "其中"],
    ["{公办率:形}", 6, "形"],
  ])("%s is refused at character %i", (text, at, x) => {
    const parsed = parse(text);
    expect(parsed).toMatchObject({ ok: false, problem: [{ code: "E-T03", at, parts: { x } }] });
  });

  it.each([
    ["{录取人数:创历史最高}", "创历史新高"],
    ["{公办率:提高到}", "由上年 提高到"],
    ["{公办率:由2015年}", "由2015年 提高到"],
    ["{干部数:带单位}", "按… 带单位"],
    ["{录取人数:增长}", "较上年增长、同比增长或增幅"],
    ["{录取人数:万余}", "万 0位 余"],
    ["{录取人数:万余名}", "万 0位 余 名"],
    ["{录取人数:万余册次}", "万 0位 余"],
    ["{录取人数:万1位余}", "万 1位 余"],
    ["{录取人数:取百多}", "取百 多"],
    ["{学校名单:前3等}", "前3 等"],
    ["{学校名单:等}", "前3 等"],
  ])("%s gets what was probably meant: %s", (text, near) => {
    expect(parse(text)).toMatchObject({ ok: false, problem: [{ parts: { near } }] });
  });
});

describe("the names of a slot", () => {
  it.each([
    ["{招聘教师数}", [{ name: "招聘教师数", slices: [] }]],
    ["{招聘计划数@小学,语文}", [{ name: "招聘计划数", slices: ["小学", "语文"] }]],
    ["{招聘计划数＠小学，学科＝语文，2015年}", [{ name: "招聘计划数", slices: ["小学", "学科=语文", "2015年"] }]],
    [
      "{新增学位@xx新高中、新增学位@xx县二中:和 末单位}",
      [
        { name: "新增学位", slices: ["xx新高中"] },
        { name: "新增学位", slices: ["xx县二中"] },
      ],
    ],
  ])("%s reads as names and slices", (text, refs) => {
    expect(templateOf(text)).toMatchObject([{ part: "slot", refs, text, at: { start: 0, end: text.length } }]);
  });

  it("may not be empty", () => {
    expect(parse("共有{甲、}人")).toMatchObject({ ok: false, problem: [{ code: "E-N01", at: 4 }] });
  });
});

describe("brackets", () => {
  it("make a block optional, and may hold one another", () => {
    expect(templateOf("设备{甲}[,其中{乙}[({丙})]]。")).toMatchObject([
      { part: "words", text: "设备" },
      { part: "slot" },
      {
        part: "optional",
        body: [
          { part: "words", text: ",其中" },
          { part: "slot" },
          { part: "optional", body: [{ text: "(" }, { part: "slot" }, { text: ")" }] },
        ],
      },
      { part: "words", text: "。" },
    ]);
  });

  it("with a question mark choose between two wordings", () => {
    const [, choice] = templateOf("现有[?大班额数=0:已全部消除|尚有{大班额数}]");
    expect(choice).toMatchObject({
      part: "choice",
      conditionText: "大班额数=0",
      at: { start: 4, end: 10 },
      condition: { node: "binary", operator: "=" },
      then: [{ text: "已全部消除" }],
      otherwise: [{ text: "尚有" }, { part: "slot" }],
    });
  });

  it("without a second wording choose between words and nothing", () => {
    const [choice] = templateOf('[?办别="甲:乙":所有]');
    expect(choice).toMatchObject({ part: "choice", conditionText: '办别="甲:乙"', then: [{ text: "所有" }] });
    expect(choice).not.toHaveProperty("otherwise");
  });

  it.each([
    ["{{甲}}", "{甲}"],
    ["[[甲]]", "[甲]"],
    ["甲||乙", "甲|乙"],
    ["甲|乙", "甲|乙"],
  ])("doubled or harmless, %s prints %s", (text, printed) => {
    expect(templateOf(text)).toEqual([{ part: "words", text: printed }]);
  });

  it.each([
    ["占{公办率", 2],
    ["占{公办{率}", 2],
    ["占公办率}", 5],
    ["占[公办率", 2],
    ["占]公办率", 2],
    ["[?大班额数=0]", 1],
    ["[?大班额数=0:甲|乙", 1],
    ["[?大班额数=0:甲|乙|丙]", 13],
  ])("not closed in %s are refused at character %i", (text, at) => {
    expect(parse(text)).toMatchObject({
      ok: false,
      problem: expect.arrayContaining([expect.objectContaining({ code: "E-T01", at })]),
    });
  });

  it("report a fault of the condition at its character of the template", () => {
    expect(parse("占[?1<大班额数<3:甲]")).toMatchObject({ ok: false, problem: [{ code: "E-P03", at: 10 }] });
  });
});

describe("any template", () => {
  type Part = { readonly text: string; readonly shape: unknown };
  const word = fc.stringMatching(/^[甲乙丙1,、“]{1,4}$/u);
  const slot = fc.record({
    name: fc.constantFrom("公办率", "在校生数"),
    slice: fc.constantFrom("", "@小学", "@小学,语文"),
    option: fc.constantFrom("", ":1位", ":取百 多"),
  });
  const { template } = fc.letrec<{ template: readonly Part[]; part: Part }>((tie) => ({
    template: fc.array(tie("part"), { minLength: 1, maxLength: 4 }),
    part: fc.oneof(
      { depthSize: "small" },
      word.map((text): Part => ({ text, shape: text })),
      slot.map(
        ({ name, slice, option }): Part => ({ text: `{${name}${slice}${option}}`, shape: [name, slice.slice(1)] }),
      ),
      tie("template").map(
        (parts): Part => ({ text: `[,${textOf(parts)}。]`, shape: { optional: [",", ...shapeOf(parts), "。"] } }),
      ),
      fc.tuple(tie("template"), tie("template")).map(
        ([a, b]): Part => ({
          text: `[?公办率>50%:,${textOf(a)}。|,${textOf(b)}。]`,
          shape: { then: [",", ...shapeOf(a), "。"], otherwise: [",", ...shapeOf(b), "。"] },
        }),
      ),
    ),
  }));
  const textOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join("");
  const shapeOf = (parts: readonly Part[]): unknown[] => parts.map(({ shape }) => shape);
  const merged = (shapes: readonly unknown[]): unknown[] =>
    shapes.reduce<unknown[]>((all, shape) => {
      const last = all.at(-1);
      const next =
        typeof shape === "object" && shape !== null && !Array.isArray(shape)
          ? Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, merged(inner as unknown[])]))
          : shape;
      return typeof last === "string" && typeof next === "string" ? [...all.slice(0, -1), last + next] : [...all, next];
    }, []);
  const readShape = (parts: Template): unknown[] => parts.map(shapeOfPart);
  const shapeOfPart = (part: TemplatePart): unknown => {
    switch (part.part) {
      case "words":
        return part.text;
      case "slot":
        return [part.refs[0]?.name, part.refs[0]?.slices.join(",")];
      case "optional":
        return { optional: readShape(part.body) };
      case "choice":
        return { then: readShape(part.then), otherwise: readShape(part.otherwise ?? []) };
    }
  };

  it("is read back as the parts it was written from", () => {
    fc.assert(
      fc.property(template, (parts) => {
        expect(readShape(templateOf(textOf(parts)))).toEqual(merged(shapeOf(parts)));
      }),
    );
  });

  it("of plain characters prints itself once they are doubled", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const doubled = text.replace(/[{}[\]|]/gu, "$&$&");
        expect(templateOf(doubled)).toEqual(text === "" ? [] : [{ part: "words", text }]);
      }),
    );
  });

  it("never makes the parser throw", () => {
    const pieces = fc.array(
      fc.constantFrom("{", "}", "[", "]", "[?", "|", ":", "、", "@", "公办率", ">0", "较", "上年", " ", '"'),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(pieces, (text) => {
        expect(typeof parse(text.join("")).ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});
