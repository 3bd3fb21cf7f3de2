import type { WorkbookEdit } from "../domain/edit";
import { ok, type Result } from "../domain/result";
import type { HostError, WorkbookPort } from "../ports/workbook-port";
import type { Progress, WriteReceipt } from "./pane-session";

/** Writes a report into the open workbook, then asks Excel what its own formulas make of the figures. */
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
  return ok({ sheets: applied.value.sheets.size, recalculation: recalculated.value });
}
