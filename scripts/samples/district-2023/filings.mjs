import { seeded } from "../chance.mjs";
import { cards, enrolments, isBasic } from "./cards.mjs";
import { projectsOf } from "./projects.mjs";
import { records } from "./records.mjs";

/** @typedef {import("./schools.mjs").School} School */
/** What a school fills in: a card is one object, a record form a list; keys are element names. */
/** @typedef {Record<string, Record<string, unknown> | Record<string, unknown>[]>} Filing */

/**
 * Every school's filing. District totals are divided over the schools, so that they add up to the printed figure.
 * @param {readonly School[]} schools
 * @returns {Map<School, Filing>}
 */
export function fileAll(schools) {
  const chance = seeded(20231220);
  const people = enrolments(schools, chance);
  const filings = new Map(schools.map((school) => [school, begun(school, people.get(school))]));
  const context = { schools, chance, people, filings };
  cards(context);
  records(context);
  return filings;
}

/** The forms a school files, record forms without their rows as yet. */
function begun(school, { basic, classes }) {
  return {
    学校基本情况: basic,
    ...(isBasic(school) && { 班级情况: classes, 信息化设备: [], 学生社团: [] }),
    党组织: [],
    教师变动: [],
    教师评选: [],
    名师工作室: [],
    建设项目: projectsOf(school),
    荣誉创建: [],
    ...(school.stage !== "校外" && { 学生资助: [] }),
    ...(school.stage !== "学前" && { 学生活动: [] }),
  };
}
