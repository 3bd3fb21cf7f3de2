import { existsSync } from "node:fs";
import { writeReportDocument } from "../../adapters/docx/write-report-document";
import { writeWorkbookFile } from "../../adapters/xlsx/write-workbook-file";
import { previousParameters, withPrevious } from "../../usecases/previous-figures";
import { runReport } from "../../usecases/run-report";
import type { ReportCommand } from "./command-line";
import { isWithin, writeFolder } from "./out-folder";
import { readAll } from "./read-pool";
import { readPrevious, readSources } from "./source-files";
import { submissionFiles } from "./submission-files";
import { findingLine, summaryLines } from "./summary-lines";
import type { ExitCode, Terminal } from "./terminal";

const readers = 2;

/** Computes one report and writes its files, or nothing at all. */
export async function reportCommand(command: ReportCommand, terminal: Terminal): Promise<ExitCode> {
  const refuse = (lines: readonly string[]): ExitCode => {
    lines.forEach(terminal.complain);
    return 2;
  };
  if (!existsSync(command.submissions)) return refuse([`没有找到 ${command.submissions}。`]);
  if (isWithin(command.out, command.submissions))
    return refuse(["--out 不能放在上报文件夹里：学校的原件不能和结果混在一起。"]);
  const previous = command.previous === undefined ? undefined : readPrevious(command.previous);
  if (previous?.ok === false) return refuse(previous.problem);
  const sources = readSources(command);
  if (!sources.ok) return refuse(sources.problem);
  const files = submissionFiles(command.submissions);
  if (files.length === 0) return refuse([`${command.submissions} 里没有文件。`]);

  const readings = await readAll(files, terminal.newReader, { readers, timeout: command.timeout * 1_000 });
  const parameters = previous
    ? withPrevious(sources.value.parameters, previousParameters(previous.value))
    : sources.value.parameters;
  const { report, texts } = runReport({ ...sources.value, parameters }, readings, command.at ?? terminal.now());
  const workbook = await writeWorkbookFile(report.edits);
  const document = await writeReportDocument(report.narrative);
  writeFolder(
    command.out,
    new Map<string, Uint8Array | string>([["workbook.xlsx", workbook], ["report.docx", document], ...texts]),
  );

  const sourceErrors = sources.value.findings.filter(({ severity }) => severity === "error");
  sourceErrors.map(findingLine).forEach(terminal.complain);
  summaryLines(report, command.out).forEach(terminal.print);
  const isWhole =
    sourceErrors.length === 0 && [...report.figures.values()].every(({ value }) => value.state !== "withheld");
  return isWhole ? 0 : 1;
}
