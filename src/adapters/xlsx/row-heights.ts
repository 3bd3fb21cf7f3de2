import type { SheetEdit } from "../../domain/edit";

const headerHeight = 30;
const lineHeight = 14;
/** Most that Excel allows, in points. */
const tallest = 409;
/** Characters beyond Latin take the room of two. */
const wide = /[^\u0000-\u00ff]/gu;

/**
 * Heights of rows that need more than one line, in points: not every program fits them by itself on opening.
 * An estimate from the number of characters and the width of the column.
 */
export function rowHeights(sheet: SheetEdit): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const wrapping = sheet.columns.flatMap(({ style, width }, column) => (style === "wrap" ? [{ column, width }] : []));
  sheet.rows.forEach((row, index) => {
    const lines = Math.max(1, ...wrapping.map(({ column, width }) => linesOf(row[column], width)));
    if (lines > 1) heights.set(index, Math.min(tallest, lines * lineHeight));
  });
  for (const { row, style } of sheet.rowStyles) if (style === "header") heights.set(row, headerHeight);
  for (const { row, style } of sheet.rowStyles) if (style !== "header") heights.delete(row);
  return heights;
}

function linesOf(input: SheetEdit["rows"][number][number] | undefined, width: number): number {
  if (input === undefined || input === null || !("text" in input)) return 1;
  return input.text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
}

const widthOf = (line: string): number => line.length + (line.match(wide)?.length ?? 0);
