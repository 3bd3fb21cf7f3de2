import { writeReportDocument } from "../../adapters/docx/write-report-document";
import { narrateBlank } from "../../core/narrate/blank-form";
import { reportText } from "../../usecases/report-files";
import type { BlankCommand } from "./command-line";
import { writeFolder } from "./out-folder";
import { readSources } from "./source-files";
import type { ExitCode, Terminal } from "./terminal";

/** Writes the report as it looks before there are figures: every number in the shape of its mask. */
export async function blankCommand(command: BlankCommand, terminal: Terminal): Promise<ExitCode> {
  const sources = readSources(command);
  if (!sources.ok) {
    sources.problem.forEach(terminal.complain);
    return 2;
  }
  const { definition } = sources.value;
  const narrative = narrateBlank(definition, definition.source.parameters);
  writeFolder(
    command.out,
    new Map<string, Uint8Array | string>([
      ["blank.txt", reportText(narrative)],
      ["blank.docx", await writeReportDocument(narrative)],
    ]),
  );
  terminal.print(`已写入 ${command.out}`);
  return 0;
}
