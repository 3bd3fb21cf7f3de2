import { apportion } from "../chance.mjs";
import { byName, day, isBasic, isPreschool, isTown, size } from "./school-kinds.mjs";

/** Pupils from elsewhere by the year they came: 2654 in the last three years. */
export function migrants({ schools, chance, file }) {
  const basic = schools.filter(isBasic);
  const byYear = [
    [2016, 702],
    [2017, 841],
    [2018, 885],
    [2019, 928],
  ].map(([year, total]) => [
    year,
    apportion(
      total,
      basic.map((school) => school.size * { 城区: 1, 镇区: 0.25, 乡村: 0.02 }[school.area] * chance.spread(0.3)),
    ),
  ]);
  basic.forEach((school, index) =>
    file(
      school,
      "随迁子女",
      byYear.map(([year, counts]) => ({ 入学年度: year, 随迁子女数: counts[index] })),
    ),
  );
}

/** Since 2016: 11 signed on, 227 recruited, 65 to new schools, 231 to the country; 26 substitute teachers settled. */
const moves = [
  ["签约引进", "高中", { 2016: 2, 2017: 2, 2018: 3, 2019: 4 }],
  ["公开招录", "农村", { 2015: 36, 2016: 51, 2017: 54, 2018: 58, 2019: 64 }],
  ["交流到新建学校", "城区", { 2017: 18, 2018: 26, 2019: 21 }],
  ["城镇教师支教", "城区", { 2016: 52, 2017: 57, 2018: 60, 2019: 62 }],
  ["代课考核招聘", "农村", { 2019: 4 }],
  ["代课考试招聘", "农村", { 2019: 21 }],
  ["代课转岗聘用", "农村", { 2019: 1 }],
];

export function changes({ schools, chance, people, filings }) {
  const inSchools = schools.filter((school) => !isPreschool(school));
  const among = {
    高中: inSchools.filter(({ stage }) => stage === "高中"),
    农村: inSchools.filter((school) => !isTown(school)),
    城区: inSchools.filter((school) => isTown(school) && isBasic(school)),
  };
  for (const [type, where, years] of moves)
    for (const [year, total] of Object.entries(years)) {
      const weights = among[where].map((school) => people.get(school).teachers * chance.spread(0.6));
      apportion(total, weights).forEach((count, index) => {
        const row = { 变动年度: Number(year), 变动类型: type, 变动人数: count };
        if (count > 0) filings.get(among[where][index]).教师变动.push(row);
      });
    }
}

const subjects = "语文 数学 英语 物理 化学 生物 历史 地理 音乐 美术 体育 信息技术 幼教 班主任 综合实践".split(" ");

export function teacherHonours({ schools, chance, people, filings }) {
  const give = (school, row) => filings.get(school).教师荣誉.push(row);
  const teachersOf = (school) => people.get(school).teachers;
  const leading = schools.filter((school) => school.size > 1200 && !isPreschool(school));
  const members = apportion(
    436,
    subjects.map(() => chance.spread(0.3)),
  );
  chance
    .some(leading, subjects.length)
    .forEach((school, index) =>
      give(school, { 荣誉类别: "名师工作室", 称号: `${subjects[index]}名师工作室`, 荣誉人数: members[index] }),
    );
  chance.some(schools, 10).forEach((school) => give(school, { 荣誉类别: "先进集体", 称号: "教育系统先进集体" }));
  const publicly = schools.filter(({ owner }) => owner === "公办");
  const country = publicly.filter((school) => !isTown(school) && !isPreschool(school));
  for (const [kind, title, total, own] of [
    ["先进个人", "教育系统先进个人", 190, publicly],
    ["推荐省农村骨干教师", "省农村骨干教师", 64, country],
  ])
    apportion(
      total,
      own.map((school) => teachersOf(school) * chance.spread(0.3)),
    ).forEach((count, index) => count > 0 && give(own[index], { 荣誉类别: kind, 称号: title, 荣誉人数: count }));
}

/** How many schools bear a title of a level; the first names are schools the report speaks of. */
const titles = [
  ["快乐校园示范学校", "省级", 15, ["西巩驿中学"]],
  ["文明校园", "省级", 3, []],
  ["国防教育示范学校", "省级", 1, ["东方红中学"]],
  ["语言文字示范校", "国家级", 1, ["大城小学"]],
  ["语言文字示范校", "省级", 11, []],
  ["语言文字示范校", "市级", 3, []],
  ["校园足球特色学校", "国家级", 10, ["凤翔学校"]],
  ["校园篮球特色学校", "国家级", 8, []],
  ["绿色学校", "市级", 3, []],
];
/** 9 of the 11 model schools of province and city lie in the town. */
const models = [
  ["东方红中学", "示范性普通高中", "省级"],
  ["福台高级中学", "示范性普通高中", "市级"],
  ["交通路中学", "义务教育示范学校", "市级"],
  ["大城小学", "义务教育示范学校", "市级"],
  ["公园路小学", "义务教育示范学校", "市级"],
  ["内官营中心小学", "义务教育示范学校", "市级"],
  ["友谊幼儿园", "示范性幼儿园", "省级"],
  ["区幼儿园", "示范性幼儿园", "省级"],
  ["南苑幼儿园", "示范性幼儿园", "市级"],
  ["凤翔幼儿园", "示范性幼儿园", "市级"],
  ["巉口镇中心幼儿园", "示范性幼儿园", "市级"],
  ["内官营镇中心幼儿园", "示范性幼儿园", "区级"],
];

export function honours({ schools, chance, filings }) {
  const give = (school, title, level) =>
    filings.get(school).荣誉创建.push({
      荣誉名称: title,
      荣誉级别: level,
      获评日期: day(chance.between(2014, 2019), chance.between(3, 8), 20),
    });
  const inSchools = schools.filter(({ stage }) => stage !== "学前" && stage !== "中职");
  for (const [title, level, count, named] of titles) {
    const first = named.map((name) => byName(schools, name));
    const others = inSchools.filter((school) => !first.includes(school));
    for (const school of [...first, ...chance.some(others, count - first.length)].sort(by(size)))
      give(school, title, level);
  }
  for (const [name, title, level] of models) give(byName(schools, name), title, level);
}

const by = (key) => (a, b) => key(b) - key(a);
