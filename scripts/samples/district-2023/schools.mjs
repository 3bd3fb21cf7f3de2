/** @typedef {{ code: string, name: string, short: string, stage: string, type: string, area: string, owner: string, inclusive: string, township: string, classes: number, role?: string }} School */

/** 校名, 班数 in each grade. */
const primarySchools = [
  ["市第十一小学", 5],
  ["市第十二小学", 4],
  ["市第十三小学", 5],
  ["市第十五小学", 6],
  ["市第十七小学", 3],
  ["舍予圆学校", 4],
  ["胜利学校", 3],
  ["市新民小学", 3],
  ["锦林小学", 4],
  ["丽日小学", 3],
  ["学院路小学", 4],
  ["游艺街小学", 3],
  ["青山小学", 2],
  ["祥河小学", 1],
  ["星海镇中心小学", 2],
];
const juniorSchools = [
  ["市第三中学", 8],
  ["市第五中学", 7],
  ["市第六中学", 6],
  ["市第八中学", 8],
  ["市第八中学西校区", 5],
  ["市第九中学", 7],
  ["市第十四中学", 5],
  ["锦林中学", 4],
  ["星海镇中学", 3],
];
/** 园名, 办别, 角色 in the group of kindergartens, 班数 in each grade. */
const kindergartens = [
  ["区第一幼儿园", "公办", "总园", 5],
  ["朝阳幼儿园", "公办", "分园", 3],
  ["青山幼儿园", "公办", "分园", 3],
  ["游艺幼儿园", "公办", "分园", 3],
  ["锦林幼儿园", "公办", "分园", 3],
  ["康乐幼儿园", "公办", "分园", 3],
  ["丽日幼儿园", "公办", "分园", 3],
  ["沐春园幼儿园", "公办", "分园", 3],
  ["宝迪乐幼儿园", "民办", "—", 3],
  ["宏德幼儿园", "民办", "—", 3],
  ["小天使幼儿园", "民办", "—", 2],
  ["东方红幼儿园", "民办", "—", 2],
];
const streets = ["锦林街道", "朝阳街道", "青山街道", "长胜街道"];

/** The roster, in its order. */
export function buildDistrict() {
  const stages = [
    ["小学", "完全小学", primarySchools.map(([name, classes]) => ({ name, classes }))],
    ["初中", "初级中学", juniorSchools.map(([name, classes]) => ({ name, classes }))],
    ["学前", "幼儿园", kindergartens.map(([name, owner, role, classes]) => ({ name, owner, role, classes }))],
    ["校外", "校外教育机构", [{ name: "区青少年校外活动中心", classes: 0 }]],
  ];
  return stages.flatMap(([stage, type, schools]) => schools.map((school) => ({ stage, type, ...school }))).map(placed);
}

/** Kindergartens of housing estates, all taken back. */
export const isEstateKindergarten = ({ name }) => /^(锦林|康乐|丽日|沐春园)幼儿园$/u.test(name);

function placed(school, index) {
  const inTown = school.name.startsWith("星海镇");
  return {
    owner: "公办",
    ...school,
    code: `990023${String(1001 + index)}`,
    short: school.name.replace("市第", "市").replace(/([一二三四五六七八九十])小学$/u, "$1小"),
    area: inTown ? "镇区" : "城区",
    township: inTown ? "星海镇" : streets[index % streets.length],
    inclusive: school.stage === "学前" ? "是" : "",
  };
}
