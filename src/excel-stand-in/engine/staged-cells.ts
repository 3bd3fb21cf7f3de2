import type { ICellData } from "@univerjs/core";
import type { CellRange } from "../../domain/snapshot";

/**
 * Cells waiting to be put into a sheet. Every command of the grid costs a pass over all formulas, so values and looks
 * are gathered and put in together.
 */
export interface StagedCells {
  readonly stage: (row: number, column: number, cell: ICellData) => void;
  /** Everything gathered as one block, `{}` where a cell stays as it is; undefined when there is nothing. */
  readonly take: () => { readonly area: CellRange; readonly rows: ICellData[][] } | undefined;
}

export function stagedCells(): StagedCells {
  let waiting = new Map<number, Map<number, ICellData>>();
  return {
    stage(row, column, cell) {
      const cells = waiting.get(row) ?? new Map<number, ICellData>();
      waiting.set(row, cells);
      cells.set(column, together(cells.get(column), cell));
    },
    take() {
      const [rows, columns] = [[...waiting.keys()], [...waiting.values()].flatMap((cells) => [...cells.keys()])];
      if (rows.length === 0) return undefined;
      const [top, left] = [least(rows), least(columns)];
      const area = { top, left, bottom: most(rows), right: most(columns) };
      const staged = waiting;
      waiting = new Map();
      return {
        area,
        rows: Array.from({ length: area.bottom - top + 1 }, (_, row) =>
          Array.from(
            { length: area.right - left + 1 },
            (__, column) => staged.get(top + row)?.get(left + column) ?? {},
          ),
        ),
      };
    },
  };
}

const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));

/** The later value stands; of looks each part that was not said again stays. */
function together(before: ICellData | undefined, after: ICellData): ICellData {
  if (!before) return after;
  const { s: old, ...cell } = before;
  const look = typeof old === "object" && typeof after.s === "object" ? { ...old, ...after.s } : (after.s ?? old);
  return { ...cell, ...after, ...(look !== undefined && { s: look }) };
}
