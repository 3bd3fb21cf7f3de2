import type { CellRange } from "../../domain/snapshot";
import type { WorkbookState } from "./workbook-state";

/** A sheet of the workbook, by the id that survives renaming. */
export class SheetPlace {
  readonly workbook: WorkbookState;
  readonly key: string;

  constructor(workbook: WorkbookState, key: string) {
    this.workbook = workbook;
    this.key = key;
  }

  get name(): string {
    return this.workbook.sheetName(this.key);
  }
}

/** Some cells of a sheet. */
export interface CellBlock {
  readonly on: SheetPlace;
  readonly area: CellRange;
}
