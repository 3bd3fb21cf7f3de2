import { isAnsweredFor, isGranted, type Correction, type Explanation } from "../../domain/casework";
import { a1, type CellAddress } from "../../domain/cell";
import type { CellInput, DataValidation, SheetEdit } from "../../domain/edit";
import { isCasework, type Finding } from "../../domain/finding";
import { schoolOfFinding } from "../../domain/ledger";
import {
  acceptedTable,
  correctionTable,
  exemptionTable,
  explanationTable,
  spellingTable,
  type CaseworkTable,
} from "../../definitions/casework-tables";
import {
  firstDataRow,
  framedSheet,
  number,
  optionalText,
  styled,
  tabColors,
  text,
  type FramedCell,
} from "./sheet-frame";
import { allFindings, schoolNames, stampText, type WriteInput } from "./write-input";

/** Rows below the last one that already have drop-downs. */
const rowsToType = 200;

/**
 * 更正记录, 情况说明, 免报, 表头写法 and 采用 with what was read in, for typing. 情况说明 also lists the warnings nobody has
 * answered for: they wait for a reason and a person. The next run reads all of it back.
 */
export const caseworkSheets = (input: WriteInput): readonly SheetEdit[] => [
  correctionSheet(input),
  explanationSheet(input),
  exemptionSheet(input),
  spellingSheet(input),
  acceptedSheet(input),
];

type Cells<Key extends string> = Readonly<Partial<Record<Key, FramedCell>>>;

function typedSheet<Key extends string>(
  input: WriteInput,
  table: CaseworkTable<Key>,
  note: string,
  rows: readonly Cells<Key>[],
  lists: Readonly<Partial<Record<Key, readonly string[]>>>,
): SheetEdit {
  const bottom = firstDataRow + rows.length + rowsToType - 1;
  return framedSheet({
    role: table.role,
    name: table.sheet,
    tabColor: tabColors.input,
    title: table.sheet,
    stamp: stampText(input),
    note,
    columns: table.columns.map(({ header, width, typed }) => ({ header, width, style: typed ? "input" : "wrap" })),
    rows: rows.map((cells) => table.columns.map(({ key }) => cells[key] ?? null)),
    frozenColumns: table.columns.findIndex(({ typed, key }) => typed && key !== "school" && key !== "name"),
    table: `t_${table.role}`,
    validations: table.columns.flatMap(({ key }, column): DataValidation[] => {
      const items = lists[key];
      const range = { top: firstDataRow, left: column, bottom, right: column };
      return items ? [{ range, rule: { type: "list", items } }] : [];
    }),
  });
}

const formNames = ({ definition }: WriteInput): readonly string[] => [...definition.forms.keys()];

const states = {
  counts: styled(text("已采用"), "ready"),
  answered: styled(text("已说明"), "ready"),
  exempt: styled(text("免报"), "ready"),
  pending: styled(text("待确认"), "waiting"),
  open: styled(text("要说明"), "waiting"),
  unused: styled(text("没有采用"), "warning"),
} as const;

function correctionSheet(input: WriteInput): SheetEdit {
  const names = schoolNames(input);
  const counting = new Map(
    [...(input.collection.corrected?.values() ?? [])].map(({ correction, received }) => [correction, received.at]),
  );
  return typedSheet(
    input,
    correctionTable,
    "学校原表不改，更正记在这里：写明原值、现值、原因（至少6个字）和确认人才采用；学校重报后原值变了就不再采用。数按“单位”填，删去一行就恢复原值。",
    input.casework.corrections.map((correction, index) => ({
      number: number(index + 1),
      school: text(correction.school),
      name: optionalText(names.get(correction.school)),
      form: text(correction.form),
      key: optionalText(correction.key.join(";")),
      element: text(correction.element),
      cell: optionalText(cellText(counting.get(correction))),
      was: optionalText(correction.was),
      now: optionalText(correction.now),
      unit: optionalText(unitOf(input, correction)),
      difference: differenceFormula(firstDataRow + index),
      reason: optionalText(correction.reason),
      evidence: optionalText(correction.evidence),
      by: optionalText(correction.by),
      at: optionalText(correction.at),
      state: counting.has(correction)
        ? states.counts
        : correction.now === "" || !isAnsweredFor(correction)
          ? states.pending
          : states.unused,
    })),
    { form: formNames(input) },
  );
}

const cellText = (at: CellAddress | undefined): string | undefined =>
  at === undefined ? undefined : `${at.sheet}!${a1(at.row, at.column)}`;

const unitOf = ({ definition }: WriteInput, { form, element }: Correction): string | undefined =>
  definition.forms.get(form)?.elements.find(({ name }) => name === element)?.unit;

