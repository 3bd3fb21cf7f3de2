import { seeded } from "../chance.mjs";
import { examinations, vocational } from "./school-cards.mjs";
import { resultsOf2020 } from "./results.mjs";

/** It was part of 清川县中学 until this year. */
const opened = ["清川民中"];
const closed = [
  {
    code: "4599001091",
    name: "xx市育才高级中学",
    short: "育才高中",
    stage: "高中",
    type: "高级中学",
    run: "市属",
    owner: "民办",
    area: "城区",
    inclusive: "",
    township: "城北区",
    size: 720,
  },
  {
    code: "4599001092",
    name: "xx市第三职业技术学校",
    short: "三职校",
    stage: "中职",
    type: "中等职业学校",
    run: "市属",
    owner: "公办",
    area: "城区",
    inclusive: "",
    township: "城北区",
    size: 760,
    into: "xx市第一职业技术学校",
  },
];
const compared = ["高中", "中职", "高职"];

/**
 * Those schools of last year whose results are compared with this year's.
 * @param {readonly import("./schools.mjs").School[]} schools this year's
 */
export const schoolsLastYear = (schools) => [
  ...schools.filter(({ stage, short }) => compared.includes(stage) && !opened.includes(short)),
  ...closed,
];

/** What they filed of it, and no other form. */
export function fileLastYear(schools) {
  const filings = new Map(schools.map((school) => [school, {}]));
  const file = (school, form, filed) => (filings.get(school)[form] = filed);
  const context = { schools, chance: seeded(20201130), file, filings, results: resultsOf2020 };
  examinations(context);
  vocational(context);
  return filings;
}
