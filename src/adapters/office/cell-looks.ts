import type { CellStyle, ConditionalFormat, SheetEdit } from "../../domain/edit";
import { rectanglesOf, type Rectangle } from "./rectangles";

export interface CellLook {
  readonly fill?: string;
  readonly color?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly wrap?: boolean;
  readonly vertical?: "Top" | "Center";
}

export const ordinaryFont = { name: "微软雅黑", size: 10 } as const;
const [red, amber, green, grey] = ["#FDE7E9", "#FFF4CE", "#DFF6DD", "#616161"];

/** How each style of a sheet looks. Colours are those of the pane. */
export const looks: Readonly<Record<CellStyle, CellLook>> = {
  title: { size: 14, bold: true },
  stamp: { color: grey },
  note: { color: grey },
  header: { bold: true, fill: "#F3F2F1", wrap: true, vertical: "Center" },
  input: { fill: "#FFF9E5" },
  body: {},
  wrap: { wrap: true, vertical: "Top" },
  total: { bold: true },
  grey: { color: grey },
  reference: { color: grey, fill: "#FAFAFA" },
  error: { fill: red },
  warning: { fill: amber },
  ready: { fill: green },
  waiting: { fill: amber, vertical: "Top" },
  corrected: { color: "#0F6CBD" },
};

export const conditionalFills: Readonly<Record<ConditionalFormat["style"], string>> = {
  error: red,
  warning: amber,
  ready: green,
};

/** The styled areas of a sheet. A cell's style is its own, else its row's, else its column's. */
export function styledAreas(
  { rows, columns, rowStyles, cellStyles }: SheetEdit,
  width: number,
): readonly Rectangle<CellStyle>[] {
  const ofRow = new Map(rowStyles.map(({ row, style }) => [row, style]));
  const ofCell = new Map(cellStyles.map(({ row, column, style }) => [row * width + column, style]));
  return rectanglesOf(rows.length, width, (row, column) => {
    const style = ofCell.get(row * width + column) ?? ofRow.get(row) ?? columns[column]?.style;
    return style === "body" ? undefined : style;
  });
}
