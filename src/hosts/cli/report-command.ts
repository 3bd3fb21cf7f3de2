import { writeReportDocument } from "../../adapters/docx/write-report-document";
import { writeWorkbookFile } from "../../adapters/xlsx/write-workbook-file";
import { ruleHealth } from "../../core/rule-health/rule-health";
import { documentAnnex } from "../../usecases/document-annex";
import { runReport } from "../../usecases/run-report";
import type { RunCommand } from "./command-line";
import { writeFolder } from "./out-folder";
import { readRunInputs } from "./run-inputs";
import { findingLine, summaryLines } from "./summary-lines";
import type { ExitCode, Terminal } from "./terminal";

/** Computes one report and writes its files, or nothing at all. */
export async function reportCommand(command: RunCommand, terminal: Terminal): Promise<ExitCode> {
  const inputs = await readRunInputs(command, terminal);
  if (!inputs.ok) {
    inputs.problem.forEach(terminal.complain);
    return 2;
  }
  const { prepared, readings, moment } = inputs.value;
  const { report, texts } = runReport(prepared, readings, moment);
  const workbook = await writeWorkbookFile(report.edits);
  const document = await writeReportDocument(report.narrative, documentAnnex(prepared, report));
  writeFolder(
    command.out,
    new Map<string, Uint8Array | string>([["workbook.xlsx", workbook], ["report.docx", document], ...texts]),
  );

  const sourceErrors = prepared.findings.filter(({ severity }) => severity === "error");
  sourceErrors.map(findingLine).forEach(terminal.complain);
  const remarks = ruleHealth(prepared.definition, prepared.parameters, report.confrontation.tallies);
  summaryLines(report, remarks, command.out).forEach(terminal.print);
  const isWhole =
    sourceErrors.length === 0 && [...report.figures.values()].every(({ value }) => value.state !== "withheld");
  return isWhole ? 0 : 1;
}
