import { ok, problem, type Result } from "../../domain/result";
import type { HostError, Recalculation } from "../../ports/workbook-port";
import { knownSheets } from "./known-sheets";

const calculationRole = "calc";
const headerRow = 3;
const verdictHeader = "结论";

/** Lets Excel calculate and reads the column 结论 of 核算; rows with one route only are not counted. */
export async function readRecalculation(context: Excel.RequestContext): Promise<Result<Recalculation, HostError>> {
  const sheets = await knownSheets(context);
  const sheet = sheets.find(({ role }) => role === calculationRole);
  if (!sheet) return problem({ kind: "not-found" });
  context.workbook.application.calculate(Excel.CalculationType.full);
  const used = context.workbook.worksheets.getItem(sheet.name).getUsedRange(true);
  used.load("values,rowIndex,columnIndex");
  await context.sync();
  return ok(verdictsOf(used.values, headerRow - used.rowIndex, -used.columnIndex));
}

function verdictsOf(values: readonly (readonly unknown[])[], header: number, keyColumn: number): Recalculation {
  const verdictColumn = values[header]?.indexOf(verdictHeader) ?? -1;
  const rows = values.slice(header + 1).map((row) => ({ key: String(row[keyColumn]), verdict: row[verdictColumn] }));
  const agreed = rows.filter(({ verdict }) => verdict === "一致").length;
  const differing = rows.filter(({ verdict }) => verdict === "不一致").map(({ key }) => key);
  return { agreed, compared: agreed + differing.length, differing };
}
