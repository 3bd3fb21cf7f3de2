import { ExcelFailure } from "../wire/excel-failure";
import { ExcelCollection, ExcelObject, identity, members, NullObject } from "./excel-object";
import type { SheetPlace } from "./sheet-place";

/** Texts that an add-in keeps with a sheet, found regardless of the case of their keys. */
export class WorksheetCustomPropertyCollection extends ExcelCollection<WorksheetCustomProperty> {
  readonly className = "WorksheetCustomPropertyCollection";
  readonly on: SheetPlace;

  constructor(on: SheetPlace) {
    super();
    this.on = on;
  }

  override [members](): readonly WorksheetCustomProperty[] {
    return [...this.on.workbook.sheet(this.on.key).customProperties.keys()].map(
      (key) => new WorksheetCustomProperty(this.on, key),
    );
  }

  add(key: string, value: string) {
    if (key === "" || typeof value !== "string")
      throw new ExcelFailure("InvalidArgument", "a custom property is a text with a key");
    const name = keyOf(this.on, key) ?? key;
    this.on.workbook.sheet(this.on.key).customProperties.set(name, value);
    return new WorksheetCustomProperty(this.on, name);
  }
  getCount() {
    return this[members]().length;
  }
  getItem(key: string) {
    const name = keyOf(this.on, key);
    if (name === undefined) throw new ExcelFailure("ItemNotFound", `custom property ${key}`);
    return new WorksheetCustomProperty(this.on, name);
  }
  getItemOrNullObject(key: string) {
    const name = keyOf(this.on, key);
    return name === undefined ? new NullObject() : new WorksheetCustomProperty(this.on, name);
  }
}

class WorksheetCustomProperty extends ExcelObject {
  readonly className = "WorksheetCustomProperty";
  readonly on: SheetPlace;
  readonly name: string;

  constructor(on: SheetPlace, name: string) {
    super();
    this.on = on;
    this.name = name;
  }

  override [identity]() {
    return { _Id: this.name };
  }

  get key() {
    return this.name;
  }
  get value() {
    return this.on.workbook.sheet(this.on.key).customProperties.get(this.name);
  }
  set value(value: unknown) {
    this.on.workbook.sheet(this.on.key).customProperties.set(this.name, String(value));
  }
  delete() {
    this.on.workbook.sheet(this.on.key).customProperties.delete(this.name);
  }
}

const keyOf = (on: SheetPlace, key: string): string | undefined =>
  [...on.workbook.sheet(on.key).customProperties.keys()].find((each) => each.toLowerCase() === key.toLowerCase());
