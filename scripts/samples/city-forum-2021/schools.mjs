import { seeded } from "../chance.mjs";

/** @typedef {{ code: string, name: string, short: string, stage: string, type: string, area: string, owner: string, inclusive: string, township: string, boarding: string, size: number }} School */

const townSchools = {
  小学: "实验 滨河 文昌 育才 东关 西关 南苑 北城 新华 凤凰".split(" "),
  初中: "第一 第二 第三 第五 第六".split(" "),
};
const townships = "清河镇 石桥镇 柳林镇 大河镇 白云镇 平川镇".split(" ");
const kinds = {
  小学: ["完全小学", "小学", [1240, 2360], [480, 980]],
  初中: ["初级中学", "初级中学", [1280, 2450], [620, 1180]],
};

/** The roster, in its order: 38 schools and kindergartens. */
export function buildCity() {
  const chance = seeded(20210915);
  /** @type {School[]} */
  const schools = [];
  const add = (school) =>
    schools.push({
      area: "城区",
      township: "城关街道",
      owner: "公办",
      inclusive: "",
      boarding: "走读",
      ...school,
      name: `云川市${school.short}`,
      code: `469901${String(1001 + schools.length)}`,
    });
  for (const [short, size] of [
    ["第一中学", 3120],
    ["第四中学", 2680],
    ["第七中学", 2105],
  ])
    add({ short, size, stage: "高中", type: "高级中学", boarding: "寄宿" });
  add({ short: "工业职业学校", size: 3260, stage: "中职", type: "中等职业学校", boarding: "寄宿" });
  add({ short: "商贸职业学校", size: 2415, stage: "中职", type: "中等职业学校", boarding: "寄宿" });
  for (const [stage, [type, kind, inTown, outside]] of Object.entries(kinds).reverse()) {
    for (const name of townSchools[stage])
      add({ short: `${name}${kind}`, stage, type, size: chance.between(...inTown) });
    if (stage === "初中") add({ short: "外国语学校", stage, type, boarding: "寄宿", size: chance.between(...inTown) });
    for (const township of townships.slice(0, stage === "初中" ? 4 : 6))
      add({
        short: `${township}${stage === "初中" ? "中学" : "中心小学"}`,
        stage,
        type,
        township,
        area: "镇区",
        boarding: stage === "初中" ? "寄宿" : "走读",
        size: chance.between(...outside),
      });
  }
  add({ short: "特殊教育学校", stage: "特教", type: "培智学校", boarding: "寄宿", size: 186 });
  for (const [index, name] of "市直机关 滨河 文昌 凤凰 清河镇中心 石桥镇中心".split(" ").entries())
    add({
      short: `${name}幼儿园`,
      stage: "学前",
      type: "幼儿园",
      inclusive: "是",
      ...(index < 4 ? {} : { area: "镇区", township: townships[index - 4] }),
      size: chance.between(230, 410),
    });
  return schools;
}
