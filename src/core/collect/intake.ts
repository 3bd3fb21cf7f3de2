import { type Casework, noCasework } from "../../domain/casework";
import type { Collection } from "../../domain/collected";
import type { Finding } from "../../domain/finding";
import type { Completeness, FormIntake, Intake, IntakeState, SchoolIntake } from "../../domain/intake";
import type { School } from "../../domain/school";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import { expectedSchools, isExempt } from "./expected-schools";

export interface IntakeOptions {
  readonly casework?: Casework;
  /** What counts as an error of a school; absent: the findings of collecting alone. */
  readonly findings?: readonly Finding[];
  /** The day everything is due, `2022-09-20`; a file of that day is in time. Absent: nothing is late. */
  readonly due?: string;
}

/** Who has reported what, of those who should. */
export function intakeOf(
  definition: CompiledDefinition,
  collection: Collection,
  { casework = noCasework, findings = collection.findings, due }: IntakeOptions = {},
): Intake {
  const received = new Map(collection.ledger.flatMap((file) => (file.received === undefined ? [] : [[file.file, file.received] as const]))); // prettier-ignore
  const faults = faultsOf(findings);
  const forms = [...definition.forms.values()].map((form) => ({
    form,
    owing: new Set(expectedSchools(form, collection.schools, definition.source.period)),
    rows: firstRows(collection, form),
  }));
  const schools = collection.schools.flatMap((school): readonly SchoolIntake[] => {
    const owed = forms.filter(({ owing }) => owing.has(school));
    if (owed.length === 0) return [];
    return [
      schoolIntake(
        school,
        owed.map(({ form, rows }): FormIntake => {
          const name = form.form.name;
          if (isExempt(casework.exemptions, school, name)) return { form: name, state: "exempt" };
          const row = rows.get(school.code);
          const arrived = row?.file === undefined ? undefined : received.get(row.file);
          const isLate = due !== undefined && arrived !== undefined && arrived.slice(0, due.length) > due;
          return {
            form: name,
            state: formState(faults.get(faultKey(school.code, name)), row?.filed !== false, isLate),
            ...(row?.filed === true && row.file !== undefined && { file: row.file }),
            ...(row?.filed === true && arrived !== undefined && { received: arrived }),
          };
        }),
      ),
    ];
  });
  return {
    schools,
    forms: forms.map(({ form }) => completeness(form.form.name, schools.flatMap((one) => one.forms.filter((filing) => filing.form === form.form.name)).filter(({ state }) => state !== "exempt"), isIn)), // prettier-ignore
    townships: townships(schools),
    ...(due !== undefined && { dueBy: due }),
  };
}

type Fault = "empty" | "to-compare" | "with-errors";
const faultKey = (school: string, form: string): string => `${school}\u0000${form}`;

/** The gravest fault of each school and form. */
function faultsOf(findings: readonly Finding[]): ReadonlyMap<string, Fault> {
  const faults = new Map<string, Fault>();
  const gravity: readonly Fault[] = ["with-errors", "to-compare", "empty"];
  for (const { school, form, code, severity } of findings) {
    if (school === undefined || form === undefined || severity !== "error") continue;
    if (code === "form-missing" || code === "not-filed") continue;
    const fault = code === "filed-empty" ? "empty" : code === "school-twice" ? "to-compare" : "with-errors";
    const key = faultKey(school, form);
    const known = faults.get(key);
    if (known === undefined || gravity.indexOf(fault) > gravity.indexOf(known)) faults.set(key, fault);
  }
  return faults;
}

function firstRows(
  { tables }: Collection,
  { form }: CompiledForm,
): ReadonlyMap<string, { readonly filed: boolean; readonly file?: string }> {
  const rows = tables.get(form.name)?.rows ?? [];
  return new Map([...rows].reverse().map((row) => [row.school.code, row]));
}

function formState(fault: Fault | undefined, isFiled: boolean, isLate: boolean): FormIntake["state"] {
  if (fault === "empty") return "empty";
  if (!isFiled) return "not-filed";
  return fault ?? (isLate ? "late" : "filed");
}

const isIn = ({ state }: FormIntake): boolean => state !== "not-filed" && state !== "empty" && state !== "exempt";

function schoolIntake(school: School, forms: readonly FormIntake[]): SchoolIntake {
  const received = forms.flatMap((form) => (form.received === undefined ? [] : [form.received])).sort().at(-1); // prettier-ignore
  return {
    school,
    state: schoolState(forms),
    forms,
    due: forms.filter(({ state }) => state !== "exempt").length,
    filed: forms.filter(isIn).length,
    files: [...new Set(forms.flatMap(({ file }) => (file === undefined ? [] : [file])))],
    ...(received !== undefined && { received }),
  };
}

function schoolState(forms: readonly FormIntake[]): IntakeState {
  const due = forms.filter(({ state }) => state !== "exempt");
  if (due.length === 0) return "exempt";
  const has = (wanted: FormIntake["state"]): boolean => due.some(({ state }) => state === wanted);
  if (!due.some(isIn)) return has("empty") ? "empty" : "not-filed";
  if (!due.every(isIn)) return "partial";
  return (["to-compare", "with-errors", "late"] as const).find(has) ?? "filed";
}

function completeness<T>(label: string, due: readonly T[], isFiled: (one: T) => boolean): Completeness {
  return { label, due: due.length, filed: due.filter(isFiled).length };
}

function townships(schools: readonly SchoolIntake[]): readonly Completeness[] {
  const due = schools.filter(({ state }) => state !== "exempt");
  const labels = [...new Set(due.map(townshipOf))];
  return labels.map((label) => completeness(label, due.filter((one) => townshipOf(one) === label), (one) => one.filed === one.due)); // prettier-ignore
}

const townshipOf = ({ school }: SchoolIntake): string => school.attributes["乡镇"] ?? "";
