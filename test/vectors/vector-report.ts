import { buildReport, draftReport, type DistrictReport, type ReportDraft } from "../../src/core/build-report";
import { exactText } from "../../src/domain/exact";
import { figureKey } from "../../src/domain/figure";
import { canonicalForms } from "../../src/definitions/indicator-library/canonical-forms";
import { prepareReport, type PreparedReport } from "../../src/usecases/prepare-report";
import { fileOf, sheetOf } from "../support/workbook-text";

/** A district as a vector gives it: its definition, its roster, and what each school files, sheet by sheet. */
export interface VectorDistrict {
  readonly definition: object;
  readonly roster: string;
  /** By school, the sheets of its workbook: name and text. */
  readonly filed: Readonly<Record<string, readonly (readonly [sheet: string, text: string])[]>>;
}

/** The library's own forms of these names, with their fields, code lists and thresholds, as parts of a definition. */
export const libraryForms = (...names: readonly string[]) => ({
  ...canonicalForms,
  forms: canonicalForms.forms.filter(({ name }) => names.includes(name)),
  elements: canonicalForms.elements.filter(({ form }) => names.includes(form)),
});

/** A definition with sentences to print, each an own paragraph. */
export const definitionOf = (parts: object, ...sentences: readonly string[]): object => ({
  format: "report-definition/1",
  id: "vector",
  title: "测试向量",
  period: "2022年",
  profile: { punctuation: "半角" },
  ...parts,
  narrative: sentences.flatMap((text, index) => [
    { id: `P${String(index)}`, level: "段" },
    { id: `N${String(index)}`, level: "分句", text, status: "定稿" },
  ]),
});

export const draftOf = (district: VectorDistrict): ReportDraft => draftReport(inputOf(district));

export const reportOf = (district: VectorDistrict): DistrictReport =>
  buildReport({ ...inputOf(district), run: 1, at: "2023-01-05T09:00:00" });

function inputOf({ definition, roster, filed }: VectorDistrict) {
  const prepared = preparedOf(definition, roster);
  const readings = Object.entries(filed).map(([school, sheets]) =>
    fileOf(`${school}.xlsx`, ...sheets.map(([name, text]) => sheetOf(name, text))),
  );
  return { ...prepared, readings };
}

function preparedOf(definition: object, roster: string): PreparedReport {
  const result = prepareReport({ json: definition }, fileOf("名录.xlsx", sheetOf("名录", roster)));
  if (!result.ok) throw new Error(result.problem.lines.join("\n"));
  return result.value;
}

/** What a figure came to: its exact number, the names of a list, or why it is withheld. */
export function figureText({ figures }: ReportDraft, indicator: string, ...members: readonly string[]): string {
  const value = figures.get(figureKey(indicator, members))?.value;
  if (value?.state === "number") return exactText(value.value);
  return value?.state === "list" ? value.items.join("、") : JSON.stringify(value ?? "no figure");
}

/** Each sentence as it is printed. */
export const sentencesOf = ({ narrative }: ReportDraft): readonly string[] =>
  narrative.blocks.flatMap((block) =>
    block.type === "paragraph" ? block.clauses.map(({ spans }) => spans.map(({ text }) => text).join("")) : [],
  );

interface Row {
  readonly name: string;
  readonly [column: string]: unknown;
}

export const numbers = (form: string, unit: string | undefined, ...names: readonly string[]): readonly Row[] =>
  names.map((name) => ({ form, name, type: "小数", ...(unit !== undefined && { unit }), required: true }));
export const picked = (library: string, name: string, parts: object = {}): object => ({
  id: library,
  name,
  library,
  ...parts,
});

/** A roster line for each, with what is common to all. */
export const rosterOf = (columns: string, ...lines: readonly string[]): string =>
  [`学校代码|学校名称|${columns}`, ...lines.map((line, index) => `'${String(index + 1)}|${line}`)].join("\n");

/** One list for all schools. */
export const listed = (sheet: string, header: string, ...lines: readonly string[]): VectorDistrict["filed"] => ({
  [sheet]: [[sheet, [`学校名称|${header}`, ...lines].join("\n")]],
});

/** The library's form with only these of its fields. */
export function partOf(form: string, ...fields: readonly string[]) {
  const whole = libraryForms(form);
  return { ...whole, elements: whole.elements.filter(({ name }) => fields.includes(name)) };
}

export const findingsOf = ({ collection, confrontation }: ReportDraft): readonly string[] =>
  [...collection.findings, ...confrontation.findings].map(({ message }) => message);
