import { type CellAddress, type Reading, cellKey } from "../../domain/cell";
import type { Collection } from "../../domain/collected";
import { type Exact, compare, divide, exactFromCell, isInteger, multiply, parseExact } from "../../domain/exact";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";

/** A cell of a school that holds, or should hold, a number. */
export interface NumberCell {
  readonly form: string;
  readonly element: DataElement;
  readonly row: number;
  readonly at?: CellAddress;
  /** In the unit the element is kept in; absent for a blank and for what is no number. */
  readonly value?: Exact;
  /** What a number of the form is multiplied by to be kept. */
  readonly factor: Exact;
  readonly bounds: Bounds;
}

/** The numbers an element accepts. */
interface Bounds {
  readonly least: Exact;
  readonly most?: Exact;
}

/** The number cells of one school, by address and by where they stand beside one another on the sheets. */
export interface NumberCells {
  readonly all: readonly NumberCell[];
  readonly at: (address: CellAddress) => NumberCell | undefined;
  /** Cells of one form in one column of a sheet from top to bottom, or in one row from left to right. */
  readonly lines: readonly Line[];
}

export interface Line {
  readonly runs: "down" | "across";
  /** Column of the sheet, or its row. */
  readonly place: number;
  readonly cells: readonly NumberCell[];
}

export type FactorOf = (element: DataElement) => Exact;

const isNumeric = ({ type }: DataElement): boolean => type === "整数" || type === "小数" || type === "金额";

export function numberCells(
  definition: CompiledDefinition,
  { tables }: Collection,
  rows: ReadonlyMap<string, readonly number[]>,
  factorOf: FactorOf,
): NumberCells {
  const all = [...definition.forms.values()].flatMap(({ form, elements }) => {
    const table = tables.get(form.name);
    const own = (rows.get(form.name) ?? []).filter((row) => table?.rows[row]?.filed === true);
    return elements.filter(isNumeric).flatMap((element) => {
      const factor = factorOf(element);
      const bounds = boundsOf(element);
      return own.flatMap((row): readonly NumberCell[] => {
        const reading = table?.columns.get(element.name)?.[row];
        return reading ? [cellOf({ form: form.name, element, row, factor, bounds }, reading)] : [];
      });
    });
  });
  const byAddress = new Map(all.flatMap((cell) => (cell.at ? [[cellKey(cell.at), cell] as const] : [])));
  return { all, at: (address) => byAddress.get(cellKey(address)), lines: linesOf(all) };
}

function boundsOf({ min = 0, max }: DataElement): Bounds {
  return { least: exactFromCell(min), ...(max !== undefined && { most: exactFromCell(max) }) };
}

function cellOf(blank: Omit<NumberCell, "at" | "value">, reading: Reading): NumberCell {
  const value = valueOf(reading, blank.factor);
  return { ...blank, ...(reading.at && { at: reading.at }), ...(value && { value }) };
}

/** The number a reading holds; of a number refused for its size or its decimals, that number. */
function valueOf(reading: Reading, factor: Exact): Exact | undefined {
  if (reading.state === "reported") return reading.value.type === "number" ? reading.value.value : undefined;
  if (reading.state !== "unreadable") return undefined;
  const filed = parseExact(reading.raw.normalize("NFKC").replace(/[\s,]/gu, ""));
  return filed && multiply(filed, factor);
}

/** As the school writes it. */
export const filedValue = ({ factor }: NumberCell, value: Exact): Exact => divide(value, factor) ?? value;

/** Whether the element accepts a value. */
export function fits({ element, bounds: { least, most } }: NumberCell, value: Exact): boolean {
  if (element.type === "整数" && !isInteger(value)) return false;
  return compare(value, least) >= 0 && (most === undefined || compare(value, most) <= 0);
}

function linesOf(cells: readonly NumberCell[]): readonly Line[] {
  const lines = new Map<string, Line & { readonly cells: NumberCell[] }>();
  for (const cell of cells) {
    if (!cell.at) continue;
    const { file, sheet, row, column } = cell.at;
    for (const [runs, place] of [
      ["down", column],
      ["across", row],
    ] as const) {
      const key = [cell.form, file ?? "", sheet, runs, String(place)].join("\u0000");
      const line = lines.get(key) ?? { runs, place, cells: [] };
      line.cells.push(cell);
      lines.set(key, line);
    }
  }
  for (const { runs, cells: some } of lines.values()) some.sort((a, b) => placeIn(runs, a) - placeIn(runs, b));
  return [...lines.values()].filter(({ cells: some }) => some.length > 1);
}

const placeIn = (runs: Line["runs"], { at }: NumberCell): number => (runs === "down" ? at?.row : at?.column) ?? 0;
