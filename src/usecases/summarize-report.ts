import { cellKey } from "../domain/cell";
import type { Collection, FormRow, FormTable } from "../domain/collected";
import type { RunStamp } from "../domain/edit";
import type { Figure } from "../domain/figure";
import type { Finding, Severity } from "../domain/finding";
import type { FileReading } from "../domain/snapshot";
import { parameterKey, type Parameter } from "../domain/parameter";
import type { DistrictReport } from "../core/build-report";
import type { DataSheetPlaces } from "../core/write/data-sheet-places";
import { figurePrinter, type FigurePrinter } from "./figure-printer";
import { correctableCells } from "./correctable-cells";
import type { CorrectableCell } from "./pane-casework";
import { summarizeIntake } from "./summarize-intake";
import type { FigureSummary, PaneReport, ParameterSummary, PlacedFinding, ReportFacts } from "./pane-report";
import type { PreparedReport } from "./prepare-report";

/** What the pane needs of a report to show it; the cells themselves stay behind. */
export function summarizeReport(
  prepared: PreparedReport,
  report: DistrictReport,
  readings: readonly FileReading[],
  places: DataSheetPlaces,
): PaneReport {
  const { definition, parameters, findings: sourceFindings } = prepared;
  const { collection, confrontation, figures, narrative, edits } = report;
  const findings = [...sourceFindings, ...collection.findings, ...confrontation.findings];
  const printer = figurePrinter(definition, figures, parameters);
  const schools = new Map(collection.schools.map(({ code, name }) => [code, name]));
  const stamp = stampOf(edits);
  return {
    stamp,
    title: definition.source.title,
    facts: factsOf(collection, findings, report),
    files: collection.ledger,
    schools,
    ...summarizeIntake(prepared, report, readings, stamp.at),
    findings: placedFindings(findings, report, schools, places, correctableCells(definition, report)),
    figures: [...figures.values()].map((figure) => summaryOf(figure, printer)),
    parameters: parameters.map((parameter) => parameterSummary(parameter, printer)),
    narrative,
  };
}

function stampOf(edits: DistrictReport["edits"]): RunStamp {
  for (const edit of edits) if (edit.edit === "stamp") return edit.stamp;
  throw new Error("a report ends with its stamp");
}

function summaryOf(figure: Figure, printer: FigurePrinter): FigureSummary {
  const [lastYear, target] = [printer.lastYear(figure), printer.target(figure)];
  const withheld = figure.value.state === "withheld" ? figure.value.reasons : [];
  const slice = figure.slice.map(({ member }) => member).join("、");
  return {
    key: figure.key,
    title: slice === "" ? figure.indicator : `${figure.indicator}（${slice}）`,
    printed: printer.printed(figure),
    state: figure.value.state === "withheld" ? "waiting" : figure.partial ? "partial" : "ready",
    reasons: withheld,
    coverage: figure.coverage,
    ...(lastYear && { lastYear }),
    ...(target && { target }),
  };
}

function parameterSummary(parameter: Parameter, printer: FigurePrinter): ParameterSummary {
  const { name, period, setBy, owner, source } = parameter;
  const printed = printer.parameter(parameter);
  return {
    key: parameterKey(parameter),
    name,
    ...(printed !== undefined && { printed }),
    ...(period !== undefined && { period }),
    ...(setBy !== undefined && { setBy }),
    ...(owner !== undefined && { owner }),
    ...(source !== undefined && { source }),
  };
}

const rowsOfAll = ({ tables }: Collection): readonly FormRow[] => [...tables.values()].flatMap(({ rows }) => rows);

/** Codes of the schools that lack a form. */
const notFiled = (collection: Collection): ReadonlySet<string> =>
  new Set(rowsOfAll(collection).flatMap(({ school, filed }) => (filed ? [] : [school.code])));

function factsOf(collection: Collection, findings: readonly Finding[], { narrative }: DistrictReport): ReportFacts {
  const schoolsExpected = new Set(rowsOfAll(collection).map(({ school }) => school.code)).size;
  const clauses = narrative.blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : []));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    schoolsExpected,
    schoolsFiled: schoolsExpected - notFiled(collection).size,
    errors: count("error"),
    warnings: count("warning"),
    clauses: clauses.length,
    readyClauses: clauses.filter(({ readiness }) => readiness === "ready").length,
  };
}

const severities: readonly Severity[] = ["error", "warning", "notice"];

/** Errors first, and among them those that most clauses hang on. */
function placedFindings(
  findings: readonly Finding[],
  { collection, effects, causes }: DistrictReport,
  schools: ReadonlyMap<string, string>,
  places: DataSheetPlaces,
  cellsOf: (finding: Finding) => readonly CorrectableCell[],
): readonly PlacedFinding[] {
  const placed = findings.map((finding): PlacedFinding => {
    const schoolName = finding.school === undefined ? undefined : (schools.get(finding.school) ?? finding.school);
    const cell = tableCell(collection, finding);
    const place = cell && places.place(cell.form, cell.column, cell.row);
    const clauses = effects.get(finding)?.clauses.length;
    const probable = causes.get(finding) ?? [];
    const cells = cellsOf(finding);
    return {
      finding,
      ...(schoolName !== undefined && { schoolName }),
      ...(place && { place }),
      ...(clauses !== undefined && { clauses }),
      ...(probable.length > 0 && { causes: probable.map(({ says }) => says) }),
      ...(cells.length > 0 && { cells }),
    };
  });
  const severity = ({ finding }: PlacedFinding): number => severities.indexOf(finding.severity);
  // What nobody can weigh comes before what changes nothing.
  const reach = ({ clauses = 0.5 }: PlacedFinding): number => clauses;
  return placed.sort((a, b) => (severity(a) === severity(b) ? reach(b) - reach(a) : severity(a) - severity(b)));
}

interface TableCell {
  readonly form: string;
  readonly column: string;
  readonly row: number;
}

/** The cell of a form's table that stands for a finding's address. */
function tableCell({ tables }: Collection, { form, school, at }: Finding): TableCell | undefined {
  const table = form === undefined ? undefined : tables.get(form);
  if (!table || at === undefined) return undefined;
  const key = cellKey(at);
  for (const row of rowsOf(table, school))
    for (const [column, readings] of table.columns) {
      const from = readings[row]?.at;
      if (from && cellKey(from) === key) return { form: table.form, column, row };
    }
  return undefined;
}

const rowsOf = ({ rows }: FormTable, school: string | undefined): readonly number[] =>
  rows.flatMap((row, index) => (school === undefined || row.school.code === school ? [index] : []));
