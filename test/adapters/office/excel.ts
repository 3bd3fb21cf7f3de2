import { connectOfficeJs, createStandIn, type StandIn } from "../../../src/excel-stand-in";

/** A stand-in workbook with the real library connected to it, as the add-in finds them in a page. */
export function openExcel(): StandIn {
  const standIn = createStandIn();
  const { Excel, Office, OfficeExtension } = connectOfficeJs(standIn);
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return standIn;
}
