import {
  type CountedAs,
  type Stage,
  countedAs,
  isSchoolOfItsOwn,
  schoolTypeCode,
  stagesOf,
} from "../../src/domain/school-type";

describe("办学类型", () => {
  it.each<[type: string, counted: CountedAs | undefined, stages: readonly Stage[]]>([
    ["111", "幼儿园", ["学前"]],
    ["119", undefined, ["学前"]],
    ["211", "小学", ["小学"]],
    ["218", "教学点", ["小学"]],
    ["219", undefined, ["小学"]],
    ["311", "初中", ["初中"]],
    ["312", "初中", ["小学", "初中"]],
    ["319", undefined, ["初中"]],
    ["321", "初中", ["初中"]],
    ["341", "普通高中", ["初中", "普通高中"]],
    ["342", "普通高中", ["普通高中"]],
    ["345", "普通高中", ["小学", "初中", "普通高中"]],
    ["349", undefined, ["普通高中"]],
    ["365", "中等职业学校", ["中职"]],
    ["368", undefined, ["中职"]],
    ["371", "专门学校", []],
    ["513", "特殊教育学校", ["特教"]],
    ["519", undefined, ["特教"]],
    ["999", undefined, []],
  ])("%s counts as %p and has pupils of %p", (type, counted, stages) => {
    expect(countedAs(type)).toBe(counted);
    expect(isSchoolOfItsOwn(type)).toBe(counted !== undefined);
    expect(stagesOf(type)).toEqual(stages);
  });

  it.each<[written: string, code: string | undefined]>([
    ["211", "211"],
    ["小学", "211"],
    ["２１１ 小学", "211"],
    ["九年一贯制", "312"],
    ["完全中学", "341"],
    ["constructor", undefined],
    ["2110", undefined],
    ["大学", undefined],
  ])("written %s is %p", (written, code) => {
    expect(schoolTypeCode(written)).toBe(code);
  });
});
