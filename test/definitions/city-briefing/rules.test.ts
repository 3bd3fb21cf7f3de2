import { checkRules, type Filed, type RuleCase } from "../rule-cases";

const attributes = {
  学校代码: "4599001001",
  学校名称: "市第一中学",
  简称: "市一中",
  学段: "高中",
  办学类型: "高级中学",
  城乡: "城区",
  办别: "公办",
  隶属: "市属",
};

/** One school whose forms agree with one another and with every rule. */
const sound: Filed = {
  学校基本情况: [
    {
      在校生数: 1200,
      教职工数: 100,
      专任教师数: 90,
      核定学位: 1300,
      县管校聘: "是",
      应接种人数: 1300,
      已接种人数: 1200,
    },
  ],
  幼儿园办园: [{ 国有单位园转公办: "否", 小区配套园: "否", 新增普惠学位: 0 }],
  高考: [{ 参考人数: 400, 一本上线: 80, 二本上线: 200, 高分: 10, 文科前十: 1, 理科前十: 0, 清北录取: 2 }],
  职业教育: [{ 产业学院数: 1, 职教集团数: 1, 毕业生数: 300, 就业人数: 290 }],
  建设项目: [
    { 项目名称: "教学楼", 项目学段: "普通高中", 建设性质: "改扩建", 建设状态: "在建", 新增学位: 300 },
    { 项目名称: "南校区", 项目学段: "普通高中", 建设性质: "新建", 建设状态: "在建", 新增学位: 900 },
  ],
  教师变动: [{ 变动年度: 2021, 变动类型: "招聘", 职称: "初级及以下", 变动人数: 6 }],
};

const cases: readonly RuleCase[] = [
  { rule: "JB-01", wrong: { 专任教师数: 101 }, blank: "教职工数" },
  { rule: "JB-02", wrong: { 已接种人数: 1301 }, blank: "应接种人数" },
  { rule: "JB-03", wrong: { 在校生数: 12000 }, blank: "在校生数" },
  { rule: "YE-01", wrong: { 新增普惠学位: 270 }, blank: "新增普惠学位" },
  { rule: "GK-01", wrong: { 二本上线: 321 }, blank: "参考人数" },
  { rule: "GK-02", wrong: { 高分: 81 }, blank: "高分" },
  { rule: "ZJ-01", wrong: { 就业人数: 301 }, blank: "毕业生数" },
  { rule: "XM-01", wrong: { 项目名称: "南校区" }, blank: "项目名称" },
  { rule: "XM-02", wrong: { 新增学位: 30000 }, blank: "新增学位" },
  { rule: "BD-01", wrong: { 变动人数: 101 }, blank: "变动人数" },
];

describe("a rule of the city's briefing", () => {
  checkRules("city-briefing", attributes, sound, cases);
});
