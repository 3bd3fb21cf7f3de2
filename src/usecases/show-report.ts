import type { FileReading } from "../domain/snapshot";
import type { DistrictReport } from "../core/build-report";
import { dataSheetPlaces } from "../core/write/data-sheet-places";
import { clausesByFigure } from "./clauses-by-figure";
import type { FigureTrace } from "./figure-trace";
import type { PaneReport } from "./pane-report";
import type { PreparedReport } from "./prepare-report";
import { summarizeReport } from "./summarize-report";
import { traceFigure } from "./trace-figure";

/** A report as the pane looks at it: the summary at once, the way to the cells when asked. */
export interface ShownReport {
  readonly summary: PaneReport;
  /** @throws Error when the report has no such figure */
  readonly trace: (figure: string) => FigureTrace;
}

export function showReport(
  prepared: PreparedReport,
  report: DistrictReport,
  readings: readonly FileReading[],
): ShownReport {
  const { definition } = prepared;
  const places = dataSheetPlaces(definition, report.collection);
  const clauses = clausesByFigure(report.narrative);
  const summary = summarizeReport(prepared, report, readings, places);
  return { summary, trace: (figure) => traceFigure(definition, report, summary, places, clauses, figure) };
}
