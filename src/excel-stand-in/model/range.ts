import type { CellRange } from "../../domain/snapshot";
import type { EngineCell } from "../engine/spreadsheet-engine";
import { ExcelFailure } from "../wire/excel-failure";
import {
  areaText,
  columnsOf,
  intersection,
  isEntireColumn,
  isEntireRow,
  isOnGrid,
  lastColumn,
  lastRow,
  parseAddress,
  rowsOf,
  sheetText,
} from "./address";
import { clearCells, deleteCells, insertCells } from "./cell-changes";
import { readText, readValue, readValueType, writeCells, writeNumberFormats } from "./cell-values";
import { ConditionalFormatCollection } from "./conditional-format";
import { DataValidation } from "./data-validation";
import { ExcelObject, identity, NullObject } from "./excel-object";
import { RangeAreas } from "./range-areas";
import { RangeFormat } from "./range-format";
import type { CellBlock, SheetPlace } from "./sheet-place";
import { visibilityOf } from "./sheet-rules";

/** Excel refuses to read more cells than this at once. */
const mostCells = 5_000_000;

/** A rectangle of cells. */
export class Range extends ExcelObject implements CellBlock {
  readonly className = "Range";
  readonly on: SheetPlace;
  readonly area: CellRange;
  referenceId: string | undefined;

  constructor(on: SheetPlace, area: CellRange) {
    super();
    if (!isOnGrid(area)) throw new ExcelFailure("InvalidArgument", "the range lies outside the sheet");
    this.on = on;
    this.area = area;
  }

  override [identity](): Readonly<Record<string, unknown>> {
    return this.referenceId === undefined ? {} : { _ReferenceId: this.referenceId };
  }

  get address() {
    return `${sheetText(this.on.name)}!${areaText(this.area)}`;
  }
  get rowIndex() {
    return this.area.top;
  }
  get columnIndex() {
    return this.area.left;
  }
  get rowCount() {
    return rowsOf(this.area);
  }
  get columnCount() {
    return columnsOf(this.area);
  }
  get cellCount() {
    return this.rowCount * this.columnCount;
  }

  get values(): (string | number | boolean)[][] | null {
    return readBlock(this, readValue);
  }
  set values(values: unknown) {
    writeCells(this, values);
  }
  get formulas() {
    const { formulas } = this.on.workbook;
    return readBlock(
      this,
      (cell, row, column) => formulas.asWritten(cell, { sheet: this.on.key, row, column }) ?? readValue(cell),
    );
  }
  set formulas(formulas: unknown) {
    writeCells(this, formulas);
  }
  get text() {
    const { engine } = this.on.workbook;
    return readBlock(this, (cell) => readText(engine, cell));
  }
  get valueTypes() {
    return readBlock(this, readValueType);
  }
  get numberFormat() {
    return readBlock(this, (cell) => cell.look.numberFormat ?? "General");
  }
  set numberFormat(formats: unknown) {
    writeNumberFormats(this, formats);
  }

  get rowHidden() {
    return null;
  }
  set rowHidden(hidden: unknown) {
    this.on.workbook.assertWritable(this.on.key);
    this.on.workbook.engine.setRowsHidden(this.on.key, this.area.top, this.area.bottom, hidden === true);
  }
  get columnHidden() {
    return null;
  }
  set columnHidden(hidden: unknown) {
    this.on.workbook.assertWritable(this.on.key);
    this.on.workbook.engine.setColumnsHidden(this.on.key, this.area.left, this.area.right, hidden === true);
  }

  get worksheet() {
    return this.on.workbook.objects.worksheet(this.on.key);
  }
  get format() {
    return new RangeFormat(this);
  }
  get dataValidation() {
    return new DataValidation(this);
  }
  get conditionalFormats() {
    return new ConditionalFormatCollection(this);
  }

