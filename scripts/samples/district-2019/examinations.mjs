import { apportion } from "../chance.mjs";

/** 高考 of the year, shared out by school: [total, shares of the four schools]. */
const results = {
  文化课参考: [5000, [0.33, 0.29, 0.22, 0.16]],
  文化课本科上线: [3655, [0.37, 0.3, 0.2, 0.13]],
  文化课重点上线: [1510, [0.46, 0.33, 0.14, 0.07]],
  应届文化课参考: [3000, [0.33, 0.29, 0.22, 0.16]],
  应届文化课本科上线: [2115, [0.37, 0.3, 0.2, 0.13]],
  应届文化课重点上线: [1053, [0.46, 0.33, 0.14, 0.07]],
  全部考生: [6000, [0.32, 0.29, 0.22, 0.17]],
  全部本科上线: [4332, [0.36, 0.3, 0.2, 0.14]],
};
/** Admissions by year: undergraduates 9678 and others 11021 since 2016; 2015 belongs to the plan before. */
const admissions = [
  [2015, 1420, 3310, 3],
  [2016, 1512, 3190, 4],
  [2017, 1904, 3085, 5],
  [2018, 2388, 2921, 6],
  [2019, 3874, 1825, 8],
];

export function examinations({ schools, file }) {
  const own = schools.filter(({ stage }) => stage === "高中");
  const shared = Object.entries(results).map(([name, [total, by]]) => [name, apportion(total, by)]);
  const years = admissions.map(([year, degree, other, famous]) => [
    year,
    apportion(degree, [0.38, 0.3, 0.2, 0.12]),
    apportion(other, [0.26, 0.27, 0.25, 0.22]),
    apportion(famous, [0.7, 0.3, 0, 0]),
  ]);
  own.forEach((school, index) => {
    file(school, "高考", Object.fromEntries(shared.map(([name, parts]) => [name, parts[index]])));
    file(
      school,
      "高校录取",
      years.map(([year, degree, other, famous]) => ({
        录取年度: year,
        本科录取: degree[index],
        专科录取: other[index],
        名校录取: famous[index],
      })),
    );
  });
}
