import { apportion } from "../chance.mjs";
import { isBasicOrSenior } from "./school-cards.mjs";

/** 38 schools of the city's first model schools of labour education, 6 of the new curriculum. */
export function honours({ schools, chance, filings }) {
  const give = (name, level) => (school) => filings.get(school).荣誉创建.push({ 荣誉名称: name, 荣誉级别: level });
  const schoolsOfPupils = schools.filter((school) => isBasicOrSenior(school) || school.stage === "中职");
  chance.some(schoolsOfPupils, 38).forEach(give("劳动教育示范校", "市级"));
  const ofTheCity = schools.filter(({ stage, run }) => stage === "高中" && run === "市属");
  ofTheCity.forEach(give("新课程新教材示范校", "自治区级"));
  chance.some(schoolsOfPupils, 11).forEach(give("文明校园", "市级"));
}

export function activities({ schools, chance, filings }) {
  const holding = schools.filter(({ stage }) => stage !== "学前" && stage !== "专门");
  const give = (theme, total, among) =>
    apportion(
      total,
      among.map(({ size }) => Math.sqrt(size) * chance.spread(0.5)),
    ).forEach((count, index) => count > 0 && filings.get(among[index]).主题活动.push({ 主题: theme, 场次: count }));
  give("学党史育新人", 1268, holding);
  give("其他主题", 164, chance.some(holding, 21));
}

const highTitles = ["正高级", "副高级"];

/** Three years of comings and goings. Those with high titles leave the city's own senior schools more than they come. */
export function moves({ schools, chance, filings }) {
  const basic = schools.filter(isBasicOrSenior);
  const ofTheCity = basic.filter(({ stage, run }) => stage === "高中" && run === "市属");
  const others = basic.filter((school) => !ofTheCity.includes(school));
  const give = (year, type, title, total, among) =>
    apportion(
      total,
      among.map(({ size }) => size * chance.spread(0.5)),
    ).forEach((count, index) => {
      if (count > 0)
        filings.get(among[index]).教师变动.push({ 变动年度: year, 变动类型: type, 职称: title, 变动人数: count });
    });
  const years = [
    { year: 2019, recruited: 640, talents: 198, graduates: 70, come: [6, 9], left: [8, 12], gone: [14, 30] },
    { year: 2020, recruited: 655, talents: 231, graduates: 61, come: [5, 9], left: [11, 14], gone: [16, 33] },
    { year: 2021, recruited: 708, talents: 276, graduates: 46, come: [3, 6], left: [15, 19], gone: [17, 37] },
  ];
  for (const { year, recruited, talents, graduates, come, left, gone } of years) {
    give(year, "招聘", "初级及以下", recruited, basic);
    give(year, "人才认定", "中级", talents, chance.some(basic, 24));
    give(year, "一流大学毕业生就业", "初级及以下", graduates, chance.some(basic, 12));
    give(year, "市外调入", highTitles[1], come[0], ofTheCity);
    give(year, "市外调入", highTitles[1], come[1], chance.some(others, 8));
    give(year, "调出市外", highTitles[1], left[0] - 1, ofTheCity);
    give(year, "辞职", highTitles[0], 1, ofTheCity);
    give(year, "调出市外", highTitles[1], left[1], chance.some(others, 10));
    give(year, "辞职", "中级", gone[0], chance.some(basic, 12));
    give(year, "调出市外", "初级及以下", gone[1], chance.some(basic, 18));
    give(year, "市内调动", "中级", 58, chance.some(basic, 16));
  }
}

/** Achievements of 2016–2020: 64 of general education at the region's level or above, 32 of vocational education. */
export function achievements({ schools, chance, filings }) {
  const basic = schools.filter(isBasicOrSenior);
  const vocational = schools.filter(({ stage }) => stage === "中职" || stage === "高职");
  for (const [kind, level, total, among] of [
    ["基础教育", "国家级", 1, basic.slice(0, 1)],
    ["基础教育", "自治区级", 63, chance.some(basic, 26)],
    ["基础教育", "市级", 94, basic],
    ["职业教育", "国家级", 4, vocational],
    ["职业教育", "自治区级", 28, vocational],
    ["职业教育", "市级", 33, vocational],
  ])
    apportion(
      total,
      among.map(({ size }) => size * chance.spread(0.5)),
    ).forEach(
      (count, index) =>
        count > 0 && filings.get(among[index]).教科研成果.push({ 成果类别: kind, 成果级别: level, 成果项数: count }),
    );
}
