import { seeded } from "../chance.mjs";

/** @typedef {{ code: string, name: string, short: string, stage: string, type: string, area: string, owner: string, inclusive: string, township: string, run: string, size: number }} School */

const districts = ["城东区", "城西区", "城北区", "江南区"];
const counties = ["江北县", "清川县"];

/** 校名, 简称, 隶属, 所在区县, 在校生数. The first six are the city's own and take part in the new curriculum. */
const seniorSchools = [
  ["xx市xx高中", "xx高中", "市属", "城东区", 3620],
  ["xx市第一中学", "市一中", "市属", "城西区", 3105],
  ["xx市第二中学", "市二中", "市属", "城北区", 2870],
  ["xx市铁路第一中学", "铁一中", "市属", "江南区", 2760],
  ["xx市民族高中", "民族高中", "市属", "城东区", 2255],
  ["xx市第三中学", "市三中", "市属", "城西区", 2140],
  ["江北县中学", "江北县中学", "县属", "江北县", 2930],
  ["清川县中学", "清川县中学", "县属", "清川县", 2685],
  ["清川县民族中学", "清川民中", "县属", "清川县", 1820],
];
const vocationalSchools = [
  ["xx职业技术学院", "职业学院", "高职", "高等职业学校", 19650],
  ["xx铁道职业技术学院", "铁道学院", "高职", "高等职业学校", 17320],
  ["xx市第一职业技术学校", "一职校", "中职", "中等职业学校", 4210],
  ["xx市第二职业技术学校", "二职校", "中职", "中等职业学校", 2980],
];
const kindergartens = ["市直机关", "城东", "莲湖", "滨江路", "北苑", "江南", "江北县"];
const privateKindergartens = ["阳光城", "金桂", "小太阳"];

/** The roster, in its order. */
export function buildCity() {
  const chance = seeded(20210901);
  /** @type {School[]} */
  const schools = [];
  const add = (school) =>
    schools.push({
      area: "城区",
      owner: "公办",
      inclusive: "",
      ...school,
      code: `459900${String(1001 + schools.length)}`,
    });
  for (const [name, short, run, township, size] of seniorSchools)
    add({
      name,
      short,
      run,
      township,
      size,
      stage: "高中",
      type: "高级中学",
      area: run === "市属" ? "城区" : "镇区",
    });
  for (const [name, short, stage, type, size] of vocationalSchools)
    add({ name, short, stage, type, size, run: "市属", township: "城北区" });
  basicSchools(add, chance, "初中", "初级中学", "中学", 4, 13, [1050, 2350]);
  basicSchools(add, chance, "小学", "完全小学", "小学", 1, 20, [880, 2480]);
  add({
    name: "xx市第六十六中学",
    short: "六十六中",
    stage: "专门",
    type: "专门学校",
    run: "市属",
    township: "江南区",
    size: 26,
  });
  kindergartens.forEach((name, index) => addKindergarten(add, chance, name, index, "公办"));
  privateKindergartens.forEach((name, index) => addKindergarten(add, chance, name, index, "民办"));
  return schools;
}

const numerals = "一二三四五六七八九十".split("");
const numeral = (number) =>
  number > 20 ? `二十${numerals[number - 21]}` : number > 10 ? `十${numerals[number - 11]}` : numerals[number - 1];

/** Numbered schools of the town, and two in each county seat. */
function basicSchools(add, chance, stage, type, kind, first, count, [low, high]) {
  const inTown = count - counties.length;
  for (let index = 0; index < inTown; index += 1) {
    const number = stage === "初中" && first + index >= 20 ? first + index + 1 : first + index;
    const name = `第${numeral(number)}${kind}`;
    add({
      name: `xx市${name}`,
      short: name,
      stage,
      type,
      run: "区属",
      township: districts[index % districts.length],
      size: chance.between(low, high),
    });
  }
  for (const county of counties)
    add({
      name: `${county}实验${kind}`,
      short: `${county}实验${kind}`,
      stage,
      type,
      run: "县属",
      township: county,
      area: "镇区",
      size: chance.between(low, high),
    });
}

function addKindergarten(add, chance, name, index, owner) {
  const isCounty = counties.includes(name);
  add({
    name: isCounty ? `${name}幼儿园` : `xx市${name}幼儿园`,
    short: `${name}幼儿园`,
    stage: "学前",
    type: "幼儿园",
    owner,
    inclusive: "是",
    run: isCounty ? "县属" : "区属",
    township: isCounty ? name : districts[index % districts.length],
    area: isCounty ? "镇区" : "城区",
    size: chance.between(240, 420),
  });
}
