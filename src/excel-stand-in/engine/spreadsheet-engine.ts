import type { CellRange } from "../../domain/snapshot";

type Alignment = "left" | "center" | "right";
type VerticalAlignment = "top" | "center" | "bottom";

/** How a cell looks. An absent member is the sheet's ordinary look. Colours are `#rrggbb`, sizes are points. */
export interface CellLook {
  readonly numberFormat?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fill?: string;
  readonly wrap?: boolean;
  readonly horizontal?: Alignment;
  readonly vertical?: VerticalAlignment;
}

/** A change of look: null takes a member back to the ordinary look, an absent member stays as it is. */
export type LookChange = { readonly [Member in keyof CellLook]?: CellLook[Member] | null };

export type CellValue = null | string | number | boolean;

/** What a cell holds. An error is its text (`#DIV/0!`) with `isError`. */
export interface EngineCell {
  readonly value: CellValue;
  readonly isError: boolean;
  /** With `=`; references are plain ranges. */
  readonly formula?: string;
  readonly look: CellLook;
}

/** What is put into a cell: a formula (with `=`) or a value. Nothing is interpreted any more: a text is an error only if told so. */
export type EngineInput = { readonly look?: LookChange } & (
  | { readonly formula: string }
  | { readonly value: CellValue; readonly isError?: boolean }
);

export interface EngineSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

export interface Place {
  readonly sheet: string;
  readonly area: CellRange;
}

export interface ListRule {
  readonly area: CellRange;
  readonly rule: object;
  readonly prompt?: { readonly title: string; readonly message: string };
  readonly error?: { readonly title: string; readonly message: string; readonly stops: boolean };
}

/** Cells of the area for which the formula, relative to the top left cell, is true take the look. */
export interface FormulaLook {
  readonly area: CellRange;
  readonly formula: string;
  readonly look: Pick<CellLook, "fill" | "fontColor" | "bold" | "italic">;
}

/** What a grid draws beside the cells. An engine without a screen ignores it. */
export interface SheetDecoration {
  readonly validations: readonly ListRule[];
  readonly formulaLooks: readonly FormulaLook[];
}

/**
 * The spreadsheet under the stand-in: cells, looks, formulas, sheets. Rows and columns count from 0; sheets are named
 * by an id that survives renaming. Everything else that Excel holds (tables, settings, protection) is kept beside it.
 */
export interface SpreadsheetEngine {
  sheets(): readonly EngineSheet[];
  addSheet(id: string, name: string): void;
  removeSheet(id: string): void;
  renameSheet(id: string, name: string): void;
  moveSheet(id: string, position: number): void;
  setSheetHidden(id: string, hidden: boolean): void;
  setTabColor(id: string, color: string): void;
  setGridlines(id: string, shown: boolean): void;

  /** Puts a block with its top left cell at (top, left); undefined leaves a cell as it is. */
  writeCells(id: string, top: number, left: number, rows: readonly (readonly (EngineInput | undefined)[])[]): void;
  /** Values, formulas and looks of the area, one per cell. */
  readCells(id: string, area: CellRange): EngineCell[][];
  setLook(id: string, area: CellRange, change: LookChange): void;
  /** Smallest area with all cells that hold a value or, unless `valuesOnly`, a look; undefined for an empty sheet. */
  usedArea(id: string, valuesOnly: boolean): CellRange | undefined;
  /** Removes the cells; those below (or right of) them move up (or left). */
  deleteCells(id: string, area: CellRange, shift: "up" | "left"): void;
  insertCells(id: string, area: CellRange, shift: "down" | "right"): void;

  merges(id: string): readonly CellRange[];
  merge(id: string, area: CellRange): void;
  unmerge(id: string, area: CellRange): void;
  /** Pixels. */
  columnWidth(id: string, column: number): number;
  setColumnWidth(id: string, from: number, to: number, pixels: number): void;
  rowHeight(id: string, row: number): number;
  setRowHeight(id: string, from: number, to: number, pixels: number): void;
  setColumnsHidden(id: string, from: number, to: number, hidden: boolean): void;
  setRowsHidden(id: string, from: number, to: number, hidden: boolean): void;
  frozen(id: string): { readonly rows: number; readonly columns: number };
  freeze(id: string, rows: number, columns: number): void;
  decorate(id: string, decoration: SheetDecoration): void;

  /** A value as a cell with this number format shows it. */
  textOf(cell: EngineCell): string;

  /** Recalculates what has changed and waits until the results stand in their cells. */
  calculate(): Promise<void>;

  activeSheet(): string;
  activateSheet(id: string): void;
  selection(): Place;
  select(place: Place): void;

  /** Called for what a person changes or selects in the grid, never for calls of this interface. */
  watch(listeners: EngineListeners): void;
  dispose(): void;
}

export interface EngineListeners {
  readonly changed: (place: Place) => void;
  readonly selected: (place: Place) => void;
  readonly activated: (sheet: string) => void;
}
