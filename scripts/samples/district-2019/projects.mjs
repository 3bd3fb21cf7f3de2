import { apportion } from "../chance.mjs";
import { byName, day, isTown } from "./school-kinds.mjs";

/** Projects the report names, by the school that files them. 投资额 in 万元. */
const named = {
  凤翔学校: [
    {
      项目名称: "关川学校新建项目",
      项目学校: "关川学校",
      项目组: "规划新建学校",
      建设性质: "新建",
      建设状态: "规划",
      建设年度: 2019,
      投资额: 16000,
      占地面积: 58500,
      建筑面积: 30620,
    },
  ],
  永定第二幼儿园: [
    {
      项目名称: "永定第二幼儿园新建项目",
      项目学校: "永定第二幼儿园",
      项目组: "学前实事项目",
      建设性质: "新建",
      建设状态: "投入使用",
      建设年度: 2019,
      投资额: 1586.5,
      建筑面积: 3820,
      新增学位: 270,
      招生日期: day(2019, 9, 1),
    },
  ],
  福台景园幼儿园: [
    {
      项目名称: "福台景园幼儿园新建项目",
      项目学校: "福台景园幼儿园",
      项目组: "学前实事项目",
      建设性质: "新建",
      建设状态: "投入使用",
      建设年度: 2019,
      投资额: 645.5,
      建筑面积: 1763,
      新增学位: 90,
      招生日期: day(2019, 3, 1),
    },
  ],
};
for (const [school, money] of [
  ["巉口中学", 118],
  ["团结初级中学", 92.5],
  ["西巩驿中学", 96],
  ["鲁家沟中心小学", 73.5],
])
  named[school] = [
    {
      项目名称: `${school}温暖工程`,
      项目学校: school,
      项目组: "温暖工程",
      建设性质: "改造",
      建设状态: "完工",
      建设年度: 2019,
      投资额: money,
    },
  ];

/** Other works since 2016: [school, kind, year, places it opened with, day it opened]. */
const ownWorks = [
  ["东方红中学", "改扩建", 2016],
  ["福台高级中学", "改扩建", 2017],
  ["永定高级中学", "改扩建", 2018],
  ["内官营高级中学", "改扩建", 2016],
  ["区职业中等专业学校", "改扩建", 2017],
  ["凤翔学校", "新建", 2017],
  ["交通路中学", "改扩建", 2018],
  ["中华路中学", "改扩建", 2017],
  ["巉口中学", "改扩建", 2016],
  ["大城小学", "改扩建", 2018],
  ["公园路小学", "改扩建", 2018],
  ["中华路小学", "改扩建", 2016],
  ["区特殊教育学校", "改扩建", 2016],
  ["区幼儿园永定分园", "新建", 2017, 360, day(2018, 9, 1)],
  ["凤翔幼儿园", "新建", 2016, 360, day(2017, 9, 1)],
  ["南苑幼儿园南山分园", "新建", 2017, 300, day(2018, 3, 1)],
  ["内官营镇中心幼儿园", "改扩建", 2016],
];
/** Village schools and kindergartens, which the central school of the township files: 132 since 2016. */
const villages =
  "先锋 永安 锦屏 乌龙 文丰 康家庄 龙潭 石家岔 赵家岔 西湾 太平 御风 小岔口 将台 花川 罗川 新坪 清明 营坊 芦河 李家岔 薛家岔 红土 红庄 柏林 马莲 好地掌 高泉 寒树 中庄 联合 金花 双乐 泉湾 水泉 陈家渠 西街 中化 云山 泉坪 川坪 周家河 上湾 大坪 杨家坪 站湾 铁沟 新民 史家坪 白菜湾 南川 东岳 复兴 安家山 大湾 红星 青湾 王家庄 董家山 新集 坪塬 深岔 城门 红堡 石湾 尖山 牛营 中驿 岳家岔 马家岔 石坪 花沟 王湾 鹿马岔 古城".split(
    " ",
  );
const villageWorks = 132;

/** Together 5.8 亿元 and 15.8 万平方米 since 2016, 151 schools built or enlarged. */
const money = 580361200;
const floor = 158024;

export function projects({ schools, chance, filings }) {
  for (const [name, rows] of Object.entries(named)) filings.get(byName(schools, name)).建设项目.push(...rows);
  const central = schools.filter(({ name }) => name.endsWith("中心小学"));
  const works = [
    ...ownWorks.map(([name, kind, year, places, opened]) => ({
      by: byName(schools, name),
      school: name,
      kind,
      year,
      places,
      opened,
      weight: 22 + chance.between(0, 20),
    })),
    ...Array.from({ length: villageWorks }, (_, index) => {
      const village = villages[index % villages.length];
      return {
        by: central[(index % villages.length) % central.length],
        school: `${village}${index < villages.length ? "小学" : "幼儿园"}`,
        kind: index < villages.length || index % 3 === 0 ? "改扩建" : "新建",
        year: 2016 + (index % 4),
        weight: 1 + 2 * chance.next(),
      };
    }),
  ];
  const weights = works.map(({ weight }) => weight);
  const sums = apportion(money - 22320000 - 3800000, weights, { step: 100 });
  const areas = apportion(floor - 5583, weights);
  works.forEach((work, index) =>
    filings.get(work.by).建设项目.push({
      项目名称: `${work.school}${work.kind}项目`,
      项目学校: work.school,
      项目组: "其他建设项目",
      建设性质: work.kind,
      建设状态: work.year === 2019 ? "完工" : "投入使用",
      建设年度: work.year,
      投资额: sums[index] / 10000,
      建筑面积: areas[index],
      新增学位: work.places,
      招生日期: work.opened,
    }),
  );
  for (const school of schools.filter((one) => one.stage === "初中" && !isTown(one)).slice(0, 4))
    filings.get(school).建设项目.push({
      项目名称: `${school.name}操场改造`,
      项目学校: school.name,
      项目组: "其他建设项目",
      建设性质: "改扩建",
      建设状态: "投入使用",
      建设年度: 2015,
      投资额: 45.5,
      建筑面积: 320,
    });
}
