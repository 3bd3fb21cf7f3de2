import fc from "fast-check";
import { writeWorkbookFile } from "../../src/adapters/xlsx/write-workbook-file";
import type { CellContent } from "../../src/domain/cell";
import type { CellInput, SheetEdit } from "../../src/domain/edit";
import { figureFormula, rowFormula } from "../formula/arbitrary-formula";
import { FormulaSheet, randomTable, type CalculatedCell, type SheetInput } from "../formula/formula-sheet";
import { placeFormulas } from "../formula/random-routes";
import { itInLibreOffice, recalculated } from "./recalculate";

const seed = Number(process.env["FORMULA_SEED"] ?? 20220902);

function inputOf(input: SheetInput): CellInput {
  if ("formula" in input) return { formula: input.formula };
  const { value } = input;
  if (value === null) return null;
  if (typeof value === "number") return { number: value };
  return typeof value === "string" ? { text: value } : { boolean: value };
}

const sheetEdit = (sheet: FormulaSheet): SheetEdit => ({
  edit: "put-sheet",
  role: "formulas",
  name: "公式",
  tabColor: "#000000",
  columns: [],
  rows: sheet.rows().map((row) => row.map(inputOf)),
  rowStyles: [],
  cellStyles: [],
  merges: [],
  frozenRows: 0,
  frozenColumns: 0,
  validations: [],
  conditionalFormats: [],
  visibility: "visible",
});

function calculatedCell(content: CellContent | undefined): CalculatedCell {
  if (content === undefined || content === null) return { value: null, isError: false };
  if (typeof content !== "object") return { value: content, isError: false };
  return "error" in content ? { value: content.error, isError: true } : { value: content.date, isError: false };
}

describe("LibreOffice computes formulas nobody has thought of", () => {
  itInLibreOffice("and agrees on each, in every row", async () => {
    const table = randomTable(seed);
    const sheet = new FormulaSheet(table, (name) => `_xlfn.${name}`);
    const { disagreements, written } = placeFormulas(sheet, table, {
      rows: fc.sample(rowFormula, { seed, numRuns: 120 }),
      figures: fc.sample(figureFormula, { seed, numRuns: 300 }),
    });
    expect(written).toBeGreaterThan(400);
    const saved = recalculated(await writeWorkbookFile([sheetEdit(sheet)])).get("公式");
    const faults = disagreements((column, row) => calculatedCell(saved?.rows[row]?.[column]));
    expect(faults).toEqual([]);
  });
});
