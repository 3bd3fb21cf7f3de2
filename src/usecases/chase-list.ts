import { intakeWords, type Completeness, type Intake, type SchoolIntake } from "../domain/intake";
import { dueText } from "./due-text";

export interface ChaseOptions {
  /** What is being collected: `2022年教育工作总结`. */
  readonly title: string;
  /** ISO, local time. */
  readonly now: string;
  /** ISO day, or day and time. */
  readonly due?: string;
  /** Name the schools township by township. */
  readonly byTownship?: boolean;
}

/** The message to paste into the group chat: every school that is not in, and what the others still owe. */
export function chaseMessage(intake: Intake, { title, now, due, byTownship = false }: ChaseOptions): string {
  const list = (schools: readonly SchoolIntake[], said: (one: SchoolIntake) => string): string =>
    byTownship ? townshipList(schools, said) : schools.map(said).join("、");
  const missing = intake.schools.filter(({ state }) => state === "not-filed");
  const incomplete = intake.schools.filter(({ state }) => state === "partial" || state === "empty");
  const count = (schools: readonly SchoolIntake[]): string => String(schools.length);
  if (missing.length === 0 && incomplete.length === 0) {
    const due = intake.schools.filter(({ state }) => state !== "exempt");
    return `各位老师好：${title}${count(due)}所全部报齐。`;
  }
  return [
    `各位老师好：截至${dueText(now)}，${title}`,
    ...(missing.length > 0 ? [`还有${count(missing)}所未报：${list(missing, ({ school }) => school.name)}。`] : []),
    ...(incomplete.length > 0
      ? [`${missing.length > 0 ? "另" : ""}有${count(incomplete)}所没有报齐：${list(incomplete, owing)}。`]
      : []),
    due === undefined ? "请尽快发来。" : `请于${dueText(due)}前发来。`,
    "已说明原因的请忽略。",
  ].join("");
}

/** How many came of how many, form by form and township by township, a line each. */
export function completenessLines({ forms, townships }: Intake): readonly string[] {
  return [
    "各表到报：",
    ...forms.filter(({ due }) => due > 0).map(line),
    "",
    "各乡镇报齐：",
    ...townships.map((township) => line({ ...township, label: labelOf(township.label) })),
  ];
}

const line = ({ label, due, filed }: Completeness): string => `${label} ${String(filed)}/${String(due)}`;

/** `城关小学（缺班级情况、高考）`. */
function owing({ school, state, forms }: SchoolIntake): string {
  const open = forms.filter((form) => form.state === "not-filed").map(({ form }) => form);
  const empty = forms.filter((form) => form.state === "empty").map(({ form }) => form);
  const parts = [
    ...(open.length > 0 ? [`缺${open.join("、")}`] : []),
    ...(empty.length > 0 && state !== "empty" ? [`${empty.join("、")}是${intakeWords.empty}`] : []),
    ...(state === "empty" ? [intakeWords.empty] : []),
  ];
  return `${school.name}（${parts.join("；")}）`;
}

function townshipList(schools: readonly SchoolIntake[], said: (one: SchoolIntake) => string): string {
  const byTownship = new Map<string, string[]>();
  for (const one of schools) {
    const township = one.school.attributes["乡镇"] ?? "";
    const named = byTownship.get(township);
    if (named) named.push(said(one));
    else byTownship.set(township, [said(one)]);
  }
  return [...byTownship].map(([township, named]) => `【${labelOf(township)}】${named.join("、")}`).join("；");
}

const labelOf = (township: string): string => (township === "" ? "没有写乡镇的" : township);
