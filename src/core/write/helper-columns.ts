import type { HelperColumn, HelperKind } from "../../formula/excel-spelling";
import type { DataSheet } from "./data-sheet-places";

/** Stands in a row formula where the number of the row goes: no definition can contain it. */
export const rowMark = "\uE000";

interface PlacedHelper extends HelperColumn {
  readonly column: number;
}

/**
 * The 核算列 of all data sheets, right of the data, in the order they are asked for. Equal row formulas share a column.
 * A printing that fails is taken back, so that no column stands there for nothing.
 */
export class HelperColumns {
  readonly #sheets: ReadonlyMap<string, DataSheet>;
  readonly #helpers: PlacedHelper[] = [];

  constructor(sheets: ReadonlyMap<string, DataSheet>) {
    this.#sheets = sheets;
  }

  /** Names the column that holds a row formula of a form, and places it if it is new. */
  name(form: string, kind: HelperKind, rowFormula: string): string {
    const own = this.of(form);
    const known = own.find((helper) => helper.rowFormula === rowFormula);
    if (known) return known.name;
    const sheet = this.#sheets.get(form);
    if (!sheet) throw new Error(`the form ${form} has no data sheet`);
    let count = own.length + 1;
    while (sheet.columns.has(`${kind}${String(count)}`)) count += 1;
    const name = `${kind}${String(count)}`;
    this.#helpers.push({ form, name, rowFormula, column: sheet.width + own.length });
    return name;
  }

  of(form: string): readonly PlacedHelper[] {
    return this.#helpers.filter((helper) => helper.form === form);
  }

  /** Keeps the columns asked for while `print` ran only when it succeeded. */
  keepIfOk<T extends { readonly ok: boolean }>(print: () => T): T {
    const before = this.#helpers.length;
    const result = print();
    if (!result.ok) this.#helpers.length = before;
    return result;
  }
}
