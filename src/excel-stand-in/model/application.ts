import { ExcelFailure } from "../wire/excel-failure";
import { ExcelObject } from "./excel-object";
import type { WorkbookState } from "./workbook-state";

export class Application extends ExcelObject {
  readonly className = "Application";
  readonly state: WorkbookState;

  constructor(state: WorkbookState) {
    super();
    this.state = state;
  }

  get calculationMode() {
    return this.state.calculationMode;
  }
  /** Kept and answered; the stand-in brings results up to date whenever something is read. */
  set calculationMode(mode: unknown) {
    if (mode !== "Automatic" && mode !== "AutomaticExceptTables" && mode !== "Manual")
      throw new ExcelFailure("InvalidArgument", "calculation mode");
    this.state.calculationMode = mode;
  }
  get calculationState() {
    return "Done";
  }
  calculate(type: string) {
    if (type !== "Recalculate" && type !== "Full" && type !== "FullRebuild")
      throw new ExcelFailure("InvalidArgument", "calculation type");
  }
  suspendApiCalculationUntilNextSync() {}
  suspendScreenUpdatingUntilNextSync() {}
}
