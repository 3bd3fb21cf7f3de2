import type { Casework } from "../../domain/casework";
import type { ChangedSentence } from "../../domain/copy-record";
import type { WorkbookEdit } from "../../domain/edit";
import type { FileReading, SheetSnapshot } from "../../domain/snapshot";
import type { EarlierNarrative, PastedCheck } from "../../usecases/check-pasted-text";
import type { VersionComparison } from "../../usecases/compare-versions";
import type { CellTrace, FigureTrace } from "../../usecases/figure-trace";
import type { PaneReport } from "../../usecases/pane-report";
import type { Place } from "../../ports/workbook-port";
import type { SourceProblem } from "../../usecases/source-problem";

export interface SourceFile {
  readonly file: string;
  readonly bytes: ArrayBuffer;
}

/** What the pane asks of the worker. Every question has one answer of its number. */
export type Question =
  | { readonly ask: "read"; readonly file: SourceFile }
  /** Hands over readings, a few at a time, so that no single message holds the pane up. */
  | { readonly ask: "take"; readonly of: "this-year" | "last-year"; readonly readings: readonly FileReading[] }
  | ComputeQuestion
  /** One edit of the report, by its number. */
  | { readonly ask: "edit"; readonly index: number }
  | { readonly ask: "trace"; readonly figure: string }
  /** What a cell of our data sheets feeds. */
  | { readonly ask: "trace-cell"; readonly place: Place }
  /** What of the report these decisions would change; only they differ from the run. */
  | { readonly ask: "stale"; readonly casework: Casework }
  /** 核算单 as a workbook. */
  | { readonly ask: "proof" }
  | { readonly ask: "compare"; readonly school: string }
  /** A finished text, held against the report and against earlier runs. */
  | { readonly ask: "check-text"; readonly text: string; readonly earlier: readonly EarlierNarrative[] }
  /** The text of a .docx or .txt. */
  | { readonly ask: "read-text"; readonly file: SourceFile }
  /** All return slips as one .zip. */
  | { readonly ask: "slips" };

export interface ComputeQuestion {
  readonly ask: "compute";
  readonly definition: SourceFile | { readonly builtin: string };
  readonly roster: SourceFile;
  readonly parameters?: SourceFile;
  readonly previousRoster?: SourceFile;
  /** Casework sheets of the open workbook, and decisions taken in the pane since they were written. */
  readonly caseworkSheets: readonly SheetSnapshot[];
  readonly casework: Casework;
  readonly run: number;
  readonly at: string;
}

export type Answer =
  | { readonly answer: "read"; readonly readings: readonly FileReading[] }
  | { readonly answer: "taken" }
  | { readonly answer: "report"; readonly report: PaneReport; readonly edits: number }
  | { readonly answer: "refused"; readonly problem: SourceProblem }
  | { readonly answer: "edit"; readonly edit: WorkbookEdit }
  | { readonly answer: "trace"; readonly trace: FigureTrace }
  | { readonly answer: "trace-cell"; readonly trace?: CellTrace }
  | { readonly answer: "stale"; readonly sentences: readonly ChangedSentence[] }
  | { readonly answer: "proof"; readonly workbook: Uint8Array<ArrayBuffer> }
  | { readonly answer: "compare"; readonly comparison?: VersionComparison }
  | { readonly answer: "check-text"; readonly check: PastedCheck }
  /** Absent: nothing could be read of the file. */
  | { readonly answer: "read-text"; readonly text?: string }
  | { readonly answer: "slips"; readonly archive: Uint8Array<ArrayBuffer> };

export interface NumberedQuestion {
  readonly number: number;
  readonly question: Question;
}

/** `bug` is the message of an exception: the pane throws it again. */
export type NumberedAnswer = { readonly number: number } & ({ readonly answer: Answer } | { readonly bug: string });
