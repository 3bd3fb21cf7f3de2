import type { DistrictReport } from "../core/build-report";
import { dataSheetPlaces } from "../core/write/data-sheet-places";
import { figureEffects } from "./figure-effects";
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

export function showReport(prepared: PreparedReport, report: DistrictReport): ShownReport {
  const { definition } = prepared;
  const places = dataSheetPlaces(definition, report.collection);
  const effects = figureEffects(report.figures, report.narrative);
  const summary = summarizeReport(prepared, report, places, effects);
  return { summary, trace: (figure) => traceFigure(definition, report, summary, places, effects, figure) };
}
