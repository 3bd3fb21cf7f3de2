import type { CompiledForm } from "../../definitions/compiled";
import { labelTest } from "./card-labels";
import { type SheetGrid, allFilledPlaces } from "./sheet-grid";
import type { TableHeader } from "./table-header";

/** Are the headings of a table written below one another, with the schools side by side? */
export function isSideways(grid: SheetGrid, { elements }: CompiledForm, { columns, faults }: TableHeader): boolean {
  const absent = faults.filter(({ why }) => why === "absent").length;
  if (absent < 2 || absent <= columns.length) return false;
  const isLabel = labelTest(elements);
  const inColumn = new Map<number, Set<string>>();
  for (const { row, column } of allFilledPlaces(grid)) {
    const text = grid.text(row, column);
    if (isLabel(text)) inColumn.set(column, (inColumn.get(column) ?? new Set()).add(grid.heading(row, column)));
  }
  return [...inColumn.values()].some((labels) => labels.size > Math.max(2, columns.length));
}
