import type { CellAddress } from "../domain/cell";
import type { FileReading } from "../domain/snapshot";
import type { DistrictReport } from "../core/build-report";
import { figureProver } from "../core/prove/proof-of-figure";
import { dataSheetPlaces, type SheetPlace } from "../core/write/data-sheet-places";
import { clausesByFigure } from "./clauses-by-figure";
import type { CellTrace, FigureTrace } from "./figure-trace";
import type { PaneReport } from "./pane-report";
import type { PreparedReport } from "./prepare-report";
import { proofSheet, type ProofSheet } from "./proof-sheet";
import { summarizeReport } from "./summarize-report";
import { addressAt, sentencesOfCell } from "./trace-cell";
import { traceFigure } from "./trace-figure";
import { proofSubject } from "./trace-proof";

/** A report as the pane looks at it: the summary at once, the way to the cells and back when asked. */
export interface ShownReport {
  readonly summary: PaneReport;
  /** @throws Error when the report has no such figure */
  readonly trace: (figure: string) => FigureTrace;
  /** What a school's cell feeds; by its own address, or by its place on our data sheet (undefined where none stands). */
  readonly traceCell: (cell: CellAddress | SheetPlace) => CellTrace | undefined;
  /** 核算单 of these clauses; of the whole report when none are named. */
  readonly proofSheet: (clauses?: readonly string[]) => ProofSheet;
}

export function showReport(
  prepared: PreparedReport,
  report: DistrictReport,
  readings: readonly FileReading[],
): ShownReport {
  const { definition, parameters } = prepared;
  const places = dataSheetPlaces(definition, report.collection);
  const clauses = clausesByFigure(report.narrative);
  const summary = summarizeReport(prepared, report, readings, places);
  const subject = proofSubject(definition, report, parameters);
  const prove = figureProver(subject);
  return {
    summary,
    trace: (figure) => traceFigure(prove(figure), report.figures, summary, places, clauses),
    traceCell: (cell) => {
      const at = "role" in cell ? addressAt(report.collection, places, cell) : cell;
      return at && sentencesOfCell(subject, report.narrative, at);
    },
    proofSheet: (ids) => proofSheet(prepared, report, ids),
  };
}
