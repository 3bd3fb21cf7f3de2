import { apportion } from "../chance.mjs";
import { isBasic, sizeOf, teachersOf } from "./cards.mjs";

const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));

export function records(context) {
  branches(context);
  teachers(context);
  studios(context);
  aid(context);
  equipment(context);
  honours(context);
  clubs(context);
  activities(context);
}

/** 46 branches and three general branches; 5, 8, 17 and 12 of them have five, four, three and two stars. */
function branches({ schools, filings }) {
  const organisations = schools.flatMap((school) => {
    if (school.stage !== "初中") return [[school, "党支部", ""]];
    const whole = school.classes > 7 || school.name === "市第五中学" ? [[school, "党总支", ""]] : [];
    return [...whole, [school, "党支部", "第一"], [school, "党支部", "第二"]];
  });
  const stars = ["五星级", "四星级", "三星级", "二星级"].flatMap((star, index) =>
    Array.from({ length: [5, 8, 17, 12][index] }, () => star),
  );
  organisations.forEach(([school, kind, which], index) =>
    filings.get(school).党组织.push({
      组织名称: `${school.name}${which}${kind}`,
      组织类型: kind,
      星级: stars[(index * 8) % organisations.length] ?? "—",
    }),
  );
}

function teachers(context) {
  const { schools, chance, filings } = context;
  const staff = teachersOf(context);
  const basic = schools.filter(isBasic);
  const shared = (total, among, most) =>
    apportion(
      total,
      among.map((school) => staff(school) * chance.spread(0.6)),
      { caps: among.map((school) => Math.min(most, Math.floor(staff(school) / 3))) },
    );
  for (const [kind, total, most] of [
    ["人才引进", 47, 6],
    ["招聘", 95, 9],
    ["交流轮岗", 186, 20],
    ["支教", 22, 3],
    ["调出", 18, 3],
    ["辞职", 7, 2],
    ["退休", 64, 8],
  ])
    shared(total, basic, most).forEach(
      (count, index) => count > 0 && filings.get(basic[index]).教师变动.push({ 变动类型: kind, 变动人数: count }),
    );
  for (const [kind, total, among, chosen] of [
    ["年度教育人才", 21, schools, 11],
    ["名师骨干", 17, basic, 6],
  ]) {
    const proposed = shared(total, among, 2);
    const shortlisted = apportion(chosen, proposed, { caps: proposed });
    proposed.forEach(
      (count, index) =>
        count > 0 &&
        filings.get(among[index]).教师评选.push({ 评选类别: kind, 推荐人数: count, 入围人数: shortlisted[index] }),
    );
  }
}

/** Six studios of the district opened this year; the others are older, or the city's. */
function studios({ schools, chance, filings }) {
  const subjects = [
    "语文",
    "数学",
    "英语",
    "物理",
    "化学",
    "体育",
    "音乐",
    "美术",
    "信息技术",
    "班主任",
    "科学",
    "历史",
  ];
  chance.some(schools.filter(isBasic), 15).forEach((school, index) => {
    const isNew = index % 5 < 2;
    filings.get(school).名师工作室.push({
      工作室名称: `${school.stage}${subjects[index % subjects.length]}名师工作室`,
      工作室级别: isNew || index % 5 === 2 ? "县区级" : "市级",
      成立日期: isNew ? day(2023, 5, 18) : day(2021, 9, 10),
    });
  });
}

/** 项目, 学段, 元 a head, 人 in spring and autumn. */
const programmes = [
  ["学前一免一补", "学前", 1500, 403, 399],
  ["困难儿童补助", "学前", 750, 138, 112],
  ["义务教育生活补助", "小学", 500, 1246, 1230],
  ["义务教育生活补助", "初中", 625, 573, 580],
];

function aid(context) {
  const { schools, chance, filings } = context;
  for (const [project, stage, each, spring, autumn] of programmes)
    for (const [term, total] of [
      ["春季", spring],
      ["秋季", autumn],
    ]) {
      const among = schools.filter((school) => school.stage === stage);
      apportion(
        total,
        among.map((school) => sizeOf(context)(school) * chance.spread(0.4)),
        { caps: among.map((school) => Math.floor(sizeOf(context)(school) / 3)) },
      ).forEach(
        (count, index) =>
          count > 0 &&
          filings.get(among[index]).学生资助.push({
            学期: term,
            资助项目: project,
            受助人数: count,
            资助金额: count * each,
          }),
      );
    }
}

