import type { Collection } from "../../domain/collected";
import type { CellInput, SheetEdit } from "../../domain/edit";
import type { Parameter } from "../../domain/parameter";
import type { School } from "../../domain/school";
import { templateSheets } from "../../domain/template-stamp";
import type { CompiledDefinition, CompiledForm } from "../../definitions/compiled";
import { templateDigest } from "../../definitions/template-digest";
import { cardSheet } from "./card-sheet";
import { checkFormats } from "./check-formats";
import { entryValidation } from "./entry-validation";
import { frame, frameStyles, type FormSheet, type PlacedInput, type UnitWords } from "./form-sheet";
import { instructionSheet } from "./instruction-sheet";
import { lastYearCells } from "./last-year-cells";
import { rosterSheet } from "./roster-sheet";
import { selfCheckSheet, verdictFormats } from "./self-check-sheet";
import { stampSheet } from "./stamp-sheet";
import { tableSheet } from "./table-sheet";
import { templatePlace } from "./template-spelling";
import { counts, workingPlan, type WorkingBlock } from "./working-plan";
import { noteFormulas, workings, type Workings } from "./workings-sheet";

/** What all templates of a collection have in common. */
export interface TemplateSet {
  readonly definition: CompiledDefinition;
  readonly parameters: readonly Parameter[];
  readonly words: UnitWords;
  /** Last year's collection, whose values are shown beside the entries. */
  readonly previous?: Collection | undefined;
}

const longestSheetName = 31;

/**
 * Makes the sheets of a school's fill-in workbook: its forms, 自查, 填表说明, and hidden sheets: what the roster says, the
 * workings of the checks, and the stamp by which the returned file is known. Schools that are asked for the same share
 * the workings, which do not depend on the school.
 */
export function templateMaker(
  set: TemplateSet,
): (school: School, forms: readonly CompiledForm[]) => readonly SheetEdit[] {
  const { definition, words, parameters } = set;
  const digest = templateDigest(definition.source);
  const known = new Map<string, Workings>();
  return (school, forms) => {
    const sheets = formSheets(set, school, forms);
    const rosterColumns = [
      "学校代码",
      "学校名称",
      ...Object.keys(school.attributes).filter((column) => column !== "学校代码" && column !== "学校名称"),
    ];
    const plan = workingPlan(definition, sheets, rosterColumns);
    const key = JSON.stringify([rosterColumns, sheets.map(({ name, lastYear }) => [name, [...lastYear.keys()]])]);
    const made = known.get(key) ?? workings(templatePlace(definition, plan, rosterColumns, words, parameters));
    known.set(key, made);
    return [
      ...[...plan.values()].map((block) => sheetEdit(set, school, block, made.live)),
      selfCheckSheet(definition, school, plan, made.live),
      instructionSheet(definition, school, sheets),
      rosterSheet(school, rosterColumns),
      made.sheet,
      stampSheet(definition, digest, school, forms),
    ];
  };
}

function formSheets(
  { words, previous }: TemplateSet,
  school: School,
  forms: readonly CompiledForm[],
): readonly FormSheet[] {
  const taken = new Set<string>([...Object.values(templateSheets), "填表说明"]);
  return forms.map((form) => {
    const name = sheetName(form, taken);
    const lastYear = lastYearCells(form, school, previous, words);
    return form.form.layout === "卡片"
      ? cardSheet(form, name, words, lastYear)
      : tableSheet(form, school, name, words, lastYear);
  });
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
  { definition, words }: TemplateSet,
  school: School,
  block: WorkingBlock,
  live: ReadonlySet<string>,
): SheetEdit {
  const { sheet } = block;
  const form = sheet.form.form.name;
  const width = sheet.columnWidths.length;
  return {
    edit: "put-sheet",
    role: `template:${form}`,
    name: sheet.name,
    tabColor: "#0F6CBD",
    columns: sheet.columnWidths.map((columnWidth) => ({ width: columnWidth })),
    rows: withCells(
      [...frame(sheet.form, school, definition.source.period, { formula: `=${counts.verdict}` }), ...sheet.body],
      [
        ...sheet.inFrame,
        ...noteFormulas(block).map(({ row, formula }) => ({
          at: { row, column: sheet.checkColumn },
          input: { formula },
        })),
      ],
    ),
    rowStyles: frameStyles,
    cellStyles: [
      ...sheet.headers.map((at) => ({ ...at, style: "header" as const })),
      ...entryCells(sheet),
      ...lastYearStyles(sheet, width),
    ],
    merges: sheet.merges,
    frozenRows: sheet.isTable ? (sheet.entries.values().next().value?.top ?? 0) : 0,
    frozenColumns: sheet.isTable ? 0 : 1,
    validations: sheet.form.elements.flatMap((element) => {
      const range = sheet.entries.get(element.name);
      return (range && entryValidation(definition, element, range, words)) ?? [];
    }),
    conditionalFormats: [
      ...checkFormats(block, live),
      ...verdictFormats({ top: 1, bottom: 1, left: 0, right: Math.min(width, 6) - 1 }),
    ],
    visibility: "visible",
  };
}

function withCells(
  rows: readonly (readonly CellInput[])[],
  cells: readonly PlacedInput[],
): readonly (readonly CellInput[])[] {
  const made = rows.map((row) => [...row]);
  for (const { at, input } of cells) {
    const row = made[at.row];
    if (!row) continue;
    while (row.length < at.column) row.push(null);
    row[at.column] = input;
  }
  return made;
}

/** Grey, a whole row of a table or the single cells of a card. */
function lastYearStyles({ lastYear, isTable }: FormSheet, width: number): SheetEdit["cellStyles"] {
  const [first] = lastYear.values();
  if (!first) return [];
  const cells = isTable
    ? Array.from({ length: width }, (_, column) => ({ row: first.row, column }))
    : [...lastYear.values()];
  return cells.map((at) => ({ ...at, style: "reference" as const }));
}

const entryCells = ({ entries }: FormSheet): SheetEdit["cellStyles"] =>
  [...entries.values()].flatMap(({ top, bottom, left }) =>
    Array.from({ length: bottom - top + 1 }, (_, index) => ({
      row: top + index,
      column: left,
      style: "input" as const,
    })),
  );
