import type { SheetEdit } from "../../domain/edit";
import type { Parameter } from "../../domain/parameter";
import type { School } from "../../domain/school";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import { cardSheet } from "./card-sheet";
import { entryValidation } from "./entry-validation";
import { frame, frameStyles, type FormSheet, type HeadingWords } from "./form-sheet";
import { instructionSheet } from "./instruction-sheet";
import { rosterSheet } from "./roster-sheet";
import { ruleFormats } from "./rule-formats";
import { tableSheet } from "./table-sheet";
import { templateSpelling } from "./template-spelling";

/** What one school is asked to fill in. */
export interface TemplateOrder {
  readonly definition: CompiledDefinition;
  readonly school: School;
  readonly forms: readonly CompiledForm[];
  readonly parameters: readonly Parameter[];
  readonly words: HeadingWords;
}

const longestSheetName = 31;

/** The sheets of a school's fill-in workbook: its forms with their checks, 填表说明, and the hidden roster row. */
export function templateWorkbook(order: TemplateOrder): readonly SheetEdit[] {
  const { definition, school, forms, words } = order;
  const taken = new Set<string>();
  const sheets = forms.map((form) => {
    const name = sheetName(form, taken);
    return form.form.layout === "卡片" ? cardSheet(form, name, words) : tableSheet(form, school, name, words);
  });
  const rosterColumns = [
    "学校代码",
    "学校名称",
    ...Object.keys(school.attributes).filter((column) => column !== "学校代码" && column !== "学校名称"),
  ];
  const byForm = new Map(sheets.map((sheet) => [sheet.form.form.name, sheet]));
  return [
    ...sheets.map((sheet) => sheetEdit(order, sheet, byForm, rosterColumns)),
    instructionSheet(definition, school, sheets),
    rosterSheet(school, rosterColumns),
  ];
}

/** A name by which the form is known again: the pattern without its `*`, else the form's own. */
function sheetName({ form }: CompiledForm, taken: Set<string>): string {
  const fixed = (form.sheets ?? form.name).replaceAll("*", "").slice(0, longestSheetName);
  const wanted = fixed === "" || taken.has(fixed.toLowerCase()) ? form.name.slice(0, longestSheetName) : fixed;
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
    const ending = `_${String(count)}`;
    name = wanted.slice(0, longestSheetName - ending.length) + ending;
  }
  taken.add(name.toLowerCase());
  return name;
}

function sheetEdit(
  order: TemplateOrder,
  sheet: FormSheet,
  byForm: ReadonlyMap<string, FormSheet>,
  rosterColumns: readonly string[],
): SheetEdit {
  const { definition, school, parameters } = order;
  const form = sheet.form.form.name;
  const newSpelling = () => templateSpelling(definition, byForm, rosterColumns, parameters, form);
  const rows = [...frame(sheet.form, school, definition.source.period), ...sheet.body];
  return {
    edit: "put-sheet",
    role: `template:${form}`,
    name: sheet.name,
    tabColor: "#0F6CBD",
    columns: sheet.columnWidths.map((width) => ({ width })),
    rows,
    rowStyles: frameStyles,
    cellStyles: [...sheet.headers.map((at) => ({ ...at, style: "header" as const })), ...entryCells(sheet)],
    merges: sheet.merges,
    frozenRows: sheet.isTable ? (sheet.entries.values().next().value?.top ?? 0) : 0,
    frozenColumns: sheet.isTable ? 0 : 1,
    validations: sheet.form.elements.flatMap((element) => {
      const range = sheet.entries.get(element.name);
      return (range && entryValidation(definition, element, range)) ?? [];
    }),
    conditionalFormats: definition.rules
      .filter(({ rule }) => rule.form === form && rule.active)
      .flatMap((rule) => ruleFormats(rule, sheet, newSpelling)),
    visibility: "visible",
  };
}

const entryCells = ({ entries }: FormSheet): SheetEdit["cellStyles"] =>
  [...entries.values()].flatMap(({ top, bottom, left }) =>
    Array.from({ length: bottom - top + 1 }, (_, index) => ({
      row: top + index,
      column: left,
      style: "input" as const,
    })),
  );
