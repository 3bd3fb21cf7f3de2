import { apportion, sum } from "../chance.mjs";
import { day, isBasic, isPreschool, isSpecial, isTown, size } from "./school-kinds.mjs";

/** Pupils to a class and to a teacher, in the town and outside it. */
const perClass = { 学前: [31, 29], 小学: [48, 16], 初中: [50, 38], 高中: [50, 49], 中职: [45, 45] };
const perTeacher = { 学前: [15, 14], 小学: [17.5, 8.2], 初中: [13.2, 8.2], 高中: [12.6, 12.2], 中职: [16, 16] };

/** Classes and teachers of every school, on which most of what it files depends. */
export function staffed(schools, chance) {
  return new Map(
    schools.map((school) => {
      const where = isTown(school) ? 0 : 1;
      const classes = isSpecial(school) ? 16 : Math.ceil(school.size / perClass[school.stage][where]);
      const teachers = isSpecial(school)
        ? 46
        : Math.round((school.size / perTeacher[school.stage][where]) * (0.98 + 0.04 * chance.next()));
      return [school, { classes, teachers }];
    }),
  );
}

/** When private kindergartens were approved, and whether for profit; six of them since 2017, not for profit. */
const approvals = [
  [day(2017, 5, 18), "非营利性"],
  [day(2017, 8, 22), "非营利性"],
  [day(2018, 4, 12), "非营利性"],
  [day(2018, 8, 30), "非营利性"],
  [day(2019, 3, 26), "非营利性"],
  [day(2019, 7, 15), "非营利性"],
  [day(2012, 6, 8), "非营利性"],
  [day(2018, 9, 4), "营利性"],
];

export function basics({ schools, chance, people, file }) {
  const own = schools.filter(({ owner }) => owner === "民办");
  const newPlaces = apportion(2045, own.slice(0, 6).map(size));
  const attending = schools.filter((school) => !isPreschool(school) && !isSpecial(school));
  const disabled = apportion(330, attending.map(size), { caps: attending.map((school) => school.size / 20) });
  const country = schools.filter((school) => isBasic(school) && !isTown(school));
  const homes = apportion(38, country.map(size), { caps: country.map(() => 4) });
  for (const school of schools) {
    const which = own.indexOf(school);
    const perPupil = { 城区: 2650, 镇区: 1980, 乡村: 1520 }[school.area] * chance.spread(0.35);
    file(school, "学校基本情况", {
      在校生数: school.size,
      班数: people.get(school).classes,
      核定学位: newPlaces[which] ?? Math.round((school.size * (isTown(school) ? 0.9 : 1.06)) / 10) * 10,
      仪器设备值: Math.round((school.size * perPupil) / 100) / 100,
      残疾学生数: isSpecial(school) ? 150 : (disabled[attending.indexOf(school)] ?? 0),
      留守儿童之家: homes[country.indexOf(school)] ?? 0,
      关爱档案: isPreschool(school) ? "否" : "是",
      批准日期: approvals[which]?.[0] ?? "—",
      民办登记类型: approvals[which]?.[1] ?? "—",
    });
  }
}

/** Teachers of public schools earn 85000 元 a year on average. */
export function teaching({ schools, chance, people, file }) {
  const teachersOf = (school) => people.get(school).teachers;
  const publicly = schools.filter(({ owner }) => owner === "公办");
  const paid = apportion(
    85000 * sum(publicly.map(teachersOf)),
    publicly.map((school) => teachersOf(school) * chance.spread(0.12)),
    { step: 100 },
  );
  for (const school of schools) {
    const { classes, teachers } = people.get(school);
    const income = school.owner === "公办" ? paid[publicly.indexOf(school)] : teachers * chance.between(386, 441) * 100;
    const degrees = { 城区: 0.93, 镇区: 0.82, 乡村: 0.72 }[school.area] - (isPreschool(school) ? 0.3 : 0);
    const lessons = isBasic(school) ? Math.max(1, Math.ceil(classes / 9)) : "—";
    const arts = () => (lessons === "—" ? "—" : Math.max(1, Math.round(lessons * (isTown(school) ? 1 : 0.55))));
    const special = school.stage === "中职";
    file(school, "教师队伍", {
      教职工数: teachers + Math.max(1, Math.round(teachers * 0.08)),
      专任教师数: teachers,
      应配专任教师: Math.ceil(teachers * (isPreschool(school) ? 1.27 : 1.02)),
      本科以上教师: Math.round(teachers * (degrees + 0.03 * (chance.next() - 0.5))),
      教师年龄合计: Math.round(teachers * ((school.remote === "是" ? 47.6 : 40.4) + 2 * (chance.next() - 0.5))),
      教师年收入: income / 10000,
      计薪教师数: teachers,
      应配音乐教师: lessons,
      音乐教师: arts(),
      应配美术教师: lessons,
      美术教师: arts(),
      幼儿专业教师: isPreschool(school) ? Math.round(teachers * (0.47 + 0.1 * chance.next())) : "—",
      专业课教师: special ? 86 : "—",
      双师型教师: special ? 35 : "—",
    });
  }
}

export function monitoring({ schools, chance, file }) {
  for (const school of schools.filter(isBasic)) {
    const sat = isSpecial(school) ? 12 : Math.min(180, Math.round(school.size * 0.12));
    const mean = { 城区: 78, 镇区: 69, 乡村: 62 }[school.area] + chance.between(-4, 4);
    file(school, "质量监测", { 参测人数: sat, 监测总分: sat * mean + chance.between(0, sat) / 2 });
  }
}
