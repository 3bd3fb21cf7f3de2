import type { ExcelSpelling, HelperColumn, HelperKind, NotCompiled } from "./excel-spelling";
import type { Printed } from "./excel-guard";
import type { Tree } from "./tree";

/** The state of one printing: helper columns asked for so far, and the first thing Excel cannot say. */
export class ExcelPrinter {
  readonly spelling: ExcelSpelling;
  readonly helpers = new Map<string, HelperColumn>();
  /** Terms that add up to the number of blank cells the totals needed. */
  readonly missing: string[] = [];
  obstacle: NotCompiled | undefined;

  constructor(spelling: ExcelSpelling) {
    this.spelling = spelling;
  }

  /** The name of a helper column that holds `rowFormula` in each row of the form. */
  helper(form: string, kind: HelperKind, rowFormula: string): string {
    const formula = `=${rowFormula}`;
    const name = this.spelling.helperName(form, kind, formula);
    this.helpers.set(`${form} ${name}`, { form, name, rowFormula: formula });
    return name;
  }

  /** Stands for what cannot be printed; the printing then fails as a whole. */
  impossible(tree: Tree, reason: NotCompiled["reason"]): Printed {
    this.obstacle ??= { reason, at: tree.at };
    return { text: '""', binding: 6, missing: [], inapplicable: [] };
  }
}

/** Where printing stands: within a total, columns are the cells of the row the helper column is in. */
export interface ExcelPlace {
  readonly printer: ExcelPrinter;
  /** Set while printing what runs down a form. */
  readonly running?: string;
  /** Set inside 上年(…). */
  readonly lastYear?: true;
  /** False in figures, where a column outside a total has no row. */
  readonly hasRow: boolean;
}

export type Print = (tree: Tree, place: ExcelPlace) => Printed;
