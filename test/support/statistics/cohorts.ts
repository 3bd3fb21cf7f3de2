import type { PlannedSchool, SchoolType, Stage } from "./schools";
import { type Seeded, split, sum } from "./seeded";

/** Pupils of one stage of one school in one year. Grades from the lowest. */
export interface StageFigures {
  readonly stage: Stage;
  readonly grades: readonly number[];
  readonly graduates: number;
  readonly girls: number;
  readonly teachers: number;
}

/** Last year and this year; grade k + 1 this year is about grade k last year. */
export interface SchoolYears {
  readonly planned: PlannedSchool;
  readonly last: readonly StageFigures[];
  readonly current: readonly StageFigures[];
}

const pupilsPerTeacher: Readonly<Record<Stage, number>> = { 学前: 12, 小学: 16, 初中: 13, 高中: 12.5 };
const juniorWeights: Readonly<Partial<Record<SchoolType, number>>> = { 初级中学: 3, 九年一贯制学校: 1, 完全中学: 2 };

/** What every school has in both years, such that no more enter 初中 and 高中 than leave the stage below. */
export function cohortsOf(plan: readonly PlannedSchool[], random: Seeded): readonly SchoolYears[] {
  const lowest = new Map(plan.map((planned) => [planned, lowestStage(planned, random)]));
  const leaving = sum(
    [...lowest].map(([planned, grades]) => (planned.stages[0] === "小学" ? (grades.at(-1) ?? 0) : 0)),
  );
  const juniors = plan.filter(({ stages }) => stages.includes("初中"));
  const entering = split(
    Math.floor(leaving * 0.97),
    juniors.map(({ type }) => juniorWeights[type] ?? 1),
  );
  const junior = new Map(juniors.map((planned, index) => [planned, entering[index] ?? 0]));
  const seniors = plan.filter(({ stages }) => stages.includes("高中"));
  const seniorIntake = split(
    Math.floor(leaving * 0.5),
    seniors.map(({ type }) => (type === "高级中学" ? 2 : 1)),
  );
  const senior = new Map(seniors.map((planned, index) => [planned, seniorIntake[index] ?? 0]));
  const places = placesInGroups(plan);
  return plan.map((planned) => {
    const years = planned.stages.map((stage) => {
      const upper = stage === "初中" ? junior : stage === "高中" ? senior : undefined;
      const size = upper?.get(planned);
      const last = size === undefined ? (lowest.get(planned) ?? []) : [1, 2, 3].map(() => about(size, 0.012, random));
      return stageYears(stage, last, { planned, place: places.get(planned) ?? 0.5 }, random, size);
    });
    return { planned, last: years.map(({ last }) => last), current: years.map(({ current }) => current) };
  });
}

/** From 0 to 1, spread evenly over schools of one type and 城乡, so that none of them stands apart by chance. */
function placesInGroups(plan: readonly PlannedSchool[]): ReadonlyMap<PlannedSchool, number> {
  const counts = new Map<string, number>();
  return new Map(
    plan.map((planned) => {
      const group = `${planned.type} ${planned.urban}`;
      const index = counts.get(group) ?? 0;
      counts.set(group, index + 1);
      return [planned, (index * 0.618034 + 0.5) % 1];
    }),
  );
}

/** Last year's grades of a kindergarten or of a primary part; none for a school without. */
function lowestStage({ type, stages, urban }: PlannedSchool, random: Seeded): readonly number[] {
  if (stages[0] !== "学前" && stages[0] !== "小学") return [];
  const [low, high] =
    type === "幼儿园"
      ? urban === "城区" ? [70, 110] : [35, 65]
      : type === "小学教学点"
        ? [7, 11]
        : urban === "城区" ? [180, 300] : urban === "镇区" ? [75, 130] : [30, 60]; // prettier-ignore
  const size = random.between(low, high);
  return Array.from({ length: type === "幼儿园" ? 3 : 6 }, () => about(size, 0.02, random));
}

/** Within that share of a number, at least one either way. */
const about = (size: number, share: number, random: Seeded): number => {
  const most = Math.max(1, size * share);
  return Math.max(1, Math.round(size + random.between(-most, most)));
};

function stageYears(
  stage: Stage,
  last: readonly number[],
  { planned, place }: { readonly planned: PlannedSchool; readonly place: number },
  random: Seeded,
  intake: number | undefined,
): { readonly last: StageFigures; readonly current: StageFigures } {
  const first = intake ?? about(last[0] ?? 0, 0.02, random);
  const risen = last.slice(0, -1).map((grade) => about(grade, 0.01, random));
  // No form of a school is the same as last year's.
  const current = [sum(risen) + first === sum(last) ? first + 1 : first, ...risen];
  const perTeacher = (planned.type === "小学教学点" ? 9 : pupilsPerTeacher[stage]) * (0.8 + 0.4 * place);
  const teachers = Math.max(3, Math.round(sum(current) / perTeacher));
  const girls = (grades: readonly number[]): number => Math.round(sum(grades) * random.between(0.46, 0.5));
  return {
    last: {
      stage,
      grades: last,
      graduates: about(last.at(-1) ?? 0, 0.02, random),
      girls: girls(last),
      teachers: teachers === 3 || random.next() < 0.5 ? teachers + 1 : teachers - 1,
    },
    current: { stage, grades: current, graduates: last.at(-1) ?? 0, girls: girls(current), teachers },
  };
}

const fullest: Readonly<Record<Stage, readonly number[]>> = {
  学前: [25, 28, 32],
  小学: [43, 43, 43, 43, 43, 43],
  初中: [46, 46, 46],
  高中: [48, 48, 48],
};

/** Sizes of the classes of each grade, as even as they can be. */
export const classesOf = ({ stage, grades }: StageFigures): readonly (readonly number[])[] =>
  grades.map((pupils, grade) => {
    const count = Math.ceil(pupils / (fullest[stage][grade] ?? 45));
    return split(
      pupils,
      Array.from({ length: count }, () => 1),
    );
  });
