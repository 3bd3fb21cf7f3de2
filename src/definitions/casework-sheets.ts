import {
  isAnsweredFor,
  isGranted,
  type AcceptedFile,
  type Casework,
  type Correction,
  type Exemption,
  type Explanation,
  type LearnedSpelling,
} from "../domain/casework";
import type { Finding } from "../domain/finding";
import type { School } from "../domain/school";
import type { WorkbookSnapshot } from "../domain/snapshot";
import {
  acceptedTable,
  correctionTable,
  exemptionTable,
  explanationTable,
  spellingTable,
  type CaseworkTable,
} from "./casework-tables";
import { typedRows, type TypedRow } from "./casework-rows";
import type { CompiledDefinition } from "./compiled";

/** What people put down on the casework sheets. Rows are never dropped for being unfinished: they are kept and do not count. */
export interface CaseworkReading {
  readonly casework: Casework;
  readonly findings: readonly Finding[];
}

/** What the rows may speak of. */
export interface CaseworkSubjects {
  readonly definition: CompiledDefinition;
  readonly schools: readonly School[];
}

export const caseworkSheetNames: readonly string[] = [
  correctionTable,
  explanationTable,
  exemptionTable,
  spellingTable,
  acceptedTable,
].map(({ sheet }) => sheet);

/** Reads 更正记录, 情况说明, 免报, 表头写法 and 采用 of a workbook; the sheets it has none of are blank. */
export function readCasework(workbook: WorkbookSnapshot, subjects: CaseworkSubjects): CaseworkReading {
  const corrections = typedRows(workbook, correctionTable).map((row) => readCorrection(row, subjects));
  const explanations = typedRows(workbook, explanationTable).map((row) => readExplanation(row, subjects));
  const exemptions = typedRows(workbook, exemptionTable).map((row) => readExemption(row, subjects));
  const spellings = typedRows(workbook, spellingTable).map((row) => readSpelling(row, subjects));
  const accepted = typedRows(workbook, acceptedTable).map((row) => readAccepted(row, subjects));
  const all = [...corrections, ...explanations, ...exemptions, ...spellings, ...accepted];
  return {
    casework: {
      corrections: decisions(corrections),
      explanations: decisions(explanations),
      exemptions: decisions(exemptions),
      spellings: decisions(spellings),
      ...(accepted.length > 0 && { accepted: decisions(accepted) }),
    },
    findings: all.flatMap(({ findings }) => findings),
  };
}

interface ReadDecision<T> {
  /** Absent for a row nobody has begun to fill in. */
  readonly decision?: T;
  readonly findings: readonly Finding[];
}

const decisions = <T>(rows: readonly ReadDecision<T>[]): readonly T[] =>
  rows.flatMap(({ decision }) => (decision === undefined ? [] : [decision]));

type RowOf<Table> = Table extends CaseworkTable<infer Key> ? TypedRow<Key> : never;

function readCorrection(row: RowOf<typeof correctionTable>, subjects: CaseworkSubjects): ReadDecision<Correction> {
  const [now, reason, by] = [row.text("now"), row.text("reason"), row.text("by")];
  if (now === "" && reason === "" && by === "") return { findings: row.unreadable };
  const school = schoolOf(row, subjects);
  return {
    decision: {
      school: school.code,
      form: row.text("form"),
      element: row.text("element"),
      key: listOf(row.text("key")),
      was: row.text("was"),
      now,
      reason,
      ...optional("evidence", row.text("evidence")),
      ...optional("by", by),
      ...optional("at", row.text("at")),
    },
    findings: [
      ...row.unreadable,
      ...school.findings,
      ...unknownForm(row, subjects, "needed"),
      ...unknownElement(row, subjects),
    ],
  };
}

function readExplanation(row: RowOf<typeof explanationTable>, subjects: CaseworkSubjects): ReadDecision<Explanation> {
  const [reason, by] = [row.text("reason"), row.text("by")];
  if (reason === "" && by === "") return { findings: row.unreadable };
  const school = schoolOf(row, subjects);
  const rule = row.text("rule");
  const explanation = {
    school: school.code,
    rule,
    ...optional("element", row.text("element")),
    reason,
    by,
    ...optional("at", row.text("at")),
  };
  // Findings that are not of a rule go by their code.
  const isKnown = /^[a-z-]+$/u.test(rule) || subjects.definition.rules.some((known) => known.rule.id === rule);
  return {
    decision: explanation,
    findings: [
      ...row.unreadable,
      ...school.findings,
      ...(isKnown ? [] : [row.fault("rule", `方案里没有规则“${rule}”。`, "照抄校验结果里的规则号。")]),
      ...(isAnsweredFor(explanation) ? [] : [row.pending(reasonOrBy(reason, by), lacking(reason, by))]),
    ],
  };
}

