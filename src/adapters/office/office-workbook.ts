import { problem, type Result } from "../../domain/result";
import type { HostError, WorkbookPort } from "../../ports/workbook-port";
import { applyEdits } from "./apply-edits";
import { hostErrorOf } from "./host-error";
import { readRecalculation } from "./recalculation";
import { readOwnSheets, readUserSheets } from "./read-user-sheets";
import { revealCell } from "./reveal-cell";
import { readStamp } from "./run-stamp";

/** The workbook that Excel has open, through Office.js. */
export const officeWorkbook = (): WorkbookPort => ({
  read: () => inExcel(readUserSheets),
  readOwn: (roles) => inExcel((context) => readOwnSheets(context, roles)),
  apply: (edits, onProgress) => inExcel((context) => applyEdits(context, edits, onProgress)),
  recalculation: () => inExcel(readRecalculation),
  lastStamp: () => inExcel(readStamp),
  reveal: (place) => inExcel((context) => revealCell(context, place)),
});

async function inExcel<T>(
  work: (context: Excel.RequestContext) => Promise<Result<T, HostError>>,
): Promise<Result<T, HostError>> {
  try {
    return await Excel.run(work);
  } catch (error) {
    const known = hostErrorOf(error);
    if (known === undefined) throw error;
    return problem(known);
  }
}
