import { seeded } from "../chance.mjs";
import { projectsOf } from "./projects.mjs";
import { basics, estateKindergartens, examinations, vocational } from "./school-cards.mjs";
import { resultsOf2021 } from "./results.mjs";
import { achievements, activities, honours, moves } from "./school-records.mjs";

/**
 * Every school's filing: totals are divided over the schools by weight, so that they add up to the printed figure.
 * @param {readonly import("./schools.mjs").School[]} schools
 */
export function fileAll(schools) {
  const chance = seeded(20211130);
  const filings = new Map(schools.map((school) => [school, {}]));
  const file = (school, form, filed) => (filings.get(school)[form] = filed);
  for (const school of schools) {
    file(school, "建设项目", projectsOf(school));
    if (school.stage !== "学前")
      for (const form of ["荣誉创建", "主题活动", "教师变动", "教科研成果"]) file(school, form, []);
  }
  const context = { schools, chance, file, filings, results: resultsOf2021 };
  basics(context);
  estateKindergartens(context);
  examinations(context);
  vocational(context);
  honours(context);
  activities(context);
  moves(context);
  achievements(context);
  return filings;
}
