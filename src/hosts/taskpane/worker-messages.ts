import type { WorkbookEdit } from "../../domain/edit";
import type { FileReading } from "../../domain/snapshot";
import type { FigureTrace } from "../../usecases/figure-trace";
import type { PaneReport } from "../../usecases/pane-report";
import type { SourceProblem } from "../../usecases/pane-session";

export interface SourceFile {
  readonly file: string;
  readonly bytes: ArrayBuffer;
}

/** What the pane asks of the worker. Every question has one answer of its number. */
export type Question =
  | { readonly ask: "read"; readonly file: SourceFile }
  /** Hands over readings, a few at a time, so that no single message holds the pane up. */
  | { readonly ask: "take"; readonly readings: readonly FileReading[] }
  | {
      readonly ask: "compute";
      /** Absent for the built-in definition. */
      readonly definition?: SourceFile;
      readonly roster: SourceFile;
      readonly parameters?: SourceFile;
      readonly run: number;
      readonly at: string;
    }
  /** One edit of the report, by its number. */
  | { readonly ask: "edit"; readonly index: number }
  | { readonly ask: "trace"; readonly figure: string };

export type Answer =
  | { readonly answer: "read"; readonly reading: FileReading }
  | { readonly answer: "taken" }
  | { readonly answer: "report"; readonly report: PaneReport; readonly edits: number }
  | { readonly answer: "refused"; readonly problem: SourceProblem }
  | { readonly answer: "edit"; readonly edit: WorkbookEdit }
  | { readonly answer: "trace"; readonly trace: FigureTrace };

export interface NumberedQuestion {
  readonly number: number;
  readonly question: Question;
}

/** `bug` is the message of an exception: the pane throws it again. */
export type NumberedAnswer = { readonly number: number } & ({ readonly answer: Answer } | { readonly bug: string });
