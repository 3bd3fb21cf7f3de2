import { ExcelFailure } from "../wire/excel-failure";
import { ExcelCollection, ExcelObject, identity, members, NullObject } from "./excel-object";
import type { WorkbookState } from "./workbook-state";

/** What an add-in keeps with the workbook: JSON by key, saved with the file. */
export class SettingCollection extends ExcelCollection<Setting> {
  readonly className = "SettingCollection";
  readonly workbook: WorkbookState;

  constructor(workbook: WorkbookState) {
    super();
    this.workbook = workbook;
  }

  override [members](): readonly Setting[] {
    return [...this.workbook.settings.keys()].map((key) => new Setting(this.workbook, key));
  }

  add(key: string, value: unknown) {
    this.workbook.settings.set(key, value);
    return new Setting(this.workbook, key);
  }
  getCount() {
    return this.workbook.settings.size;
  }
  getItem(key: string) {
    if (!this.workbook.settings.has(key)) throw new ExcelFailure("ItemNotFound", `setting ${key}`);
    return new Setting(this.workbook, key);
  }
  getItemOrNullObject(key: string) {
    return this.workbook.settings.has(key) ? new Setting(this.workbook, key) : new NullObject();
  }
}

export class Setting extends ExcelObject {
  readonly className = "Setting";
  readonly workbook: WorkbookState;
  readonly name: string;

  constructor(workbook: WorkbookState, name: string) {
    super();
    this.workbook = workbook;
    this.name = name;
  }

  override [identity]() {
    return { _Id: this.name };
  }

  get key() {
    return this.name;
  }
  get value() {
    return this.workbook.settings.get(this.name);
  }
  set value(value: unknown) {
    this.workbook.settings.set(this.name, value);
  }
  delete() {
    this.workbook.settings.delete(this.name);
  }
}
