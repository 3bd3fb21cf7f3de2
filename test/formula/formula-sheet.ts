import fc from "fast-check";
import { columnLetters } from "../../src/domain/cell";
import { toNumber } from "../../src/domain/exact";
import { createHeadlessEngine } from "../../src/excel-stand-in/engine/headless-engine";
import type { ExcelSpelling, Restriction } from "../../src/formula/excel-spelling";
import { parseFormula } from "../../src/formula/parse-formula";
import { type ExcelUse, printExcel, printFilter } from "../../src/formula/print-excel";
import type { Tree } from "../../src/formula/tree";
import type { Value } from "../../src/formula/value";
import type { TestCell, TestTable } from "./table-scope";

export const rowsOfTable = 24;
const columnNames = ["校名", "办别", "普惠", "乡镇", "a", "b", "n"] as const;

const word = (...words: readonly string[]): fc.Arbitrary<TestCell> =>
  fc.constantFrom<TestCell>(...words, ...words, null, "—");
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2000 }).map((value): TestCell => value / 4) },
  { weight: 1, arbitrary: fc.constantFrom<TestCell>(null, "—", 0) },
);
const rowOf = fc.tuple(
  word("一小", "二小", "三中", "四中"),
  word("公办", "民办"),
  word("是", "否"),
  word("东", "西", "南"),
  amount,
  amount,
  fc.integer({ min: 1, max: 900 }).map((value): TestCell => value),
);

/** Rows of words and of amounts in quarters, some of them blank or —; `n` is always there and above 0. */
export function randomTable(seed: number): TestTable {
  const rows = fc.sample(rowOf, { seed, numRuns: rowsOfTable });
  return Object.fromEntries(columnNames.map((name, index) => [name, rows.map((row) => row[index] ?? null)]));
}

