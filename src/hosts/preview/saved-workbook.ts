import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from "hucre/xlsx";
import type { CellFile, SheetFile, WorkbookFile } from "../../excel-stand-in/preview";

/** The grid's workbook as an .xlsx file, with values, formulas, looks, tables and merged cells. */
export const savedWorkbook = ({ sheets }: WorkbookFile): Promise<Uint8Array<ArrayBuffer>> =>
  writeXlsx({ sheets: sheets.map(savedSheet) }) as Promise<Uint8Array<ArrayBuffer>>;

function savedSheet(sheet: SheetFile): WriteSheet {
  const widths = new Map(sheet.columnWidths.map(({ column, width }) => [column, width]));
  return {
    name: sheet.name,
    columns: Array.from({ length: Math.max(0, ...widths.keys()) + 1 }, (_, column) => ({
      width: widths.get(column) ?? 10,
    })),
    cells: new Map(
      sheet.rows.flatMap((row, r) =>
        row.flatMap((cell, c) => (cell ? [[`${String(r)},${String(c)}`, savedCell(cell)] as const] : [])),
      ),
    ),
    rowDefs: new Map(sheet.rowHeights.map(({ row, height }) => [row, { height }])),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    ...(sheet.frozenRows + sheet.frozenColumns > 0 && {
      freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    }),
    view: {
      showGridLines: sheet.showGridlines,
      ...(sheet.tabColor !== "" && { tabColor: { rgb: sheet.tabColor.slice(1) } }),
    },
    hidden: sheet.visibility === "hidden",
    veryHidden: sheet.visibility === "very-hidden",
  };
}

function savedCell({ value, formula, look }: CellFile): Partial<Cell> {
  const style = look && savedLook(look);
  const plain = value !== null && typeof value === "object" ? value.error : value;
  return {
    ...(formula === undefined
      ? { value: plain }
      : { formula: formula.slice(1), formulaResult: typeof plain === "boolean" ? Number(plain) : (plain ?? "") }),
    ...(style && { style }),
  };
}

function savedLook(look: NonNullable<CellFile["look"]>): CellStyle {
  const { fontName, fontSize, fontColor, bold, italic, fill, numberFormat, wrap, horizontal, vertical } = look;
  const rgb = fill?.slice(1);
  return {
    font: {
      ...(fontName !== undefined && { name: fontName }),
      ...(fontSize !== undefined && { size: fontSize }),
      ...(fontColor !== undefined && { color: { rgb: fontColor.slice(1) } }),
      ...(bold !== undefined && { bold }),
      ...(italic !== undefined && { italic }),
    },
    ...(rgb !== undefined && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb }, bgColor: { rgb } } }),
    ...(numberFormat !== undefined && { numFmt: numberFormat }),
    alignment: {
      ...(wrap !== undefined && { wrapText: wrap }),
      ...(horizontal !== undefined && { horizontal }),
      ...(vertical !== undefined && { vertical }),
    },
  };
}
