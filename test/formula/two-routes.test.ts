import { evaluate } from "../../src/formula/evaluate";
import type { EvaluationScope } from "../../src/formula/scope";
import {
  agrees,
  calculatedInStandIn,
  disagreement,
  FormulaSheet,
  randomTable,
  rowsOfTable,
  tree,
} from "./formula-sheet";
import { type TestTable, tableScope } from "./table-scope";

/** The printed formulas are put into a real spreadsheet and must give what the evaluator gives. */

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
    const sheet = new FormulaSheet(table);
    const placed = rowFormulas.map((formula) => {
      const column = sheet.place(`派生${formula}`);
      sheet.fill(column, sheet.print(tree(formula), { as: "field" })?.formula ?? "=NA()");
      return { formula, column };
    });
    const cellAt = await calculatedInStandIn(sheet);
    const faults = placed.flatMap(({ formula, column }) =>
      Array.from({ length: rowsOfTable }, (_, row) => row).flatMap((row) => {
        const [cell, value] = [cellAt(column, row + 1), evaluate(tree(formula), tableScope({ 表: table }, { row }))];
        const place = `row ${String(row)} ${JSON.stringify(Object.values(table).map((cells) => cells[row]))}`;
        return agrees(cell, value, "—") ? [] : [disagreement(formula, place, cell, value)];
      }),
    );
    expect(faults).toEqual([]);
  });

  it.each(filters.map((filter, index) => [filter ?? "all rows", filter, index] as const))(
    "totals of %s",
    async (_title, filter, seed) => {
      const table = randomTable(seed + 10);
      const sheet = new FormulaSheet(table);
      const restrict = filter === undefined ? undefined : sheet.filter(tree(filter));
      const all = Array.from({ length: rowsOfTable }, (_, row) => row);
      const kept = all.filter((row) => keeps(filter, table, row) === true);
      const open = new Set(all.filter((row) => keeps(filter, table, row) === undefined));
      const placed = figures.map((formula) => {
        const printed = sheet.print(tree(formula), { as: "figure" }, restrict);
        const column = sheet.place(`数${formula}`);
        sheet.put(column, 1, { formula: printed?.formula ?? "=NA()" });
        sheet.put(column, 2, { formula: printed?.missing ?? "=0" });
        return { formula, column };
      });
      const cellAt = await calculatedInStandIn(sheet);
      const faults = placed.flatMap(({ formula, column }) => {
        const scope = tableScope({ 表: table }, { rows: () => kept } satisfies Partial<EvaluationScope>);
        const value = evaluate(tree(formula), scope);
        const [cell, missing] = [cellAt(column, 1), cellAt(column, 2)];
        const told = agrees(cell, value, "") ? [] : [disagreement(formula, "", cell, value)];
        const isBlank = scope.traces.some((trace) => trace.missing.length > 0);
        const [least, most] = [isBlank || leansOn(open, formula, table, kept), isBlank || open.size > 0];
        const found = Number(missing.value) > 0;
        return (found || !least) && (most || !found) ? told : [...told, `${formula}: ${String(missing.value)} blanks`];
      });
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
