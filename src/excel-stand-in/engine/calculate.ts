import type { FUniver } from "@univerjs/core/facade";
// Brings the type of `getFormula`.
import type {} from "@univerjs/preset-sheets-node-core";
import type { Place } from "./spreadsheet-engine";

const startCommand = "formula.mutation.set-formula-calculation-start";
const stopped = 1;

/** Lets Univer calculate what depends on the places, or everything, and waits until the results stand in their cells. */
export async function calculate(
  api: FUniver,
  workbookId: string,
  places: readonly Place[],
  everything: boolean,
): Promise<void> {
  const outcome = await new Promise<number>((resolve) => {
    const ended = api.getFormula().calculationEnd((state) => {
      ended.dispose();
      resolve(state);
    });
    api.syncExecuteCommand(startCommand, dirtyParts(workbookId, places, everything), { onlyLocal: true });
  });
  // Univer's own calculations, at its start or after a person's change, may interrupt ours.
  if (outcome === stopped) await calculate(api, workbookId, places, everything);
}

const dirtyParts = (workbookId: string, places: readonly Place[], everything: boolean) => ({
  forceCalculation: everything,
  dirtyRanges: places.map(({ sheet, area }) => ({
    unitId: workbookId,
    sheetId: sheet,
    range: { startRow: area.top, startColumn: area.left, endRow: area.bottom, endColumn: area.right },
  })),
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
});
