import type { CellRange } from "../domain/snapshot";
import type { CellLook } from "./engine/spreadsheet-engine";

export type { CellLook } from "./engine/spreadsheet-engine";

/** A whole workbook as plain data: what is opened from and saved to a file. */
export interface WorkbookFile {
  readonly sheets: readonly SheetFile[];
  /** Name of the sheet that is in front. */
  readonly activeSheet: string;
  /** Settings of add-ins, by key: plain JSON. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface SheetFile {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
  /** `#rrggbb`; empty for the ordinary colour. */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  /** Rows from A1; ragged; an absent cell is null. */
  readonly rows: readonly (readonly (CellFile | null)[])[];
  readonly merges: readonly CellRange[];
  /** Columns of other than the ordinary width, in characters. */
  readonly columnWidths: readonly { readonly column: number; readonly width: number }[];
  /** Rows of other than the ordinary height, in points. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly tables: readonly TableFile[];
  readonly validations: readonly ValidationFile[];
  readonly conditionalFormats: readonly ConditionalFormatFile[];
  readonly customProperties: Readonly<Record<string, string>>;
  readonly isProtected: boolean;
  readonly pageLayout: PageLayoutFile;
}

/** A cell: its value (the result, if it has a formula), and how it looks. */
export interface CellFile {
  readonly value: null | string | number | boolean | { readonly error: string };
  /** As written, with `=`. */
  readonly formula?: string;
  readonly look?: CellLook;
}

export interface TableFile {
  readonly name: string;
  /** With the header row. */
  readonly range: CellRange;
  readonly style: string;
  readonly showFilterButton: boolean;
}

export interface ValidationFile {
  readonly area: CellRange;
  /** As Excel's `DataValidationRule` has it: `{ list: { inCellDropDown, source } }`, `{ wholeNumber: {…} }` … */
  readonly rule: object;
  readonly ignoreBlanks?: boolean;
  readonly prompt?: { readonly title: string; readonly message: string };
  readonly error?: {
    readonly title: string;
    readonly message: string;
    readonly style: "Stop" | "Warning" | "Information";
  };
}

/** Cells of the area for which the formula, relative to the top left cell, is true take the look. */
export interface ConditionalFormatFile {
  readonly area: CellRange;
  readonly formula: string;
  readonly look: Pick<CellLook, "fill" | "fontColor" | "bold" | "italic">;
}

export interface PageLayoutFile {
  readonly orientation?: "Portrait" | "Landscape";
  readonly paperSize?: string;
  readonly pagesWide?: number;
  readonly titleRows?: string;
}
