import type { CellRange } from "../../domain/snapshot";
import { ExcelFailure } from "../wire/excel-failure";
import { isOnGrid } from "./address";
import { eventNumber } from "./event-number";
import { ExcelObject, identity, NullObject } from "./excel-object";
import { PageLayout } from "./page-layout";
import { Range, rangeOn } from "./range";
import { colorText } from "./range-format";
import { SheetPlace } from "./sheet-place";
import { assertSheetName, visibilityOf, type Visibility } from "./sheet-rules";
import { TableCollection } from "./table";
import type { WorkbookState } from "./workbook-state";
import { WorksheetCustomPropertyCollection } from "./worksheet-custom-property";
import { WorksheetFreezePanes } from "./worksheet-freeze-panes";
import { WorksheetProtection } from "./worksheet-protection";

export class Worksheet extends ExcelObject {
  readonly className = "Worksheet";
  readonly workbook: WorkbookState;
  readonly key: string;
  readonly place: SheetPlace;

  constructor(workbook: WorkbookState, key: string) {
    super();
    this.workbook = workbook;
    this.key = key;
    this.place = new SheetPlace(workbook, key);
  }

  override [identity]() {
    return { Id: this.key };
  }

  get id() {
    return this.key;
  }
  get name(): string {
    return this.workbook.sheetName(this.key);
  }
  set name(name: unknown) {
    const nameBefore = this.name;
    assertSheetName(this.workbook, name, this.key);
    this.workbook.engine.renameSheet(this.key, name);
    this.workbook.formulas.rewrite();
    this.workbook.announce(eventNumber.nameChanged, this.key, {
      worksheetId: this.key,
      nameBefore,
      nameAfter: name,
      source: "Local",
    });
  }
  get position() {
    return this.workbook.engine.sheets().findIndex(({ id }) => id === this.key);
  }
  set position(position: unknown) {
    const count = this.workbook.engine.sheets().length;
    if (typeof position !== "number" || position < 0 || position >= count)
      throw new ExcelFailure("InvalidArgument", "position");
    this.workbook.engine.moveSheet(this.key, position);
  }
  get visibility(): Visibility {
    return visibilityOf(this.workbook, this.key);
  }
  set visibility(visibility: unknown) {
    if (visibility !== "Visible" && visibility !== "Hidden" && visibility !== "VeryHidden")
      throw new ExcelFailure("InvalidArgument", "visibility");
    const others = this.workbook.engine.sheets().filter(({ id, hidden }) => id !== this.key && !hidden);
    if (visibility !== "Visible" && others.length === 0)
      throw new ExcelFailure("InvalidOperation", "a workbook keeps one visible sheet");
    this.workbook.sheet(this.key).veryHidden = visibility === "VeryHidden";
    this.workbook.engine.setSheetHidden(this.key, visibility !== "Visible");
    if (visibility !== "Visible" && this.workbook.engine.activeSheet() === this.key && others[0])
      this.workbook.engine.activateSheet(others[0].id);
  }
  get tabColor() {
    return this.workbook.sheet(this.key).tabColor;
  }
  set tabColor(color: unknown) {
    const text = color === "" ? "" : colorText(color);
    this.workbook.sheet(this.key).tabColor = text;
    this.workbook.engine.setTabColor(this.key, text);
  }
  get showGridlines() {
    return this.workbook.sheet(this.key).showGridlines;
  }
  /** The library sets `showGridlines` under this name. */
  set gridlines(shown: unknown) {
    this.workbook.sheet(this.key).showGridlines = shown === true;
    this.workbook.engine.setGridlines(this.key, shown === true);
  }

  get tables() {
    return new TableCollection(this.workbook, this.key);
  }
  get freezePanes() {
    return new WorksheetFreezePanes(this.place);
  }
  get protection() {
    return new WorksheetProtection(this.place);
  }
  get customProperties() {
    return new WorksheetCustomPropertyCollection(this.place);
  }
  get pageLayout() {
    return new PageLayout(this.place);
  }

  getRange(address?: unknown) {
    return rangeOn(this.place, address);
  }
  getRangeByIndexes(row: number, column: number, rows: number, columns: number) {
    return new Range(
      this.place,
      checked({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 }),
    );
  }
  getCell(row: number, column: number) {
    return new Range(this.place, checked({ top: row, left: column, bottom: row, right: column }));
  }
  getUsedRange(valuesOnly?: boolean | null) {
    const used = this.workbook.engine.usedArea(this.key, valuesOnly === true);
    return new Range(this.place, used ?? { top: 0, left: 0, bottom: 0, right: 0 });
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean | null) {
    const used = this.workbook.engine.usedArea(this.key, valuesOnly === true);
    return used ? new Range(this.place, used) : new NullObject();
  }

  activate() {
    if (this.visibility !== "Visible") throw new ExcelFailure("InvalidOperation", "the sheet is hidden");
    const before = this.workbook.engine.activeSheet();
    if (before === this.key) return;
    this.workbook.engine.activateSheet(this.key);
    this.workbook.announceActivation(this.key, before);
  }
  calculate() {
    // Results are brought up to date before anything is read.
  }
  delete() {
    const visible = this.workbook.engine.sheets().filter(({ hidden }) => !hidden);
    if (visible.length === 1 && visible[0]?.id === this.key)
      throw new ExcelFailure("InvalidOperation", "a workbook keeps one visible sheet");
    if (this.visibility === "VeryHidden")
      throw new ExcelFailure("InvalidOperation", "a very hidden sheet cannot be deleted");
    this.workbook.engine.removeSheet(this.key);
    this.workbook.forgetSheet(this.key);
    this.workbook.announce(eventNumber.deleted, this.key, { worksheetId: this.key, source: "Local" });
  }

  _RegisterDataChangedEvent() {}
  _UnregisterDataChangedEvent() {}
  _RegisterActivatedEvent() {}
  _UnregisterActivatedEvent() {}
  _RegisterDeactivatedEvent() {}
  _UnregisterDeactivatedEvent() {}
  _RegisterSelectionChangedEvent() {}
  _UnregisterSelectionChangedEvent() {}
  _RegisterEventNameChanged() {}
  _UnregisterEventNameChanged() {}
}

function checked(area: CellRange): CellRange {
  if (!Object.values(area).every(Number.isInteger) || !isOnGrid(area))
    throw new ExcelFailure("InvalidArgument", "the range lies outside the sheet");
  return area;
}
