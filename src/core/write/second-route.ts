import type { Figure } from "../../domain/figure";
import { exactFromCell, exactText } from "../../domain/exact";
import type { CompiledIndicator } from "../../definitions/compiled";
import { namedValues } from "../../definitions/named-values";
import { columnsOf } from "../../formula/columns-of";
import { hasWildcards } from "../../formula/criterion";
import type { ExcelSpelling, NotCompiled, Restriction } from "../../formula/excel-spelling";
import { printExcel, printFilter } from "../../formula/print-excel";
import type { Tree } from "../../formula/tree";
import { ok, problem, type Result } from "../../domain/result";
import { calcColumns, calcPlaces, type CalcPart, type CalcPlaces } from "./calc-places";
import type { DataSheetPlaces } from "./data-sheet-places";
import { HelperColumns } from "./helper-columns";
import { absolute } from "./sheet-reference";
import { columnKey, workbookSpelling, type WorkbookCells } from "./workbook-spelling";
import type { WriteInput } from "./write-input";

/** Why a figure has only one route. */
export type SingleReason = NotCompiled["reason"] | "schools-left-out" | "member-with-wildcards" | "field-not-compiled";

/** One part of a figure as Excel computes it. */
export interface PrintedPart {
  readonly part: CalcPart;
  readonly formula: string;
}

export type Route =
  | { readonly route: "withheld" }
  | { readonly route: "single"; readonly reason: SingleReason }
  | { readonly route: "compared"; readonly parts: readonly PrintedPart[] };

/** The second route to every figure: formulas over the data sheets, none of them fed by the engine. */
export interface SecondRoute {
  readonly routes: ReadonlyMap<string, Route>;
  readonly calc: CalcPlaces;
  readonly helpers: HelperColumns;
  /** Formula of a 派生 field by `form column`; absent when Excel cannot say it. */
  readonly derived: ReadonlyMap<string, string>;
}

export function secondRoute(input: WriteInput, places: DataSheetPlaces): SecondRoute {
  const { definition, figures, parameters } = input;
  const helpers = new HelperColumns(places.sheets);
  const calc = calcPlaces(definition, figures);
  const cells: WorkbookCells = {
    definition,
    places,
    helpers,
    calc,
    parameters,
    named: namedValues(definition, figures, parameters),
  };
  const derived = derivedFormulas(cells);
  const routes = new Map<string, Route>();
  for (const figure of figures.values()) {
    const compiled = definition.indicators.get(figure.indicator);
    if (compiled) routes.set(figure.key, routeOf(cells, derived, compiled, figure));
  }
  return { routes, calc, helpers, derived };
}

/** A field that rests on one Excel cannot say cannot be said either. */
function derivedFormulas(cells: WorkbookCells): ReadonlyMap<string, string> {
  const printed = new Map<string, { readonly formula: string; readonly touched: ReadonlySet<string> }>();
  const fields = new Set<string>();
  for (const [form, { derived }] of cells.definition.forms) {
    if (!cells.places.sheets.has(form)) continue;
    for (const [field, tree] of derived) {
      fields.add(columnKey(form, field));
      const { spelling, touched, isBroken } = workbookSpelling(cells, form);
      const result = cells.helpers.keepIfOk(() =>
        unbroken(printExcel(tree, spelling, { as: "field" }), isBroken, tree),
      );
      if (result.ok) printed.set(columnKey(form, field), { formula: result.value.formula, touched });
    }
  }
  const isLost = (key: string): boolean => fields.has(key) && !printed.has(key);
  for (let lost = true; lost; ) {
    lost = false;
    for (const [key, { touched }] of printed) if ([...touched].some(isLost)) lost = printed.delete(key);
  }
  return new Map([...printed].map(([key, { formula }]) => [key, formula]));
}

function unbroken<T>(result: Result<T, NotCompiled>, isBroken: () => boolean, tree: Tree): Result<T, NotCompiled> {
  return result.ok && isBroken() ? problem({ reason: "no-such-cell", at: tree.at }) : result;
}

