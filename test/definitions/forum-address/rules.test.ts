import { checkRules, type Filed, type RuleCase } from "../rule-cases";

const attributes = {
  学校代码: "4699011001",
  学校名称: "实验小学",
  简称: "实验小学",
  学段: "小学",
  城乡: "城区",
  办别: "公办",
  住宿: "走读",
};

/** One school whose forms agree with one another and with every rule. */
const sound: Filed = {
  学校基本情况: [{ 在校生数: 1500, 教职工数: 95, 专任教师数: 88 }],
  装备与安全: [{ 专职保安数: 4 }],
  配餐与校车: [{ 集中配餐: "是", 配餐校在校生数: 1500, 配餐人数: 900, 配餐问卷数: 700, 配餐满意数: 680 }],
  课后服务: [{ 开展校在校生数: 1500, 参与学生数: 1400, 课后问卷数: 900, 课后满意数: 880 }],
  体育活动: [{ 体育活动时长: 1, 场地开放: "是" }],
  建设项目: [
    { 项目名称: "教学楼", 项目组: "学校建设", 投资额: 20_000_000 },
    { 项目名称: "东校区", 项目组: "学校建设", 投资额: 90_000_000 },
  ],
};

const cases: readonly RuleCase[] = [
  { rule: "JB-01", wrong: { 专任教师数: 96 }, blank: "教职工数" },
  { rule: "JB-02", wrong: { 教职工数: 9 }, blank: "在校生数" },
  { rule: "ZB-01", wrong: { 专职保安数: 0 }, blank: "专职保安数" },
  { rule: "PC-01", wrong: { 配餐人数: 1501 }, blank: "配餐人数" },
  { rule: "PC-02", wrong: { 配餐满意数: 701 }, blank: "配餐问卷数" },
  { rule: "PC-03", wrong: { 配餐校在校生数: 1490 }, blank: "配餐校在校生数" },
  { rule: "KH-01", wrong: { 参与学生数: 1501 }, blank: "参与学生数" },
  { rule: "KH-02", wrong: { 课后满意数: 901 }, blank: "课后问卷数" },
  { rule: "KH-03", wrong: { 开展校在校生数: 1510 }, blank: "开展校在校生数" },
  { rule: "TY-01", wrong: { 体育活动时长: 0.5 }, blank: "体育活动时长" },
  { rule: "XM-01", wrong: { 项目名称: "东校区" }, blank: "项目名称" },
  { rule: "XM-02", wrong: { 投资额: 2000 }, blank: "投资额" },
];

describe("a rule of the address to the forum", () => {
  checkRules("forum-address", attributes, sound, cases);
});
