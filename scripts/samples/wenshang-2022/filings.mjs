import { seeded } from "../chance.mjs";
import { enrolments } from "./enrolment.mjs";
import { projectsOf } from "./projects.mjs";
import { equipment, party, placesWanted, quality, retention } from "./school-cards.mjs";
import { isBasic } from "./school-kinds.mjs";
import { honours, moves, recruitment, teacherHonours, training } from "./school-records.mjs";
import { aid } from "./student-aid.mjs";

/** @typedef {import("./county.mjs").School} School */
/** What a school fills in: a card is one object, a record form a list; keys are element names. */
/** @typedef {Record<string, Record<string, unknown> | Record<string, unknown>[]>} Filing */

/**
 * Every school's filing. District totals are divided over the schools by weight, so that they add up to the printed
 * figure; only what belongs to one school or project stands in one place.
 * @param {readonly School[]} schools
 * @returns {{ filings: Map<School, Filing>, populations: Record<string, number> }}
 */
export function fileAll(schools) {
  const chance = seeded(20221231);
  const people = enrolments(schools, chance);
  const filings = new Map(schools.map((school) => [school, { 学校基本情况: people.get(school).basic }]));
  const file = (school, form, filed) => (filings.get(school)[form] = filed);
  for (const school of schools) {
    const { classes } = people.get(school);
    if (["小学", "初中", "高中"].includes(school.stage)) file(school, "班级情况", classes);
    file(school, "建设项目", projectsOf(school, schools));
    for (const form of ["荣誉创建", "教师培训", "教师变动", "教师荣誉", "学生资助"]) file(school, form, []);
    if (isBasic(school)) file(school, "招聘计划", []);
  }
  const context = { schools, chance, people, file, filings };
  placesWanted(context);
  const populations = retention(context);
  quality(context);
  equipment(context);
  party(context);
  honours(context);
  training(context);
  moves(context);
  teacherHonours(context);
  aid(context);
  recruitment(context);
  return { filings, populations };
}