function readExemption(row: RowOf<typeof exemptionTable>, subjects: CaseworkSubjects): ReadDecision<Exemption> {
  const [reason, by] = [row.text("reason"), row.text("by")];
  const school = schoolOf(row, subjects);
  const exemption = { school: school.code, ...optional("form", row.text("form")), reason, by };
  return {
    decision: exemption,
    findings: [
      ...row.unreadable,
      ...school.findings,
      ...unknownForm(row, subjects, "optional"),
      ...(isGranted(exemption)
        ? []
        : [row.pending(reason === "" ? "reason" : "by", `免报没有写${reason === "" ? "原因" : "确认人"}`)]),
    ],
  };
}

function readSpelling(row: RowOf<typeof spellingTable>, subjects: CaseworkSubjects): ReadDecision<LearnedSpelling> {
  const heading = row.text("heading");
  return {
    decision: {
      form: row.text("form"),
      element: row.text("element"),
      heading,
      ...optional("by", row.text("by")),
      ...optional("at", row.text("at")),
      active: row.text("active") !== "否",
    },
    findings: [
      ...row.unreadable,
      ...unknownForm(row, subjects, "needed"),
      ...unknownElement(row, subjects),
      ...(heading === "" ? [row.fault("heading", "没有写表头写法。", "照抄学校表上的表头。")] : []),
    ],
  };
}

function readAccepted(row: RowOf<typeof acceptedTable>, subjects: CaseworkSubjects): ReadDecision<AcceptedFile> {
  const school = schoolOf(row, subjects);
  const file = row.text("file");
  return {
    decision: { school: school.code, ...optional("form", row.text("form")), file },
    findings: [
      ...row.unreadable,
      ...school.findings,
      ...unknownForm(row, subjects, "optional"),
      ...(file === "" ? [row.fault("file", "没有写采用哪个文件。", "照抄收表台账里的文件名。")] : []),
    ],
  };
}

/** By code; where the code is blank or lost its leading zeros, by a name only one school has. */
function schoolOf(
  row: Pick<TypedRow<"school" | "name">, "text" | "fault">,
  { schools }: CaseworkSubjects,
): { readonly code: string; readonly findings: readonly Finding[] } {
  const [code, name] = [row.text("school"), row.text("name")];
  const named = schools.filter((school) => school.name === name);
  const found = schools.find((school) => school.code === code) ?? (named.length === 1 ? named[0] : undefined);
  if (found) return { code: found.code, findings: [] };
  return {
    code,
    findings: [row.fault("school", `名录里没有学校“${code === "" ? name : code}”，这一行没有作数。`, "核对学校代码。")],
  };
}

function unknownForm(
  row: Pick<TypedRow<"form">, "text" | "fault">,
  { definition }: CaseworkSubjects,
  need: "needed" | "optional",
): readonly Finding[] {
  const form = row.text("form");
  if (definition.forms.has(form) || (form === "" && need === "optional")) return [];
  const known = [...definition.forms.keys()].join("、");
  return [row.fault("form", `方案里没有表“${form}”，这一行没有作数。`, `可用的表：${known}。`)];
}

function unknownElement(
  row: Pick<TypedRow<"form" | "element">, "text" | "fault">,
  { definition }: CaseworkSubjects,
): readonly Finding[] {
  const [form, element] = [definition.forms.get(row.text("form")), row.text("element")];
  if (!form || form.elements.some(({ name }) => name === element)) return [];
  return [
    row.fault(
      "element",
      `表“${form.form.name}”里没有学校填的“${element}”，这一行没有作数。`,
      "照抄方案·字段里的名称。",
    ),
  ];
}

const reasonOrBy = (reason: string, by: string): "reason" | "by" =>
  isAnsweredFor({ reason, by: "有" }) ? (by === "" ? "by" : "reason") : "reason";
const lacking = (reason: string, by: string): string =>
  reasonOrBy(reason, by) === "by" ? "没有写确认人" : "原因至少写6个字";

const listOf = (text: string): readonly string[] =>
  text.split(/[;；]/u).map((part) => part.trim()).filter((part) => part !== ""); // prettier-ignore

const optional = <Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } =>
  (text === "" ? {} : { [key]: text }) as { readonly [K in Key]?: string };
