import type { CellContent } from "../../../src/domain/cell";
import type { StageFigures } from "./cohorts";
import { type Seeded, split, sum } from "./seeded";
import type { Stage } from "./schools";

type Values = Readonly<Record<string, CellContent>>;

const ages = ["24岁及以下", "25至29岁", "30至34岁", "35至39岁", "40至44岁", "45至49岁", "50至54岁", "55至59岁", "60岁及以上"].map((age) => `年龄${age}`); // prettier-ignore
const titles = ["正高级", "副高级", "中级", "助理级", "员级", "未定职级"];
const degrees = ["博士", "硕士", "本科", "专科", "高中阶段", "高中阶段以下"];
const degreeWeights: Readonly<Record<Stage, readonly number[]>> = {
  学前: [0, 0, 45, 52, 3, 0],
  小学: [0, 2, 76, 21, 1, 0],
  初中: [0, 5, 90, 5, 0, 0],
  高中: [0, 14, 86, 0, 0, 0],
};
const courses = ["道德与法治", "语文", "数学", "外语", "历史", "地理", "物理", "化学", "生物", "科学", "体育与健康", "艺术", "信息科技", "劳动", "综合实践活动", "其他课程", "本学年不授课"]; // prettier-ignore
const courseWeights: Readonly<Record<Exclude<Stage, "学前">, readonly number[]>> = {
  小学: [5, 32, 26, 9, 0, 0, 0, 0, 0, 5, 9, 8, 2, 1, 1, 1, 1],
  初中: [7, 19, 18, 17, 6, 5, 7, 5, 5, 0, 5, 3, 1, 1, 0, 0, 1],
  高中: [7, 15, 15, 15, 8, 8, 9, 8, 8, 0, 4, 1, 1, 0, 0, 0, 1],
};
const languages = ["英语", "日语", "俄语", "其他外语"];
const arts = ["音乐", "美术", "综合艺术"];

const named = (names: readonly string[], values: readonly CellContent[]): Values =>
  Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0]));

/** One row of 专任教师: every breakdown adds up to the total. */
export function teacherRow({ stage, teachers }: StageFigures, random: Seeded): Values {
  const taught = stage === "学前" ? undefined : split(teachers, courseWeights[stage]);
  const of = (course: string): number => taught?.[courses.indexOf(course)] ?? 0;
  const none = (names: readonly string[]): Values => named(names, names.map(() => "—")); // prettier-ignore
  return {
    学段: stage,
    合计: teachers,
    女: Math.round(teachers * (stage === "学前" ? 0.95 : random.between(0.58, 0.7))),
    ...named(
      ages,
      split(
        teachers,
        [4, 12, 15, 17, 18, 16, 12, 6, 0].map((weight) => weight * random.between(0.8, 1.2)),
      ),
    ),
    ...named(titles, split(teachers, [0, 14, 40, 33, 3, 10])),
    ...named(degrees, split(teachers, degreeWeights[stage])),
    ...(taught ? named(courses, taught) : none(courses)),
    ...(taught ? named(languages, [of("外语"), 0, 0, 0]) : none(languages)),
    ...(taught ? named(arts, split(of("艺术"), [50, 50, 0])) : none(arts)),
    骨干教师: Math.floor(teachers * 0.12),
    持证教师: teachers,
    在编教师: stage === "学前" ? Math.round(teachers * 0.6) : Math.round(teachers * 0.95),
  };
}

/** 教职工 of a school whose stages have these rows. */
export function staffOf(rows: readonly Values[], others: number): Values {
  const total = (column: string): number => sum(rows.map((row) => Number(row[column])));
  const [administration = 0, assistants = 0, workers = 0, rest = 0] = split(others, [35, 20, 40, 5]);
  const [teachers, women, permanent] = [total("合计"), total("女"), total("在编教师")];
  return {
    教职工数: teachers + others,
    专任教师数: teachers,
    行政人员: administration,
    教辅人员: assistants,
    工勤人员: workers,
    其他人员: rest,
    校外教师: Math.floor(teachers / 40),
    银龄教师: Math.floor(teachers / 60),
    女教职工: women + Math.floor(others / 2),
    女专任教师: women,
    在编教职工: permanent + administration,
    在编专任教师: permanent,
  };
}
