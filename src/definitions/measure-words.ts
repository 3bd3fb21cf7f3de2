import type { Code } from "./definition";

/** 代码表 whose rows add measure words: 代码 is the unit, 名称 one more word it may be printed with. */
const unitList = "单位";

/** Words each unit may be printed with, its own first. A unit that is not here is printed as itself. */
const shipped: Readonly<Record<string, readonly string[]>> = {
  人: ["人", "名", "位"],
  学位: ["个", "人", "名"],
  个: ["个", "人", "名"],
  所: ["所", "个", "家"],
  个班: ["个班", "个"],
  班: ["个班", "班", "个"],
  间: ["间", "个"],
  处: ["处", "个"],
  项: ["项", "个"],
  场: ["场", "次"],
  次: ["次", "场"],
  人次: ["人次"],
  台: ["台", "套"],
  套: ["套", "台", "个"],
  元: ["元"],
  "㎡": ["平方米", "㎡"],
  平方米: ["平方米", "㎡"],
};

export type MeasureWords = ReadonlyMap<string, readonly string[]>;

/** The shipped families, with those the definition adds under 代码表 单位. */
export function measureWords(codes: readonly Code[]): MeasureWords {
  const families = new Map<string, readonly string[]>(Object.entries(shipped));
  for (const { list, code, label } of codes) {
    if (list === unitList) families.set(code, [...new Set([...familyOf(families, code), label])]);
  }
  return families;
}

/** Words a unit may be printed with, the one it is printed with when none is asked for first. */
export const familyOf = (words: MeasureWords, unit: string): readonly string[] => words.get(unit) ?? [unit];
