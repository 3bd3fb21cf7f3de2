import type { CellInput, DataValidation, SheetEdit } from "../../domain/edit";
import type { CellRange } from "../../domain/snapshot";
import { cellBlocks, numberFormats } from "./cell-blocks";
import { conditionalFills, looks, ordinaryFont, styledAreas, type CellLook } from "./cell-looks";
import { roleKey, type KnownSheet } from "./known-sheets";
import { callBytes, utf8Bytes, type Step } from "./payload";
import { rectanglesOf } from "./rectangles";

/** A sheet of ours under the name it will have. */
export interface PlacedSheet {
  readonly edit: SheetEdit;
  readonly name: string;
  /** What stands there from an earlier run. */
  readonly before: KnownSheet | undefined;
}

const headerHeight = 30;

/** Excel takes one value for all cells of a range, though the type knows blocks only. */
const everywhere = (format: string): string[][] => format as unknown as string[][];

/** Empties our sheet, or makes it. */
export function clearingStep({ worksheets }: Excel.Workbook, { edit, name, before }: PlacedSheet): Step {
  const clear = () => {
    const sheet = worksheets.getItem(name);
    for (const table of before?.tables ?? []) sheet.tables.getItem(table).convertToRange();
    const all = sheet.getRange();
    all.unmerge();
    all.clear();
    all.dataValidation.clear();
    all.conditionalFormats.clearAll();
    sheet.freezePanes.unfreeze();
  };
  const make = () => {
    worksheets.add(name).customProperties.add(roleKey, edit.role);
  };
  return { bytes: 8 * callBytes, act: before ? clear : make };
}

/** Looks, values, table and rules; everything but formulas. */
export function contentSteps({ worksheets }: Excel.Workbook, { edit, name }: PlacedSheet): readonly Step[] {
  const width = sheetWidth(edit);
  const sheet = once(() => worksheets.getItem(name));
  const area = (range: CellRange) => rangeOf(sheet(), range);
  const values = cellBlocks(edit.rows, width).map(({ top, values: block, bytes }) => ({
    bytes: bytes + 2 * callBytes,
    act: () => {
      const target = area({ top, left: 0, bottom: top + block.length - 1, right: width - 1 });
      target.values = block.map((row) => [...row]);
    },
  }));
  // Widths and formats come first: an empty sheet has no rows to measure again, and text is text before it arrives.
  return [
    ...lookSteps(edit, width, area),
    ...values,
    ...ruleSteps(edit, area),
    step(10, () => {
      finish(sheet(), edit);
    }),
  ];
}

const step = (calls: number, act: () => void): Step => ({ bytes: calls * callBytes, act });
const sheetWidth = ({ columns, rows }: SheetEdit): number =>
  Math.max(columns.length, ...rows.map(({ length }) => length));

function lookSteps(edit: SheetEdit, width: number, area: (range: CellRange) => Excel.Range): readonly Step[] {
  const whole = { top: 0, left: 0, bottom: Math.max(0, edit.rows.length - 1), right: Math.max(0, width - 1) };
  const headers = edit.rowStyles.filter(({ style }) => style === "header").map(({ row }) => row);
  return [
    ...rectanglesOf(1, edit.columns.length, (_, column) => edit.columns[column]?.width).map(({ key, range }) =>
      step(3, () => {
        area(range).getEntireColumn().format.columnWidth = points(key);
      }),
    ),
    ...headers.map((row) =>
      step(3, () => {
        area({ top: row, left: 0, bottom: row, right: 0 }).getEntireRow().format.rowHeight = headerHeight;
      }),
    ),
    step(5, () => {
      const { font } = area(whole).format;
      font.name = ordinaryFont.name;
      font.size = ordinaryFont.size;
      area(whole).format.verticalAlignment = "Top";
    }),
    ...styledAreas(edit, width).map(({ key, range }) =>
      step(4, () => {
        dress(area(range), looks[key]);
      }),
    ),
    ...numberFormats(edit.rows, width).map(({ key, range }) =>
      step(2, () => {
        area(range).numberFormat = everywhere(key);
      }),
    ),
  ];
}

function ruleSteps(edit: SheetEdit, area: (range: CellRange) => Excel.Range): readonly Step[] {
  return [
    ...edit.merges.map((range) =>
      step(2, () => {
        area(range).merge(false);
      }),
    ),
    ...edit.validations.filter(fitsInExcel).map((validation) =>
      step(4, () => {
        restrict(area(validation.range), validation);
      }),
    ),
    ...edit.conditionalFormats.map(({ range, formula, style }) =>
      step(5, () => {
        const { custom } = area(range).conditionalFormats.add(Excel.ConditionalFormatType.custom);
        custom.rule.formula = formula;
        custom.format.fill.color = conditionalFills[style];
      }),
    ),
  ];
}

