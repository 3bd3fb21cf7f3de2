import type { SheetEdit, WorkbookEdit } from "../../domain/edit";
import { ok, problem, type Result } from "../../domain/result";
import type { ApplyReceipt, HostError } from "../../ports/workbook-port";
import { knownSheets } from "./known-sheets";
import { inRequests, send, type Step } from "./payload";
import { stampStep, unstampStep } from "./run-stamp";
import { followingNames, sheetNames } from "./sheet-names";
import { clearingStep, contentSteps, formulaSteps, type PlacedSheet } from "./sheet-steps";

/** Requests to look at the workbook before anything is written. */
const lookingRequests = 2;

/**
 * Puts our sheets and, last of all, the stamp. The old stamp goes first, so that a run that breaks off leaves none; sheets
 * without a stamp are no run, and leave the stamp alone.
 * A protected sheet of ours is found before anything is written.
 */
export async function applyEdits(
  context: Excel.RequestContext,
  edits: readonly WorkbookEdit[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Result<ApplyReceipt, HostError>> {
  const sheetEdits = edits.filter((edit): edit is SheetEdit => edit.edit === "put-sheet");
  const standing = await knownSheets(context);
  const names = sheetNames(sheetEdits, standing);
  const placed = sheetEdits.map((edit): PlacedSheet => {
    return { edit, name: names.get(edit.role) ?? edit.name, before: standing.find(({ role }) => role === edit.role) };
  });
  const locked = placed.find(({ before }) => before?.isProtected === true);
  if (locked) return problem({ kind: "access-denied", sheet: locked.name });
  const requests = inRequests(stepsOf(context.workbook, placed, edits, followingNames(sheetEdits, names)));
  await send(context, requests, onProgress);
  return ok({ batches: lookingRequests + requests.length, sheets: names });
}

function stepsOf(
  workbook: Excel.Workbook,
  placed: readonly PlacedSheet[],
  edits: readonly WorkbookEdit[],
  follow: (formula: string) => string,
): readonly Step[] {
  const isRun = edits.some(({ edit }) => edit === "stamp");
  return [
    ...(isRun ? [unstampStep(workbook)] : []),
    ...placed.map((sheet) => clearingStep(workbook, sheet)),
    ...placed.flatMap((sheet) => contentSteps(workbook, sheet)),
    ...placed.flatMap((sheet) => formulaSteps(workbook, sheet, follow)),
    ...edits.flatMap((edit) => (edit.edit === "stamp" ? [stampStep(workbook, edit.stamp)] : [])),
  ];
}
