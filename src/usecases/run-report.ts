import type { RunStamp } from "../domain/edit";
import type { FileReading } from "../domain/snapshot";
import { buildReport, type DistrictReport } from "../core/build-report";
import { figurePrinter } from "./figure-printer";
import type { PreparedReport } from "./prepare-report";
import { figuresJson, findingsJson, ledgerJson, reportText } from "./report-files";

/** One run: the report, and the text files that tell it to people and to other programs. */
export interface ReportRun {
  readonly report: DistrictReport;
  /** Contents by file name: report.txt, figures.json, findings.json, ledger.json. */
  readonly texts: ReadonlyMap<string, string>;
}

export function runReport(prepared: PreparedReport, readings: readonly FileReading[], at: string): ReportRun {
  const report = buildReport({ ...prepared, readings, run: 1, at });
  const stamp = stampOf(report);
  const { printed } = figurePrinter(prepared.definition, report.figures, prepared.parameters);
  return {
    report,
    texts: new Map([
      ["report.txt", reportText(report.narrative)],
      ["figures.json", jsonText(figuresJson(report, stamp, printed))],
      ["findings.json", jsonText(findingsJson(report, stamp, prepared.findings))],
      ["ledger.json", jsonText(ledgerJson(report, stamp))],
    ]),
  };
}

function stampOf({ edits }: DistrictReport): RunStamp {
  const stamp = edits.find((edit) => edit.edit === "stamp")?.stamp;
  if (!stamp) throw new Error("a report ends with its stamp");
  return stamp;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
