import type { CellContent } from "../../src/domain/cell";
import { serialDay } from "../../src/formula/calendar";
import type { CellRange, FileReading, SheetSnapshot } from "../../src/domain/snapshot";

/**
 * A sheet as people draw it: a line per row, cells between `|`. `>` continues the cell to its left, `^` the cell above
 * (merged cells). Plain numbers are numbers; `'12` is text; `#REF!` is an error; `@2023-09-01` a date; `TRUE` a boolean.
 */
export function sheetOf(name: string, text: string, parts: Partial<SheetSnapshot> = {}): SheetSnapshot {
  const lines = text.split("\n").map((line) => line.trim());
  const drawn = lines.slice(lines[0] === "" ? 1 : 0, lines.at(-1) === "" ? -1 : undefined);
  const cells = drawn.map((line) => (line === "" ? [] : line.split("|").map((cell) => cell.trim()))); // prettier-ignore
  return {
    name,
    visibility: "visible",
    rows: cells.map((row) => row.map(contentOf)),
    merges: mergesOf(cells),
    ...parts,
  };
}

export const fileOf = (file: string, ...sheets: readonly SheetSnapshot[]): FileReading => ({
  state: "read",
  workbook: { file, sheets },
});

export const openWorkbookOf = (...sheets: readonly SheetSnapshot[]): FileReading => ({
  state: "read",
  workbook: { sheets },
});

function contentOf(cell: string): CellContent {
  if (cell === "" || cell === ">" || cell === "^") return null;
  if (cell.startsWith("'")) return cell.slice(1);
  if (/^#[A-Z/0!?]+$/u.test(cell)) return { error: cell };
  const [, year, month, day] = /^@(\d{4})-(\d{2})-(\d{2})$/u.exec(cell) ?? [];
  if (day !== undefined) return { date: serialDay(Number(year), Number(month), Number(day)) ?? 0 };
  if (cell === "TRUE" || cell === "FALSE") return cell === "TRUE";
  return /^-?\d+(\.\d+)?$/u.test(cell) ? Number(cell) : cell;
}

function mergesOf(cells: readonly (readonly string[])[]): readonly CellRange[] {
  const merges: CellRange[] = [];
  const at = (row: number, column: number): string => cells[row]?.[column] ?? "";
  for (const [row, line] of cells.entries())
    for (const [column, cell] of line.entries()) {
      if (cell === ">" || cell === "^") continue;
      let right = column;
      while (at(row, right + 1) === ">") right += 1;
      let bottom = row;
      while (at(bottom + 1, column) === "^") bottom += 1;
      if (right > column || bottom > row) merges.push({ top: row, left: column, bottom, right });
    }
  return merges;
}
