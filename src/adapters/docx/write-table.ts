import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ITableBordersOptions,
} from "docx";
import type { DocumentColumn, DocumentTable } from "../../domain/document-table";
import { noteParagraph, runStyles, tableParagraph, widthOfText, type TextStyle } from "./page-setting";

const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const fullGrid: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
const cellMargins = { marginUnitType: WidthType.DXA, left: 60, right: 60, top: 20, bottom: 20 };

/** A table in a full grid as wide as the text: its header stands on every page, no row is split, notes stand below. */
export function writtenTable({ columns, rows, notes }: DocumentTable): readonly (Table | Paragraph)[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((widthOfText * share) / shares));
  const rowOf = (texts: readonly string[], style: TextStyle, isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: true,
      children: columns.map((column, index) =>
        writtenCell(texts[index] ?? "", isHeader ? { ...column, align: "center" } : column, widths[index] ?? 0, style),
      ),
    });
  const table = new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    borders: fullGrid,
    margins: cellMargins,
    rows: [
      rowOf(columns.map(({ header }) => header), "table-header", true), // prettier-ignore
      ...rows.map((texts) => rowOf(texts, "table", false)),
    ],
  });
  return [table, ...notes.map(writtenNote)];
}

export const writtenNote = (text: string): Paragraph =>
  new Paragraph({ ...noteParagraph, children: [new TextRun({ ...runStyles.note, text })] });

const writtenCell = (text: string, { align }: DocumentColumn, width: number, style: TextStyle): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ ...tableParagraph(align), children: [new TextRun({ ...runStyles[style], text })] })],
  });
