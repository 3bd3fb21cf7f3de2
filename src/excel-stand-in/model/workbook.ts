import { ExcelFailure } from "../wire/excel-failure";
import { Application } from "./application";
import { ExcelObject } from "./excel-object";
import { Range, rangeOn } from "./range";
import { SettingCollection } from "./setting";
import { SheetPlace } from "./sheet-place";
import { TableCollection } from "./table";
import type { WorkbookState } from "./workbook-state";
import { WorksheetCollection } from "./worksheet-collection";

/** The root of the object model. */
export class Workbook extends ExcelObject {
  readonly className = "Workbook";
  readonly state: WorkbookState;

  constructor(state: WorkbookState) {
    super();
    this.state = state;
  }

  get name() {
    return this.state.name;
  }
  get application() {
    return new Application(this.state);
  }
  get worksheets() {
    return new WorksheetCollection(this.state);
  }
  get tables() {
    return new TableCollection(this.state);
  }
  get settings() {
    return new SettingCollection(this.state);
  }
  getSelectedRange() {
    const { sheet, area } = this.state.engine.selection();
    return new Range(new SheetPlace(this.state, sheet), area);
  }
  getActiveCell() {
    const { sheet, area } = this.state.engine.selection();
    return new Range(new SheetPlace(this.state, sheet), { ...area, bottom: area.top, right: area.left });
  }

  _GetObjectByReferenceId(id: string) {
    const found = this.state.references.get(id);
    if (!found) throw new ExcelFailure("InvalidReference", `reference ${id} was given back`);
    return found;
  }
  /** The range an event tells of; its reference is the sheet's id and the address. */
  _GetRangeForEventByReferenceId(reference: string) {
    const [sheet = "", address = ""] = reference.split("!");
    return rangeOn(new SheetPlace(this.state, sheet), address);
  }
  _GetRangeOrNullObjectForEventByReferenceId(reference: string) {
    return this._GetRangeForEventByReferenceId(reference);
  }
  _RemoveReference(id: string) {
    this.state.references.delete(id);
  }
  _RemoveAllReferences() {
    this.state.references.clear();
  }
}