  getCell(row: number, column: number) {
    return at(this, this.area.top + row, this.area.left + column, 1, 1);
  }
  getColumn(column: number) {
    if (column < 0 || column >= this.columnCount)
      throw new ExcelFailure("InvalidArgument", `no column ${String(column)}`);
    return at(this, this.area.top, this.area.left + column, this.rowCount, 1);
  }
  getRow(row: number) {
    if (row < 0 || row >= this.rowCount) throw new ExcelFailure("InvalidArgument", `no row ${String(row)}`);
    return at(this, this.area.top + row, this.area.left, 1, this.columnCount);
  }
  getEntireColumn() {
    return new Range(this.on, { ...this.area, top: 0, bottom: lastRow });
  }
  getEntireRow() {
    return new Range(this.on, { ...this.area, left: 0, right: lastColumn });
  }
  getLastCell() {
    return at(this, this.area.bottom, this.area.right, 1, 1);
  }
  getLastRow() {
    return at(this, this.area.bottom, this.area.left, 1, this.columnCount);
  }
  getLastColumn() {
    return at(this, this.area.top, this.area.right, this.rowCount, 1);
  }
  getOffsetRange(rows: number, columns: number) {
    return at(this, this.area.top + rows, this.area.left + columns, this.rowCount, this.columnCount);
  }
  getResizedRange(rows: number, columns: number) {
    return at(this, this.area.top, this.area.left, this.rowCount + rows, this.columnCount + columns);
  }
  getAbsoluteResizedRange(rows: number, columns: number) {
    return at(this, this.area.top, this.area.left, rows, columns);
  }
  getBoundingRect(other: unknown) {
    const { area } = rangeOn(this.on, other);
    return new Range(this.on, {
      top: Math.min(this.area.top, area.top),
      left: Math.min(this.area.left, area.left),
      bottom: Math.max(this.area.bottom, area.bottom),
      right: Math.max(this.area.right, area.right),
    });
  }
  getIntersectionOrNullObject(other: unknown) {
    const area = intersection(this.area, rangeOn(this.on, other).area);
    return area ? new Range(this.on, area) : new NullObject();
  }
  getMergedAreasOrNullObject() {
    const merged = this.on.workbook.engine.merges(this.on.key).filter((area) => intersection(area, this.area));
    return merged.length === 0 ? new NullObject() : new RangeAreas(this.on, merged);
  }
  getUsedRange(valuesOnly?: boolean | null) {
    return usedPart(this, valuesOnly === true) ?? at(this, this.area.top, this.area.left, 1, 1);
  }
  getUsedRangeOrNullObject(valuesOnly?: boolean | null) {
    return usedPart(this, valuesOnly === true) ?? new NullObject();
  }

  merge(across?: boolean | null) {
    const { workbook, key } = this.on;
    workbook.assertWritable(key);
    if (across !== true) workbook.engine.merge(key, this.area);
    else
      for (let row = this.area.top; row <= this.area.bottom; row += 1)
        workbook.engine.merge(key, { ...this.area, top: row, bottom: row });
  }
  unmerge() {
    this.on.workbook.assertWritable(this.on.key);
    this.on.workbook.engine.unmerge(this.on.key, this.area);
  }
  clear(applyTo?: string | null) {
    clearCells(this, applyTo ?? "All");
  }
  delete(shift: string) {
    deleteCells(this, shift);
  }
  insert(shift: string) {
    insertCells(this, shift);
    return new Range(this.on, this.area);
  }
  select() {
    const { workbook, key } = this.on;
    if (visibilityOf(workbook, key) !== "Visible") throw new ExcelFailure("InvalidOperation", "the sheet is hidden");
    const before = workbook.engine.activeSheet();
    workbook.engine.select({ sheet: key, area: this.area });
    if (before !== key) workbook.announceActivation(key, before);
    workbook.announceSelection({ sheet: key, area: this.area });
  }
  calculate() {
    // Results are brought up to date before anything is read.
  }

  /** Asked by the library before it writes a large block in parts. */
  _ValidateArraySize(rows: number, columns: number) {
    if (rows !== this.rowCount || columns !== this.columnCount)
      throw new ExcelFailure(
        "InvalidArgument",
        `the values do not have ${String(this.rowCount)} rows of ${String(this.columnCount)} columns`,
      );
  }
  _KeepReference() {
    this.referenceId ??= this.on.workbook.keep(this);
  }
}

/**
 * A range of the sheet by its address; nothing means the whole sheet, and a range stays itself.
 * @throws ExcelFailure InvalidArgument for an address that is none or belongs to another sheet
 */
export function rangeOn(on: SheetPlace, address: unknown): Range {
  if (address instanceof Range) return address;
  if (address === undefined || address === null || address === "")
    return new Range(on, { top: 0, left: 0, bottom: lastRow, right: lastColumn });
  const parsed = parseAddress(String(address));
  if (!parsed || (parsed.sheet !== undefined && parsed.sheet.toLowerCase() !== on.name.toLowerCase()))
    throw new ExcelFailure("InvalidArgument", `address ${String(address)}`);
  return new Range(on, parsed.area);
}

/** @throws ExcelFailure InvalidArgument outside the sheet */
function at(range: Range, top: number, left: number, rows: number, columns: number): Range {
  return new Range(range.on, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
}

/** For whole columns and rows Excel answers null instead of millions of cells. */
function readBlock<T>(range: Range, read: (cell: EngineCell, row: number, column: number) => T): T[][] | null {
  if (isEntireColumn(range.area) || isEntireRow(range.area)) return null;
  if (range.cellCount > mostCells) throw new ExcelFailure("RangeExceedsLimit");
  const { top, left } = range.area;
  return range.on.workbook.engine
    .readCells(range.on.key, range.area)
    .map((cells, row) => cells.map((cell, column) => read(cell, top + row, left + column)));
}

function usedPart(range: Range, valuesOnly: boolean): Range | undefined {
  const used = range.on.workbook.engine.usedArea(range.on.key, valuesOnly);
  const area = used && intersection(used, range.area);
  return area && new Range(range.on, area);
}
