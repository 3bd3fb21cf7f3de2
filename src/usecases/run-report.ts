import type { RunStamp } from "../domain/edit";
import type { FileReading } from "../domain/snapshot";
import { buildReport, type DistrictReport } from "../core/build-report";
import { intakeOf } from "../core/collect/intake";
import { chaseMessage, completenessLines } from "./chase-list";
import { figurePrinter } from "./figure-printer";
import type { PreparedReport } from "./prepare-report";
import { figuresJson, findingsJson, ledgerJson, reportText } from "./report-files";

/** One run: the report, and the text files that tell it to people and to other programs. */
export interface ReportRun {
  readonly report: DistrictReport;
  /** Contents by file name: report.txt, chase-list.txt, figures.json, findings.json, ledger.json. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface RunMoment {
  /** When it is run: ISO, local time. */
  readonly at: string;
  /** When everything is due: ISO day, or day and time. */
  readonly due?: string;
}

export function runReport(
  prepared: PreparedReport,
  readings: readonly FileReading[],
  { at, due }: RunMoment,
): ReportRun {
  const report = buildReport({ ...prepared, readings, run: 1, at });
  const stamp = stampOf(report);
  const { printed } = figurePrinter(prepared.definition, report.figures, prepared.parameters);
  return {
    report,
    texts: new Map([
      ["report.txt", reportText(report.narrative)],
      ["chase-list.txt", chaseText(prepared, report, { at, ...(due !== undefined && { due }) })],
      ["figures.json", jsonText(figuresJson(report, stamp, printed))],
      ["findings.json", jsonText(findingsJson(report, stamp, prepared.findings))],
      ["ledger.json", jsonText(ledgerJson(report, stamp))],
    ]),
  };
}

/** The message for the group chat, the same by township, and how many came of how many. */
function chaseText({ definition, casework }: PreparedReport, report: DistrictReport, { at, due }: RunMoment): string {
  const { collection, confrontation } = report;
  const intake = intakeOf(definition, collection, {
    findings: [...collection.findings, ...confrontation.findings],
    ...(casework && { casework }),
    ...(due !== undefined && { due }),
  });
  const { period, title } = definition.source;
  const options = { title: `${period}${title}`, now: at, ...(due !== undefined && { due }) };
  const hasTownships = intake.townships.some(({ label }) => label !== "");
  return `${[
    chaseMessage(intake, options),
    ...(hasTownships ? ["", chaseMessage(intake, { ...options, byTownship: true })] : []),
    "",
    ...completenessLines(intake),
  ].join("\n")}\n`;
}

function stampOf({ edits }: DistrictReport): RunStamp {
  const stamp = edits.find((edit) => edit.edit === "stamp")?.stamp;
  if (!stamp) throw new Error("a report ends with its stamp");
  return stamp;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
