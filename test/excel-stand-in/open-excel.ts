import { connectOfficeJs, createStandIn } from "../../src/excel-stand-in";
import type { StandInOptions } from "../../src/excel-stand-in/stand-in";

/** A fresh workbook with one sheet, and the real library speaking with it. */
export function openExcel(options: Partial<StandInOptions> = {}) {
  const standIn = createStandIn({ year: 2025, ...options });
  return { standIn, ...connectOfficeJs(standIn) };
}

export type OpenExcel = ReturnType<typeof openExcel>;

/** Runs one request on `Sheet1` and gives back what `act` gives once everything has been loaded. */
export function onSheet<T>(
  { Excel }: Pick<OpenExcel, "Excel">,
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T,
): Promise<T> {
  return Excel.run(async (context) => {
    const result = act(context.workbook.worksheets.getItem("Sheet1"), context);
    await context.sync();
    return result;
  });
}
