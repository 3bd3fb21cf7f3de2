import type { Cell, CellStyle as Look, WriteSheet } from "hucre/xlsx";
import { a1 } from "../../domain/cell";
import type { CellInput, CellStyle, SheetEdit } from "../../domain/edit";
import type { CellRange } from "../../domain/snapshot";
import { conditionalLooks, looks, ordinaryFont } from "./cell-looks";
import { fileFormula, fileText } from "./file-text";
import type { ListPlaces } from "./list-places";
import { rowHeights } from "./row-heights";

/** Texts that a file would hold as errors unless they are kept as rich text. */
const errorText = /^#[A-Z0-9_/]+[!?]?$/u;

/** A sheet as the library wants it. A cell's look is its own, else its row's, else its column's. */
export function writtenSheet(sheet: SheetEdit, lists: ListPlaces): WriteSheet {
  const rowStyles = new Map(sheet.rowStyles.map(({ row, style }) => [row, style]));
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    cells: cellsOf(sheet, rowStyles),
    rowDefs: new Map([...rowHeights(sheet)].map(([row, height]) => [row, { height }])),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    ...(sheet.frozenRows + sheet.frozenColumns > 0 && {
      freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    }),
    ...(sheet.table && { tables: [tableOf(sheet, sheet.table)] }),
    dataValidations: sheet.validations.map((validation) => validationOf(validation, lists)),
    conditionalRules: sheet.conditionalFormats.map(({ range, formula, style }, index) => ({
      type: "expression",
      priority: index + 1,
      formula: fileFormula(formula),
      style: conditionalLooks[style],
      range: rangeText(range),
    })),
    view: { showGridLines: true, ...(sheet.tabColor !== "" && { tabColor: { rgb: sheet.tabColor.replace("#", "") } }) },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.table && {
        printTitlesRow: `$${String(sheet.table.range.top + 1)}:$${String(sheet.table.range.top + 1)}`,
      }),
    },
    veryHidden: sheet.visibility === "very-hidden",
  };
}

const rangeText = ({ top, left, bottom, right }: CellRange): string => `${a1(top, left)}:${a1(bottom, right)}`;

function cellsOf(sheet: SheetEdit, rowStyles: ReadonlyMap<number, CellStyle>): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const key = (row: number, column: number): string => `${String(row)},${String(column)}`;
  sheet.rows.forEach((row, rowIndex) => {
    row.forEach((input, column) => {
      const look = looks[rowStyles.get(rowIndex) ?? sheet.columns[column]?.style ?? "body"];
      cells.set(key(rowIndex, column), { ...contentOf(input), style: withFormat(look, input) });
    });
  });
  for (const { row, column, style } of sheet.cellStyles)
    cells.set(key(row, column), {
      ...cells.get(key(row, column)),
      style: withFormat(looks[style], sheet.rows[row]?.[column] ?? null),
    });
  return cells;
}

function contentOf(input: CellInput): Partial<Cell> {
  if (input === null) return { value: null };
  if ("text" in input) {
    const text = fileText(input.text);
    return errorText.test(text) ? { richText: [{ text }] } : { value: text };
  }
  if ("number" in input) return { value: input.number };
  if ("boolean" in input) return { value: input.boolean };
  return { formula: fileFormula(input.formula), ...(input.cached !== undefined && { formulaResult: input.cached }) };
}

function withFormat(look: Look, input: CellInput): Look {
  const font = look.font ?? ordinaryFont;
  const format = input !== null && "format" in input ? input.format : undefined;
  return { ...look, font, ...(format !== undefined && { numFmt: format }) };
}

/** A table's columns must be named exactly as its header cells are. */
function tableOf(
  sheet: SheetEdit,
  { name, range }: NonNullable<SheetEdit["table"]>,
): NonNullable<WriteSheet["tables"]>[number] {
  const headers = sheet.rows[range.top]?.slice(range.left, range.right + 1) ?? [];
  const columns = headers.map((header) => ({ name: header !== null && "text" in header ? fileText(header.text) : "" }));
  return {
    name,
    displayName: name,
    range: rangeText(range),
    columns,
    style: "TableStyleLight1",
    showRowStripes: false,
  };
}

function validationOf(
  { range, rule, prompt, error }: SheetEdit["validations"][number],
  lists: ListPlaces,
): NonNullable<WriteSheet["dataValidations"]>[number] {
  return {
    range: rangeText(range),
    allowBlank: true,
    ...(prompt !== undefined && { showInputMessage: true, inputMessage: prompt }),
    showErrorMessage: true,
    // 不适用 is written — in any cell, so a check may be overridden.
    errorStyle: "warning",
    ...(error !== undefined && { errorMessage: error }),
    ...(rule.type === "list"
      ? { type: "list", formula1: lists.formula(rule.items) }
      : { type: rule.type, ...bounds(rule) }),
  };
}

function bounds({
  min,
  max,
}: {
  readonly min?: number;
  readonly max?: number;
}): Pick<NonNullable<WriteSheet["dataValidations"]>[number], "operator" | "formula1" | "formula2"> {
  if (max === undefined) return { operator: "greaterThanOrEqual", formula1: String(min ?? -1e15) };
  return min === undefined
    ? { operator: "lessThanOrEqual", formula1: String(max) }
    : { operator: "between", formula1: String(min), formula2: String(max) };
}
