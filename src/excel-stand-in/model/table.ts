import type { CellRange } from "../../domain/snapshot";
import { ExcelFailure } from "../wire/excel-failure";
import { intersection, parseAddress } from "./address";
import { ExcelCollection, ExcelObject, identity, members, NullObject } from "./excel-object";
import { Range } from "./range";
import { SheetPlace } from "./sheet-place";
import { TableColumnCollection } from "./table-column";
import type { TableState, WorkbookState } from "./workbook-state";

/** The tables of one sheet, or of the whole workbook when no sheet is given. */
export class TableCollection extends ExcelCollection<Table> {
  readonly className = "TableCollection";
  readonly workbook: WorkbookState;
  readonly sheet: string | undefined;

  constructor(workbook: WorkbookState, sheet?: string) {
    super();
    this.workbook = workbook;
    this.sheet = sheet;
  }

  override [members](): readonly Table[] {
    return this.workbook.tables
      .filter(({ sheet }) => this.sheet === undefined || sheet === this.sheet)
      .map((state) => new Table(this.workbook, state));
  }

  get count() {
    return this[members]().length;
  }
  add(address: unknown, hasHeaders: boolean) {
    const range = rangeOf(this.workbook, address, this.sheet);
    this.workbook.assertWritable(range.on.key);
    if (!hasHeaders) throw new ExcelFailure("ApiNotFound", "tables without a header row");
    assertFree(this.workbook, range, undefined);
    const state: TableState = {
      id: String(this.workbook.nextId()),
      name: freeName(this.workbook),
      sheet: range.on.key,
      area: range.area,
      style: "TableStyleMedium2",
      showFilterButton: true,
      showBandedRows: true,
    };
    nameHeaders(range);
    this.workbook.tables.push(state);
    return new Table(this.workbook, state);
  }
  getCount() {
    return this.count;
  }
  getItem(key: string) {
    const found = find(this, key);
    if (!found) throw new ExcelFailure("ItemNotFound", `table ${key}`);
    return found;
  }
  getItemAt(index: number) {
    const found = this[members]()[index];
    if (!found) throw new ExcelFailure("ItemNotFound");
    return found;
  }
  getItemOrNullObject(key: string) {
    return find(this, key) ?? new NullObject();
  }
}

export class Table extends ExcelObject {
  readonly className = "Table";
  readonly workbook: WorkbookState;
  readonly state: TableState;

  constructor(workbook: WorkbookState, state: TableState) {
    super();
    this.workbook = workbook;
    this.state = state;
  }

  override [identity]() {
    return { Id: this.state.id };
  }

  get id() {
    return this.state.id;
  }
  get name() {
    return this.state.name;
  }
  set name(name: unknown) {
    const given = String(name);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(given) || parseAddress(given))
      throw new ExcelFailure("InvalidArgument", `table name ${given}`);
    const taken = this.workbook.tables.some(
      (table) => table !== this.state && table.name.toLowerCase() === given.toLowerCase(),
    );
    if (taken) throw new ExcelFailure("InvalidArgument", `table name ${given} is taken`);
    this.workbook.formulas.rename(this.state.name, given);
    this.state.name = given;
  }
  get style() {
    return this.state.style;
  }
  set style(style: unknown) {
    this.state.style = String(style);
  }
  get showFilterButton() {
    return this.state.showFilterButton;
  }
  set showFilterButton(shown: unknown) {
    this.state.showFilterButton = shown === true;
  }
  get showBandedRows() {
    return this.state.showBandedRows;
  }
  set showBandedRows(shown: unknown) {
    this.state.showBandedRows = shown === true;
  }
  get showHeaders() {
    return true;
  }
  get showTotals() {
    return false;
  }
  get worksheet() {
    return this.workbook.objects.worksheet(this.state.sheet);
  }
  get columns() {
    return new TableColumnCollection(place(this), this.state.area);
  }

  getRange() {
    return new Range(place(this), this.state.area);
  }
  getHeaderRowRange() {
    return new Range(place(this), { ...this.state.area, bottom: this.state.area.top });
  }
  getDataBodyRange() {
    return new Range(place(this), { ...this.state.area, top: this.state.area.top + 1 });
  }
  /** The header row stays where it is. */
  resize(address: unknown) {
    this.workbook.assertWritable(this.state.sheet);
    const range = rangeOf(this.workbook, address, this.state.sheet);
    if (
      range.on.key !== this.state.sheet ||
      range.area.top !== this.state.area.top ||
      !intersection(range.area, this.state.area)
    )
      throw new ExcelFailure("InvalidArgument", "a table keeps its header row");
    assertFree(this.workbook, range, this.state);
    this.state.area = range.area;
    nameHeaders(range);
    this.workbook.formulas.rewrite();
  }
  convertToRange() {
    const range = this.getRange();
    remove(this);
    return range;
  }
  /** Deletes the table with its cells. */
  delete() {
    const range = this.getRange();
    this.workbook.assertWritable(this.state.sheet);
    remove(this);
    range.clear("All");
  }
}

