import type { Reading } from "../domain/cell";
import type { FormTable } from "../domain/collected";
import { decimalText, exactText, toNumber, type Exact } from "../domain/exact";
import type { Figure, LineagePart } from "../domain/figure";
import { unreachable } from "../domain/result";
import type { DistrictReport } from "../core/build-report";
import { explain } from "../formula/explain";
import type { CompiledDefinition, CompiledIndicator } from "../definitions/compiled";
import type { DataSheetPlaces } from "../core/write/data-sheet-places";
import type { ClausesByFigure } from "./clauses-by-figure";
import type { FigureTrace, TracedCell, TracedSchool, UsedName } from "./figure-trace";
import type { PaneReport } from "./pane-report";

/** Where a figure of the report comes from: formula, totals, schools and their cells, and the clauses that print it. */
export function traceFigure(
  definition: CompiledDefinition,
  report: DistrictReport,
  shown: PaneReport,
  places: DataSheetPlaces,
  clauses: ClausesByFigure,
  key: string,
): FigureTrace {
  const figure = report.figures.get(key);
  const compiled = figure && definition.indicators.get(figure.indicator);
  const summary = shown.figures.find((one) => one.key === key);
  if (!figure || !compiled || !summary) throw new Error(`the report has no figure ${key}`);
  const arithmetic = arithmeticOf(figure, compiled);
  const { definition: scope } = compiled.indicator;
  return {
    key,
    title: summary.title,
    printed: summary.printed,
    words: formulaText(compiled),
    ...(arithmetic !== undefined && { arithmetic }),
    ...(scope !== undefined && { definition: scope }),
    schoolsExpected: figure.coverage.expected,
    schoolsCounted: figure.coverage.counted,
    missing: figure.coverage.missing.map((code) => shown.schools.get(code) ?? code),
    reasons: summary.reasons,
    schools: tracedSchools(figure, report, places),
    uses: figure.uses.map((name) => usedName(name, figure, report.figures)),
    usedIn: clauses.get(key) ?? [],
  };
}

function formulaText({ indicator, numerator, denominator, filter }: CompiledIndicator): string {
  const ratio = denominator ? `${explain(numerator, "zh")} ÷ ${explain(denominator, "zh")}` : explain(numerator, "zh");
  const scaled = indicator.factor === 1 ? ratio : `${ratio} × ${String(indicator.factor)}`;
  return filter ? `${scaled}（只算${explain(filter, "zh")}）` : scaled;
}

/** `15432 ÷ 1200 = 12.86`. */
function arithmeticOf({ numerator, denominator, value }: Figure, { indicator }: CompiledIndicator): string | undefined {
  if (value.state !== "number") return undefined;
  const result = unrounded(value.value);
  if (!numerator || !denominator) return result;
  const factor = indicator.factor === 1 ? "" : ` × ${String(indicator.factor)}`;
  return `${exactText(numerator)} ÷ ${exactText(denominator)}${factor} = ${result}`;
}

const mostPlaces = 10;
const unrounded = (value: Exact): string => {
  const text = exactText(value);
  return text.includes("/") ? `${decimalText(value, mostPlaces)}…` : text;
};

function usedName(name: string, { slice }: Figure, figures: ReadonlyMap<string, Figure>): UsedName {
  const same = [name, ...slice.map(({ member }) => member)].join("|");
  const key = [same, name].find((candidate) => figures.has(candidate));
  return { name, ...(key !== undefined && { figure: key }) };
}

/** Schools with the cells that were added; where nothing is added, with those that were counted. */
function tracedSchools(
  { lineage }: Figure,
  { collection }: DistrictReport,
  places: DataSheetPlaces,
): readonly TracedSchool[] {
  const values = lineage.filter(({ role }) => role === "value");
  const schools = new Map<
    string,
    { readonly code: string; readonly name: string; readonly cells: TracedCell[]; size: number }
  >();
  for (const part of values.length > 0 ? values : lineage) {
    const table = collection.tables.get(part.form);
    const readings = table?.columns.get(part.column);
    if (!table || !readings) continue;
    for (const row of part.rows) {
      const [reading, school] = [readings[row], table.rows[row]?.school];
      const cell = reading && tracedCell(part, table, row, reading, places);
      if (!cell || !school) continue;
      const traced = schools.get(school.code) ?? { code: school.code, name: school.name, cells: [], size: 0 };
      traced.cells.push(cell);
      if (part.part === "numerator") traced.size += sizeOf(reading);
      schools.set(school.code, traced);
    }
  }
  return [...schools.values()].sort((a, b) => b.size - a.size).map(({ code, name, cells }) => ({ code, name, cells }));
}

function tracedCell(
  { part, column }: LineagePart,
  { form }: FormTable,
  row: number,
  reading: Reading,
  places: DataSheetPlaces,
): TracedCell | undefined {
  const place = places.place(form, column, row);
  if (!place) return undefined;
  const text = readingText(reading);
  return { part, column, ...(text !== undefined && { text }), ...(reading.at && { source: reading.at }), place };
}

/** Only for the order of a list: the nearest double is enough. */
const sizeOf = (reading: Reading): number =>
  reading.state === "reported" && reading.value.type === "number" ? toNumber(reading.value.value) : 0;

function readingText(reading: Reading): string | undefined {
  switch (reading.state) {
    case "missing":
      return undefined;
    case "not-applicable":
      return "不适用";
    case "unreadable":
      return reading.raw;
    case "reported":
      return scalarText(reading.value);
  }
}

function scalarText(value: Extract<Reading, { state: "reported" }>["value"]): string {
  switch (value.type) {
    case "number":
      return exactText(value.value);
    case "text":
      return value.value;
    case "date":
      return String(value.value);
    case "boolean":
      return value.value ? "是" : "否";
    default:
      return unreachable(value);
  }
}
