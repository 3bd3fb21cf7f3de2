import fc from "fast-check";
import { a1, columnLetters } from "../../src/domain/cell";
import { toNumber } from "../../src/domain/exact";
import { createHeadlessEngine } from "../../src/excel-stand-in/engine/headless-engine";
import type { EngineCell, SpreadsheetEngine } from "../../src/excel-stand-in/engine/spreadsheet-engine";
import { evaluate } from "../../src/formula/evaluate";
import type { ExcelSpelling, Restriction } from "../../src/formula/excel-spelling";
import { parseFormula } from "../../src/formula/parse-formula";
import { type ExcelUse, printExcel, printFilter } from "../../src/formula/print-excel";
import type { EvaluationScope } from "../../src/formula/scope";
import type { Tree } from "../../src/formula/tree";
import type { Value } from "../../src/formula/value";
import { type TestCell, type TestTable, tableScope } from "./table-scope";

/** The printed formulas are put into a real spreadsheet and must give what the evaluator gives. */

const rowsOfTable = 40;
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

function randomTable(seed: number): TestTable {
  const rows = fc.sample(rowOf, { seed, numRuns: rowsOfTable });
  return Object.fromEntries(columnNames.map((name, index) => [name, rows.map((row) => row[index] ?? null)]));
}

function tree(formula: string): Tree {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(`${formula}: ${JSON.stringify(parsed.problem)}`);
  return parsed.value;
}

/** A sheet with the table from A1 on; helper and result columns are added to its right. */
class Workbook {
  readonly engine: SpreadsheetEngine = createHeadlessEngine("表");
  readonly sheet = this.engine.sheets()[0]?.id ?? "";
  readonly columns = new Map<string, number>();
  private readonly rowFormulas = new Map<string, number>();

  constructor(table: TestTable) {
    for (const [name, cells] of Object.entries(table)) {
      const column = this.place(name);
      const inputs = [name, ...cells].map((value) => [{ value: typeof value === "object" ? null : value }]);
      this.engine.writeCells(this.sheet, 0, column, inputs);
    }
  }

  readonly spelling: ExcelSpelling = {
    form: "表",
    column: (_form, name) => `$${this.letters(name)}$2:$${this.letters(name)}$${String(rowsOfTable + 1)}`,
    cell: (_form, name) => `$${this.letters(name)}2`,
    position: () => "ROW()-1",
    between: (_form, from, to) =>
      columnNames.slice(columnNames.indexOf(from as "a"), columnNames.indexOf(to as "b") + 1),
    isComputed: () => false,
    isText: (_form, name) => name === "校名" || name === "办别" || name === "普惠" || name === "乡镇",
    named: () => '""',
    indicator: () => undefined,
    parameter: () => undefined,
    lastYear: () => undefined,
    cumulative: () => undefined,
    helperName: (_form, kind, rowFormula) => {
      const known = this.rowFormulas.get(rowFormula) ?? this.place(`${kind}${String(this.columns.size)}`);
      this.rowFormulas.set(rowFormula, known);
      return [...this.columns].find(([, column]) => column === known)?.[0] ?? "";
    },
    newFunction: (name) => name,
  };

  place(name: string): number {
    const column = this.columns.size;
    this.columns.set(name, column);
    return column;
  }

  fill(column: number, formula: string): void {
    const rows = Array.from({ length: rowsOfTable }, (_, row) => [
      { formula: formula.replaceAll(/(\$[A-Z]+)2(?![0-9:])/g, `$1${String(row + 2)}`) },
    ]);
    this.engine.writeCells(this.sheet, 1, column, rows);
  }

  /** Prints a tree; helper columns are filled in. Gives the formula, and the one for 缺报数. */
  print(
    formula: Tree,
    use: ExcelUse,
    restrict?: Restriction,
  ): { readonly formula: string; readonly missing: string | undefined } {
    const printing = printExcel(formula, { ...this.spelling, ...(restrict ? { restrict } : {}) }, use);
    if (!printing.ok) throw new Error(printing.problem.reason);
    for (const { name, rowFormula } of printing.value.helpers) this.fill(this.columns.get(name) ?? 0, rowFormula);
    return { formula: printing.value.formula, missing: printing.value.missing };
  }

