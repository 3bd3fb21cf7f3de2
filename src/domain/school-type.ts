/** What a school of a 办学类型 is counted as. 教学点 are counted apart; 附设班 belong to the school they are in. */
export type CountedAs =
  | "幼儿园"
  | "小学"
  | "教学点"
  | "初中"
  | "普通高中"
  | "中等职业学校"
  | "特殊教育学校"
  | "专门学校";
export type Stage = "学前" | "小学" | "初中" | "普通高中" | "中职" | "特教";

interface SchoolType {
  readonly label: string;
  readonly countedAs?: CountedAs;
  /** Stages whose pupils it has. */
  readonly stages: readonly Stage[];
}

/** By the three digits of the 办学类型. */
const types: Readonly<Record<string, SchoolType>> = {
  "111": { label: "幼儿园", countedAs: "幼儿园", stages: ["学前"] },
  "119": { label: "附设幼儿班", stages: ["学前"] },
  "211": { label: "小学", countedAs: "小学", stages: ["小学"] },
  "218": { label: "小学教学点", countedAs: "教学点", stages: ["小学"] },
  "219": { label: "附设小学班", stages: ["小学"] },
  "311": { label: "初级中学", countedAs: "初中", stages: ["初中"] },
  "312": { label: "九年一贯制学校", countedAs: "初中", stages: ["小学", "初中"] },
  "319": { label: "附设普通初中班", stages: ["初中"] },
  "321": { label: "职业初中", countedAs: "初中", stages: ["初中"] },
  "329": { label: "附设职业初中班", stages: ["初中"] },
  "341": { label: "完全中学", countedAs: "普通高中", stages: ["初中", "普通高中"] },
  "342": { label: "高级中学", countedAs: "普通高中", stages: ["普通高中"] },
  "345": { label: "十二年一贯制学校", countedAs: "普通高中", stages: ["小学", "初中", "普通高中"] },
  "349": { label: "附设普通高中班", stages: ["普通高中"] },
  "361": { label: "调整后中等职业学校", countedAs: "中等职业学校", stages: ["中职"] },
  "362": { label: "中等技术学校", countedAs: "中等职业学校", stages: ["中职"] },
  "363": { label: "中等师范学校", countedAs: "中等职业学校", stages: ["中职"] },
  "364": { label: "成人中等专业学校", countedAs: "中等职业学校", stages: ["中职"] },
  "365": { label: "职业高中学校", countedAs: "中等职业学校", stages: ["中职"] },
  "366": { label: "技工学校", countedAs: "中等职业学校", stages: ["中职"] },
  "368": { label: "附设中职班", stages: ["中职"] },
  "369": { label: "其他中职机构", stages: ["中职"] },
  "371": { label: "专门学校", countedAs: "专门学校", stages: [] },
  "511": { label: "盲人学校", countedAs: "特殊教育学校", stages: ["特教"] },
  "512": { label: "聋人学校", countedAs: "特殊教育学校", stages: ["特教"] },
  "513": { label: "培智学校", countedAs: "特殊教育学校", stages: ["特教"] },
  "514": { label: "其他特教学校", countedAs: "特殊教育学校", stages: ["特教"] },
  "519": { label: "附设特教班", stages: ["特教"] },
};

/** Other names of types that rosters use. */
const otherNames: Readonly<Record<string, string>> = {
  教学点: "218",
  初中: "311",
  普通初中: "311",
  九年一贯制: "312",
  高中: "342",
  普通高中: "342",
  十二年一贯制: "345",
  职业高中: "365",
  工读学校: "371",
  弱智学校: "513",
};

const codesByLabel = new Map(Object.entries(types).map(([code, { label }]) => [label, code]));

/** The three digits of a 办学类型 written as code (`211`), label (`小学`) or both (`211小学`); undefined when it is none. */
export function schoolTypeCode(text: string): string | undefined {
  const written = text.normalize("NFKC").replace(/\s+/gu, "");
  const digits = /^\d{3}(?!\d)/u.exec(written)?.[0];
  if (digits !== undefined) return Object.hasOwn(types, digits) ? digits : undefined;
  return codesByLabel.get(written) ?? (Object.hasOwn(otherNames, written) ? otherNames[written] : undefined);
}

/** 附设班 (xx9, 368) and institutions that are no schools are not counted as schools. */
export const isSchoolOfItsOwn = (type: string): boolean => countedAs(type) !== undefined;

/** What a school of this 办学类型 adds one to when schools are counted; undefined for one that is no school of its own. */
export const countedAs = (type: string): CountedAs | undefined => typeOf(type)?.countedAs;

/** The stages whose pupils a school of this 办学类型 has. */
export const stagesOf = (type: string): readonly Stage[] => typeOf(type)?.stages ?? [];

const typeOf = (type: string): SchoolType | undefined => types[schoolTypeCode(type) ?? ""];
