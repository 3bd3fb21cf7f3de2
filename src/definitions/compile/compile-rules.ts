import type { FormulaPlace } from "../../formula/formula-type";
import type { CompiledRule } from "../compiled";
import type { Compilation } from "./compilation";
import type { CellOfTable } from "./faults";
import { conditionCell } from "./formula-cell";
import { refuseIndicators } from "./refuse-indicators";
import { messageFaults } from "./rule-message";

export function compileRules({ definition, known, typing, faults }: Compilation): readonly CompiledRule[] {
  return definition.rules.flatMap((rule, row) => {
    const at: FormulaPlace = { place: "row", form: rule.form };
    const cellOf = (column: "when" | "formula" | "message"): CellOfTable => ({ table: "rules", row, column });
    const read = (column: "when" | "formula") => {
      const tree = conditionCell(rule[column], cellOf(column), at, typing, faults);
      if (tree) refuseIndicators(tree, cellOf(column), known, faults);
      return tree;
    };
    const [when, tree] = [read("when"), read("formula")];
    faults.addDiagnostics(cellOf("message"), messageFaults(rule.message ?? "", rule.form, known));
    return tree ? [{ rule, tree, ...(when && { when }) }] : [];
  });
}
