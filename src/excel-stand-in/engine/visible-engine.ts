import * as core from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingTexts from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { type FWorkbook, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationTexts from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteTexts from "@univerjs/preset-sheets-note/locales/zh-CN";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import { calculate } from "./calculate";
import { showFormulaLooks, showValidations } from "./decorate-sheet";
import type { EngineListeners, Place, SpreadsheetEngine } from "./spreadsheet-engine";
import { asArea } from "./grid-areas";
import { univerEngine } from "./univer-engine";

const workbookId = "workbook";
/** What stays in view above and before a cell that was jumped to. */
const rowsAbove = 3;
const columnsBefore = 2;
const changeCommand = "sheet.mutation.set-range-values";

/** Univer as a grid on the page, with Chinese menus, in the container. It is large: import this module only when a grid is wanted. */
export function createVisibleEngine(container: HTMLElement, firstSheet: string): SpreadsheetEngine {
  const { LocaleType } = core;
  const texts = core.mergeLocales(coreTexts, conditionalFormattingTexts, dataValidationTexts, noteTexts);
  const univer = new core.Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: texts },
    logLevel: core.LogLevel.WARN,
  });
  const presets = [
    UniverSheetsCorePreset({ container, disableForceStringAlert: true, disableForceStringMark: true } as Parameters<
      typeof UniverSheetsCorePreset
    >[0]),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsNotePreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  const workbook: FWorkbook = api.createWorkbook({
    id: workbookId,
    sheetOrder: ["sheet-1"],
    sheets: { "sheet-1": { id: "sheet-1", name: firstSheet, rowCount: 200, columnCount: 26 } },
  });
  return univerEngine(
    {
      core,
      calculate: (places, everything) => calculate(api, workbookId, places, everything),
      decorate: (sheet, { validations, formulaLooks }) => {
        showValidations(api, sheet, validations);
        showFormulaLooks(sheet, formulaLooks);
      },
      scrollTo: (sheet, row, column) => {
        sheet.scrollToCell(Math.max(0, row - rowsAbove), Math.max(0, column - columnsBefore));
      },
      watch: (listeners, isOurs) => {
        watch(api, listeners, isOurs);
      },
      dispose: () => {
        univer.dispose();
      },
    },
    workbook,
  );
}

function watch(api: FUniver, listeners: EngineListeners, isOurs: () => boolean): void {
  api.addEvent(api.Event.CommandExecuted, ({ id, params, options }) => {
    if (id !== changeCommand || isOurs() || options?.onlyLocal === true) return;
    const place = changedPlace(params as ChangeParameters);
    if (place) listeners.changed(place);
  });
  api.addEvent(api.Event.SelectionChanged, ({ worksheet, selections }) => {
    const [first] = selections;
    if (first && !isOurs()) listeners.selected({ sheet: worksheet.getSheetId(), area: asArea(first) });
  });
  api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
    if (!isOurs()) listeners.activated(activeSheet.getSheetId());
  });
}

interface ChangeParameters {
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function changedPlace({ subUnitId, cellValue = {} }: ChangeParameters): Place | undefined {
  const rows = Object.keys(cellValue).map(Number);
  const columns = Object.values(cellValue).flatMap((row) => Object.keys(row).map(Number));
  if (rows.length === 0 || columns.length === 0) return undefined;
  const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));
  return {
    sheet: subUnitId,
    area: { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) },
  };
}
