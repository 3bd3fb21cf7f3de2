export const isPreschool = (school) => school.stage === "学前";
export const isBasic = (school) => school.stage === "小学" || school.stage === "初中";
export const isTown = (school) => school.area === "城区";
export const isSpecial = (school) => school.type === "特殊教育学校";
export const size = (school) => school.size;
export const byName = (schools, name) => schools.find((school) => school.name === name);
export const day = (year, month, date) => new Date(Date.UTC(year, month - 1, date));
