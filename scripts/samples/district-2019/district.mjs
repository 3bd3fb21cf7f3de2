import { apportion } from "../chance.mjs";

/** @typedef {{ code: string, name: string, short: string, stage: string, type: string, area: string, owner: string, inclusive: string, township: string, zone: string, community: string, remote: string, size: number }} School */

const senior = [
  ["东方红中学", 3350, "永定路街道"],
  ["福台高级中学", 3100, "福台路街道"],
  ["永定高级中学", 2500, "永定路街道"],
  ["内官营高级中学", 1850, "内官营镇"],
];
const junior = [
  ["凤翔学校", 2150, "凤翔镇"],
  ["交通路中学", 2480, "永定路街道"],
  ["中华路中学", 2390, "中华路街道"],
  ["巉口中学", 1450, "巉口镇"],
  ["团结初级中学", 820, "团结镇"],
  ["西巩驿中学", 930, "西巩驿镇"],
  ["鲁家沟初级中学", 780, "鲁家沟镇"],
  ["符家川初级中学", 690, "符家川镇"],
  ["宁远初级中学", 880, "宁远镇"],
  ["李家堡初级中学", 960, "李家堡镇"],
  ["香泉初级中学", 740, "香泉镇"],
  ["青岚山初级中学", 620, "青岚山乡"],
];
const townPrimary = [
  ["大城小学", 2380, "永定路街道"],
  ["公园路小学", 2650, "中华路街道"],
  ["中华路小学", 2210, "中华路街道"],
  ["永定路小学", 1850, "永定路街道"],
  ["福台小学", 2040, "福台路街道"],
  ["区特殊教育学校", 160, "凤翔镇"],
];
/** Central schools file for the village schools of their township as well. */
const centralPrimary = [
  ["内官营镇", 2450],
  ["巉口镇", 1620],
  ["鲁家沟镇", 1180],
  ["西巩驿镇", 1290],
  ["宁远镇", 1350],
  ["李家堡镇", 1420],
  ["团结镇", 980],
  ["香泉镇", 1120],
  ["符家川镇", 960],
  ["称钩驿镇", 890],
  ["葛家岔镇", 640],
  ["青岚山乡", 880],
  ["新集乡", 720],
  ["高峰乡", 610],
  ["石泉乡", 560],
];
const publicKindergartens = [
  ["区幼儿园", "区幼", 620, "永定路街道"],
  ["区幼儿园永定分园", "幼儿园永定分园", 345, "永定路街道"],
  ["永定第二幼儿园", "永定第二幼儿园", 255, "永定路街道"],
  ["福台景园幼儿园", "福台景园幼儿园", 85, "福台路街道"],
  ["凤翔幼儿园", "凤翔幼儿园", 520, "凤翔镇"],
  ["南苑幼儿园", "南苑幼儿园", 560, "福台路街道"],
  ["南苑幼儿园南山分园", "南苑幼儿园南山分园", 290, "福台路街道"],
  ["友谊幼儿园", "友谊幼儿园", 640, "中华路街道"],
  ["内官营镇中心幼儿园", "内官营中心园", 610, "内官营镇"],
  ["巉口镇中心幼儿园", "巉口中心园", 480, "巉口镇"],
  ["西巩驿镇中心幼儿园", "西巩驿中心园", 420, "西巩驿镇"],
  ["鲁家沟镇中心幼儿园", "鲁家沟中心园", 380, "鲁家沟镇"],
  ["宁远镇中心幼儿园", "宁远中心园", 440, "宁远镇"],
  ["李家堡镇中心幼儿园", "李家堡中心园", 450, "李家堡镇"],
];
const privateKindergartens = [
  ["红太阳幼儿园", 355],
  ["金苹果幼儿园", 340],
  ["小天使幼儿园", 330],
  ["春晖幼儿园", 345],
  ["童心幼儿园", 360],
  ["启智幼儿园", 338],
  ["育苗幼儿园", 470],
  ["世纪星幼儿园", 466],
];
const streets = ["永定路街道", "中华路街道", "福台路街道"];
const towns = new Set(["内官营镇", "巉口镇", "西巩驿镇"]);
const remoteTownships = new Set("称钩驿镇 葛家岔镇 青岚山乡 新集乡 高峰乡 石泉乡 符家川镇".split(" "));
/** The district is worked in eight zones; a township belongs to one. */
const zones = new Map(
  [
    ["永定片区", "永定路街道"],
    ["中华路片区", "中华路街道"],
    ["福台片区", "福台路街道 凤翔镇"],
    ["内官片区", "内官营镇 香泉镇 符家川镇"],
    ["巉口片区", "巉口镇 鲁家沟镇 称钩驿镇"],
    ["西巩片区", "西巩驿镇 石泉乡"],
    ["宁远片区", "宁远镇 李家堡镇 新集乡"],
    ["团结片区", "团结镇 葛家岔镇 青岚山乡 高峰乡"],
  ].flatMap(([zone, townships]) => townships.split(" ").map((township) => [township, zone])),
);
const communities = 21;
/** Children in kindergartens: 95.78 % of the 9500 aged three to five. */
const children = 9099;

/** The roster, in its order: 高中, 中职, 初中, 小学, kindergartens. */
export function buildDistrict() {
  /** @type {School[]} */
  const schools = [];
  const add = ({ name, short = name, owner = "公办", inclusive = "", ...school }) =>
    schools.push({
      name,
      short,
      owner,
      inclusive,
      zone: zones.get(school.township),
      area: areaOf(school.township),
      remote: remoteTownships.has(school.township) ? "是" : "否",
      ...school,
      code: `621102${String(1001 + schools.length)}`,
    });
  for (const [name, size, township] of senior) add({ name, size, township, stage: "高中", type: "高级中学" });
  add({ name: "区职业中等专业学校", size: 2600, township: "凤翔镇", stage: "中职", type: "中等职业学校" });
  for (const [name, size, township] of junior)
    add({ name, size, township, stage: "初中", type: name === "凤翔学校" ? "九年一贯制学校" : "初级中学" });
  for (const [name, size, township] of townPrimary)
    add({ name, size, township, stage: "小学", type: name.includes("特殊") ? "特殊教育学校" : "小学" });
  for (const [township, size] of centralPrimary)
    add({ name: `${township.slice(0, -1)}中心小学`, size, township, stage: "小学", type: "小学" });
  addKindergartens(add);
  schools
    .filter(({ stage }) => stage !== "学前" && stage !== "中职")
    .forEach((school, index) => (school.community = `第${String((index % communities) + 1)}研训共同体`));
  return schools;
}

const areaOf = (township) =>
  streets.includes(township) || township === "凤翔镇" ? "城区" : towns.has(township) ? "镇区" : "乡村";

function addKindergartens(add) {
  const all = [
    ...publicKindergartens.map(([name, short, size, township]) => ({ name, short, size, township, inclusive: "是" })),
    ...privateKindergartens.map(([name, size], index) => ({
      name,
      size,
      township: streets[index % 3],
      owner: "民办",
      inclusive: index < 6 ? "是" : "否",
    })),
  ];
  const sizes = apportion(
    children,
    all.map(({ size }) => size),
  );
  all.forEach((school, index) => add({ ...school, size: sizes[index], stage: "学前", type: "幼儿园" }));
}
