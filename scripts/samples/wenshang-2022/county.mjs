import { seeded } from "../chance.mjs";

/** @typedef {{ code: string, name: string, short: string, alias: string, stage: string, type: string, area: string, owner: string, inclusive: string, township: string, county: string, central: string, grades: readonly string[], size: number }} School */

const townships =
  "中都街道 汶上街道 南站街道 南旺镇 次邱镇 寅寺镇 郭楼镇 康驿镇 苑庄镇 义桥镇 刘楼镇 白石镇 杨店镇 军屯乡".split(" ");
/** Townships where every school, village schools included, takes part in 同步课堂. */
export const connectedTownships = new Set("南旺镇 次邱镇 寅寺镇 郭楼镇 康驿镇 义桥镇".split(" "));
const secondJuniorSchool = new Set("南站街道 南旺镇 次邱镇 康驿镇 义桥镇 白石镇".split(" "));
const nineYearSchool = new Set(["苑庄镇", "军屯乡"]);

const preschool = ["小班", "中班", "大班"];
const primary = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"];
const junior = ["七年级", "八年级", "九年级"];
const senior = ["高一", "高二", "高三"];

/** 校名, 简称, 在校生数 of the schools the county runs itself. */
const seniorSchools = [
  ["汶上县第一中学", "汶上一中", 4620],
  ["汶上县第二高级中学", "汶上二中", 3310],
  ["汶上县第三高级中学", "汶上三中", 2380],
];
const juniorSchools = [
  ["汶上县第一实验中学", "一实中", 2716],
  ["汶上县第二实验中学", "二实中", 2431],
  ["汶上县第三实验中学", "三实中", 1968],
  ["汶上县第四实验中学", "四实中", 1804],
  ["汶上县第五实验中学", "五实中", 1655],
  ["汶上县第六实验中学", "六实中", 1422],
];
const primarySchools = [
  ["汶上县第一实验小学", "一实小", 2863],
  ["汶上县第二实验小学", "二实小", 2657],
  ["汶上县第三实验小学", "三实小", 1984],
  ["汶上县第三实验小学吉市口校区", "三实小吉市口校区", 1418],
  ["汶上县第四实验小学", "四实小", 1876],
  ["汶上县第五实验小学", "五实小", 1932],
  ["汶上县第五实验小学东和园校区", "五实小东和园校区", 2304],
  ["汶上县第六实验小学", "六实小", 1753],
  ["汶上县第六实验小学开发区校区", "六实小开发区校区", 2241],
  ["汶上县尚书路小学", "尚书路小学", 1287],
  ["汶上县圣泽小学", "圣泽小学", 1164],
  ["汶上县宝相寺小学", "宝相寺小学", 986],
  ["汶上县泉河小学", "泉河小学", 905],
];
const villages =
  "东杨庄 西杨庄 前王村 后王村 刘集 李官集 关帝庙 柳行 石楼 马踏湖 郑城 林堂 辛海 小秦 大秦 高庄 司垓 南陶 北陶 崔屯 郭林 孙场 彭集 白塔 古路沟 黄庄 靳村 毛村 鹿角 徐庙 何庄 颜珠 张家楼 田楼 常庄 罗庄 谷堆 杏林 老官庄 梁庄 宋村 霍家 沙河 曹营 陈堂 屯头 程村 荆林 潘王 董楼 贾村 侯庄 十里铺 三里桥 五里堡 大店 小店 夏庄 冯村 万村 季庄 周街 蔡林 草桥 唐阳 邵庄 苏桥 庙口 红沙 薛庄".split(
    " ",
  );

