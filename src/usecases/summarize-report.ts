import { cellKey } from "../domain/cell";
import type { Collection, FormRow, FormTable } from "../domain/collected";
import type { RunStamp } from "../domain/edit";
import type { Figure } from "../domain/figure";
import type { Finding, Severity } from "../domain/finding";
import { parameterKey, type Parameter } from "../domain/parameter";
import type { DistrictReport } from "../core/build-report";
import type { DataSheetPlaces } from "../core/write/data-sheet-places";
import type { FigureEffects, Suspect } from "./figure-effects";
import { figurePrinter, type FigurePrinter } from "./figure-printer";
import type { FigureSummary, PaneReport, ParameterSummary, PlacedFinding, ReportFacts } from "./pane-report";
import type { PreparedReport } from "./prepare-report";

/** What the pane needs of a report to show it; the cells themselves stay behind. */
export function summarizeReport(
  { definition, parameters, findings: sourceFindings }: PreparedReport,
  report: DistrictReport,
  places: DataSheetPlaces,
  effects: FigureEffects,
): PaneReport {
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
    notFiled: [...notFiled(collection)].map((code) => schools.get(code) ?? code),
    findings: placedFindings(findings, collection, schools, places, effects),
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

/** Errors first, and among them those that change most clauses. */
function placedFindings(
  findings: readonly Finding[],
  collection: Collection,
  schools: ReadonlyMap<string, string>,
  places: DataSheetPlaces,
  effects: FigureEffects,
): readonly PlacedFinding[] {
  const placed = findings.map((finding): PlacedFinding => {
    const schoolName = finding.school === undefined ? undefined : (schools.get(finding.school) ?? finding.school);
    const [cell, ...others] = tableCells(collection, finding);
    const place = cell && places.place(cell.form, cell.column, cell.row);
    return {
      finding,
      ...(schoolName !== undefined && { schoolName }),
      ...(place && { place }),
      clauses: effects.clausesAffected(
        cell ? [cell, ...others].map((one) => ({ ...one, ...schoolOf(finding) })) : [wholeSchool(finding)],
      ),
    };
  });
  const order = ({ finding, clauses }: PlacedFinding): readonly [number, number] => [
    severities.indexOf(finding.severity),
    -clauses,
  ];
  return placed.sort((a, b) => {
    const [[severity, effect], [otherSeverity, otherEffect]] = [order(a), order(b)];
    return severity === otherSeverity ? effect - otherEffect : severity - otherSeverity;
  });
}

const schoolOf = ({ school }: Finding): Suspect => (school === undefined ? {} : { school });
const wholeSchool = (finding: Finding): Suspect => ({
  ...schoolOf(finding),
  ...(finding.form !== undefined && { form: finding.form }),
  ...(finding.element !== undefined && { column: finding.element }),
});

interface TableCell {
  readonly form: string;
  readonly column: string;
  readonly row: number;
}

/** The cells of a form's table that a finding is about, that of its address first. */
function tableCells({ tables }: Collection, { form, school, at, alsoAt = [] }: Finding): readonly TableCell[] {
  const table = form === undefined ? undefined : tables.get(form);
  if (!table || at === undefined) return [];
  const keys = [at, ...alsoAt].map(cellKey);
  const cells = rowsOf(table, school).flatMap((row) =>
    [...table.columns].flatMap(([column, readings]) => {
      const from = readings[row]?.at;
      const rank = from ? keys.indexOf(cellKey(from)) : -1;
      return rank < 0 ? [] : [{ rank, cell: { form: table.form, column, row } }];
    }),
  );
  const sorted = cells.sort((a, b) => a.rank - b.rank);
  return sorted[0]?.rank === 0 ? sorted.map(({ cell }) => cell) : [];
}

const rowsOf = ({ rows }: FormTable, school: string | undefined): readonly number[] =>
  rows.flatMap((row, index) => (school === undefined || row.school.code === school ? [index] : []));
