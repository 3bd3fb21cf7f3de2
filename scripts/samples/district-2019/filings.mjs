import { seeded } from "../chance.mjs";
import { examinations } from "./examinations.mjs";
import { equipment, networks } from "./information.mjs";
import { aid, expenditure, subsidies } from "./money.mjs";
import { party } from "./party.mjs";
import { basics, monitoring, staffed, teaching } from "./people.mjs";
import { projects } from "./projects.mjs";
import { changes, honours, migrants, teacherHonours } from "./records.mjs";
import { isPreschool } from "./school-kinds.mjs";

/** @typedef {import("./district.mjs").School} School */

/**
 * Every school's filing: totals of the district are divided over the schools by weight, so that they add up to the
 * printed figure.
 * @param {readonly School[]} schools
 * @returns {Map<School, Record<string, object>>} by form; a card is one object, a record form a list
 */
export function fileAll(schools) {
  const chance = seeded(20190923);
  const filings = new Map(schools.map((school) => [school, {}]));
  const file = (school, form, filed) => (filings.get(school)[form] = filed);
  const context = { schools, chance, people: staffed(schools, chance), filings, file };
  basics(context);
  teaching(context);
  party(context);
  monitoring(context);
  networks(context);
  examinations(context);
  expenditure(context);
  subsidies(context);
  aid(context);
  migrants(context);
  for (const school of schools) {
    if (!isPreschool(school)) file(school, "教师变动", []);
    for (const form of ["教师荣誉", "荣誉创建", "建设项目"]) file(school, form, []);
  }
  changes(context);
  teacherHonours(context);
  honours(context);
  equipment(context);
  projects(context);
  return filings;
}
