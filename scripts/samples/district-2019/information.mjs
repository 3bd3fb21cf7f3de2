import { apportion, sum } from "../chance.mjs";
import { isPreschool } from "./school-kinds.mjs";

/** Three schools of 38 do not use the platform: 92 %. */
const withoutPlatform = new Set(["葛家岔中心小学", "高峰中心小学", "石泉中心小学"]);

export function networks({ schools, chance, people, file }) {
  const own = schools.filter((school) => !isPreschool(school));
  const persons = own.map((school) => school.size + people.get(school).teachers);
  const teachers = own.map((school) => people.get(school).teachers);
  const users = partly(0.956, persons, chance);
  const active = partly(0.967, teachers, chance);
  own.forEach((school, index) => {
    const { classes } = people.get(school);
    const rooms = Math.ceil(classes / 24);
    const others = Math.ceil(classes / 12);
    file(school, "信息化应用", {
      宽带接入: "是",
      总带宽: Math.ceil((classes * 4.1) / 10) * 10,
      班班通教学班: classes,
      应配计算机教室: rooms,
      计算机教室: rooms + (chance.next() < 0.2 ? 1 : 0),
      应配专用教室: others,
      专用教室: others + chance.between(0, 2),
      师生总数: persons[index],
      空间使用人数: users[index],
      平台开通使用: withoutPlatform.has(school.name) ? "否" : "是",
      参与活动教师: active[index],
    });
  });
}

/** A share of all, a little more here and less there. */
const partly = (share, wholes, chance) =>
  apportion(
    Math.round(share * sum(wholes)),
    wholes.map((whole) => whole * chance.spread(0.02)),
    { caps: wholes },
  );

/** Since 2014: 961 sets, 2790 computers, 10 studios, 5 marking systems and a platform, for 4749 万元; 2013 came before. */
export function equipment({ schools, chance, people, file }) {
  const own = schools.filter((school) => !isPreschool(school));
  const rows = own.flatMap((school) =>
    chance
      .some([2014, 2015, 2016, 2017, 2018], school.size > 1000 ? 3 : 2)
      .map((year) => ({ school, year, weight: people.get(school).classes * chance.spread(0.4) })),
  );
  const weights = rows.map(({ weight }) => weight);
  const large = rows.map(({ school, weight }) => (school.size > 1800 ? weight : 0));
  const one = rows.map(() => 1);
  const sets = apportion(961, weights);
  const computers = apportion(2790, weights);
  const studios = apportion(10, large, { caps: one });
  const markers = apportion(5, large, { caps: one });
  const platforms = apportion(1, large, { caps: one });
  const cost = (index) => sets[index] * 2.6 + computers[index] * 0.42 + studios[index] * 28 + markers[index] * 12;
  const money = apportion(
    47490000,
    rows.map((_, index) => cost(index) + platforms[index] * 60 + 1),
    { step: 100 },
  );
  for (const school of own) {
    const filed = rows.flatMap((row, index) =>
      row.school === school
        ? [
            {
              装备年度: row.year,
              装备投资: money[index] / 10000,
              班班通设备: sets[index],
              计算机: computers[index],
              录播教室: studios[index],
              阅卷系统: markers[index],
              学情分析平台: platforms[index],
            },
          ]
        : [],
    );
    const before = {
      装备年度: 2013,
      装备投资: 6.3,
      班班通设备: 0,
      计算机: 15,
      录播教室: 0,
      阅卷系统: 0,
      学情分析平台: 0,
    };
    file(school, "信息化装备", school.size > 2400 ? [before, ...filed] : filed);
  }
}