const place = ({ workbook, state }: Table): SheetPlace => new SheetPlace(workbook, state.sheet);

function remove({ workbook, state }: Table): void {
  workbook.formulas.dissolve(state.name);
  workbook.tables.splice(workbook.tables.indexOf(state), 1);
}

/** Tables are found by name, regardless of case, or by id. */
function find(tables: TableCollection, key: string): Table | undefined {
  return tables[members]().find(
    ({ state }) => state.id === key || state.name.toLowerCase() === String(key).toLowerCase(),
  );
}

function rangeOf(workbook: WorkbookState, address: unknown, sheet: string | undefined): Range {
  if (address instanceof Range) return address;
  const parsed = parseAddress(String(address));
  const named = parsed?.sheet?.toLowerCase();
  const key =
    named === undefined
      ? (sheet ?? workbook.engine.activeSheet())
      : workbook.engine.sheets().find(({ name }) => name.toLowerCase() === named)?.id;
  if (!parsed || key === undefined) throw new ExcelFailure("InvalidArgument", `address ${String(address)}`);
  return new Range(new SheetPlace(workbook, key), parsed.area);
}

function assertFree(workbook: WorkbookState, { on, area }: Range, except: TableState | undefined): void {
  if (area.bottom === area.top)
    throw new ExcelFailure("InvalidArgument", "a table has at least one row below its header");
  const meets = (other: CellRange) => intersection(other, area) !== undefined;
  if (workbook.tables.some((table) => table !== except && table.sheet === on.key && meets(table.area)))
    throw new ExcelFailure("InvalidArgument", "tables may not overlap");
  if (workbook.engine.merges(on.key).some(meets))
    throw new ExcelFailure("InvalidArgument", "a table may not hold merged cells");
}

/** Header cells are unique texts: Excel turns numbers into text, fills blanks and numbers repetitions. */
function nameHeaders({ on, area }: Range): void {
  const header = { ...area, bottom: area.top };
  const cells = on.workbook.engine.readCells(on.key, header)[0] ?? [];
  const seen = new Set<string>();
  const names = cells.map((cell, index) => {
    const wanted = cell.value === null ? `列${String(index + 1)}` : on.workbook.engine.textOf(cell);
    let name = wanted;
    for (let number = 2; seen.has(name.toLowerCase()); number += 1) name = `${wanted}${String(number)}`;
    seen.add(name.toLowerCase());
    return name;
  });
  const changed = names.map((name, index) => (cells[index]?.value === name ? undefined : { value: name }));
  if (changed.some((input) => input !== undefined))
    on.workbook.engine.writeCells(on.key, area.top, area.left, [changed]);
}

function freeName(workbook: WorkbookState): string {
  const taken = new Set(workbook.tables.map(({ name }) => name.toLowerCase()));
  let number = workbook.tables.length + 1;
  while (taken.has(`表${String(number)}`)) number += 1;
  return `表${String(number)}`;
}
