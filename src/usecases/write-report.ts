import type { WorkbookEdit } from "../domain/edit";
import { ok, type Result } from "../domain/result";
import type { HostError, Place, WorkbookPort } from "../ports/workbook-port";
import type { Progress, WriteReceipt } from "./pane-session";

/** The figures, below their header. */
const firstToSee: Place = { role: "fig", row: 4, column: 0 };

/** Writes a report into the open workbook, then asks Excel what its own formulas make of the figures, and shows them. */
export async function writeReport(
  workbook: WorkbookPort,
  edits: readonly WorkbookEdit[],
  progress: (progress: Progress) => void,
): Promise<Result<WriteReceipt, HostError>> {
  const applied = await workbook.apply(edits, (done, of) => {
    progress({ done, of, label: "" });
  });
  if (!applied.ok) return applied;
  const recalculated = await workbook.recalculation();
  if (!recalculated.ok) return recalculated;
  const shown = await workbook.reveal(firstToSee);
  if (!shown.ok) return shown;
  return ok({ sheets: applied.value.sheets.size, recalculation: recalculated.value });
}
