import { writeWorkbookFile } from "../../adapters/xlsx/write-workbook-file";
import { returnSlips, slipsText } from "../../usecases/return-slips";
import { runReport } from "../../usecases/run-report";
import type { RunCommand } from "./command-line";
import { writeFolder } from "./out-folder";
import { readRunInputs } from "./run-inputs";
import { findingLine } from "./summary-lines";
import type { ExitCode, Terminal } from "./terminal";

/** Writes what goes back to each school that has something to mend or explain. */
export async function returnsCommand(command: RunCommand, terminal: Terminal): Promise<ExitCode> {
  const inputs = await readRunInputs(command, terminal);
  if (!inputs.ok) {
    inputs.problem.forEach(terminal.complain);
    return 2;
  }
  const { prepared, readings, moment } = inputs.value;
  const { report } = runReport(prepared, readings, moment);
  const slips = returnSlips(report, readings, moment);
  const files = new Map<string, Uint8Array | string>();
  for (const { fileName, sheets } of slips) files.set(fileName, await writeWorkbookFile(sheets));
  files.set("return-slips.txt", slipsText(slips));
  writeFolder(command.out, files);

  const sourceErrors = prepared.findings.filter(({ severity }) => severity === "error");
  sourceErrors.map(findingLine).forEach(terminal.complain);
  terminal.print(`已写入 ${command.out}：${String(slips.length)}所学校的退回单。`);
  return sourceErrors.length === 0 ? 0 : 1;
}
