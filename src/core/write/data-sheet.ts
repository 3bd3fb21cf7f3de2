import { cellKey, type CellAddress, type Reading, type Scalar } from "../../domain/cell";
import type { FormRow, FormTable } from "../../domain/collected";
import { toNumber } from "../../domain/exact";
import type { CellInput, CellStyle, SheetEdit } from "../../domain/edit";
import type { Severity } from "../../domain/finding";
import type { CompiledForm } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { leadingColumns, type DataSheet } from "./data-sheet-places";
import { rowMark } from "./helper-columns";
import {
  firstDataRow,
  framedSheet,
  optionalText,
  styled,
  tabColors,
  text,
  type FramedCell,
  type FramedColumn,
} from "./sheet-frame";
import { allFindings, stampText, type WriteInput } from "./write-input";

const leadingWidths: Readonly<Record<(typeof leadingColumns)[number], number>> = {
  学校代码: 14,
  学校名称: 24,
  源文件: 26,
  源表: 14,
  源行: 8,
};
const mark = { notApplicable: "—" } as const;

/** A grey column of live formulas, one per row of the form. */
export interface FormulaColumn {
  readonly header: string;
  /** Where it has `rowMark`, the number of the row goes; absent when Excel has no such formula. */
  readonly formula?: string;
}

/** 数据_〈表〉: the values as received, each row with the file, sheet and row it came from. */
export function dataSheetEdit(
  input: WriteInput,
  form: CompiledForm,
  sheet: DataSheet,
  table: FormTable,
  helpers: readonly FormulaColumn[],
): SheetEdit {
  const marks = severityByCell(input);
  const styleOf = (at: CellAddress): CellStyle | undefined =>
    markStyle(marks.get(cellKey(at))) ??
    (input.collection.corrected?.has(cellKey(at)) === true ? "corrected" : undefined);
  const rosterColumns = sheet.rosterColumns.map((header): FramedColumn => ({ header, width: 10 }));
  const elements = form.elements.map(
    (element): FramedColumn => ({ header: element.name, width: columnWidth(element) }),
  );
  return framedSheet({
    role: sheet.role,
    name: sheet.name,
    tabColor: tabColors.ground,
    title: form.form.title ?? form.form.name,
    stamp: stampText(input),
    note: "各校报来的原值：空白是缺报，—是不适用。红色有错误，黄色有警告，蓝字是更正过的；灰色列是核算用的公式。改数请改学校的表，再重新运行。",
    columns: [
      ...leadingColumns.map((header): FramedColumn => ({ header, width: leadingWidths[header] })),
      ...rosterColumns,
      ...elements,
      ...helpers.map(({ header }): FramedColumn => ({ header, width: 12, style: "grey" })),
    ],
    rows: table.rows.map((row, index) => [
      ...leadingCells(row),
      ...sheet.rosterColumns.map((column) => optionalText(row.school.attributes[column])),
      ...form.elements.map((element) => readingCell(table.columns.get(element.name)?.[index], element, styleOf)),
      ...helpers.map(({ formula }) => formulaCell(formula, firstDataRow + index)),
    ]),
    frozenColumns: 2,
    table: tableName(form.form.name),
  });
}

const formulaCell = (formula: string | undefined, row: number): FramedCell =>
  formula === undefined ? null : { formula: formula.replaceAll(rowMark, String(row + 1)) };

/** The form's own name, unless Excel reads it as a reference to a row or a column. */
const tableName = (form: string): string => (/^(?:r\d*)?(?:c\d*)?$/iu.test(form) ? `表_${form}` : form);

const columnWidth = ({ type }: DataElement): number => (type === "文本" || type === "日期" ? 14 : 11);

/** The row of a school that has not filed is grey and blank. */
function leadingCells({ school, filed, file, sheet, row }: FormRow): readonly FramedCell[] {
  const shown = (input: CellInput): FramedCell => (filed ? input : styled(input, "grey"));
  return [
    shown(text(school.code)),
    shown(text(school.name)),
    optionalText(file),
    optionalText(sheet),
    row === undefined ? null : { number: row + 1 },
  ];
}

function readingCell(
  reading: Reading | undefined,
  element: DataElement,
  styleOf: (at: CellAddress) => CellStyle | undefined,
): FramedCell {
  const input = reading === undefined ? null : readingInput(reading, element);
  const style = reading?.at && styleOf(reading.at);
  return style === undefined ? input : styled(input, style);
}

function readingInput(reading: Reading, element: DataElement): CellInput {
  switch (reading.state) {
    case "reported":
      return scalarInput(reading.value, element);
    case "missing":
      return null;
    case "not-applicable":
      return text(mark.notApplicable);
    case "unreadable":
      return text(reading.raw);
  }
}

function scalarInput(scalar: Scalar, element: DataElement): CellInput {
  switch (scalar.type) {
    case "number":
      return { number: toNumber(scalar.value), format: element.type === "整数" ? "0" : "General" };
    case "text":
      return text(scalar.value);
    case "date":
      return { number: scalar.value, format: "yyyy-mm-dd" };
    case "boolean":
      return text(scalar.value ? "是" : "否");
  }
}

const markStyle = (severity: Severity | undefined): CellStyle | undefined =>
  severity === undefined || severity === "notice" ? undefined : severity;

/** The gravest finding that rests on each cell. */
function severityByCell(input: WriteInput): ReadonlyMap<string, Severity> {
  const marks = new Map<string, Severity>();
  for (const { severity, at, alsoAt } of allFindings(input))
    for (const cell of [...(at ? [at] : []), ...(alsoAt ?? [])]) {
      const key = cellKey(cell);
      if (marks.get(key) !== "error") marks.set(key, severity);
    }
  return marks;
}
