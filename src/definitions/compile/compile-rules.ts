import type { FormulaPlace } from "../../formula/formula-type";
import type { CompiledRule } from "../compiled";
import { ruleLibrary } from "../rule-library";
import type { Compilation } from "./compilation";
import { conditionCell } from "./formula-cell";
import { refuseIndicators } from "./refuse-indicators";
import { messageFaults } from "./rule-message";
import { ruleCell, settleRule } from "./settle-rule";

export function compileRules({ definition, known, typing, faults }: Compilation): readonly CompiledRule[] {
  return definition.rules.flatMap((row, index) => {
    const rule = settleRule(row, index, ruleLibrary, known, faults);
    if (rule === undefined) return [];
    const at: FormulaPlace = { place: "row", form: rule.form };
    const read = (column: "when" | "formula") => {
      const cell = ruleCell(row, rule, index, column);
      const tree = conditionCell(rule[column], cell, at, typing, faults);
      if (tree) refuseIndicators(tree, cell, known, faults);
      return tree;
    };
    const [when, tree] = [read("when"), read("formula")];
    faults.addDiagnostics(ruleCell(row, rule, index, "message"), messageFaults(rule.message ?? "", rule.form, known));
    return tree ? [{ rule, tree, ...(when && { when }) }] : [];
  });
}
