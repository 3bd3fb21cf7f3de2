import { draftReport } from "../../core/build-report";
import { learnFromText } from "../../usecases/learn-from-text";
import { learnedText } from "../../usecases/learned-text";
import type { TextCommand } from "./command-line";
import { writeFolder } from "./out-folder";
import { readText } from "./read-text";
import { readRunInputs } from "./run-inputs";
import type { ExitCode, Terminal } from "./terminal";

/** Makes a report outline of a finished text and the submissions of its year. 1: some numbers could not be bound. */
export async function learnCommand(command: TextCommand, terminal: Terminal): Promise<ExitCode> {
  const text = readText(command.text);
  const inputs = text.ok ? await readRunInputs(command, terminal) : text;
  if (!text.ok || !inputs.ok) {
    (inputs.ok ? [] : inputs.problem).forEach(terminal.complain);
    return 2;
  }
  const { prepared, readings } = inputs.value;
  const { figures } = draftReport({ ...prepared, readings });
  const learned = learnFromText(prepared, figures, text.value);
  const written = learnedText(learned, text.value);
  writeFolder(
    command.out,
    new Map([
      ["learned.txt", written],
      ["narrative.json", `${JSON.stringify(learned.rows, null, 1)}\n`],
    ]),
  );
  terminal.print(written.slice(0, written.indexOf("\n")));
  terminal.print(`已写入 ${command.out}`);
  return learned.unbound.length === 0 ? 0 : 1;
}