function routeOf(
  cells: WorkbookCells,
  derived: ReadonlyMap<string, string>,
  compiled: CompiledIndicator,
  figure: Figure,
): Route {
  if (figure.value.state === "withheld") return { route: "withheld" };
  if (figure.partial) return { route: "single", reason: "schools-left-out" };
  const parts = cells.helpers.keepIfOk(() => printedParts(cells, derived, compiled, figure));
  return parts.ok ? { route: "compared", parts: parts.value } : { route: "single", reason: parts.problem };
}

function printedParts(
  cells: WorkbookCells,
  derived: ReadonlyMap<string, string>,
  compiled: CompiledIndicator,
  figure: Figure,
): Result<readonly PrintedPart[], SingleReason> {
  const { indicator, numerator, denominator } = compiled;
  const parts: PrintedPart[] = [];
  const trees: readonly (readonly [CalcPart, Tree])[] = denominator ? [["分子", numerator], ["分母", denominator]] : [["值", numerator]]; // prettier-ignore
  for (const [part, tree] of trees) {
    const { spelling, touched, isBroken } = workbookSpelling(cells, indicator.form);
    const restricted = restrictedSpelling(cells, spelling, compiled, figure, part);
    if (!restricted.ok) return restricted;
    const printed = printExcel(tree, restricted.value, { as: "figure" });
    if (!printed.ok) return problem(printed.problem.reason);
    if (isBroken()) return problem("no-such-cell");
    if ([...touched].some((key) => isUnsaidField(cells, derived, key))) return problem("field-not-compiled");
    const { formula } = printed.value;
    parts.push({ part, formula: part === "值" ? timesFactor(formula, indicator.factor) : formula });
  }
  return ok(
    denominator ? [...parts, { part: "值", formula: ratioFormula(cells.calc, figure.key, indicator.factor) }] : parts,
  );
}

const isUnsaidField = ({ definition }: WorkbookCells, derived: ReadonlyMap<string, string>, key: string): boolean => {
  const [form = "", column = ""] = key.split(" ");
  return definition.forms.get(form)?.derived.has(column) === true && !derived.has(key);
};

/** The rows a figure is told for: its 筛选 and its slice. Members are pointed at, never spelled. */
function restrictedSpelling(
  { calc }: WorkbookCells,
  spelling: ExcelSpelling,
  { indicator, filter, numerator, denominator }: CompiledIndicator,
  figure: Figure,
  part: CalcPart,
): Result<ExcelSpelling, SingleReason> {
  if (!filter && figure.slice.length === 0) return ok(spelling);
  const forms = new Set(
    [numerator, ...(denominator ? [denominator] : [])].flatMap(columnsOf).map(({ form }) => form ?? indicator.form),
  );
  const [form] = forms;
  if (forms.size !== 1 || form === undefined) return problem("no-excel-form");
  if (figure.slice.some(({ member }) => hasWildcards(member))) return problem("member-with-wildcards");
  const rows = filter ? printFilter(filter, form, spelling) : undefined;
  if (rows?.ok === false) return problem(rows.problem.reason);
  const slice = figure.slice.map(({ group }, index) => ({
    column: group,
    criterion: `"="&${calc.cell(figure.key, part, calcColumns.groups + index)}`,
  }));
  const { criteria, flags } = rows?.value.restriction ?? { criteria: [], flags: [] };
  const restrict: Restriction = { form, criteria: [...criteria, ...slice], flags };
  return ok({ ...spelling, restrict });
}

const timesFactor = (formula: string, factor: number): string =>
  factor === 1 ? formula : `=(${formula.slice(1)})*${exactText(exactFromCell(factor))}`;

function ratioFormula(calc: CalcPlaces, figure: string, factor: number): string {
  const [top, bottom] = (["分子", "分母"] as const).map((part) =>
    absolute(calc.row(figure, part), calcColumns.formula),
  );
  const quotient = `${top ?? ""}/${bottom ?? ""}`;
  return timesFactor(`=IF(N(${bottom ?? ""})=0,"",${quotient})`, factor);
}
