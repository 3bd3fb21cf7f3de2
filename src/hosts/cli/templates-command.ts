import { writeWorkbookFile } from "../../adapters/xlsx/write-workbook-file";
import { issueTemplates } from "../../usecases/issue-templates";
import type { TemplatesCommand } from "./command-line";
import { writeFolder } from "./out-folder";
import { readSources } from "./source-files";
import { findingLine } from "./summary-lines";
import type { ExitCode, Terminal } from "./terminal";

/** Writes one fill-in workbook per school that owes a form. */
export async function templatesCommand(command: TemplatesCommand, terminal: Terminal): Promise<ExitCode> {
  const sources = readSources(command);
  if (!sources.ok) {
    sources.problem.forEach(terminal.complain);
    return 2;
  }
  const errors = sources.value.findings.filter(({ severity }) => severity === "error");
  errors.map(findingLine).forEach(terminal.complain);
  const files = new Map<string, Uint8Array>();
  for (const { fileName, sheets } of issueTemplates(sources.value))
    files.set(fileName, await writeWorkbookFile(sheets));
  if (files.size === 0) {
    terminal.complain("名录里没有学校要填这套表：看看方案·表样的“范围”和名录的列。");
    return 2;
  }
  writeFolder(command.out, files);
  terminal.print(`已写入 ${command.out}：${String(files.size)}个填报工作簿。`);
  return errors.length > 0 ? 1 : 0;
}
