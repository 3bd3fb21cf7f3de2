import type { CellInput, CellStyle, ConditionalFormat, DataValidation, SheetEdit } from "../../domain/edit";

/** Rows of the frame: title, stamp, note, headers, then data. Rows count from 0. */
const headerRow = 3;
export const firstDataRow = headerRow + 1;

const longestHeader = 200;

export const tabColors = { input: "#0F6CBD", work: "#BC4B09", result: "#0E700E", ground: "#616161" } as const;

export interface FramedColumn {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly style?: CellStyle;
}

/** A cell of a framed sheet: what it holds and, if it differs from its column, how it looks. */
export type FramedCell = CellInput | { readonly input: CellInput; readonly style: CellStyle };

export interface FramedSheet {
  readonly role: string;
  readonly name: string;
  readonly tabColor: string;
  readonly title: string;
  /** The run, as one line of text. */
  readonly stamp: string;
  /** One sentence: what this is. */
  readonly note: string | CellInput;
  readonly columns: readonly FramedColumn[];
  readonly rows: readonly (readonly FramedCell[])[];
  readonly frozenColumns: number;
  readonly table: string;
  readonly validations?: readonly DataValidation[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
}

/** The frame every sheet of ours stands in: title, stamp, note, and a table that begins at row 5. */
export function framedSheet(sheet: FramedSheet): SheetEdit {
  const rows = sheet.rows.length === 0 ? [sheet.columns.map(() => null)] : sheet.rows;
  return {
    edit: "put-sheet",
    role: sheet.role,
    name: sheet.name,
    tabColor: sheet.tabColor,
    columns: sheet.columns.map(({ width, style }) => ({ width, ...(style !== undefined && { style }) })),
    rows: [
      [text(sheet.title)],
      [text(sheet.stamp)],
      [typeof sheet.note === "string" ? text(sheet.note) : sheet.note],
      uniqueHeaders(sheet.columns).map(text),
      ...rows.map((row) => row.map(inputOf)),
    ],
    rowStyles: [
      { row: 0, style: "title" },
      { row: 1, style: "stamp" },
      { row: 2, style: "note" },
      { row: headerRow, style: "header" },
    ],
    cellStyles: rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (isStyled(cell) ? [{ row: row + firstDataRow, column, style: cell.style }] : [])),
    ),
    merges: [],
    frozenRows: firstDataRow,
    frozenColumns: sheet.frozenColumns,
    table: {
      name: sheet.table,
      range: { top: headerRow, left: 0, bottom: headerRow + rows.length, right: sheet.columns.length - 1 },
    },
    validations: sheet.validations ?? [],
    conditionalFormats: sheet.conditionalFormats ?? [],
    visibility: "visible",
  };
}

export const text = (value: string): CellInput => ({ text: value });
export const optionalText = (value: string | undefined): CellInput =>
  value === undefined || value === "" ? null : text(value);
export const number = (value: number, format = "0"): CellInput => ({ number: value, format });
export const styled = (input: CellInput, style: CellStyle): FramedCell => ({ input, style });

const isStyled = (cell: FramedCell): cell is Extract<FramedCell, { style: CellStyle }> =>
  cell !== null && "style" in cell;
const inputOf = (cell: FramedCell): CellInput => (isStyled(cell) ? cell.input : cell);

/** A table refuses two columns of one name, letters that differ only in case do not tell them apart, and a line has no end. */
function uniqueHeaders(columns: readonly FramedColumn[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map(({ header }) => {
    const line = header.replace(/\s+/gu, " ").trim().slice(0, longestHeader);
    const wanted = line === "" ? "列" : line;
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}_${String(count)}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