/** Live formulas, put in when every sheet and table they name stands. */
export function formulaSteps(
  { worksheets }: Excel.Workbook,
  { edit, name }: PlacedSheet,
  follow: (formula: string) => string,
): readonly Step[] {
  const width = sheetWidth(edit);
  const sheet = once(() => worksheets.getItem(name));
  const formulaAt = (row: number, column: number) => formulaOf(edit.rows[row]?.[column] ?? null);
  return rectanglesOf(edit.rows.length, width, (row, column) =>
    formulaAt(row, column) === undefined ? undefined : true,
  ).flatMap(({ range }) =>
    rowsOf(range).map((rows) => {
      const formulas = rows.map((row) => columnsOf(range).map((column) => follow(formulaAt(row, column) ?? "")));
      const [top, bottom] = [rows[0] ?? range.top, rows.at(-1) ?? range.top];
      return {
        bytes: utf8Bytes(JSON.stringify(formulas)) + 2 * callBytes,
        act: () => {
          rangeOf(sheet(), { ...range, top, bottom }).formulas = formulas;
        },
      };
    }),
  );
}

/** Looked up when first needed: every look-up is an action of the request. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const formulaOf = (input: CellInput): string | undefined => {
  if (input === null || !("formula" in input)) return undefined;
  return input.formula.startsWith("=") ? input.formula : `=${input.formula}`;
};

const formulaRowsAtOnce = 500;

/** The rows of a range in groups that stay well below a request. */
function rowsOf({ top, bottom }: CellRange): readonly (readonly number[])[] {
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return Array.from({ length: Math.ceil(rows.length / formulaRowsAtOnce) }, (_, group) =>
    rows.slice(group * formulaRowsAtOnce, (group + 1) * formulaRowsAtOnce),
  );
}

const columnsOf = ({ left, right }: CellRange): readonly number[] =>
  Array.from({ length: right - left + 1 }, (_, index) => left + index);

const rangeOf = (sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range =>
  sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);

function dress({ format }: Excel.Range, look: CellLook): void {
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
}

/** Seven pixels a character and five around it, at four pixels to three points. */
const points = (characters: number): number => (characters * 7 + 5) * 0.75;

const longestList = 255;
const longestMessage = 255;

/** Excel refuses longer lists; what was typed is checked again at the next run in any case. */
const fitsInExcel = ({ rule }: DataValidation): boolean =>
  rule.type !== "list" || rule.items.join(",").length <= longestList;

function restrict({ dataValidation }: Excel.Range, { rule, prompt, error }: DataValidation): void {
  dataValidation.rule = validationRule(rule);
  if (prompt !== undefined)
    dataValidation.prompt = { showPrompt: true, title: "", message: prompt.slice(0, longestMessage) };
  if (error !== undefined)
    dataValidation.errorAlert = {
      showAlert: true,
      style: Excel.DataValidationAlertStyle.stop,
      title: "",
      message: error.slice(0, longestMessage),
    };
}

function validationRule(rule: DataValidation["rule"]): Excel.DataValidationRule {
  if (rule.type === "list") return { list: { inCellDropDown: true, source: rule.items.join(",") } };
  if (rule.type === "date")
    return { date: { operator: "Between", formula1: serialText(rule.min), formula2: serialText(rule.max) } };
  const { min, max } = rule;
  const bounds: Excel.BasicDataValidation =
    max === undefined
      ? { operator: "GreaterThanOrEqualTo", formula1: min ?? -1e15 }
      : min === undefined
        ? { operator: "LessThanOrEqualTo", formula1: max }
        : { operator: "Between", formula1: min, formula2: max };
  return rule.type === "whole" ? { wholeNumber: bounds } : { decimal: bounds };
}

/** Excel takes a serial day as a formula; a text that looks like a date would depend on the computer's settings. */
const serialText = (day: number): string => `=${String(day)}`;

function finish(sheet: Excel.Worksheet, { table, frozenRows, frozenColumns, tabColor, visibility }: SheetEdit): void {
  if (table) {
    const added = sheet.tables.add(rangeOf(sheet, table.range), true);
    added.name = table.name;
    added.style = "TableStyleLight1";
    added.showBandedRows = false;
  }
  if (frozenRows > 0 && frozenColumns > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, frozenRows, frozenColumns));
  else if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
  else if (frozenColumns > 0) sheet.freezePanes.freezeColumns(frozenColumns);
  if (tabColor !== "") sheet.tabColor = tabColor;
  sheet.visibility = visibility === "visible" ? Excel.SheetVisibility.visible : Excel.SheetVisibility.veryHidden;
}
