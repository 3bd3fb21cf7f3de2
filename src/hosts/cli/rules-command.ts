import { ruleHealth } from "../../core/rule-health/rule-health";
import type { RulesCommand } from "./command-line";
import { readSources } from "./source-files";
import { remarkLine } from "./summary-lines";
import type { ExitCode, Terminal } from "./terminal";

/** Prints what is odd about the rules of a definition. */
export function rulesCommand(command: RulesCommand, terminal: Terminal): ExitCode {
  const sources = readSources(command);
  if (!sources.ok) {
    sources.problem.forEach(terminal.complain);
    return 2;
  }
  const { definition, parameters } = sources.value;
  const remarks = ruleHealth(definition, parameters);
  remarks.map(remarkLine).forEach(terminal.print);
  const count = String(definition.rules.length);
  terminal.print(
    remarks.length === 0 ? `${count}条规则，没有发现毛病。` : `${count}条规则，${String(remarks.length)}处要看。`,
  );
  return remarks.length === 0 ? 0 : 1;
}
