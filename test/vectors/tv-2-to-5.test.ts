import {
  definitionOf,
  draftOf,
  figureText,
  listed,
  numbers,
  partOf,
  picked,
  rosterOf,
  sentencesOf,
} from "./vector-report";

describe("TV-2, the officials' own example of the coefficient of variation", () => {
  const report = draftOf({
    definition: definitionOf(
      {
        forms: [{ name: "图书", layout: "清单", periodType: "学年" }],
        elements: [...numbers("图书", "人", "学生数"), ...numbers("图书", "册", "册数")],
        indicators: [
          { id: "1", name: "差异", form: "图书", numerator: "差异系数([册数],[学生数])", kind: "指数" },
          { id: "2", name: "生均", form: "图书", numerator: "SUM([册数])", denominator: "SUM([学生数])", kind: "均值", unit: "册" },
        ],
      }, // prettier-ignore
      "生均{生均:2位},差异系数{差异:2位}",
    ),
    roster: rosterOf("学段", "甲|小学", "乙|小学", "丙|小学", "丁|小学", "戊|小学"),
    filed: listed("图书", "学生数|册数", "甲|45|279", "乙|37|137", "丙|89|935", "丁|76|160", "戊|55|402"),
  });

  it("is 0.52, and 0.515257 before it is rounded", () => {
    expect(sentencesOf(report)[0]).toBe("生均6.33册,差异系数0.52");
    expect(Number(figureText(report, "差异"))).toBeCloseTo(0.515257, 6);
  });
});

describe("TV-3, what each part of a combined school has of its books", () => {
  const fields = ["学部", "在校生数", "图书", "全校图书", "全校加权学生数", "加权学生数", "份额", "分摊图书"];
  const report = draftOf({
    definition: definitionOf({
      ...partOf("均衡", ...fields),
      indicators: [
        {
          id: "1",
          name: "图书",
          form: "均衡",
          numerator: "SUM([分摊图书])",
          unit: "册",
          groupBy: ["学部", "学校名称"],
        },
        picked("S17", "生均图书", { groupBy: ["学校名称"] }),
      ],
    }),
    roster: rosterOf(
      "办学类型|学段",
      "九年校|九年一贯制学校|初中",
      "完中|完全中学|高中",
      "十二年校|十二年一贯制学校|高中",
    ),
    filed: {
      九年校: [["均衡", "学部|在校生数|图书|全校图书\n小学部|166||23226\n初中部|210||23226"]],
      完中: [["均衡", "学部|在校生数|图书|全校图书\n初中部|200||1600\n高中部|100||1600"]],
      十二年校: [["均衡", "学部|在校生数|图书|全校图书\n小学部|1||342\n初中部|1||342\n高中部|1||342"]],
    },
  });

  it.each([
    ["小学部", "九年校", 9711.6272],
    ["初中部", "九年校", 13514.3728],
    ["初中部", "完中", 1000],
    ["高中部", "完中", 600],
    ["小学部", "十二年校", 100],
    ["初中部", "十二年校", 110],
    ["高中部", "十二年校", 132],
  ])("gives the %s of %s its share by weighted pupils, fractions kept", (part, school, books) => {
    const [over = "", under = "1"] = figureText(report, "图书", part, school).split("/");
    expect(Number(over) / Number(under)).toBeCloseTo(books, 4);
  });

  it("adds up again to what the school has", () => {
    expect(figureText(report, "图书", "*", "九年校")).toBe("23226");
    expect(figureText(report, "生均图书", "完中")).toBe("5");
  });
});

describe("TV-4, the composite of 基本均衡 as four districts printed it", () => {
  const districts = [
    ["南关小学", [0.393, 0.578, 0.372, 0.246, 0.208, 0.311, 0.311, 0.455], "0.35925", "0.359"],
    ["南关初中", [0.433, 0.464, 0.334, 0.318, 0.433, 0.362, 0.368, 0.335], "0.380875", "0.381"],
    ["庐阳小学", [0.881, 1.299, 0.977, 0.379, 0.17, 0.334, 0.286, 0.408], "0.59175", "0.592"],
    ["庐阳初中", [0.353, 0.784, 0.146, 0.491, 0.037, 0.226, 0.223, 0.253], "0.314125", "0.314"],
  ] as const;
  const sum = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => `参数(系数,"_","${String(k)}")`).join("+");
  const report = draftOf({
    definition: definitionOf(
      {
        parameters: districts.flatMap(([key1, values]) =>
          values.map((value, index) => ({ use: "区域", name: "系数", key1, key2: String(index + 1), value, kind: "指数" })),
        ),
        indicators: districts.map(([name]) => ({
          id: name,
          name,
          numerator: `(${sum.replaceAll("_", name)})/8`,
          kind: "指数",
        })),
      }, // prettier-ignore
      ...districts.map(([name]) => `{${name}:3位}`),
    ),
    roster: rosterOf("学段", "甲|小学"),
    filed: {},
  });

  it.each(districts.map(([name, , mean, printed], index) => [name, mean, printed, index] as const))(
    "is the mean of the eight coefficients: %s %s, printed %s",
    (name, mean, printed, index) => {
      expect(figureText(report, name)).toBe(mean);
      expect(sentencesOf(report)[index]).toBe(printed);
    },
  );
});

describe("TV-5, the preschool figures of a county as it published them", () => {
  const pupils = partOf("学生与控辍", "填报学段", "在校生数");
  const staff = partOf("教师情况", "专任教师数", "核定编制");
  const privately = {
    filter: '[填报学段]="学前"',
    numerator: 'SUMIFS([在校生数],[办别],"民办")',
    denominator: "SUM([在校生数])",
  };
  const report = draftOf({
    definition: definitionOf(
      {
        ...pupils,
        forms: [...pupils.forms, ...staff.forms],
        elements: [...pupils.elements, ...staff.elements],
        indicators: [
          picked("R03", "公办占比"),
          picked("R02", "普惠率"),
          picked("S06", "生师比", { format: "0.0" }),
          picked("R05", "师幼比"),
          picked("F03", "民办占比", { form: "学生与控辍", ...privately }),
          { id: "1", name: "在编占比", form: "教师情况", numerator: "SUM([核定编制])", denominator: "SUM([专任教师数])", kind: "率" },
        ],
      }, // prettier-ignore
      "公办占比{公办占比},民办占比{民办占比},普惠率{普惠率},师生比1:{生师比},在编占比{在编占比}",
    ),
    roster: rosterOf("办学类型|学段|办别|普惠", "公办园|幼儿园|学前|公办|是", "普惠园|幼儿园|学前|民办|是", "民办园|幼儿园|学前|民办|否"),
    filed: Object.fromEntries(
      Object.entries({ 公办园: [10301, 500, 256], 普惠园: [7629, 284, 0], 民办园: [7183, 200, 0] }).map(
        ([school, [children, teachers, posts]]) => [
          school,
          [
            ["学生与控辍", `填报学段|在校生数\n学前|${String(children)}`],
            ["教师情况", `学校名称|专任教师数|核定编制\n${school}|${String(teachers)}|${String(posts)}`],
          ],
        ],
      ),
    ),
  }); // prettier-ignore

  it("are counted by children, not by kindergartens", () => {
    expect(sentencesOf(report)).toEqual(["公办占比41.02%,民办占比58.98%,普惠率71.4%,师生比1:25.5,在编占比26.02%"]);
    expect(figureText(report, "普惠率")).toBe("1630/2283");
  });
});
