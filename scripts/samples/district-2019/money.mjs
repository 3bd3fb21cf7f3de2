import { apportion, sum } from "../chance.mjs";
import { isBasic, isPreschool, isSpecial, isTown } from "./school-kinds.mjs";

/** Spending a pupil: 小学 10969 and 1654 元, 初中 15263 and 2459 元, over all pupils of the stage. */
const spending = { 小学: [10969, 1654], 初中: [15263, 2459] };

export function expenditure({ schools, chance, filings, file }) {
  const basic = schools.filter(isBasic);
  for (const school of basic) file(school, "学校经费", []);
  for (const [stage, [all, running]] of Object.entries(spending)) {
    const rows = basic.flatMap((school) => {
      const isBoth = school.type === "九年一贯制学校";
      if (!isBoth && school.stage !== stage) return [];
      return [{ school, pupils: Math.round(school.size * (isBoth ? { 小学: 0.62, 初中: 0.38 }[stage] : 1) * 1.01) }];
    });
    const pupils = sum(rows.map((row) => row.pupils));
    const weights = rows.map((row) => row.pupils * (isSpecial(row.school) ? 4 : 1) * chance.spread(0.1));
    const totals = apportion(all * pupils, weights);
    const parts = apportion(running * pupils, weights);
    rows.forEach((row, index) =>
      filings.get(row.school).学校经费.push({
        经费学段: stage,
        年平均学生数: row.pupils,
        教育事业费: totals[index],
        公用经费: parts[index],
      }),
    );
  }
}

/** By year: class teachers and their allowance, the heads' allowance, teachers in the country and their subsidy. */
const allowances = [
  [2013, 1690, 1521000, 446400, 2680, 3216000],
  [2014, 1720, 1548000, 453600, 2720, 3264000],
  [2015, 1750, 1575000, 468000, 2790, 4185000],
  [2016, 1780, 1602000, 482400, 2870, 5766000],
  [2017, 1820, 1638000, 496800, 2921, 7693000],
  [2018, 1852, 1743250, 511200, 2997, 10608750],
];

export function subsidies({ schools, people, file }) {
  const own = schools.filter((school) => !isPreschool(school));
  const classes = own.map((school) => people.get(school).classes);
  const country = own.map((school) => (isTown(school) ? 0 : people.get(school).teachers));
  const years = allowances.map(([year, heads, headMoney, leaders, teachers, money]) => {
    const counts = apportion(heads, classes, { caps: classes });
    const persons = apportion(teachers, country, { caps: country });
    return [year, counts, shared(headMoney, counts), shared(leaders, classes), persons, shared(money, persons)];
  });
  own.forEach((school, index) =>
    file(
      school,
      "教师津贴",
      years.map(([year, ...parts]) => {
        const [count, headMoney, leader, person, money] = parts.map((part) => part[index]);
        return {
          发放年度: year,
          领津贴班主任: count,
          班主任津贴: headMoney,
          校长津贴: leader,
          领补助乡村教师: person,
          乡村教师补助: money,
        };
      }),
    ),
  );
}

const shared = (total, weights) => apportion(total, weights, { step: 10 });

const programmes = {
  学前: [["学前一年资助", 1, 500]],
  小学: [
    ["义务教育免费教科书", 0.99, 90],
    ["寄宿生生活补助", 0.12, 1000],
    ["营养改善计划", 0.82, 780],
  ],
  初中: [
    ["义务教育免费教科书", 0.99, 180],
    ["寄宿生生活补助", 0.4, 1250],
    ["营养改善计划", 0.66, 780],
  ],
  高中: [
    ["普通高中助学金", 0.97, 1900],
    ["滋蕙计划", 0.02, 2000],
  ],
  中职: [["中职助学金", 1, 2000]],
};

/** 40,395,100 元 to 53,358 pupils in the school year, each pupil once in the row 合计(去重). */
export function aid({ schools, chance, file }) {
  const rate = { 学前: 0.5, 小学: 0.94, 初中: 0.95, 高中: 0.62, 中职: 0.84 };
  const counts = apportion(
    53358,
    schools.map((school) => school.size * rate[school.stage] * chance.spread(0.06)),
    { caps: schools.map((school) => Math.floor(school.size * 0.99)) },
  );
  const rows = schools.flatMap((school, index) =>
    programmes[school.stage].map(([name, share, amount]) => ({
      school,
      name,
      amount,
      count: Math.max(1, Math.round(counts[index] * share)),
    })),
  );
  const sums = apportion(
    40395100,
    rows.map(({ count, amount }) => count * amount),
    { step: 50 },
  );
  schools.forEach((school, index) => {
    const own = rows.map((row, at) => ({ ...row, paid: sums[at] })).filter((row) => row.school === school);
    file(school, "学生资助", [
      ...own.map(({ name, count, paid }) => ({ 资助项目: name, 受助人数: count, 资助金额: paid })),
      { 资助项目: "合计(去重)", 受助人数: counts[index], 资助金额: sum(own.map(({ paid }) => paid)) },
    ]);
  });
}