/** 设备, 台 a pupil, 万元 each, the share bought in each year. */
const devices = [
  ["PC机", 0.13, 0.42, { 2014: 0.27, 2016: 0.35, 2020: 0.38 }],
  ["电子白板", 0.024, 2.15, { 2013: 0.34, 2017: 0.28, 2021: 0.38 }],
  ["智慧终端", 0.05, 0.26, { 2017: 0.41, 2022: 0.59 }],
];

function equipment(context) {
  const { schools, chance, filings } = context;
  for (const school of schools.filter(isBasic))
    for (const [kind, perPupil, price, years] of devices)
      for (const [year, share] of Object.entries(years)) {
        const count = Math.max(1, Math.round(sizeOf(context)(school) * perPupil * share * chance.spread(0.2)));
        filings.get(school).信息化设备.push({
          设备类型: kind,
          购置年份: Number(year),
          设备数量: count,
          设备原值: Math.round(count * price * 100) / 100,
        });
      }
}

const models =
  "素质教育 劳动教育 书香校园 科技创新 智慧校园 心理健康教育 平安校园 体育传统 艺术教育 课程建设 德育 家校共育".split(
    " ",
  );

/** 18 schools apply for 12 kinds of model school; 6 are benchmark schools of the region. */
function honours({ schools, chance, filings }) {
  const basic = schools.filter(isBasic);
  const give = (school, kind, title, level, state) =>
    filings.get(school).荣誉创建.push({ 创建类型: kind, 创建类别: title, 创建级别: level, 创建状态: state });
  chance
    .some(basic, 18)
    .forEach((school, index) =>
      [index, ...(index % 4 === 0 ? [index + 5] : [])].forEach((at) =>
        give(school, "示范校", `${models[at % models.length]}示范校`, "省级", "申报"),
      ),
    );
  chance
    .some(basic, 9)
    .forEach((school, index) =>
      give(school, "标杆校", "“互联网+教育”标杆校", index % 3 === 2 ? "市级" : "省级", "获评"),
    );
  chance.some(schools, 9).forEach((school) => give(school, "文明校园", "文明校园", "市级", "获评"));
}

const clubKinds = ["体育", "艺术", "音乐", "科技", "综合实践"];
const otherClubs = ["书法", "美术", "舞蹈", "戏曲", "阅读", "棋类", "编程", "劳动"];

function clubs(context) {
  const basic = context.schools.filter(isBasic);
  const kinds = basic.map((_, index) => [...clubKinds, ...otherClubs.filter((_, at) => (at + index) % 3 === 0)]);
  const rows = basic.flatMap((school, index) => kinds[index].map((kind) => ({ school, kind })));
  apportion(
    386 - rows.length,
    rows.map(({ school }) => sizeOf(context)(school) * context.chance.spread(0.5)),
  ).forEach((more, index) => {
    const { school, kind } = rows[index];
    context.filings.get(school).学生社团.push({ 社团项目: kind, 社团数: more + 1 });
  });
}

const journeys = ["博物馆研学", "科技馆研学", "红色教育基地研学", "农耕文化研学"];
const contests = ["全国青年科普创新实验", "青少年机器人竞赛", "青少年创意编程与智能设计大赛"];

/** 68 study tours with 8754 attendances, at every school; 126 teachers at contests of science. */
function activities(context) {
  const { schools, chance, filings } = context;
  const basic = schools.filter(isBasic);
  const outside = schools.filter(({ stage }) => stage !== "学前");
  const weight = (school) => Math.max(120, sizeOf(context)(school)) * chance.spread(0.4);
  const tours = apportion(68 - outside.length, outside.map(weight), { caps: outside.map(() => 4) });
  const people = apportion(8754, outside.map(weight));
  outside.forEach((school, index) =>
    filings.get(school).学生活动.push({
      活动类别: "研学旅行",
      活动名称: journeys[index % journeys.length],
      活动场次: tours[index] + 1,
      参加学生人次: people[index],
      选派教师数: 0,
    }),
  );
  const entries = basic.flatMap((school, index) =>
    (index === 0 ? contests : [contests[index % contests.length]]).map((name) => ({ school, name })),
  );
  apportion(
    126 - entries.length,
    entries.map(({ school }) => weight(school)),
  ).forEach((more, index) => {
    const { school, name } = entries[index];
    filings.get(school).学生活动.push({
      活动类别: "科技比赛",
      活动名称: name.startsWith("全国") ? `第七届${name}` : name,
      活动场次: 1,
      参加学生人次: 6 + 3 * more,
      选派教师数: more + 1,
    });
  });
}
