import { compareSubmissions } from "../../usecases/compare-submissions";
import { comparisonJson, comparisonText } from "../../usecases/comparison-files";
import type { CompareCommand } from "./command-line";
import { writeFolder } from "./out-folder";
import { readSubmissions } from "./read-submissions";
import { readSources } from "./source-files";
import type { ExitCode, Terminal } from "./terminal";

/** Writes what became of the submissions of the schools that sent again. */
export async function compareCommand(command: CompareCommand, terminal: Terminal): Promise<ExitCode> {
  const refuse = (lines: readonly string[]): ExitCode => {
    lines.forEach(terminal.complain);
    return 2;
  };
  const sources = readSources({ ...command, submissions: command.before });
  if (!sources.ok) return refuse(sources.problem);
  const before = await readSubmissions(command.before, command, terminal);
  if (!before.ok) return refuse(before.problem);
  const after = await readSubmissions(command.after, command, terminal);
  if (!after.ok) return refuse(after.problem);
  const comparison = compareSubmissions(sources.value, {
    before: before.value,
    after: after.value,
  });
  const text = comparisonText(comparison);
  writeFolder(
    command.out,
    new Map([
      ["comparison.txt", text],
      ["comparison.json", `${JSON.stringify(comparisonJson(comparison), null, 1)}\n`],
    ]),
  );
  terminal.print(text.slice(0, text.indexOf("\n")));
  terminal.print(`已写入 ${command.out}`);
  return 0;
}
