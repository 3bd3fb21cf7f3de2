import { evaluate } from "../../src/formula/evaluate";
import { agrees, disagreement, rowsOfTable, tree, type CalculatedCell, type FormulaSheet } from "./formula-sheet";
import { tableScope, type TestTable } from "./table-scope";

/** Formulas written into a sheet. */
export interface PlacedFormulas {
  /** Where the sheet gives something else than the evaluator. */
  readonly disagreements: (cellAt: (column: number, row: number) => CalculatedCell) => readonly string[];
  /** How many of them fit into a cell. */
  readonly written: number;
}

/** A field per row formula in every row, and a cell per figure. */
export function placeFormulas(
  sheet: FormulaSheet,
  table: TestTable,
  { rows, figures }: { readonly rows: readonly string[]; readonly figures: readonly string[] },
): PlacedFormulas {
  const placed = [
    ...rows.map((formula) => ({ formula, as: "field" as const })),
    ...figures.map((formula) => ({ formula, as: "figure" as const })),
  ].flatMap(({ formula, as }, index) => {
    const printed = sheet.print(tree(formula), { as })?.formula;
    if (printed === undefined) return [];
    const column = sheet.place(`${as}${String(index)}`);
    if (as === "field") sheet.fill(column, printed);
    else sheet.put(column, 1, { formula: printed });
    return [{ formula, as, column }];
  });
  const everyRow = Array.from({ length: rowsOfTable }, (_, row) => row);
  return {
    written: placed.length,
    disagreements: (cellAt) =>
      placed.flatMap(({ formula, as, column }) =>
        (as === "field" ? everyRow : [0]).flatMap((row) => {
          const value = evaluate(tree(formula), tableScope({ 表: table }, as === "field" ? { row } : {}));
          const cell = cellAt(column, row + 1);
          const cells = JSON.stringify(Object.values(table).map((column) => column[row]));
          return agrees(cell, value, as === "field" ? "—" : "") ? [] : [disagreement(formula, as === "field" ? cells : "", cell, value)]; // prettier-ignore
        }),
      ),
  };
}
