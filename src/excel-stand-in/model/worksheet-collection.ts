import { ExcelFailure } from "../wire/excel-failure";
import { eventNumber } from "./event-number";
import { ExcelCollection, members, NullObject } from "./excel-object";
import { assertSheetName } from "./sheet-rules";
import type { WorkbookState } from "./workbook-state";
import { Worksheet } from "./worksheet";

export class WorksheetCollection extends ExcelCollection<Worksheet> {
  readonly className = "WorksheetCollection";
  readonly workbook: WorkbookState;

  constructor(workbook: WorkbookState) {
    super();
    this.workbook = workbook;
  }

  override [members](): readonly Worksheet[] {
    return this.workbook.engine.sheets().map(({ id }) => new Worksheet(this.workbook, id));
  }

  add(name?: string | null) {
    const given = name ?? freeName(this.workbook);
    assertSheetName(this.workbook, given);
    const key = `{00000000-0001-0000-${String(this.workbook.nextId()).padStart(4, "0")}-000000000000}`;
    this.workbook.engine.addSheet(key, given);
    this.workbook.announce(eventNumber.added, key, { worksheetId: key, source: "Local" });
    return new Worksheet(this.workbook, key);
  }
  getItem(key: string) {
    const found = find(this.workbook, key);
    if (!found) throw new ExcelFailure("ItemNotFound", `sheet ${key}`);
    return found;
  }
  getItemOrNullObject(key: string) {
    return find(this.workbook, key) ?? new NullObject();
  }
  getActiveWorksheet() {
    return new Worksheet(this.workbook, this.workbook.engine.activeSheet());
  }
  getCount(visibleOnly?: boolean | null) {
    return shown(this.workbook, visibleOnly).length;
  }
  getFirst(visibleOnly?: boolean | null) {
    return one(this.workbook, shown(this.workbook, visibleOnly)[0]);
  }
  getLast(visibleOnly?: boolean | null) {
    return one(this.workbook, shown(this.workbook, visibleOnly).at(-1));
  }

  _RegisterDataChangedEvent() {}
  _UnregisterDataChangedEvent() {}
  _RegisterActivatedEvent() {}
  _UnregisterActivatedEvent() {}
  _RegisterDeactivatedEvent() {}
  _UnregisterDeactivatedEvent() {}
  _RegisterSelectionChangedEvent() {}
  _UnregisterSelectionChangedEvent() {}
  _RegisterAddedEvent() {}
  _UnregisterAddedEvent() {}
  _RegisterDeletedEvent() {}
  _UnregisterDeletedEvent() {}
  _RegisterEventNameChanged() {}
  _UnregisterEventNameChanged() {}
}

/** Sheets are found by name, regardless of case, or by id. */
function find(workbook: WorkbookState, key: string): Worksheet | undefined {
  const sheet = workbook.engine.sheets().find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  return sheet && new Worksheet(workbook, sheet.id);
}

const shown = (workbook: WorkbookState, visibleOnly: boolean | null | undefined) =>
  workbook.engine.sheets().filter(({ hidden }) => visibleOnly !== true || !hidden);

function one(workbook: WorkbookState, sheet: { readonly id: string } | undefined): Worksheet {
  if (!sheet) throw new ExcelFailure("ItemNotFound");
  return new Worksheet(workbook, sheet.id);
}

function freeName(workbook: WorkbookState): string {
  const taken = new Set(workbook.engine.sheets().map(({ name }) => name.toLowerCase()));
  let number = taken.size + 1;
  while (taken.has(`sheet${String(number)}`)) number += 1;
  return `Sheet${String(number)}`;
}
