import { apportion, sum } from "../chance.mjs";

const pupilsPerStaff = { 学前: 8.5, 小学: 17.2, 初中: 12.4, 高中: 11.3, 中职: 15.5, 高职: 18.4, 专门: 2.4 };
export const isBasicOrSenior = ({ stage }) => stage === "小学" || stage === "初中" || stage === "高中";
const isVocational = ({ stage }) => stage === "中职" || stage === "高职";

/** 学校基本情况: 33 schools have finished 县管校聘; 81.72 % of those due are vaccinated. */
export function basics({ schools, chance, file }) {
  const staff = new Map(schools.map((school) => [school, Math.ceil(school.size / pupilsPerStaff[school.stage])]));
  const done = new Set(chance.some(schools.filter(isBasicOrSenior), 33));
  const isYoung = ({ stage }) => stage === "学前" || stage === "小学";
  const due = schools.map((school) => staff.get(school) + (isYoung(school) ? 0 : school.size));
  const vaccinated = apportion(
    Math.round(sum(due) * 0.8172),
    due.map((count) => count * chance.spread(0.1)),
    { caps: due },
  );
  schools.forEach((school, index) =>
    file(school, "学校基本情况", {
      在校生数: school.size,
      教职工数: staff.get(school),
      专任教师数: Math.floor(staff.get(school) * (school.stage === "学前" ? 0.62 : 0.9)),
      核定学位: school.stage === "专门" ? 50 : Math.round((school.size * 1.04) / 10) * 10,
      县管校聘: done.has(school) ? "是" : "否",
      应接种人数: due[index],
      已接种人数: vaccinated[index],
    }),
  );
}

/** Kindergartens of housing estates and of enterprises, and what has become of them. */
export function estateKindergartens({ schools, file }) {
  const outcomes = new Map([
    ["莲湖幼儿园", { 治理去向: "公办园", 新增普惠学位: 360 }],
    ["滨江路幼儿园", { 治理去向: "公办园", 新增普惠学位: 300 }],
    ["北苑幼儿园", { 治理去向: "公办园", 新增普惠学位: 270 }],
    ["阳光城幼儿园", { 治理去向: "普惠性民办园", 新增普惠学位: 320 }],
    ["金桂幼儿园", { 治理去向: "普惠性民办园", 新增普惠学位: 280 }],
  ]);
  const fromEnterprises = new Set(["城东幼儿园", "滨江路幼儿园", "江南幼儿园"]);
  for (const school of schools.filter(({ stage }) => stage === "学前")) {
    const outcome = outcomes.get(school.short);
    file(school, "幼儿园办园", {
      国有单位园转公办: fromEnterprises.has(school.short) ? "是" : "否",
      小区配套园: outcome ? "是" : "否",
      ...(outcome ?? { 治理去向: "—", 新增普惠学位: 0 }),
    });
  }
}

/** 高考: the first schools of the roster have most of the best. */
export function examinations({ schools, chance, file, results: { examinations: results } }) {
  const senior = schools.filter(({ stage }) => stage === "高中");
  const weights = senior.map((school, index) => school.size / (1 + index / 2.5));
  const sat = apportion(
    results.sat,
    senior.map(({ size }) => size * chance.spread(0.1)),
  );
  const first = apportion(results.first, weights);
  const second = apportion(
    results.second,
    senior.map(({ size }) => size),
  );
  senior.forEach((school, index) =>
    file(school, "高考", {
      参考人数: sat[index],
      一本上线: first[index],
      二本上线: second[index],
      高分: results.high[index],
      文科前十: results.arts[index] ?? 0,
      理科前十: results.science[index] ?? 0,
      清北录取: results.topUniversities[index] ?? 0,
    }),
  );
}

export function vocational({ schools, file, filings, results: { vocational: results } }) {
  schools.filter(isVocational).forEach((school, index) => {
    file(school, "职业教育", results.filed[index]);
    filings.get(school).技能竞赛 = Object.entries(results.won).flatMap(([level, byRank]) =>
      Object.entries(byRank).flatMap(([rank, counts]) =>
        counts[index] > 0 ? [{ 赛事级别: level, 等次: rank, 获奖项数: counts[index] }] : [],
      ),
    );
  });
}
