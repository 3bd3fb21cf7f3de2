import { apportion } from "../chance.mjs";

const built = (name, stage, nature, state, core, money, places) => ({
  项目名称: name,
  项目组: "学校建设",
  项目学段: stage,
  建设性质: nature,
  建设状态: state,
  建设区位: core ? "主城区核心区" : "其他区域",
  投资额: money,
  新增学位: places,
});

/** Schools and kindergartens under construction, by the 简称 of the one that files them. */
const building = {
  市直机关幼儿园: [built("市直机关幼儿园东园", "幼儿园", "新建", "投入使用", true, 2860, 360)],
  文昌幼儿园: [built("文昌幼儿园二园", "幼儿园", "新建", "投入使用", true, 2415.5, 270)],
  凤凰幼儿园: [built("凤凰幼儿园新园", "幼儿园", "新建", "在建", true, 2230, 270)],
  清河镇中心幼儿园: [built("清河镇第二幼儿园", "幼儿园", "新建", "投入使用", false, 1320, 180)],
  实验小学: [built("实验小学东校区", "中小学", "新建", "投入使用", false, 13650, 2160)],
  新华小学: [built("新华小学北校区", "中小学", "新建", "在建", false, 12480, 1890)],
  凤凰小学: [built("凤凰小学教学楼", "中小学", "改扩建", "投入使用", true, 3125, 720)],
  第二初级中学: [built("第二初级中学西校区", "中小学", "新建", "投入使用", false, 16820, 2400)],
  外国语学校: [built("外国语学校扩建", "中小学", "改扩建", "投入使用", false, 5260, 960)],
  第四中学: [built("第四中学综合楼", "中小学", "改扩建", "在建", true, 4380, 600)],
  工业职业学校: [
    {
      项目名称: "市职业教育公共实训基地三期工程",
      项目组: "公共实训基地",
      项目学段: "职业学校",
      建设性质: "改扩建",
      建设状态: "在建",
      建设区位: "其他区域",
      投资额: 4860,
    },
  ],
};

/** 1.34 亿元 for 12.6 万㎡ of buildings and 10.8 万㎡ of grounds, shared by twelve schools. */
export function projects({ schools, chance, filings }) {
  const basic = schools.filter(({ stage }) => stage === "小学" || stage === "初中");
  const improved = chance.some(basic, 12);
  const weights = improved.map(({ size }) => size * chance.spread(0.4));
  const [money, floor, ground] = [13420, 126400, 108200].map((total) => apportion(total, weights, { step: 10 }));
  for (const school of schools) {
    const at = improved.indexOf(school);
    const improvement = {
      项目名称: `${school.short}办学条件改善`,
      项目组: "能力提升工程",
      项目学段: "中小学",
      建设性质: "改造",
      建设状态: "完工",
      建设区位: "其他区域",
      投资额: money[at],
      改造校舍: floor[at],
      改造运动场地: ground[at],
    };
    filings.get(school).建设项目 = [...(building[school.short] ?? []), ...(at < 0 ? [] : [improvement])];
  }
}

export function moves({ schools, chance, filings }) {
  const teaching = schools.filter(({ stage }) => ["小学", "初中", "高中"].includes(stage));
  for (const [type, total, among] of [
    ["招聘", 386, teaching],
    ["县域内交流轮岗", 342, teaching],
    ["跨县交流支教", 26, chance.some(teaching, 17)],
    ["挂职研修", 18, chance.some(teaching, 14)],
  ])
    apportion(
      total,
      among.map(({ size }) => size * chance.spread(0.4)),
    ).forEach(
      (count, index) => count > 0 && filings.get(among[index]).教师变动.push({ 变动类型: type, 变动人数: count }),
    );
}

/** Eighteen courses, 12,640 attendances. */
const courses = [
  ["新课程标准研修", 0.14],
  ["信息技术应用能力提升", 0.13],
  ["班主任专业能力培训", 0.1],
  ["心理健康教育培训", 0.08],
  ["作业设计研修", 0.08],
  ["课堂教学改革研修", 0.07],
  ["师德师风专题培训", 0.07],
  ["新入职教师培训", 0.05],
  ["骨干教师研修", 0.05],
  ["中小学校长研修", 0.03],
  ["学科带头人培训", 0.03],
  ["人工智能教育培训", 0.03],
  ["体育美育教师培训", 0.03],
  ["劳动教育培训", 0.03],
  ["实验教学培训", 0.03],
  ["学前教育教师培训", 0.02],
  ["特殊教育随班就读培训", 0.02],
  ["校园安全管理培训", 0.01],
];

export function training({ schools, chance, filings }) {
  const totals = apportion(
    12640,
    courses.map(([, share]) => share),
  );
  courses.forEach(([name], which) => {
    const among = chance.some(schools, 6 + (which % 5) * 2);
    apportion(
      totals[which],
      among.map(({ size }) => Math.sqrt(size) * chance.spread(0.3)),
    ).forEach(
      (count, index) => count > 0 && filings.get(among[index]).教师培训.push({ 培训项目: name, 培训人次: count }),
    );
  });
}
