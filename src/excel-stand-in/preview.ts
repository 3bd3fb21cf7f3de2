/**
 * The Excel stand-in for browsers: a grid on the page, and a frame with the task pane that speaks with it.
 *
 * The page:
 * ```ts
 * const standIn = await createVisibleStandIn(document.querySelector("#grid"));
 * serveStandIn(standIn, document.querySelector("iframe"));
 * ```
 * The frame loads `excel-web-16.00.js`, then a script that calls `connectFrame()`, then the task pane.
 */
import { StandIn, type StandInOptions } from "./stand-in";

export { connectFrame } from "./browser/connect-frame";
export { serveStandIn } from "./browser/serve-stand-in";
export type { StandIn } from "./stand-in";
export type { CellFile, SheetFile, WorkbookFile } from "./workbook-file";

/** A workbook with one empty sheet, `Sheet1`, as a grid in the container. Univer is loaded only now. */
export async function createVisibleStandIn(
  container: HTMLElement,
  options: Omit<Partial<StandInOptions>, "engine"> = {},
): Promise<StandIn> {
  const { createVisibleEngine } = await import("./engine/visible-engine");
  return new StandIn({ ...options, engine: createVisibleEngine(container, "Sheet1") });
}
