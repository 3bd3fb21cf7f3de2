import { exactFromCell } from "../../../src/domain/exact";
import type { Figure } from "../../../src/domain/figure";
import { clauseText } from "../../../src/domain/narrative";
import { narrate } from "../../../src/core/narrate/narrate";
import { draftOf, readSample } from "../../support/sample-county";

/** What would have been counted, by figure key, and the clause as it is then told; undefined when it drops. */
type Case = readonly [clause: string, counted: Readonly<Record<string, number>>, says: string | undefined];

const cases: readonly Case[] = [
  ["N-028", { 投用实事幼儿园数: 1 }, "新建城区幼儿园投入使用1所"],
  ["N-031", { 到位温暖工程学校数: 3 }, "3所设备安装调试到位"],
  ["N-034", { 专用教室达标校数: 37 }, "37所学校专用教室的硬件建设达到基本配备要求"],
  ["N-035", { 班均带宽: 3.96 }, "班均带宽达到3.9兆以上"],
  ["N-037", { 有计算机教室校数: 30, 班班通教学班数: 1500 }, "1500个班开通“班班通”,30所学校建有计算机教室"],
  ["N-072", { 名校录取人数: 0 }, undefined],
  [
    "N-075",
    { 建关爱档案校数: 30 },
    "30所学校建立农村留守儿童、离异家庭子女、单亲子女和后进生档案,建成38个留守儿童之家",
  ],
  ["N-078", { 示范学校城区占比: 0.5 }, "全区省市级示范性学校城区占50%"],
  ["N-079", { "本科以上教师占比|乡村": 0.9 }, "城乡学校之间办学条件、师资力量、教学水平仍有差距"],
  ["N-080", { 学前核定学位: 20000 }, "学前教育师资力量短缺"],
  ["N-080", { 学前教师配备率: 0.96 }, "学前教育仍需加强"],
  ["N-081", { 幼儿专业教师占比: 0.7 }, "职业学校“双师型”教师短缺"],
  ["N-081", { 双师型教师占比: 0.5 }, "全区幼儿专业教师短缺"],
  ["N-082", { 农村音乐教师配备率: 0.95 }, undefined],
  ["N-083", { "教师平均年龄|是": 43 }, undefined],
];

describe("a verdict of the report", () => {
  const district = readSample("district-2019");
  const { figures } = draftOf(district);

  const withCounted = (counted: Case[1]): ReadonlyMap<string, Figure> => {
    expect([...figures.keys()]).toEqual(expect.arrayContaining(Object.keys(counted)));
    return new Map(
      [...figures].map(([key, figure]) => {
        const value = counted[key];
        if (value === undefined) return [key, figure];
        return [key, { ...figure, value: { state: "number", value: exactFromCell(value) } }];
      }),
    );
  };

  it.each(cases)("%s, had there been %j, would say: %s", (id, counted, says) => {
    const { blocks } = narrate(district.definition, withCounted(counted), district.parameters);
    const told = blocks
      .flatMap((block) => (block.type === "paragraph" ? block.clauses : []))
      .find((clause) => clause.id === id);
    expect(told && clauseText(told)).toBe(says);
  });
});
