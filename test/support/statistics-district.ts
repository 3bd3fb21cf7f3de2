import { compileDefinition } from "../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../src/definitions/compiled";
import { loadBuiltin } from "../../src/definitions/builtin";
import { parametersOf } from "../../src/definitions/parameters-of";
import { rosterColumnNames } from "../../src/core/collect/expected-schools";
import type { CellContent } from "../../src/domain/cell";
import type { Parameter } from "../../src/domain/parameter";
import type { School } from "../../src/domain/school";
import type { FileReading } from "../../src/domain/snapshot";
import { serialDay } from "../../src/formula/calendar";
import { type SchoolYears, type StageFigures, classesOf, cohortsOf } from "./statistics/cohorts";
import { estateOf } from "./statistics/estate";
import { ageRows, classRow, kindergartenCard, pupilCard } from "./statistics/pupils";
import { type PlannedSchool, planSchools } from "./statistics/schools";
import { Seeded, split, sum } from "./statistics/seeded";
import { type Entries, filledSheet } from "./statistics/sheets";
import { staffOf, teacherRow } from "./statistics/teachers";

/** A made-up district that filed the education statistics of two years without a single fault. */
export interface StatisticsDistrict {
  readonly definition: CompiledDefinition;
  readonly schools: readonly School[];
  readonly parameters: readonly Parameter[];
  /** One workbook per school, in the order of `schools`. */
  readonly readings: readonly FileReading[];
  readonly previousReadings: readonly FileReading[];
}

/** The same district for the same number of schools and the same seed. */
export function statisticsDistrict({ schools: count = 60, seed = 1 } = {}): StatisticsDistrict {
  const random = new Seeded(seed);
  const plan = planSchools(count);
  const schools = plan.map(({ school }) => school);
  const { definition, parameters } = compiledStatistics(schools);
  const filed = cohortsOf(plan, random).map((years) => filedForms(years, random));
  const readingsOf = (year: "last" | "current"): readonly FileReading[] =>
    plan.map((planned, index) => workbookOf(definition, planned, filed[index]?.[year] ?? new Map()));
  return { definition, schools, parameters, readings: readingsOf("current"), previousReadings: readingsOf("last") };
}

function compiledStatistics(schools: readonly School[]): Pick<StatisticsDistrict, "definition" | "parameters"> {
  const loaded = loadBuiltin("education-statistics");
  if (!loaded.ok) throw new Error(loaded.problem.map(({ where, message }) => `${where}: ${message}`).join("\n"));
  const place: Parameter = { use: "文字", name: "地区", value: { type: "text", value: "示范县" } };
  const parameters = [...parametersOf(loaded.value).filter(({ name }) => name !== place.name), place];
  const compiled = compileDefinition(loaded.value, { parameters, rosterColumns: rosterColumnNames(schools) });
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where}: ${message}`).join("\n"));
  return { definition: compiled.value, parameters };
}

type FiledForms = ReadonlyMap<string, Entries>;

function workbookOf(definition: CompiledDefinition, { school, type }: PlannedSchool, filed: FiledForms): FileReading {
  const sheets = [...definition.forms.values()].flatMap((form) => {
    const entries = filed.get(form.form.name);
    return entries ? [filledSheet(form, school, type, entries)] : [];
  });
  return { state: "read", workbook: { file: `${school.name}.xlsx`, sheets } };
}

function filedForms(years: SchoolYears, random: Seeded): Readonly<Record<"last" | "current", FiledForms>> {
  const { planned, last, current } = years;
  const boardingShare = planned.stages.includes("高中") ? 0.6 : planned.stages.includes("初中") ? 0.3 : 0;
  const [lastEstate, currentEstate] = estateOf(years, boardingShare > 0, random);
  const others = Math.max(3, Math.round(sum(current.map(({ teachers }) => teachers)) * 0.12));
  const general = generalCard(planned, random);
  const formsOf = (
    stages: readonly StageFigures[],
    estate: Entries[number] | undefined,
    staff: number,
    examined: number,
  ): FiledForms => {
    const teachers = stages.map((stage) => teacherRow(stage, random));
    return new Map([
      ["学校基本情况", [general(stages, examined)]],
      ...stages.flatMap((stage) => stageForms(stage, boardingShare)),
      ["教职工", [staffOf(teachers, staff)]],
      ["专任教师", teachers],
      ["办学条件", [estate ?? {}]],
    ]);
  };
  const lastPupils = sum(last.flatMap(({ grades }) => grades));
  return {
    last: formsOf(last, lastEstate, others - 1, lastPupils),
    current: formsOf(current, currentEstate, others, lastPupils),
  };
}

function stageForms(stage: StageFigures, boardingShare: number): readonly (readonly [string, Entries])[] {
  if (stage.stage === "学前") return [["幼儿园幼儿", [kindergartenCard(stage)]]];
  const boarders = stage.stage === "小学" ? 0 : Math.round(sum(stage.grades) * boardingShare);
  return [
    [`${stage.stage}班额`, [classRow(stage)]],
    [`${stage.stage}学生`, [pupilCard(stage, boarders)]],
    ...(stage.stage === "高中" ? [] : [[`${stage.stage}年龄`, ageRows(stage)] as const]),
  ];
}

/** 学校基本情况: what both years say alike, and the numbers of one. */
function generalCard(planned: PlannedSchool, random: Seeded) {
  const { school, type, stages: taught, urban, isPrivate, creditCode } = planned;
  const urbanCode = urban === "城区" ? "主城区" : urban === "镇区" ? "镇中心区" : "村庄";
  const place = [
    117 + Math.round(random.between(0, 900000)) / 1000000,
    35 + Math.round(random.between(0, 900000)) / 1000000,
  ];
  const opened = { date: serialDay(random.whole(1955, 2018), 9, 1) ?? 1 };
  const guards = random.whole(1, 5);
  const isKindergarten = type === "幼儿园";
  return (stages: readonly StageFigures[], examined: number): Readonly<Record<string, CellContent>> => {
    const pupils = sum(stages.flatMap(({ grades }) => grades));
    const aided = Math.max(1, Math.round(pupils * 0.08));
    const disabled = Math.floor(pupils / 180);
    const [integrated = 0, special = 0, visited = 0] = split(disabled, [7, 0, 3]);
    return {
      标识码: school.code,
      信用代码: creditCode,
      办学类型: type,
      举办者: isPrivate ? "民办" : "县级教育部门",
      城乡分类: urbanCode,
      办学性质: isPrivate ? "民办" : "公办",
      普惠性民办: isKindergarten ? (school.attributes["普惠"] ?? "否") : "—",
      建校年月: opened,
      小学学制: taught.includes("小学") ? 6 : "—",
      初中学制: taught.includes("初中") ? 3 : "—",
      经度: place[0] ?? null,
      纬度: place[1] ?? null,
      在校生总数: pupils,
      班级总数: sum(stages.map((stage) => classesOf(stage).flat().length)),
      体检人数: Math.round(examined * 0.95),
      体质健康合格率: isKindergarten ? "—" : Math.round(random.between(930, 985)) / 1000,
      资助人数: aided,
      资助人次: aided * 2 - Math.floor(aided / 10),
      资助金额: Math.round(aided * random.between(8, 14)) / 100,
      残疾学生: disabled,
      随班就读: integrated,
      特教班学生: special,
      送教上门: visited,
      保安人数: guards,
      有食堂: "是",
      厕所数: 1 + Math.ceil(pupils / 300),
      情况说明: null,
    };
  };
}
