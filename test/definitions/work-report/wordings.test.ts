import { exactFromCell } from "../../../src/domain/exact";
import type { Figure } from "../../../src/domain/figure";
import { clauseText } from "../../../src/domain/narrative";
import type { Parameter } from "../../../src/domain/parameter";
import { narrate } from "../../../src/core/narrate/narrate";
import { readSample, draftOf } from "../../support/sample-county";

/** What would have been different, and the clause as it is then told; undefined when it drops. */
interface Case {
  readonly clause: string;
  readonly figures?: Readonly<Record<string, number>>;
  readonly lastYear?: Readonly<Record<string, number>>;
  readonly standards?: Readonly<Record<string, number>>;
  readonly says: string | undefined;
}

const cases: readonly Case[] = [
  { clause: "N-20", figures: { 参训教师数: 6481, 教师参训率: 6481 / 6482 }, says: "教师参训率达到99.98%" },
  { clause: "N-24", lastYear: { 双一流录取人数: 97 }, says: "2022年,我县高考在“量”上持续提升" },
  { clause: "N-24", lastYear: { 本科上线人数: 2200 }, says: "2022年,我县高考总体平稳" },
  { clause: "N-27", figures: { 北大录取人数: 0 }, says: undefined },
  { clause: "N-27", figures: { 清华录取人数: 1 }, says: "2人考入北京大学,1人考入清华大学" },
  { clause: "N-31", lastYear: { 双一流录取人数: 96 }, says: undefined },
  { clause: "N-32", figures: { 公办率: 0.6499 }, says: "幼儿园公办率达到64.99%,低于市局65%的目标要求" },
  { clause: "N-33", lastYear: { 中考均分: 400 }, says: "我县中考成绩有所上升" },
  { clause: "N-33", lastYear: { 中考均分: 600 }, says: "我县中考成绩有所回落" },
  { clause: "N-35", lastYear: { 督查均分: 200 }, says: "我县小学阶段教学从近两年的督查数据反馈结果看,情况有所波动" },
  { clause: "N-37", lastYear: { 学生就业率: 0.99 }, says: "学生就业率为98.06%" },
  {
    clause: "N-44",
    figures: { 有青年干部校数: 70 },
    says: "70所县属中小学和乡镇中学、乡镇中心小学有80后干部走上领导岗位",
  },
  { clause: "N-46", figures: { 因贫失学人数: 2 }, says: "尚有2名学生因贫失学" },
  { clause: "N-50", figures: { 同步课堂校数: 71 }, says: "我县“同步课堂”系统现已覆盖全县中心小学及初中以上71所学校" },
  { clause: "N-51", figures: { 全覆盖乡镇数: 14 }, says: "所有乡镇实现全覆盖" },
  { clause: "N-52", figures: { 精准教学学段数: 3 }, says: "“大数据精准教学”系统覆盖全县3个学段" },
  { clause: "N-55", standards: { 差距倍数线: 9 }, says: "校际之间仍存在较大差距" },
  { clause: "N-55", figures: { 校际设备差异系数: 0.4 }, says: "城乡之间、校际之间、区域之间差距逐步缩小" },
  { clause: "N-56", standards: { 品牌学校占比线: 0.05 }, says: "特色品牌学校8所" },
  { clause: "N-59", figures: { 毛入园率: 0.991 }, says: "学前三年毛入园率保持在99%以上" },
  { clause: "N-60", figures: { 公办率: 0.68 }, says: "公办幼儿园在园幼儿占比保持在67%以上" },
  { clause: "N-63", figures: { 巩固率: 0.97 }, says: "巩固率达到99%以上" },
  { clause: "N-64", figures: { 残疾儿童入学率: 1 }, says: "适龄残疾儿童少年义务教育入学率保持在100%" },
  { clause: "N-67", figures: { 大班额班数: 3 }, says: "消除现有大班额3个" },
  { clause: "N-77", figures: { 北大录取人数: 6 }, says: "确保清北再有突破,名牌大增长" },
  { clause: "N-79", figures: { 全覆盖乡镇数: 14 }, says: "巩固“同步课堂”乡镇全覆盖成果" },
];

describe("a verdict in words", () => {
  const county = readSample("wenshang-2022");
  const { figures } = draftOf(county);

  const withFigures = (changed: Case["figures"] = {}): ReadonlyMap<string, Figure> =>
    new Map(
      [...figures].map(([key, figure]) => {
        const value = changed[key];
        return [
          key,
          value === undefined ? figure : { ...figure, value: { state: "number", value: exactFromCell(value) } },
        ];
      }),
    );
  const withParameters = ({ lastYear = {}, standards = {} }: Case): readonly Parameter[] =>
    county.parameters.map((row) => {
      const value =
        row.use === "历史" && row.period === "2021年"
          ? lastYear[row.name]
          : row.use === "标准"
            ? standards[row.name]
            : undefined;
      return value === undefined
        ? row
        : { ...row, value: { type: "number", value: exactFromCell(value), asEntered: String(value) } };
    });

  it.each(cases.map((one) => [one.clause, one.says ?? "", one] as const))(
    "%s says what the figures say: %s",
    (id, _, one) => {
      const { blocks } = narrate(county.definition, withFigures(one.figures), withParameters(one));
      const clause = blocks
        .flatMap((block) => (block.type === "paragraph" ? block.clauses : []))
        .find((told) => told.id === id);
      expect(clause && clauseText(clause)).toBe(one.says);
    },
  );
});