/** The roster, in its order: county schools from 高中 to 小学, then the townships, then the kindergartens. */
export function buildCounty() {
  const chance = seeded(20220901);
  /** @type {School[]} */
  const schools = [];
  const add = (school) =>
    schools.push({
      alias: "",
      owner: "公办",
      inclusive: "",
      county: "否",
      central: "否",
      ...school,
      code: `370830${String(1001 + schools.length)}`,
    });
  const inTown = (index) => townships[index % 2];
  const countySchool =
    (stage, type, grades) =>
    ([name, short, size], index) =>
      add({
        name,
        short,
        stage,
        type,
        area: "城区",
        township: inTown(index),
        county: "是",
        central: stage === "小学" ? "是" : "否",
        grades,
        size,
      });
  seniorSchools.forEach(countySchool("高中", "高级中学", senior));
  add({
    name: "汶上县高级职业技术学校",
    short: "高职校",
    alias: "汶上县职业中专",
    stage: "中职",
    type: "中等职业学校",
    area: "城区",
    township: "中都街道",
    county: "是",
    grades: senior,
    size: 3426,
  });
  juniorSchools.forEach(countySchool("初中", "初级中学", junior));
  primarySchools.forEach(countySchool("小学", "完全小学", primary));
  townships.forEach((township, index) => addTownship(add, chance, township, index));
  addKindergartens(add, chance);
  return schools;
}

function addTownship(add, chance, township, index) {
  const place = township.replace(/(?:街道|[镇乡])$/u, "");
  const town = { township, area: "镇区" };
  add({
    ...town,
    name: `汶上县${township}中学`,
    short: `${place}中学`,
    stage: "初中",
    type: "初级中学",
    grades: junior,
    size: chance.between(560, 1280),
  });
  if (secondJuniorSchool.has(township))
    add({
      ...town,
      name: `汶上县${township}第二中学`,
      short: `${place}二中`,
      stage: "初中",
      type: "初级中学",
      grades: junior,
      size: chance.between(420, 760),
    });
  if (nineYearSchool.has(township))
    add({
      ...town,
      name: `汶上县${township}九年一贯制学校`,
      short: `${place}九年一贯制`,
      stage: "初中",
      type: "九年一贯制学校",
      grades: [...primary, ...junior],
      size: chance.between(820, 1100),
    });
  for (const which of ["", "第二"])
    add({
      ...town,
      name: `汶上县${township}${which}中心小学`,
      short: `${place}${which}中心小学`,
      stage: "小学",
      type: "完全小学",
      central: "是",
      grades: primary,
      size: chance.between(380, 760),
    });
  for (const village of villages.slice(index * 5, index * 5 + 5)) {
    const isSmall = chance.next() < 0.3;
    add({
      township,
      area: "乡村",
      name: `汶上县${township}${village}${isSmall ? "教学点" : "小学"}`,
      short: `${village}${isSmall ? "教学点" : "小学"}`,
      stage: "小学",
      type: isSmall ? "小学教学点" : "完全小学",
      grades: isSmall ? primary.slice(0, chance.between(2, 4)) : primary,
      size: isSmall ? chance.between(24, 78) : chance.between(96, 268),
    });
  }
}

const privateKindergartens = ["金色摇篮", "蓝天", "小博士", "阳光", "启明星", "七彩", "爱心", "东方", "童话"];

function addKindergartens(add, chance) {
  const kindergarten = { stage: "学前", type: "幼儿园", grades: preschool };
  add({
    ...kindergarten,
    name: "汶上县实验幼儿园",
    short: "县实幼",
    area: "城区",
    inclusive: "是",
    township: "中都街道",
    county: "是",
    size: 462,
  });
  for (const township of townships)
    add({
      ...kindergarten,
      name: `汶上县${township}中心幼儿园`,
      short: `${township}中心园`,
      area: "镇区",
      inclusive: "是",
      township,
      size: chance.between(240, 400),
    });
  privateKindergartens.forEach((name, index) =>
    add({
      ...kindergarten,
      name: `汶上县${name}幼儿园`,
      short: `${name}幼儿园`,
      area: "城区",
      owner: "民办",
      inclusive: index < 7 ? "是" : "否",
      township: townships[index % 3],
      size: chance.between(210, 360),
    }),
  );
}
