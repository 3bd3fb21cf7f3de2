import type { CellRange } from "../../domain/snapshot";
import { ExcelFailure } from "../wire/excel-failure";
import { areaText, columnsOf, rowsOf, sheetText } from "./address";
import { ExcelCollection, ExcelObject, identity, members } from "./excel-object";
import type { SheetPlace } from "./sheet-place";

/** Several rectangles of one sheet. */
export class RangeAreas extends ExcelObject {
  readonly className = "RangeAreas";
  readonly on: SheetPlace;
  readonly list: readonly CellRange[];
  referenceId: string | undefined;

  constructor(on: SheetPlace, list: readonly CellRange[]) {
    super();
    this.on = on;
    this.list = list;
  }

  override [identity](): Readonly<Record<string, unknown>> {
    return this.referenceId === undefined ? {} : { _ReferenceId: this.referenceId };
  }

  get address() {
    return this.list.map((area) => `${sheetText(this.on.name)}!${areaText(area)}`).join(",");
  }
  get areaCount() {
    return this.list.length;
  }
  get cellCount() {
    return this.list.reduce((count, area) => count + rowsOf(area) * columnsOf(area), 0);
  }
  get areas() {
    return new RangeCollection(this.on, this.list);
  }
  get worksheet() {
    return this.on.workbook.objects.worksheet(this.on.key);
  }

  _KeepReference() {
    this.referenceId ??= this.on.workbook.keep(this);
  }
}

class RangeCollection extends ExcelCollection<ExcelObject> {
  readonly className = "RangeCollection";
  readonly on: SheetPlace;
  readonly list: readonly CellRange[];

  constructor(on: SheetPlace, list: readonly CellRange[]) {
    super();
    this.on = on;
    this.list = list;
  }

  override [members](): readonly ExcelObject[] {
    return this.list.map((area) => this.on.workbook.objects.range(this.on.key, area));
  }

  getCount() {
    return this.list.length;
  }
  getItemAt(index: number) {
    const area = this.list[index];
    if (!area) throw new ExcelFailure("ItemNotFound");
    return this.on.workbook.objects.range(this.on.key, area);
  }
}
