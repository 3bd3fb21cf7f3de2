import type { Diagnostic } from "../../formula/diagnostic";
import { diagnosticText } from "../../formula/diagnostic-text";
import type { DefinitionFault } from "../compiled";
import type { ReportDefinition } from "../definition";
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
  private readonly written: Partial<ReportDefinition>;
  private readonly refused: DefinitionFault[] = [];
  private readonly noticed: DefinitionFault[] = [];

  /** `written`: whose rows are at fault. */
  constructor(written: Partial<ReportDefinition>) {
    this.written = written;
  }

  /** A fault in words, for what has no code. */
  add(cell: CellOfTable, message: string): void {
    this.refused.push(definitionFault(pathOf(cell), (cell.about ?? "") + message, this.written));
  }

  /** Diagnostics of the formula or template in a cell; those whose code begins with N do not keep the definition from running. */
  addDiagnostics(cell: CellOfTable, diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const list = diagnostic.code.startsWith("N") ? this.noticed : this.refused;
      const message = (cell.about ?? "") + diagnosticText(diagnostic, "zh");
      list.push(definitionFault(pathOf(cell), message, this.written, diagnostic));
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