  filter(formula: Tree): Restriction {
    const printing = printFilter(formula, "表", this.spelling);
    if (!printing.ok) throw new Error(printing.problem.reason);
    for (const { name, rowFormula } of printing.value.helpers) this.fill(this.columns.get(name) ?? 0, rowFormula);
    return { form: "表", ...printing.value.restriction };
  }

  read(column: number, top: number, bottom: number): readonly EngineCell[] {
    return this.engine.readCells(this.sheet, { top, left: column, bottom, right: column }).map(([cell]) => {
      if (!cell) throw new Error(`nothing at ${a1(top, column)}`);
      return cell;
    });
  }

  private letters(name: string): string {
    const column = this.columns.get(name);
    if (column === undefined) throw new Error(`no column ${name}`);
    return columnLetters(column);
  }
}

/** Whether a cell says what the evaluator says. `inapplicable` is what — is written as. */
function agrees(cell: EngineCell, value: Value, inapplicable: string): boolean {
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
      return cell.value === inapplicable;
    case "error":
      return cell.isError || cell.value === "";
    case "boolean":
      return cell.value === (value.value ? "是" : "否");
    case "text":
      return cell.value === value.value;
    case "list":
      return (cell.value ?? "") === value.items.join("、");
    case "date":
      return cell.value === value.value;
  }
}

const disagreement = (formula: string, place: string, cell: EngineCell, value: Value): string =>
  `${formula} ${place}: ${String(cell.value)} against ${JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part))}`;

const rowFormulas = [
  "[a]+[b]", "[a]/[b]", "-[a]*2-([b]-1)", "SUM([@a],[@b])", "SUM([@[a]:[n]])", "MIN([@a],[@b])", "MAX([@a],[@b],100)", "AVERAGE([@a],[@b])", "COUNTA([@[校名]:[b]])",
  "IFBLANK([a],0)+[b]", "IFERROR([a]/[b],7)", "IFERROR(IF([a]>[b],[a]/[b],1),7)", "IF([a]>[b],[a]-[b],0)", '[a]+IF([办别]="公办",[b],0)', 'IF(AND([a]>100,[b]>100,[普惠]="是"),"好","差")',
  "[a]>=[b]", "[a]/[n]>=0.5", "[a]*3=[a]+[a]+[a]", "AND([a]>50,[b]>50)", 'OR([a]>400,[b]>400,[普惠]="是")', "NOT(OR([a]>400,[b]>400))", 'AND(OR([办别]="公办",[普惠]="是"),[a]<450)',
  'NOT(AND([乡镇]="东",[n]<50))', '[a]=""', '[a]<>""', "ISBLANK([a]+[b])", '[办别]="公办"', '[办别]<>"公办"', "N([a]>100)+N([b]>100)", "ROUND([a]/3,2)", "ABS([a]-[b])", "LEFT([校名],1)", '[校名]&"校"',
  "IF(ISBLANK([a]),1,2)", "COUNTIFS([乡镇],[@乡镇])", "IF([普惠]=\"\",0,IF([普惠]=\"是\",[a],[b]))", "IFBLANK([a],[b])", 'IFBLANK(IF([普惠]="是",[a],[b]),-1)', '([普惠]="是")=([a]>100)',
]; // prettier-ignore

const figures = [
  "SUM([a])", "SUM([a],[b])", 'SUMIFS([a],[办别],"公办")', 'SUMIFS([a],[办别],"<>公办",[普惠],"是")', 'SUMIFS([a],[校名],"*小")', 'SUMIFS([a],[校名],"<>?小")', 'COUNTIFS([办别],"")', 'COUNTIFS([办别],"<>")',
  'COUNTIFS([a],">=100",[a],"<300")', 'COUNTIFS([a],"<>0")', "COUNTIFS([b],0)", 'COUNTIFS([a],">="&50+50)', "COUNTA([a])", "COUNTA([校名])", "AVERAGE([a])", 'AVERAGEIFS([a],[乡镇],"东")', "MAX([a])", "MIN([a])", 'MAXIFS([a],[办别],"民办")',
  'MINIFS([a],[办别],"没有")', "MEDIAN([a])", "SUM([a]+[b])", 'SUM(IF(OR([办别]="公办",[普惠]="是"),[a],0))', "SUM(IF([a]>[b],[a]-[b],0))", "SUM([a])/SUM([n])", "去重计数([乡镇])", '去重计数([乡镇],[普惠],"否")', "差异系数([a],[n])", "差异系数([a]+[b],[n])",
  "名单([校名])", '名单([校名],[办别],"公办")', "SUM([a]/[b])", "SUM(IFERROR([a]/[b],0))", "COUNTA([a]+[b])",
]; // prettier-ignore

