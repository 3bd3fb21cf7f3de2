import { apportion, sum } from "../chance.mjs";
import { isBasic, isKey, size, teachersOf } from "./school-kinds.mjs";

const day = (month, date) => new Date(Date.UTC(2022, month - 1, date));

export function honours({ schools, chance, filings }) {
  const give = (school, name, level, date) =>
    filings.get(school).荣誉创建.push({ 荣誉名称: name, 荣誉级别: level, 获评日期: date });
  const county = schools.filter(({ stage }) => stage !== "学前");
  const withBranch = county.filter(isKey);
  chance.some(withBranch, 22).forEach((school) => give(school, "党建工作示范校", "市级", day(6, 28)));
  chance.some(withBranch, 9).forEach((school) => give(school, "党建品牌示范校", "市级", day(6, 28)));
  chance.some(county, 30).forEach((school) => give(school, "党建工作示范校", "县级", day(7, 1)));
  chance
    .some(withBranch, 8)
    .forEach((school, index) => give(school, "特色品牌学校", index < 2 ? "省级" : "市级", day(11, 15)));
  chance.some(county, 17).forEach((school, index) => give(school, "文明校园", index < 3 ? "省级" : "市级", day(12, 6)));
  give(schools[0], "高中教育先进单位", "市级", day(8, 30));
  chance
    .some(
      schools.filter(({ stage }) => stage === "学前"),
      4,
    )
    .forEach((school) => give(school, "示范幼儿园", "省级", day(10, 20)));
}

/** 7236 attendances: every teacher once at school, the rest in programmes away from it; and one course for 50 young cadres. */
export function training(context) {
  const { schools, chance, filings } = context;
  const teachers = schools.map(teachersOf(context));
  const give = (school, name, level, persons, times, days) =>
    filings
      .get(school)
      .教师培训.push({ 培训项目: name, 培训级别: level, 参训人数: persons, 培训人次: times, 培训天数: days });
  schools.forEach((school, index) => {
    const isBasicSchool = isBasic(school) && index % 2 === 0;
    give(
      school,
      isBasicSchool ? "义务教育新课标解读" : "信息2.0混合式校本研修",
      isBasicSchool ? "县培" : "校本",
      teachers[index],
      teachers[index],
      isBasicSchool ? 2 : 3,
    );
  });
  const away = [
    ["国培计划", "国培", 10],
    ["省级骨干教师培训", "省培", 7],
    ["学科教研员培训", "市培", 3],
    ["互联网+教师专业发展", "县培", 5],
    ["新考录教师校本培训", "校本", 6],
  ];
  const rest = apportion(7236 - sum(teachers), [0.18, 0.1, 0.12, 0.35, 0.25]);
  away.forEach(([name, level, days], which) => {
    const members = chance.some(schools, Math.min(rest[which], 30));
    apportion(rest[which], members.map(size), { caps: members.map((school) => teachersOf(context)(school)) }).forEach(
      (count, index) => count > 0 && give(members[index], name, level, count, count, days),
    );
  });
  const sending = chance.some(schools.filter(isKey), 38);
  apportion(50, sending.map(size), { caps: sending.map(() => 2) }).forEach(
    (count, index) => count > 0 && give(sending[index], "青年干部培训班", "县培", count, count, 15),
  );
}

export function moves(context) {
  const { schools, chance, filings } = context;
  const county = schools.filter(({ stage }) => stage !== "学前");
  const teachers = teachersOf(context);
  const give = (type, total, among, caps = among.map((school) => Math.ceil(teachers(school) / 4))) =>
    apportion(
      total,
      among.map((school) => teachers(school) * chance.spread(0.6)),
      { caps },
    ).forEach(
      (count, index) => count > 0 && filings.get(among[index]).教师变动.push({ 变动类型: type, 变动人数: count }),
    );
  give("招聘", 482, county);
  give(
    "公费师范生",
    84,
    county.filter((school) => school.area !== "城区"),
  );
  give(
    "人才引进",
    32,
    county.filter(({ area }) => area === "城区"),
  );
  const key = county.filter(isKey);
  for (const [type, total, places] of [
    ["中层干部轮岗", 25, 19],
    ["挂职锻炼", 12, 11],
    ["提拔校级干部", 6, 6],
  ])
    give(
      type,
      total,
      chance.some(key, places),
      Array.from({ length: places }, () => 2),
    );
  give("教师交流", 163, county);
  give(
    "支教",
    47,
    county.filter(({ area }) => area === "城区"),
  );
  give("调出", 38, county);
  give("辞职", 15, county);
  give("退休", 212, county);
}

const subjects = ["语文", "数学", "英语", "物理", "化学", "体育", "音乐", "美术", "信息", "心理健康"];

export function teacherHonours(context) {
  const { schools, chance, filings } = context;
  const teachers = teachersOf(context);
  const give = (school, kind, title, level, count) =>
    filings.get(school).教师荣誉.push({ 荣誉类别: kind, 称号: title, 称号级别: level, 人数: count });
  apportion(
    410,
    schools.map((school) => teachers(school) * chance.spread(0.5)),
    { caps: schools.map((school) => Math.ceil(teachers(school) / 3)) },
  ).forEach((count, index) => count > 0 && give(schools[index], "教师表彰", "县优秀教师", "县级", count));
  chance.some(schools, 26).forEach((school) => give(school, "教师表彰", "市教学能手", "市级", chance.between(1, 3)));
  const studios = chance.some(schools.filter(isKey), 29);
  studios.forEach((school, index) => {
    const isClass = index % 4 === 3;
    give(
      school,
      isClass ? "名班主任工作室" : "名师工作室",
      `${school.stage}${isClass ? "" : subjects[index % subjects.length]}${isClass ? "名班主任" : "名师"}工作室`,
      index % 4 === 0 ? "省级" : "市级",
      chance.between(6, 12),
    );
  });
  chance
    .some(schools.filter(isKey), 6)
    .forEach((school) => give(school, "名师工作室", `${school.stage}县级名师工作室`, "县级", chance.between(5, 9)));
}

const wanted = {
  小学: { 语文: 95, 数学: 50, 英语: 31, 品生: 23, 音乐: 17, 体育: 25, 美术: 23, 信息: 6, 科学: 29 },
  初中: {
    语文: 3,
    数学: 2,
    英语: 2,
    物理: 5,
    化学: 2,
    生物: 4,
    道法: 8,
    历史: 5,
    地理: 5,
    音乐: 4,
    体育: 5,
    美术: 2,
    信息: 4,
  },
};

export function recruitment({ schools, chance, filings }) {
  for (const [stage, plan] of Object.entries(wanted)) {
    const among = schools.filter((school) => school.stage === stage);
    for (const [subject, total] of Object.entries(plan))
      apportion(
        total,
        among.map((school) => school.size * chance.spread(0.8)),
      ).forEach(
        (count, index) =>
          count > 0 && filings.get(among[index]).招聘计划.push({ 招聘学段: stage, 学科: subject, 计划人数: count }),
      );
  }
}
