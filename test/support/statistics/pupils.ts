import type { CellContent } from "../../../src/domain/cell";
import { type StageFigures, classesOf } from "./cohorts";
import { split, sum } from "./seeded";
import type { Stage } from "./schools";
import type { Entries } from "./sheets";

type Values = Readonly<Record<string, CellContent>>;

const gradeNames: Readonly<Record<Stage, readonly string[]>> = {
  学前: ["小班", "中班", "大班"],
  小学: ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"],
  初中: ["七年级", "八年级", "九年级"],
  高中: ["高一", "高二", "高三"],
};
const bins: readonly (readonly [name: string, upTo: number])[] = [
  ["25人及以下", 25], ["26至30人", 30], ["31至35人", 35], ["36至40人", 40], ["41至45人", 45],
  ["46至50人", 50], ["51至55人", 55], ["56至60人", 60], ["61至65人", 65], ["66人及以上", Infinity],
]; // prettier-ignore

const named = (names: readonly string[], values: readonly CellContent[]): Values =>
  Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0]));

/** 幼儿园幼儿. */
export function kindergartenCard(figures: StageFigures): Values {
  const { grades, girls, graduates } = figures;
  const classes = classesOf(figures).map(({ length }) => length);
  const total = sum(grades);
  return {
    班数: sum(classes),
    在园幼儿数: total,
    男童: total - girls,
    女童: girls,
    入园人数: grades[0] ?? 0,
    离园人数: graduates,
    ...named(gradeNames.学前, grades),
    ...named(gradeNames.学前.map((grade) => `${grade}班数`), classes), // prettier-ignore
  };
}

/** 小学班额, 初中班额, 高中班额. */
export function classRow(figures: StageFigures): Values {
  const classes = classesOf(figures);
  const sizes = classes.flat();
  const inBin = (from: number, upTo: number): number => sizes.filter((size) => size > from && size <= upTo).length;
  return {
    学生数: sum(figures.grades),
    班数: sizes.length,
    ...Object.fromEntries(bins.map(([name, upTo], index) => [`班额${name}`, inBin(bins[index - 1]?.[1] ?? 0, upTo)])),
    ...named(gradeNames[figures.stage].map((grade) => `${grade}班数`), classes.map(({ length }) => length)), // prettier-ignore
    复式班数: 0,
  };
}

/** 小学学生, 初中学生, 高中学生. */
export function pupilCard({ stage, grades, graduates, girls }: StageFigures, boarders: number): Values {
  const total = sum(grades);
  const intake = grades[0] ?? 0;
  const migrants = Math.round(total * 0.06);
  const [outside = 0, inside = 0] = split(migrants, [4, 6]);
  return {
    毕业生数: graduates,
    招生数: intake,
    ...named(["未受学前教育", "学前一年", "学前两年", "学前三年"], split(intake, [1, 3, 8, 88])),
    在校生数: total,
    ...named(gradeNames[stage], grades),
    预计毕业生数: grades.at(-1) ?? 0,
    女毕业生: Math.round(graduates * 0.48),
    女招生: Math.min(girls, Math.round(intake * 0.48)),
    女生数: girls,
    少数民族学生: Math.round(total * 0.02),
    复式班学生: 0,
    寄宿生: boarders,
    随迁子女: migrants,
    外省迁入: outside,
    本省外县迁入: inside,
    进城务工随迁: Math.floor(migrants * 0.8),
    农村留守儿童: Math.round(total * 0.04),
    三年巩固率: 0.98,
  };
}

const ageNames: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  小学: ["五岁及以下", "六岁", "七岁", "八岁", "九岁", "十岁", "十一岁", "十二岁", "十三岁", "十四岁", "十五岁及以上"],
  初中: ["十岁及以下", "十一岁", "十二岁", "十三岁", "十四岁", "十五岁", "十六岁", "十七岁", "十八岁及以上"],
};
/** Place of the usual age of the lowest grade among the ages. */
const usualAge: Readonly<Partial<Record<Stage, number>>> = { 小学: 1, 初中: 2 };

/** 小学年龄, 初中年龄: a row per grade; in the lowest some are a year older, in the others a year younger. */
export function ageRows({ stage, grades, girls }: StageFigures): Entries {
  const ages = ageNames[stage] ?? [];
  const girlsByGrade = split(girls, grades);
  return grades.map((pupils, grade) => {
    const usual = (usualAge[stage] ?? 0) + grade;
    const others = Math.floor(pupils * 0.03);
    const beside = grade === 0 ? usual + 1 : usual - 1;
    return {
      年级: gradeNames[stage][grade] ?? null,
      合计: pupils,
      其中女: girlsByGrade[grade] ?? 0,
      其中招生: grade === 0 ? pupils : 0,
      ...Object.fromEntries(
        ages.map((age, place) => [age, place === usual ? pupils - others : place === beside ? others : 0]),
      ),
    };
  });
}
