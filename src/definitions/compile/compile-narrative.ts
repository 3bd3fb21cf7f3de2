import type { Diagnostic } from "../../formula/diagnostic";
import type { CompiledNarrativeRow } from "../compiled";
import type { NarrativeRow } from "../definition";
import { parseTemplate } from "../parse-template";
import { checkTemplate } from "./check-template";
import type { Compilation } from "./compilation";
import { dependencyOrder } from "./dependency-order";
import type { CellOfTable, Faults } from "./faults";
import { conditionCell } from "./formula-cell";
import type { KnownNames } from "./known-names";

export function compileNarrative({ definition, known, typing, faults }: Compilation): readonly CompiledNarrativeRow[] {
  const words = measureWordsOf(known);
  refuseCircle(definition.narrative, faults);
  return definition.narrative.map((row, index) => {
    const cellOf = (column: "when" | "text"): CellOfTable => ({ table: "narrative", row: index, column });
    const when = conditionCell(row.when, cellOf("when"), { place: "condition" }, typing, faults);
    const parsed = parseTemplate(row.text, (word) => words.has(word));
    const diagnostics: readonly Diagnostic[] = parsed.ok ? checkTemplate(parsed.value, known, typing) : parsed.problem;
    faults.addDiagnostics(cellOf("text"), diagnostics);
    return { row, template: parsed.ok ? parsed.value : [], ...(when && { when }) };
  });
}

/** Every word that may stand as an option: the families, and every unit anything is declared in. */
function measureWordsOf({ words, indicators, parameters }: KnownNames): ReadonlySet<string> {
  const units = [
    ...[...indicators.values()].map(({ unit }) => unit),
    ...[...parameters.values()].flat().map(({ unit }) => unit),
  ];
  return new Set(
    [...[...words.values()].flat(), ...units.filter((unit) => unit !== undefined && unit !== "")].filter(
      (word) => word !== undefined,
    ),
  );
}

function refuseCircle(narrative: readonly NarrativeRow[], faults: Faults): void {
  const dependsOf = new Map(narrative.map(({ id, depends }) => [id, depends]));
  const order = dependencyOrder(dependsOf.keys(), (id) => [dependsOf.get(id) ?? []].flat());
  if (!("circle" in order)) return;
  const row = narrative.findIndex(({ id }) => id === order.circle[0]);
  faults.add({ table: "narrative", row, column: "depends" }, `依附绕成了圈：${order.circle.join("→")}。→ 断开一处`);
}
