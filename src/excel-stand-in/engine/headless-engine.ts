import type { Univer } from "@univerjs/core";
import type { FWorkbook } from "@univerjs/preset-sheets-node-core";
import { calculate } from "./calculate";
import { loadUniver } from "./load-univer";
import type { SpreadsheetEngine } from "./spreadsheet-engine";
import { univerEngine } from "./univer-engine";

const workbookId = "workbook";

/** Univer without a screen, for Node. The workbook begins with one empty sheet. */
export function createHeadlessEngine(firstSheet: string): SpreadsheetEngine {
  const { core, facade, preset, locale } = loadUniver();
  const { LocaleType } = core;
  const univer = new core.Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: locale },
    logLevel: core.LogLevel.SILENT,
  });
  univer.registerPlugin(preset.UniverFormulaEnginePlugin);
  univer.registerPlugin(preset.UniverSheetsPlugin);
  univer.registerPlugin(preset.UniverSheetsFormulaPlugin);
  const api = facade.FUniver.newAPI(univer);
  const workbook: FWorkbook = api.createWorkbook({
    id: workbookId,
    sheetOrder: ["sheet-1"],
    sheets: { "sheet-1": { id: "sheet-1", name: firstSheet, rowCount: 200, columnCount: 26 } },
  });
  calculateOnlyWhenAsked(univer);
  return univerEngine(
    {
      core,
      calculate: (places, everything) => calculate(api, workbookId, places, everything),
      decorate: () => undefined,
      scrollTo: () => undefined,
      watch: () => undefined,
      dispose: () => {
        univer.dispose();
      },
    },
    workbook,
  );
}

/** Univer waits a tenth of a second after each change before it calculates; without its list of triggers it waits for us. */
function calculateOnlyWhenAsked(univer: Univer): void {
  const triggers = univer.__getInjector().get(loadUniver().preset.IActiveDirtyManagerService);
  for (const command of [...triggers.getDirtyConversionMap().keys()]) triggers.remove(command);
}
