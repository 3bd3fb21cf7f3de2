import { columnsOf, isEntireColumn, isEntireRow, rowsOf } from "./address";
import { ExcelObject, NullObject } from "./excel-object";
import { Range, rangeOn } from "./range";
import type { SheetPlace } from "./sheet-place";

export class WorksheetFreezePanes extends ExcelObject {
  readonly className = "WorksheetFreezePanes";
  readonly on: SheetPlace;

  constructor(on: SheetPlace) {
    super();
    this.on = on;
  }

  freezeRows(count?: number | null) {
    freeze(this.on, count ?? 1, 0);
  }
  freezeColumns(count?: number | null) {
    freeze(this.on, 0, count ?? 1);
  }
  /** Freezes everything above and left of the end of the range, which begins at A1. */
  freezeAt(range: unknown) {
    const { area } = rangeOn(this.on, range);
    freeze(
      this.on,
      isEntireColumn(area) ? 0 : area.top + rowsOf(area),
      isEntireRow(area) ? 0 : area.left + columnsOf(area),
    );
  }
  unfreeze() {
    freeze(this.on, 0, 0);
  }
  getLocationOrNullObject() {
    const { rows, columns } = this.on.workbook.engine.frozen(this.on.key);
    if (rows === 0 && columns === 0) return new NullObject();
    const whole = rangeOn(this.on, null).area;
    return new Range(this.on, {
      top: 0,
      left: 0,
      bottom: rows === 0 ? whole.bottom : rows - 1,
      right: columns === 0 ? whole.right : columns - 1,
    });
  }
}

function freeze({ workbook, key }: SheetPlace, rows: number, columns: number): void {
  workbook.engine.freeze(key, rows, columns);
}
