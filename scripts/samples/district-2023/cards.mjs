import { apportion, sum } from "../chance.mjs";
import { isEstateKindergarten } from "./schools.mjs";

/** Schools of compulsory education. */
export const isBasic = (school) => school.stage === "小学" || school.stage === "初中";
export const sizeOf =
  ({ people }) =>
  (school) =>
    people.get(school).basic.在校生数;
export const teachersOf =
  ({ people }) =>
  (school) =>
    people.get(school).basic.专任教师数;

const grades = {
  小学: ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"],
  初中: ["七年级", "八年级", "九年级"],
  学前: ["小班", "中班", "大班"],
  校外: [],
};
/** Fewest and most pupils of a class; the two upper grades of a primary school may be fuller. */
const classSizes = { 小学: [37, 45], 初中: [42, 50], 学前: [24, 32] };
const upperGrades = new Set(["五年级", "六年级"]);
const pupilsPerTeacher = { 小学: 18, 初中: 13.4, 学前: 13 };
const childcareClasses = { 宝迪乐幼儿园: 2, 宏德幼儿园: 3 };

/** 学校基本情况 and the classes of every school, agreeing with one another. */
export function enrolments(schools, chance) {
  return new Map(
    schools.map((school) => {
      const classes = classesOf(school, chance);
      return [school, { classes, basic: basicOf(school, classes, chance) }];
    }),
  );
}

function classesOf({ stage, classes, area }, chance) {
  const [low, high] = classSizes[stage] ?? [];
  const fewer = area === "城区" ? 0 : 12;
  return grades[stage].flatMap((grade) =>
    Array.from({ length: classes }, (_, index) => {
      const fuller = upperGrades.has(grade) ? 4 : 0;
      return {
        年级: grade,
        班级: `${grade}${String(index + 1)}班`,
        班额: chance.between(low + fuller, high + fuller) - fewer,
      };
    }),
  );
}

function basicOf(school, classes, chance) {
  const size = sum(classes.map(({ 班额 }) => 班额));
  const boys = Math.round(size * (0.5 + 0.04 * chance.next()));
  const teachers =
    school.stage === "校外" ? 18 : Math.round((size / pupilsPerTeacher[school.stage]) * (0.96 + 0.08 * chance.next()));
  const isKindergarten = school.stage === "学前";
  const isEstate = isEstateKindergarten(school);
  return {
    在校生数: size,
    男生: boys,
    女生: size - boys,
    班数: classes.length,
    教职工数: teachers + Math.max(1, Math.round(teachers * 0.11)),
    专任教师数: teachers,
    阳光分班: isBasic(school) || (isKindergarten && school.owner === "公办") ? "是" : "否",
    专项督查: isBasic(school) ? "是" : "否",
    托育班数: isKindergarten ? (childcareClasses[school.name] ?? 0) : "—",
    小区配套: isKindergarten ? (isEstate ? "是" : "否") : "—",
    收回状态: isEstate ? "已收回" : "—",
    集团角色: school.role ?? "—",
  };
}

export function cards(context) {
  retention(context);
  technology(context);
  afterSchool(context);
}

/** 14 pupils suspected and 9 confirmed to have dropped out; three schools' records do not come up to the mark. */
function retention({ schools, chance, people, filings }) {
  const basic = schools.filter(isBasic);
  const juniorFirst = basic.map((school) => people.get(school).basic.在校生数 * (school.stage === "初中" ? 4 : 1));
  const suspected = apportion(14, juniorFirst, { caps: basic.map(() => 3) });
  const confirmed = apportion(9, juniorFirst, { caps: basic.map(() => 2) });
  basic.forEach((school, index) => {
    const isJunior = school.stage === "初中";
    const entered = Math.round(
      (people.get(school).basic.在校生数 / grades[school.stage].length) * (0.98 + 0.04 * chance.next()),
    );
    const left = Math.round(entered * (isJunior ? 0.045 + 0.02 * chance.next() : 0.02 + 0.015 * chance.next()));
    filings.get(school).控辍保学 = {
      小学毕业数: isJunior ? "—" : entered - left,
      小学入学数: isJunior ? "—" : entered,
      初中毕业数: isJunior ? entered - left : "—",
      初中入学数: isJunior ? entered : "—",
      疑似辍学人数: suspected[index],
      确定辍学人数: confirmed[index],
      控辍数据达标: confirmed[index] > 1 || index % 11 === 10 ? "否" : "是",
    };
  });
}

/** 103 online classrooms, 31 to teach from and 72 to follow in, at 22 schools. */
function technology({ schools, chance, people, filings }) {
  const basic = schools.filter(isBasic);
  const size = (school) => people.get(school).basic.在校生数;
  const connected = basic.filter((_, index) => index !== 12 && index !== 22);
  const spread = (total) => apportion(total - connected.length, connected.map(size)).map((count) => count + 1);
  const [teaching, following] = [spread(31), spread(72)];
  const renewed = apportion(15, basic.map(size), { caps: basic.map(() => 1) });
  basic.forEach((school, index) => {
    const at = connected.indexOf(school);
    const wanted = Math.max(1, Math.round(people.get(school).classes.length / 9));
    filings.get(school).信息化应用 = {
      互动课堂: at < 0 ? "否" : "是",
      主讲教室: at < 0 ? 0 : teaching[at],
      接收教室: at < 0 ? 0 : following[at],
      改造录播教室: renewed[index],
      信息教师应配: wanted,
      信息教师实有: Math.max(chance.between(0, 1), Math.round(wanted * 0.55)),
      信息化薄弱校: index % 4 === 1 ? "是" : "否",
    };
  });
}

const sports = ["篮球", "网球", "足球", "排球", "乒乓球", "羽毛球", "田径", "武术"];

/** 20 schools of a sport of their own, 13 primary and 7 junior, with 15432 pupils. */
function afterSchool({ schools, chance, people, filings }) {
  const basic = schools.filter(isBasic);
  const size = (school) => people.get(school).basic.在校生数;
  const chosen = [
    ...basic.filter(({ stage }) => stage === "小学").slice(0, 13),
    ...basic.filter(({ stage }) => stage === "初中").slice(0, 7),
  ];
  const players = apportion(15432, chosen.map(size), { caps: chosen.map(size) });
  for (const school of basic) {
    const at = chosen.indexOf(school);
    filings.get(school).课后服务与体育 = {
      课后服务: "是",
      课后服务学生数: Math.round(size(school) * (0.9 + 0.08 * chance.next())),
      体育特色学校: at < 0 ? "否" : "是",
      体育特色项目: at < 0 ? "—" : sports[at % sports.length],
      体育活动学生数: at < 0 ? 0 : players[at],
    };
  }
}
