import { officeWorkbook } from "../../src/adapters/office/office-workbook";
import type { StandIn } from "../../src/excel-stand-in";
import { openExcel } from "../adapters/office/excel";
import { readSample, reportOf, type Sample, type SampleName } from "../support/sample-county";

/**
 * Writes the report of every `step`th school into the stand-in's workbook and lets its formulas calculate every figure
 * again. A part of the schools has the formulas of all and takes a part of the time.
 */
export function checkSecondRoute(name: SampleName, step = 1): void {
  describe("the second route, calculated by Excel's stand-in", () => {
    let excel: StandIn;
    beforeAll(() => {
      excel = openExcel();
    });
    afterAll(() => {
      excel.dispose();
    });

    it("agrees with every figure", async () => {
      const workbook = officeWorkbook();
      const sample = readSample(name);
      const report = reportOf(step === 1 ? sample : everySchool(sample, step));
      const applied = await workbook.apply(report.edits);
      expect(applied.ok).toBe(true);
      const recalculated = await workbook.recalculation();
      if (!recalculated.ok) throw new Error(recalculated.problem.kind);
      const { agreed, compared, differing } = recalculated.value;
      process.stdout.write(`second route of ${name}: ${String(agreed)} of ${String(compared)} agree\n`);
      expect(differing).toEqual([]);
      expect(agreed).toBe(compared);
      const numbers = [...report.figures.values()].filter(({ value }) => value.state === "number");
      expect(compared).toBeGreaterThanOrEqual(numbers.length);
      expect(numbers.length).toBeGreaterThan(report.figures.size / 2);
    }, 180_000);
  });
}

/** Without collecting first: in a district's sample a file bears the name of its school. */
function everySchool(sample: Sample, step: number): Sample {
  const schools = sample.schools.filter((_, index) => index % step === 0);
  const files = new Set(schools.map(({ name }) => `${name}.xlsx`));
  const readings = sample.readings.filter(
    (reading) => reading.state === "read" && files.has(reading.workbook.file ?? ""),
  );
  return { ...sample, schools, readings };
}
