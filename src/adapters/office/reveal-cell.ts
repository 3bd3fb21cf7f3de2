import { ok, problem, type Result } from "../../domain/result";
import type { HostError, Place } from "../../ports/workbook-port";
import { knownSheets } from "./known-sheets";

/** Shows the sheet and selects the cell; a sheet that was hidden comes back. */
export async function revealCell(context: Excel.RequestContext, place: Place): Promise<Result<null, HostError>> {
  const sheets = await knownSheets(context);
  const found = sheets.find(({ role, name }) =>
    place.role === undefined ? name === place.sheet : role === place.role,
  );
  if (!found) return problem({ kind: "not-found" });
  const sheet = context.workbook.worksheets.getItem(found.name);
  if (!found.isVisible) sheet.visibility = Excel.SheetVisibility.visible;
  sheet.activate();
  sheet.getRangeByIndexes(place.row, place.column, 1, 1).select();
  await context.sync();
  return ok(null);
}
