import type { Diagnostic } from "../../formula/diagnostic";
import { diagnosticText } from "../../formula/diagnostic-text";
import type { DefinitionFault } from "../compiled";
import { definitionFault } from "../definition-fault";
import type { TableKey } from "../definition-tables";

/** One cell of a definition's tables. */
export interface CellOfTable {
  readonly table: TableKey;
  readonly row: number;
  readonly column: string;
  /** Said before the fault, where the faulty text does not stand in the cell itself: `库规则“D1”的公式…`. */
  readonly about?: string;
}

/** Collects everything there is to say about a definition, so that a person sees it at once. */
export class Faults {
  private readonly refused: DefinitionFault[] = [];
  private readonly noticed: DefinitionFault[] = [];

  /** A fault in words, for what has no code. */
  add(cell: CellOfTable, message: string): void {
    this.refused.push(definitionFault(pathOf(cell), (cell.about ?? "") + message));
  }

  /** Diagnostics of the formula or template in a cell; those whose code begins with N do not keep the definition from running. */
  addDiagnostics(cell: CellOfTable, diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const list = diagnostic.code.startsWith("N") ? this.noticed : this.refused;
      list.push(definitionFault(pathOf(cell), (cell.about ?? "") + diagnosticText(diagnostic, "zh"), diagnostic));
    }
  }

  get faults(): readonly DefinitionFault[] {
    return this.refused;
  }

  get notices(): readonly DefinitionFault[] {
    return this.noticed;
  }
}

const pathOf = ({ table, row, column }: CellOfTable): readonly PropertyKey[] => [table, row, column];