const filters = [
  undefined,
  '[办别]="公办"',
  'AND([办别]="公办",[a]>=50)',
  'OR([办别]="公办",[普惠]="是")',
  'NOT(AND([乡镇]="东",[n]<450))',
  '[乡镇]<>"东"',
  "[a]>[b]",
];

jest.setTimeout(60_000);

describe("both routes to a value agree", () => {
  it.each([1, 2, 3])("row by row, table %i", async (seed) => {
    const table = randomTable(seed);
    const workbook = new Workbook(table);
    const placed = rowFormulas.map((formula) => {
      const { formula: printed } = workbook.print(tree(formula), { as: "field" });
      const column = workbook.place(`派生${formula}`);
      workbook.fill(column, printed);
      return { formula, column };
    });
    await workbook.engine.calculate();
    const faults = placed.flatMap(({ formula, column }) =>
      workbook.read(column, 1, rowsOfTable).flatMap((cell, row) => {
        const value = evaluate(tree(formula), tableScope({ 表: table }, { row }));
        return agrees(cell, value, "—")
          ? []
          : [
              disagreement(
                formula,
                `row ${String(row)} ${JSON.stringify(Object.values(table).map((cells) => cells[row]))}`,
                cell,
                value,
              ),
            ];
      }),
    );
    workbook.engine.dispose();
    expect(faults).toEqual([]);
  });

  it.each(filters.map((filter, index) => [filter ?? "all rows", filter, index] as const))(
    "totals of %s",
    async (_title, filter, seed) => {
      const table = randomTable(seed + 10);
      const workbook = new Workbook(table);
      const restrict = filter === undefined ? undefined : workbook.filter(tree(filter));
      const all = Array.from({ length: rowsOfTable }, (_, row) => row);
      const kept = all.filter((row) => keeps(filter, table, row) === true);
      const open = new Set(all.filter((row) => keeps(filter, table, row) === undefined));
      const placed = figures.map((formula) => {
        const { formula: printed, missing } = workbook.print(tree(formula), { as: "figure" }, restrict);
        const column = workbook.place(`数${formula}`);
        workbook.engine.writeCells(workbook.sheet, 1, column, [[{ formula: printed }], [{ formula: missing ?? "=0" }]]);
        return { formula, column };
      });
      await workbook.engine.calculate();
      const faults = placed.flatMap(({ formula, column }) => {
        const scope = tableScope({ 表: table }, { rows: () => kept } satisfies Partial<EvaluationScope>);
        const value = evaluate(tree(formula), scope);
        const [cell, missing] = workbook.read(column, 1, 2);
        if (!cell || !missing) return [formula];
        const told = agrees(cell, value, "") ? [] : [disagreement(formula, "", cell, value)];
        const isBlank = scope.traces.some((trace) => trace.missing.length > 0);
        const [least, most] = [isBlank || leansOn(open, formula, table, kept), isBlank || open.size > 0];
        const found = Number(missing.value) > 0;
        return (found || !least) && (most || !found) ? told : [...told, `${formula}: ${String(missing.value)} blanks`];
      });
      workbook.engine.dispose();
      expect(faults).toEqual([]);
    },
  );
});

/** Whether a row the filter leaves open would be counted, were it kept. */
function leansOn(open: ReadonlySet<number>, formula: string, table: TestTable, kept: readonly number[]): boolean {
  const scope = tableScope({ 表: table }, { rows: () => [...kept, ...open] });
  evaluate(tree(formula), scope);
  return scope.traces.some(
    ({ rows, missing }) => rows.some((row) => open.has(row)) || missing.some(({ row }) => open.has(row)),
  );
}

/** Whether the filter keeps a row; undefined when a blank leaves it open. */
function keeps(filter: string | undefined, table: TestTable, row: number): boolean | undefined {
  if (filter === undefined) return true;
  const value = evaluate(tree(filter), tableScope({ 表: table }, { row }));
  if (value.type === "missing") return undefined;
  return value.type === "boolean" && value.value;
}
