import { agreesWithDeclared, declaredType } from "../../formula/declared-type";
import { typeText, type FormulaPlace, type FormulaType } from "../../formula/formula-type";
import type { Tree } from "../../formula/tree";
import { isRefusal, quotientType } from "../../formula/type-algebra";
import type { CompiledIndicator } from "../compiled";
import type { Indicator } from "../definition";
import type { Compilation } from "./compilation";
import { indicatorCell, type FormulaColumn } from "../settle-indicator";
import { dependencyOrder } from "./dependency-order";
import type { CellOfTable } from "./faults";
import { conditionCell, inferCell, namesOf, parseCell } from "./formula-cell";

interface ParsedIndicator extends CompiledIndicator {
  /** Where to show a fault of one of its formulas. */
  readonly cellOf: (column: FormulaColumn) => CellOfTable;
}

/** Indicators in an order in which each comes after those it uses, and in which they are typed. */
export function compileIndicators(compilation: Compilation): ReadonlyMap<string, CompiledIndicator> {
  const { definition, indicatorRows, faults } = compilation;
  const parsed = new Map(
    definition.indicators.flatMap((indicator, index) => {
      const cellOf = (column: FormulaColumn): CellOfTable =>
        indicatorCell(indicatorRows[index] ?? indicator, indicator, index, column);
      return parseIndicator(indicator, cellOf, compilation).map((made) => [indicator.name, made] as const);
    }),
  );
  const dependencies = dependencyOrder(parsed.keys(), (name) => parsed.get(name)?.uses ?? []);
  if ("circle" in dependencies) {
    const row = definition.indicators.findIndex(({ name }) => name === dependencies.circle[0]);
    faults.addDiagnostics({ table: "indicators", row, column: "numerator" }, [
      { code: "E-N05", at: 1, parts: { path: dependencies.circle.join("→") } },
    ]);
    return parsed;
  }
  const ordered = dependencies.order.flatMap((name) => parsed.get(name) ?? []);
  for (const indicator of ordered) typeIndicator(indicator, compilation);
  return new Map(ordered.map(({ cellOf: _, ...indicator }) => [indicator.indicator.name, indicator]));
}

function parseIndicator(
  indicator: Indicator,
  cellOf: ParsedIndicator["cellOf"],
  { typing, faults }: Compilation,
): readonly ParsedIndicator[] {
  const { form } = indicator;
  if (form === undefined && indicator.filter !== undefined)
    faults.add(cellOf("filter"), "有筛选的指标要写表名。→ 补上");
  const filter =
    form === undefined
      ? undefined
      : conditionCell(indicator.filter, cellOf("filter"), { place: "filter", form }, typing, faults);
  const numerator = parseCell(indicator.numerator, cellOf("numerator"), faults);
  const denominator = parseCell(indicator.denominator, cellOf("denominator"), faults);
  if (numerator === undefined) return [];
  const uses = new Set([filter, numerator, denominator].flatMap((tree) => (tree ? [...namesOf(tree).keys()] : [])));
  return [
    { cellOf, indicator, ...(filter && { filter }), numerator, ...(denominator && { denominator }), uses: [...uses] },
  ];
}

/** Compares what the formulas give with 类型 and 单位 (E-U08), and keeps what they add: 时点, and what must be pinned. */
function typeIndicator(
  { cellOf, indicator, filter, numerator, denominator }: ParsedIndicator,
  { typing, faults }: Compilation,
): void {
  const at: FormulaPlace = {
    place: "total",
    ...(indicator.form !== undefined && { form: indicator.form }),
    groupBy: indicator.groupBy,
    ...(filter && { filter }),
  };
  const infer = (tree: Tree, column: "numerator" | "denominator") =>
    inferCell(tree, cellOf(column), at, typing, faults);
  const over = infer(numerator, "numerator");
  const under = denominator && infer(denominator, "denominator");
  if (over === undefined || (denominator && under === undefined)) return;
  const type = under ? quotient(over, under) : over;
  const declared = declaredType(indicator.kind, indicator.unit);
  if (type === undefined) {
    const parts = { a: typeText(over), b: under ? typeText(under) : "", operation: "divide" };
    faults.addDiagnostics(cellOf("denominator"), [{ code: "E-U01", at: 1, parts }]);
    return;
  }
  // A factor (每百名) makes another kind out of a quotient; only the person who declares it knows which.
  if (indicator.factor === 1 && !agreesWithDeclared(type, declared))
    faults.addDiagnostics(cellOf("numerator"), [
      { code: "E-U08", parts: { a: typeText(type), b: typeText(declared) } },
    ]);
  typing.settleIndicator(indicator.name, settled(type, declared));
}

function quotient(over: FormulaType, under: FormulaType): FormulaType | undefined {
  const type = quotientType(over, under);
  return isRefusal(type) || type.kind === "积" ? undefined : type;
}

function settled(type: FormulaType, declared: FormulaType): FormulaType {
  if (type.kind !== "量" || declared.kind !== "量") return declared;
  const { counted: _, ...quantity } = type;
  return { ...quantity, unit: declared.unit };
}
