import { officeWorkbook } from "../../../src/adapters/office/office-workbook";
import type { StandIn } from "../../../src/excel-stand-in";
import { openExcel } from "../../adapters/office/excel";
import { readSample, reportOf } from "../../support/sample-county";

describe("the second route, calculated by Excel's stand-in", () => {
  let excel: StandIn;
  beforeAll(() => {
    excel = openExcel();
  });
  afterAll(() => {
    excel.dispose();
  });

  it("agrees with every figure of the county", async () => {
    const workbook = officeWorkbook();
    const report = reportOf(readSample("wenshang-2022"));
    const applied = await workbook.apply(report.edits);
    expect(applied.ok).toBe(true);
    const recalculated = await workbook.recalculation();
    if (!recalculated.ok) throw new Error(recalculated.problem.kind);
    const { agreed, compared, differing } = recalculated.value;
    process.stdout.write(`second route: ${String(agreed)} of ${String(compared)} agree\n`);
    expect(differing).toEqual([]);
    expect(agreed).toBe(compared);
    const numbers = [...report.figures.values()].filter(({ value }) => value.state === "number");
    expect(compared).toBeGreaterThanOrEqual(numbers.length);
  }, 180_000);
});
