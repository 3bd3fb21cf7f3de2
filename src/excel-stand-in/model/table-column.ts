import type { CellRange } from "../../domain/snapshot";
import { ExcelFailure } from "../wire/excel-failure";
import { ExcelCollection, ExcelObject, members, NullObject } from "./excel-object";
import { Range } from "./range";
import type { SheetPlace } from "./sheet-place";

export class TableColumnCollection extends ExcelCollection<TableColumn> {
  readonly className = "TableColumnCollection";
  readonly on: SheetPlace;
  /** Of the whole table, with its header row. */
  readonly area: CellRange;

  constructor(on: SheetPlace, area: CellRange) {
    super();
    this.on = on;
    this.area = area;
  }

  override [members](): readonly TableColumn[] {
    const { left, right } = this.area;
    return Array.from({ length: right - left + 1 }, (_, index) => new TableColumn(this.on, this.area, index));
  }

  get count() {
    return this[members]().length;
  }
  getCount() {
    return this.count;
  }
  getItem(key: string | number) {
    const found = this[members]().find(({ name, index }) => name === key || index + 1 === key);
    if (!found) throw new ExcelFailure("ItemNotFound", `column ${String(key)}`);
    return found;
  }
  getItemAt(index: number) {
    const found = this[members]()[index];
    if (!found) throw new ExcelFailure("ItemNotFound");
    return found;
  }
  getItemOrNullObject(key: string | number) {
    return this[members]().find(({ name, index }) => name === key || index + 1 === key) ?? new NullObject();
  }
}

export class TableColumn extends ExcelObject {
  readonly className = "TableColumn";
  readonly on: SheetPlace;
  readonly area: CellRange;
  readonly at: number;

  constructor(on: SheetPlace, area: CellRange, at: number) {
    super();
    this.on = on;
    this.area = area;
    this.at = at;
  }

  get id() {
    return this.at + 1;
  }
  get index() {
    return this.at;
  }
  get name() {
    return String(part(this, 0, 0).values?.[0]?.[0] ?? "");
  }
  getRange() {
    return part(this, 0, undefined);
  }
  getHeaderRowRange() {
    return part(this, 0, 0);
  }
  getDataBodyRange() {
    return part(this, 1, undefined);
  }
}

function part({ on, area, at }: TableColumn, from: number, to: number | undefined): Range {
  const { top, bottom, left } = area;
  return new Range(on, {
    top: top + from,
    bottom: to === undefined ? bottom : top + to,
    left: left + at,
    right: left + at,
  });
}