export function tree(formula: string): Tree {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(`${formula}: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

/** What a spreadsheet made of a cell. */
export interface CalculatedCell {
  readonly value: string | number | boolean | null;
  readonly isError: boolean;
}

/** A cell of a formula sheet: a value, or a formula. */
export type SheetInput = { readonly value: string | number | boolean | null } | { readonly formula: string };

/** A sheet with the table from A1 on; helper and result columns are added to its right. */
export class FormulaSheet {
  readonly spelling: ExcelSpelling;
  private readonly cells: SheetInput[][] = [];
  private readonly names = new Map<string, number>();
  private readonly computed = new Set<number>();
  private readonly helpers = new Map<string, string>();

  /** `newFunction` spells functions that are newer than the file format. */
  constructor(table: TestTable, newFunction: ExcelSpelling["newFunction"] = (name) => name) {
    for (const [name, cells] of Object.entries(table)) {
      const column = this.place(name);
      cells.forEach((value, row) => this.put(column, row + 1, { value: typeof value === "object" ? null : value }));
    }
    this.spelling = this.spellingOf(newFunction);
  }

  place(name: string): number {
    const column = this.names.size;
    this.names.set(name, column);
    this.put(column, 0, { value: name });
    return column;
  }

  put(column: number, row: number, input: SheetInput): void {
    (this.cells[column] ??= [])[row] = input;
  }

  /** A formula for the first row of the table, in every row of it. */
  fill(column: number, formula: string): void {
    this.computed.add(column);
    for (let row = 1; row <= rowsOfTable; row += 1)
      this.put(column, row, { formula: formula.replaceAll(/(\$[A-Z]+)2(?![0-9:])/g, `$1${String(row + 1)}`) });
  }

  /** Prints a tree; helper columns are filled in. Gives the formula, and the one for 缺报数; undefined where it is too long for one cell. */
  print(
    formula: Tree,
    use: ExcelUse,
    restrict?: Restriction,
  ): { readonly formula: string; readonly missing: string | undefined } | undefined {
    const printing = printExcel(formula, { ...this.spelling, ...(restrict ? { restrict } : {}) }, use);
    if (!printing.ok && printing.problem.reason === "too-long") return undefined;
    if (!printing.ok) throw new Error(printing.problem.reason);
    for (const { name, rowFormula } of printing.value.helpers) this.fill(this.names.get(name) ?? 0, rowFormula);
    return { formula: printing.value.formula, missing: printing.value.missing };
  }

  filter(formula: Tree): Restriction {
    const printing = printFilter(formula, "表", this.spelling);
    if (!printing.ok) throw new Error(printing.problem.reason);
    for (const { name, rowFormula } of printing.value.helpers) this.fill(this.names.get(name) ?? 0, rowFormula);
    return { form: "表", ...printing.value.restriction };
  }

  /** By row, from A1; cells nobody wrote are blank. */
  rows(): readonly (readonly SheetInput[])[] {
    return Array.from({ length: rowsOfTable + 1 }, (_, row) =>
      this.cells.map((column) => column[row] ?? { value: null }),
    );
  }

  private spellingOf(newFunction: ExcelSpelling["newFunction"]): ExcelSpelling {
    const column = (name: string): string => {
      const place = this.names.get(name);
      if (place === undefined) throw new Error(`no column ${name}`);
      return columnLetters(place);
    };
    return {
      form: "表",
      column: (_form, name) => `$${column(name)}$2:$${column(name)}$${String(rowsOfTable + 1)}`,
      cell: (_form, name) => `$${column(name)}2`,
      position: () => "ROW()-1",
      between: (_form, from, to) =>
        columnNames.slice(columnNames.indexOf(from as "a"), columnNames.indexOf(to as "b") + 1),
      isComputed: (_form, name) => this.computed.has(this.names.get(name) ?? -1),
      isText: (_form, name) => name === "校名" || name === "办别" || name === "普惠" || name === "乡镇",
      named: () => '""',
      indicator: () => undefined,
      parameter: () => undefined,
      lastYear: () => undefined,
      cumulative: () => undefined,
      helperName: (_form, kind, rowFormula) => {
        const known = this.helpers.get(rowFormula) ?? `${kind}${String(this.names.size)}`;
        if (!this.helpers.has(rowFormula)) this.place(known);
        this.helpers.set(rowFormula, known);
        return known;
      },
      newFunction,
    };
  }
}

/** The sheet as the stand-in's engine calculates it. */
export async function calculatedInStandIn(
  sheet: FormulaSheet,
): Promise<(column: number, row: number) => CalculatedCell> {
  const engine = createHeadlessEngine("表");
  const id = engine.sheets()[0]?.id ?? "";
  const rows = sheet.rows();
  engine.writeCells(id, 0, 0, rows);
  await engine.calculate();
  const right = (rows[0]?.length ?? 1) - 1;
  const cells = engine.readCells(id, { top: 0, left: 0, bottom: rowsOfTable, right });
  engine.dispose();
  return (column, row) => {
    const cell = cells[row]?.[column];
    if (!cell) throw new Error(`nothing in column ${String(column)}, row ${String(row)}`);
    return cell;
  };
}

/** Whether a cell says what the evaluator says. `inapplicable` is what — is written as. */
export function agrees(cell: CalculatedCell, value: Value, inapplicable: string): boolean {
  switch (value.type) {
    case "number": {
      const expected = toNumber(value.value);
      return (
        typeof cell.value === "number" && Math.abs(cell.value - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
      );
    }
    case "missing":
      return cell.value === "" || cell.value === null;
    case "not-applicable":
      return (cell.value ?? "") === inapplicable;
    case "error":
      return cell.isError || (cell.value ?? "") === "";
    case "boolean":
      return cell.value === (value.value ? "是" : "否");
    case "text":
      return (cell.value ?? "") === value.value;
    case "list":
      return (cell.value ?? "") === value.items.join("、");
    case "date":
      return cell.value === value.value;
  }
}

export const disagreement = (formula: string, place: string, cell: CalculatedCell, value: Value): string =>
  `${formula} ${place}: ${String(cell.value)} against ${JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part))}`;