/** Texts and numbers alike; blank where there is nothing to subtract. */
function differenceFormula(row: number): CellInput {
  const cell = (key: (typeof correctionTable)["columns"][number]["key"]): string =>
    a1(
      row,
      correctionTable.columns.findIndex((column) => column.key === key),
    );
  return { formula: `=IFERROR(VALUE(${cell("now")})-VALUE(${cell("was")}),"")`, format: "General" };
}

interface ExplanationRow {
  readonly explanation: Pick<Explanation, "school" | "rule"> & Partial<Explanation>;
  readonly says?: string;
  readonly state: FramedCell;
}

function explanationSheet(input: WriteInput): SheetEdit {
  const names = schoolNames(input);
  const rows = [...input.casework.explanations.map((one) => givenExplanation(input, one)), ...openWarnings(input)];
  return typedSheet(
    input,
    explanationTable,
    "警告要有人说明：写明原因（至少6个字）和确认人，下一轮起作数。错误不能用说明放行，请退回学校或登记更正。",
    rows.map(({ explanation, says, state }, index) => ({
      number: number(index + 1),
      school: text(explanation.school),
      name: optionalText(names.get(explanation.school)),
      rule: text(explanation.rule),
      element: optionalText(explanation.element),
      says: optionalText(says),
      reason: optionalText(explanation.reason),
      by: optionalText(explanation.by),
      at: optionalText(explanation.at),
      state,
    })),
    {},
  );
}

function givenExplanation(input: WriteInput, explanation: Explanation): ExplanationRow {
  const about = allFindings(input).find(({ explained }) => explained === explanation);
  if (about) return { explanation, says: about.message, state: states.answered };
  return { explanation, state: isAnsweredFor(explanation) ? states.unused : states.pending };
}

/** Warnings of schools without an explanation, each subject once; those somebody has begun to explain stand above already. */
function openWarnings(input: WriteInput): readonly ExplanationRow[] {
  const begun = new Set(input.casework.explanations.map(subjectKey));
  const open = new Map<string, ExplanationRow>();
  const schoolOf = schoolOfFinding(input.collection.ledger);
  for (const finding of allFindings(input)) {
    const subject =
      finding.severity === "warning" && !finding.explained ? subjectOf(finding, schoolOf(finding)) : undefined;
    if (!subject || isCasework(finding)) continue;
    const key = subjectKey(subject);
    const isBegun = begun.has(key) || begun.has(subjectKey({ school: subject.school, rule: subject.rule }));
    if (!isBegun && !open.has(key)) open.set(key, { explanation: subject, says: finding.message, state: states.open });
  }
  return [...open.values()];
}

const subjectOf = (
  { rule, code, element }: Finding,
  school: string | undefined,
): ExplanationRow["explanation"] | undefined =>
  school === undefined ? undefined : { school, rule: rule ?? code, ...(element !== undefined && { element }) };

const subjectKey = ({ school, rule, element }: ExplanationRow["explanation"]): string =>
  JSON.stringify([school, rule, element ?? ""]);

function exemptionSheet(input: WriteInput): SheetEdit {
  const names = schoolNames(input);
  return typedSheet(
    input,
    exemptionTable,
    "停办、撤并、不适用的学校记在这里，写明原因和确认人；“表”空着就是全部表都免报。",
    input.casework.exemptions.map((exemption) => ({
      school: text(exemption.school),
      name: optionalText(names.get(exemption.school)),
      form: optionalText(exemption.form),
      reason: optionalText(exemption.reason),
      by: optionalText(exemption.by),
      state: isGranted(exemption) ? states.exempt : states.pending,
    })),
    { form: formNames(input) },
  );
}

const spellingSheet = (input: WriteInput): SheetEdit =>
  typedSheet(
    input,
    spellingTable,
    "学校表头的写法和方案里的字段对不上时记在这里，以后按它认；“启用”写“否”就收回。",
    input.casework.spellings.map(({ form, element, heading, by, at, active }) => ({
      form: text(form),
      element: text(element),
      heading: text(heading),
      by: optionalText(by),
      at: optionalText(at),
      active: text(active ? "是" : "否"),
    })),
    { form: formNames(input), active: ["是", "否"] },
  );

function acceptedSheet(input: WriteInput): SheetEdit {
  const names = schoolNames(input);
  return typedSheet(
    input,
    acceptedTable,
    "一所学校报了几份不同的文件时，在这里写明采用哪一份；“表”空着就是这所学校的全部表。",
    (input.casework.accepted ?? []).map(({ school, form, file }) => ({
      school: text(school),
      name: optionalText(names.get(school)),
      form: optionalText(form),
      file: text(file),
    })),
    { form: formNames(input) },
  );
}
