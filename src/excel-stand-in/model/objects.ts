import { Range } from "./range";
import { SheetPlace } from "./sheet-place";
import type { ObjectFactory, WorkbookState } from "./workbook-state";
import { Worksheet } from "./worksheet";

/** Lets objects lead to one another without their classes importing each other in a circle. */
export const objects = (state: WorkbookState): ObjectFactory => ({
  worksheet: (sheet) => new Worksheet(state, sheet),
  range: (sheet, area) => new Range(new SheetPlace(state, sheet), area),
});
