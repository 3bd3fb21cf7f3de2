import type { CellRange } from "../../domain/snapshot";
import type { EngineCell, SpreadsheetEngine } from "../engine/spreadsheet-engine";
import { type FormulaPlace, type NamedTable, namesTables, plainFormula } from "./structured-formula";

/** What formulas need to know of the workbook. */
interface FormulaSurroundings {
  readonly engine: SpreadsheetEngine;
  readonly tables: readonly Omit<NamedTable, "sheetName" | "columns">[];
  sheetName(sheet: string): string;
}

interface Written {
  readonly place: FormulaPlace;
  readonly text: string;
  readonly plain: string;
}

/** Remembers formulas that speak of tables as they were written, while the engine calculates them with plain ranges. */
export class FormulaTexts {
  readonly #workbook: FormulaSurroundings;
  readonly #written = new Map<string, Written>();

  constructor(workbook: FormulaSurroundings) {
    this.#workbook = workbook;
  }

  /** The formula the engine shall calculate. */
  forEngine(text: string, place: FormulaPlace): string {
    if (!namesTables(text)) return text;
    const plain = plainFormula(text, place, this.#tables());
    this.#written.set(key(place), { place, text, plain });
    return plain;
  }

  /** The formula as it was written; the engine's own when the cell has been changed since. */
  asWritten(cell: EngineCell, place: FormulaPlace): string | undefined {
    if (cell.formula === undefined) return undefined;
    const written = this.#written.get(key(place));
    return written?.plain === cell.formula ? written.text : cell.formula;
  }

  forgetSheet(sheet: string): void {
    for (const [at, { place }] of this.#written) if (place.sheet === sheet) this.#written.delete(at);
  }

  /** Writes the ranges anew after a table has moved, grown or changed its name or headers. */
  rewrite(): void {
    const { engine } = this.#workbook;
    for (const [at, { place, text, plain }] of [...this.#written]) {
      const cell = engine.readCells(place.sheet, cellArea(place))[0]?.[0];
      if (cell?.formula !== plain) {
        this.#written.delete(at);
        continue;
      }
      const now = this.forEngine(text, place);
      if (now !== plain) engine.writeCells(place.sheet, place.row, place.column, [[{ formula: now }]]);
    }
  }

  /** As Excel does when a table goes: formulas keep its ranges and no longer speak of it. */
  dissolve(table: string): void {
    const name = `${table.toLowerCase()}[`;
    for (const [at, { text }] of this.#written) if (text.toLowerCase().includes(name)) this.#written.delete(at);
  }

  /** Takes over a new table name in all formulas. */
  rename(from: string, to: string): void {
    for (const [at, written] of this.#written) {
      const parts = written.text.split(`${from}[`);
      if (parts.length > 1) this.#written.set(at, { ...written, text: parts.join(`${to}[`) });
    }
  }

  #tables(): readonly NamedTable[] {
    const { engine, tables } = this.#workbook;
    return tables.map(({ name, sheet, area }) => ({
      name,
      sheet,
      sheetName: this.#workbook.sheetName(sheet),
      area,
      columns: (engine.readCells(sheet, { ...area, bottom: area.top })[0] ?? []).map(({ value }) =>
        String(value ?? ""),
      ),
    }));
  }
}

const key = ({ sheet, row, column }: FormulaPlace): string => `${sheet}!${String(row)}:${String(column)}`;
const cellArea = ({ row, column }: FormulaPlace): CellRange => ({ top: row, bottom: row, left: column, right: column });
