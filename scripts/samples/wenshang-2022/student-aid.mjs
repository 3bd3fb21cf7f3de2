import { apportion, sum } from "../chance.mjs";

const programmes = {
  学前: [["学前政府助学金", 1, 600]],
  小学: [["义务教育生活补助", 1, 312.5]],
  初中: [["义务教育生活补助", 1, 375]],
  高中: [
    ["普通高中助学金", 0.86, 620],
    ["普通高中免学费", 0.52, 400],
  ],
  中职: [
    ["中职助学金", 0.9, 600],
    ["中职免学费", 0.55, 380],
  ],
};

/** 8,388,900 元 to 21618 students in spring, each student once in the row 合计(去重); autumn is filed on the same sheet. */
export function aid({ schools, chance, filings }) {
  const supported = schools.filter((school) => !(school.size < 60 && chance.next() < 0.5));
  for (const [term, persons, money] of [
    ["春季", 21618, 8388900],
    ["秋季", 21274, 8291350],
  ]) {
    const rate = (school) => ({ 城区: 0.16, 镇区: 0.25, 乡村: 0.33 })[school.area];
    const counts = apportion(
      persons,
      supported.map((school) => school.size * rate(school) * chance.spread(0.3)),
      { caps: supported.map((school) => Math.floor(school.size * 0.6)) },
    );
    const rows = supported.flatMap((school, index) =>
      programmes[school.stage].map(([name, share, amount]) => ({
        school,
        name,
        amount,
        count: Math.max(1, Math.round(counts[index] * share)),
      })),
    );
    const sums = apportion(
      money,
      rows.map(({ count, amount }) => count * amount),
      { step: 50 },
    );
    supported.forEach((school, index) => {
      const own = rows.map((row, at) => ({ ...row, paid: sums[at] })).filter((row) => row.school === school);
      const filed = own.map(({ name, count, paid }) => ({
        学期: term,
        资助项目: name,
        受助人数: count,
        资助金额: paid,
      }));
      filings.get(school).学生资助.push(...filed, {
        学期: term,
        资助项目: "合计(去重)",
        受助人数: counts[index],
        资助金额: sum(own.map(({ paid }) => paid)),
      });
    });
  }
}
