import fc from "fast-check";
import { figureFormula, rowFormula } from "./arbitrary-formula";
import { calculatedInStandIn, FormulaSheet, randomTable } from "./formula-sheet";
import { placeFormulas } from "./random-routes";

/** FORMULA_ROUTES=200 tries that many tables with new formulas each; the seed of a failure is printed with it. */
const runs = Number(process.env["FORMULA_ROUTES"] ?? 1);
const seed = Number(process.env["FORMULA_SEED"] ?? 20220901);

jest.setTimeout(60_000 + runs * 5_000);

describe("formulas nobody has thought of", () => {
  it("come out the same in a spreadsheet", async () => {
    for (let run = 0; run < runs; run += 1) {
      const table = randomTable(seed + run);
      const sheet = new FormulaSheet(table);
      const sampled = { seed: seed + run, numRuns: 12 };
      const { disagreements, written } = placeFormulas(sheet, table, {
        rows: fc.sample(rowFormula, sampled),
        figures: fc.sample(figureFormula, { ...sampled, numRuns: 30 }),
      });
      expect(written).toBeGreaterThan(35);
      expect({ run, faults: disagreements(await calculatedInStandIn(sheet)) }).toEqual({ run, faults: [] });
    }
  });
});
