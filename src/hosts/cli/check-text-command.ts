import { draftReport } from "../../core/build-report";
import { checkPastedText } from "../../usecases/check-pasted-text";
import { pastedCheckText } from "../../usecases/pasted-check-text";
import type { TextCommand } from "./command-line";
import { writeFolder } from "./out-folder";
import { readText } from "./read-text";
import { readRunInputs } from "./run-inputs";
import type { ExitCode, Terminal } from "./terminal";

/** Gives every number of a finished text its verdict. 1: some differ, contradict one another, or have no source. */
export async function checkTextCommand(command: TextCommand, terminal: Terminal): Promise<ExitCode> {
  const text = readText(command.text);
  const inputs = text.ok ? await readRunInputs(command, terminal) : text;
  if (!text.ok || !inputs.ok) {
    (inputs.ok ? [] : inputs.problem).forEach(terminal.complain);
    return 2;
  }
  const { prepared, readings } = inputs.value;
  const check = checkPastedText(prepared, draftReport({ ...prepared, readings }), text.value);
  const written = pastedCheckText(check);
  writeFolder(
    command.out,
    new Map([
      ["text-check.txt", written],
      ["text-check.json", `${JSON.stringify(check, null, 1)}\n`],
    ]),
  );
  terminal.print(written.slice(0, written.indexOf("\n")));
  terminal.print(`已写入 ${command.out}`);
  const { contradicts, inconsistent, "no-source": unsourced } = check.counts;
  return contradicts + inconsistent + unsourced === 0 ? 0 : 1;
}
