import { blankCommand } from "./blank-command";
import { checkTextCommand } from "./check-text-command";
import { parseCommandLine, usage } from "./command-line";
import { compareCommand } from "./compare-command";
import { learnCommand } from "./learn-command";
import { proofCommand } from "./proof-command";
import { reportCommand } from "./report-command";
import { returnsCommand } from "./returns-command";
import { rulesCommand } from "./rules-command";
import { templatesCommand } from "./templates-command";
import type { ExitCode, Terminal } from "./terminal";

/** @param argv arguments after the program's name */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = parseCommandLine(argv);
  if (!parsed.ok) {
    terminal.complain(parsed.problem);
    terminal.complain(usage);
    return 2;
  }
  const command = parsed.value;
  switch (command.command) {
    case "help":
      terminal.print(usage);
      return 0;
    case "report":
      return reportCommand(command, terminal);
    case "proof":
      return proofCommand(command, terminal);
    case "returns":
      return returnsCommand(command, terminal);
    case "compare":
      return compareCommand(command, terminal);
    case "rules":
      return rulesCommand(command, terminal);
    case "learn":
      return learnCommand(command, terminal);
    case "check-text":
      return checkTextCommand(command, terminal);
    case "blank":
      return blankCommand(command, terminal);
    case "templates":
      return templatesCommand(command, terminal);
  }
}
