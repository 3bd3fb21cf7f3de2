import { ExcelFailure } from "../wire/excel-failure";
import { eventNumber } from "./event-number";
import { ExcelObject } from "./excel-object";
import type { SheetPlace } from "./sheet-place";

export class WorksheetProtection extends ExcelObject {
  readonly className = "WorksheetProtection";
  readonly on: SheetPlace;

  constructor(on: SheetPlace) {
    super();
    this.on = on;
  }

  get protected() {
    return this.on.workbook.sheet(this.on.key).protection !== undefined;
  }
  get options() {
    return this.on.workbook.sheet(this.on.key).protection ?? null;
  }
  protect(options?: Readonly<Record<string, unknown>> | null, password?: string | null) {
    if (this.protected) throw new ExcelFailure("InvalidOperation", "the sheet is protected already");
    if (password !== undefined && password !== null && password !== "")
      throw new ExcelFailure("ApiNotFound", "the stand-in keeps no passwords");
    this.on.workbook.sheet(this.on.key).protection = options ?? {};
    announce(this.on, true);
  }
  unprotect() {
    this.on.workbook.sheet(this.on.key).protection = undefined;
    announce(this.on, false);
  }
}

const announce = ({ workbook, key }: SheetPlace, isProtected: boolean): void => {
  workbook.announce(eventNumber.protectionChanged, key, { worksheetId: key, isProtected, source: "Local" });
};
