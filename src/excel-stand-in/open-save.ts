import type { EngineCell, EngineInput } from "./engine/spreadsheet-engine";
import type { WorkbookState } from "./model/workbook-state";
import type { CellFile, SheetFile, TableFile, WorkbookFile } from "./workbook-file";

const pixelsPerPoint = 4 / 3;
const charactersToPixels = (characters: number): number => Math.round(characters * 7 + 5);
const pixelsToCharacters = (pixels: number): number => Math.round(((pixels - 5) / 7) * 100) / 100;

/** Fills the workbook from plain data, replacing everything it held. */
export function loadWorkbook(state: WorkbookState, file: WorkbookFile): void {
  const { engine } = state;
  const before = engine.sheets().map(({ id }) => id);
  for (const id of before) engine.renameSheet(id, `旧${String(state.nextId())}`);
  const keys = file.sheets.map((sheet) => {
    const key = `{00000000-0001-0000-${String(state.nextId()).padStart(4, "0")}-000000000000}`;
    engine.addSheet(key, sheet.name);
    return { key, sheet };
  });
  for (const id of before) {
    engine.removeSheet(id);
    state.forgetSheet(id);
  }
  state.settings.clear();
  for (const [key, value] of Object.entries(file.settings)) state.settings.set(key, value);
  for (const { key, sheet } of keys) loadTables(state, key, sheet.tables);
  // Values of all sheets come first: formulas may speak of tables on any of them, whose headers must stand.
  for (const { key, sheet } of keys) loadCells(state, key, sheet, false);
  for (const { key, sheet } of keys) loadCells(state, key, sheet, true);
  for (const { key, sheet } of keys) loadLayout(state, key, sheet);
  const active = keys.find(({ sheet }) => sheet.name === file.activeSheet) ?? keys[0];
  if (active) engine.activateSheet(active.key);
}

function loadTables(state: WorkbookState, sheet: string, tables: readonly TableFile[]): void {
  for (const { name, range, style, showFilterButton } of tables)
    state.tables.push({
      id: String(state.nextId()),
      name,
      sheet,
      area: range,
      style,
      showFilterButton,
      showBandedRows: true,
    });
}

function loadCells(state: WorkbookState, key: string, { rows }: SheetFile, formulas: boolean): void {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return;
  const inputs = rows.map((row, r) =>
    Array.from({ length: width }, (_, c): EngineInput | undefined => {
      const cell = row[c] ?? null;
      if (cell === null || (cell.formula !== undefined) !== formulas) return undefined;
      const look = cell.look === undefined ? {} : { look: cell.look };
      return cell.formula === undefined
        ? { ...plainInput(cell), ...look }
        : { formula: state.formulas.forEngine(cell.formula, { sheet: key, row: r, column: c }), ...look };
    }),
  );
  if (inputs.some((row) => row.some((input) => input !== undefined))) state.engine.writeCells(key, 0, 0, inputs);
}

const plainInput = ({ value }: CellFile): EngineInput =>
  typeof value === "object" && value !== null ? { value: value.error, isError: true } : { value };

function loadLayout(state: WorkbookState, key: string, sheet: SheetFile): void {
  const { engine } = state;
  for (const area of sheet.merges) engine.merge(key, area);
  for (const { column, width } of sheet.columnWidths)
    engine.setColumnWidth(key, column, column, charactersToPixels(width));
  for (const { row, height } of sheet.rowHeights)
    engine.setRowHeight(key, row, row, Math.round(height * pixelsPerPoint));
  if (sheet.frozenRows > 0 || sheet.frozenColumns > 0) engine.freeze(key, sheet.frozenRows, sheet.frozenColumns);
  engine.setTabColor(key, sheet.tabColor);
  engine.setGridlines(key, sheet.showGridlines);
  engine.setSheetHidden(key, sheet.visibility !== "visible");
  const extras = state.sheet(key);
  extras.veryHidden = sheet.visibility === "very-hidden";
  extras.tabColor = sheet.tabColor;
  extras.showGridlines = sheet.showGridlines;
  extras.protection = sheet.isProtected ? {} : undefined;
  extras.validations = sheet.validations;
  extras.conditionalFormats = sheet.conditionalFormats.map((format) => ({
    ...format,
    id: `{cf-${String(state.nextId())}}`,
  }));
  extras.pageLayout = sheet.pageLayout;
  for (const [name, value] of Object.entries(sheet.customProperties)) extras.customProperties.set(name, value);
  state.redecorate(key);
}

/** The workbook as plain data, results of formulas included. */
export function saveWorkbook(state: WorkbookState): WorkbookFile {
  return {
    sheets: state.engine.sheets().map(({ id, name }) => saveSheet(state, id, name)),
    activeSheet: state.sheetName(state.engine.activeSheet()),
    settings: Object.fromEntries(state.settings),
  };
}

function saveSheet(state: WorkbookState, key: string, name: string): SheetFile {
  const { engine } = state;
  const extras = state.sheet(key);
  const used = engine.usedArea(key, false);
  const block = used ? engine.readCells(key, { top: 0, left: 0, bottom: used.bottom, right: used.right }) : [];
  const frozen = engine.frozen(key);
  const hidden = engine.sheets().find(({ id }) => id === key)?.hidden === true;
  return {
    name,
    visibility: !hidden ? "visible" : extras.veryHidden ? "very-hidden" : "hidden",
    tabColor: extras.tabColor,
    showGridlines: extras.showGridlines,
    rows: block.map((cells, row) => cells.map((cell, column) => saveCell(state, key, cell, row, column))),
    merges: engine.merges(key),
    columnWidths: unusual(used?.right, (column) => engine.columnWidth(key, column)).map(([column, pixels]) => ({
      column,
      width: pixelsToCharacters(pixels),
    })),
    rowHeights: unusual(used?.bottom, (row) => engine.rowHeight(key, row)).map(([row, pixels]) => ({
      row,
      height: pixels / pixelsPerPoint,
    })),
    frozenRows: frozen.rows,
    frozenColumns: frozen.columns,
    tables: state.tables
      .filter(({ sheet }) => sheet === key)
      .map(({ name: table, area, style, showFilterButton }) => ({ name: table, range: area, style, showFilterButton })),
    validations: extras.validations,
    conditionalFormats: extras.conditionalFormats.map(({ area, formula, look }) => ({ area, formula, look })),
    customProperties: Object.fromEntries(extras.customProperties),
    isProtected: extras.protection !== undefined,
    pageLayout: extras.pageLayout,
  };
}

function saveCell(state: WorkbookState, sheet: string, cell: EngineCell, row: number, column: number): CellFile | null {
  const formula = state.formulas.asWritten(cell, { sheet, row, column });
  const hasLook = Object.keys(cell.look).length > 0;
  if (cell.value === null && formula === undefined && !hasLook) return null;
  return {
    value: cell.isError ? { error: String(cell.value) } : cell.value,
    ...(formula === undefined ? {} : { formula }),
    ...(hasLook ? { look: cell.look } : {}),
  };
}

/** Sizes that differ from the ordinary one, which is that of the row or column far beyond the used part. */
function unusual(last: number | undefined, sizeOf: (at: number) => number): [at: number, size: number][] {
  if (last === undefined) return [];
  const ordinary = sizeOf(last + 5000);
  return Array.from({ length: last + 1 }, (_, at): [number, number] => [at, sizeOf(at)]).filter(
    ([, size]) => size !== ordinary,
  );
}
