import { ok, problem, type Result } from "../domain/result";
import type { FileReading } from "../domain/snapshot";
import { caseworkSheetNames, readCasework } from "../definitions/casework-sheets";
import type { PreparedReport } from "./prepare-report";

/** A prepared run with what people decided, as it stands on the sheets of a workbook; the problem says what to do. */
export function withCasework(prepared: PreparedReport, reading: FileReading): Result<PreparedReport, string> {
  if (reading.state === "unreadable") return problem("打不开。用 Excel 另存为 .xlsx 再选。");
  const { workbook } = reading;
  if (!workbook.sheets.some(({ name }) => caseworkSheetNames.includes(name.trim())))
    return problem(`里没有${caseworkSheetNames.join("、")}这些表。`);
  const { casework, findings } = readCasework(workbook, prepared);
  return ok({ ...prepared, casework, findings: [...prepared.findings, ...findings] });
}
