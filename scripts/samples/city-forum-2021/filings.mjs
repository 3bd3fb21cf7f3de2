import { seeded } from "../chance.mjs";
import { afterClass, basics, catering, equipment, sports, vocational } from "./school-cards.mjs";
import { moves, projects, training } from "./school-records.mjs";

/**
 * Every school's filing: totals are divided over the schools by weight, so that they add up to the printed figure.
 * @param {readonly import("./schools.mjs").School[]} schools
 */
export function fileAll(schools) {
  const chance = seeded(20211220);
  const filings = new Map(schools.map((school) => [school, { 教师变动: [], 教师培训: [] }]));
  const file = (school, form, filed) => (filings.get(school)[form] = filed);
  const context = { schools, chance, file, filings };
  basics(context);
  equipment(context);
  catering(context);
  afterClass(context);
  sports(context);
  vocational(context);
  projects(context);
  moves(context);
  training(context);
  return filings;
}
