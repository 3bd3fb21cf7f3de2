import { apportion } from "../chance.mjs";

const ownershipOfPlaces = { 公办: 4957, 民办: 2545 };
const pupilsPerTeacher = { 学前: 14, 小学: 18.5, 初中: 14.6, 高中: 13.2, 中职: 16 };
const largestClass = { 小学: 52, 初中: 53, 高中: 54, 学前: 32, 中职: 48 };
const gradeNames = [
  "小班",
  "中班",
  "大班",
  "一年级",
  "二年级",
  "三年级",
  "四年级",
  "五年级",
  "六年级",
  "七年级",
  "八年级",
  "九年级",
  "高一",
  "高二",
  "高三",
];

/** 学校基本情况 and the classes of every school, agreeing with one another. */
export function enrolments(schools, chance) {
  kindergartenPlaces(schools);
  return new Map(
    schools
      .map((school) => [school, { basic: basicOf(school, chance), classes: classesOf(school, chance) }])
      .map(agreed),
  );
}

/** Children by ownership add up to 7502, of which 4957 in public kindergartens: 66.08 %. */
function kindergartenPlaces(schools) {
  for (const [owner, total] of Object.entries(ownershipOfPlaces)) {
    const own = schools.filter((school) => school.stage === "学前" && school.owner === owner);
    apportion(
      total,
      own.map(({ size }) => size),
    ).forEach((size, index) => (own[index].size = size));
  }
}

function basicOf(school, chance) {
  const { size, stage, area, grades } = school;
  const perGrade = apportion(
    size,
    grades.map(() => 1 + 0.12 * chance.next()),
  );
  const boys = Math.round(size * (0.51 + 0.03 * chance.next()));
  const teachers = Math.max(
    grades.length > 2 ? 4 : 2,
    Math.round((size / (pupilsPerTeacher[stage] * (area === "乡村" ? 0.68 : 1))) * (0.97 + 0.06 * chance.next())),
  );
  const floor = Math.round(size * { 城区: 6.2, 镇区: 9.4, 乡村: 12.8 }[area] * chance.spread(0.3) * 10) / 10 + 380;
  const perPupil = { 城区: 3050, 镇区: 1720, 乡村: 980 }[area] * chance.spread(0.75);
  return {
    在校生数: size,
    男生: boys,
    女生: size - boys,
    ...Object.fromEntries(
      gradeNames.map((grade) => [grade, grades.includes(grade) ? perGrade[grades.indexOf(grade)] : null]),
    ),
    班数: perGrade.map((count) => Math.ceil(count / largestClass[stage])).reduce((a, b) => a + b, 0),
    招生数: perGrade[0] - chance.between(0, 2),
    毕业生数: Math.round((size / grades.length) * (0.94 + 0.06 * chance.next())),
    寄宿生数:
      stage === "高中" || stage === "中职"
        ? Math.round(size * 0.72)
        : stage === "初中" && area !== "城区"
          ? Math.round(size * 0.35)
          : 0,
    随迁子女数: stage === "学前" ? 0 : Math.round(size * { 城区: 0.09, 镇区: 0.02, 乡村: 0 }[area]),
    因贫失学人数: 0,
    教职工数: teachers + Math.max(1, Math.round(teachers * 0.09)),
    专任教师数: teachers,
    参训教师数: teachers,
    核定学位: Math.round((size * { 城区: 0.9, 镇区: 1.1, 乡村: 1.3 }[area]) / 10) * 10,
    校舍建筑面积: floor,
    教辅用房面积: Math.round(floor * (0.46 + 0.1 * chance.next()) * 10) / 10,
    场地面积: Math.round(size * { 城区: 5.1, 镇区: 9.3, 乡村: 14.2 }[area] * chance.spread(0.3) * 10) / 10 + 300,
    仪器设备值: Math.round((size * perPupil) / 100) / 100,
  };
}

/** Classes of a grade differ by at most one pupil; none reaches the line of an oversize class. */
function classesOf({ grades, stage }, chance) {
  return (basic) =>
    grades.flatMap((grade) => {
      const count = Math.ceil(basic[grade] / largestClass[stage]);
      return apportion(
        basic[grade],
        Array.from({ length: count }, () => 1),
      ).map((pupils, index) => {
        const boys = Math.round(pupils * (0.49 + 0.06 * chance.next()));
        return { 年级: grade, 班级: `${grade}${String(index + 1)}班`, 班额: pupils, 男生: boys, 女生: pupils - boys };
      });
    });
}

const agreed = ([school, { basic, classes }]) => [school, { basic, classes: classes(basic) }];
