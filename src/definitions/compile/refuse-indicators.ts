import type { Tree } from "../../formula/tree";
import type { CellOfTable, Faults } from "./faults";
import { namesOf } from "./formula-cell";
import type { KnownNames } from "./known-names";

/** Rules and 派生 fields are worked out before anything is added up, so no indicator has a value yet. */
export function refuseIndicators(tree: Tree, cell: CellOfTable, known: KnownNames, faults: Faults): void {
  for (const [name, at] of namesOf(tree)) {
    if (known.indicators.has(name))
      faults.add(
        cell,
        `第${String(at + 1)}字：“${name}”是指标，校验和派生字段在汇总之前，还没有它的值。→ 改用本表的列或参数`,
      );
  }
}
