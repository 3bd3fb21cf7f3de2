/** Schools of compulsory education. */
export const isBasic = (school) => school.stage === "小学" || school.stage === "初中";
/** County schools, township junior schools and township central schools: the ones with a leadership team of their own. */
export const isKey = (school) =>
  school.stage !== "学前" && (school.county === "是" || school.stage === "初中" || school.central === "是");
export const size = (school) => school.size;
export const teachersOf =
  ({ people }) =>
  (school) =>
    people.get(school).basic.专任教师数;
