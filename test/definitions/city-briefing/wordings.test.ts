import { clauseTeller, type Known } from "../told-clause";

const tell = clauseTeller("city-briefing", "学校代码 学校名称 简称 学段 办学类型 城乡 办别 隶属".split(" "), "2020年");

const cases: readonly (readonly [says: string, clause: string, known: Known])[] = [
  [
    "2021年高考成绩总体平稳",
    "N-21",
    { figures: { 一本上线率: 0.15, 一本上线人数: 900 }, lastYear: { 一本上线率: 0.14, 一本上线人数: 950 } },
  ],
  [
    "2021年高考成绩有所回落",
    "N-21",
    { figures: { 一本上线率: 0.14, 一本上线人数: 900 }, lastYear: { 一本上线率: 0.14, 一本上线人数: 950 } },
  ],
  [
    "在2021年自治区职业技能比赛中获得52个奖项",
    "N-34",
    { figures: { 自治区大赛获奖数: 52 }, lastYear: { 自治区大赛获奖数: 52 } },
  ],
  ["就业率达到94%,同比下降1个百分点", "N-36", { figures: { 高职就业率: 0.94 }, lastYear: { 高职就业率: 0.95 } }],
  [
    "一流大学优秀毕业生选择本市就业的人数没有下降",
    "N-48",
    { figures: { 一流毕业生就业数: 61, 一流毕业生上年就业数: 61 }, texts: { 地区简称: "本市" } },
  ],
  [
    "在职副高级以上职称的教师选择本市调动的人数没有减少",
    "N-49",
    { figures: { 副高以上调入数: 15, 副高以上上年调入数: 14 }, texts: { 地区简称: "本市" } },
  ],
  ["优秀教师流失没有加速", "N-50", { figures: { 优秀教师流失数: 25, 优秀教师上年流失数: 25 } }],
  [
    "市属高中副高以上级别教师流失人数高于引进人数",
    "N-52",
    { figures: { 市属高中副高流失数: 19, 市属高中副高引进数: 10 } },
  ],
  [
    "市属高中副高以上级别教师流失人数不高于引进人数",
    "N-52",
    { figures: { 市属高中副高流失数: 10, 市属高中副高引进数: 10 } },
  ],
];

describe("a verdict of the city's briefing follows its figures", () => {
  it.each(cases)("%s", (says, clause, known) => {
    expect(tell(clause, known)).toBe(says);
  });
});
