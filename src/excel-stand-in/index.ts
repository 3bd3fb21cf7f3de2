/**
 * The Excel stand-in for Node: tests, demo and scripts.
 *
 * ```ts
 * const standIn = createStandIn();                       // Univer without a screen behind Excel's object model
 * const { Excel, Office } = connectOfficeJs(standIn);    // the real @microsoft/office-js, speaking with it
 * await Excel.run(async (context) => { … });
 * const file = await standIn.toWorkbookFile();           // everything the workbook holds, as plain data
 * standIn.dispose();
 * ```
 *
 * In a browser use `./preview` instead.
 */
import { createHeadlessEngine } from "./engine/headless-engine";
import { StandIn, type StandInOptions } from "./stand-in";

export { connectOfficeJs } from "./office/connect-office-js";
export type { StandIn } from "./stand-in";
export type { WorkbookFile } from "./workbook-file";

/** A workbook with one empty sheet, `Sheet1`. Give `engine` to put it on another spreadsheet than headless Univer. */
export function createStandIn(options: Partial<StandInOptions> = {}): StandIn {
  return new StandIn({ ...options, engine: options.engine ?? createHeadlessEngine("Sheet1") });
}
