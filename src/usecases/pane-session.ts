import type { Result } from "../domain/result";
import type { FileReading } from "../domain/snapshot";
import type { HostError, Place, Recalculation } from "../ports/workbook-port";
import type { FigureTrace } from "./figure-trace";
import type { PaneReport } from "./pane-report";

/** A file the user chose; `path` is its place in the chosen folder. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: () => Promise<ArrayBuffer>;
}

/** What a run is made of. */
export interface ReportSources {
  /** A file; absent for the built-in definition. */
  readonly definition?: ChosenFile;
  readonly roster: ChosenFile;
  readonly parameters?: ChosenFile;
  readonly readings: readonly FileReading[];
}

export interface Progress {
  readonly done: number;
  readonly of: number;
  /** What is being worked on. */
  readonly label: string;
}

/** Why a run could not begin: each line says where and what to do. */
export interface SourceProblem {
  readonly source: "definition" | "roster" | "parameters";
  readonly lines: readonly string[];
}

export interface WriteReceipt {
  readonly sheets: number;
  /** Absent when the workbook has no second route to compare. */
  readonly recalculation?: Recalculation;
}

export type SampleName = "complete" | "faulty";

export interface SampleSources {
  readonly roster: ChosenFile;
  readonly parameters?: ChosenFile;
  readonly submissions: readonly ChosenFile[];
}

/** Everything the pane can ask for; the host page supplies it. */
export interface PaneSession {
  /** Reads files one after another; after `stop` it gives what was read so far. */
  readonly readFiles: (
    files: readonly ChosenFile[],
    progress: (progress: Progress) => void,
    stop: AbortSignal,
  ) => Promise<readonly FileReading[]>;
  /** The user's own visible sheets of the open workbook. */
  readonly readOpenWorkbook: () => Promise<Result<FileReading, HostError>>;
  /** Resolves to undefined when it was stopped. */
  readonly compute: (
    sources: ReportSources,
    stop: AbortSignal,
  ) => Promise<Result<PaneReport, SourceProblem> | undefined>;
  /** Puts the last computed report into the open workbook. */
  readonly write: (progress: (progress: Progress) => void) => Promise<Result<WriteReceipt, HostError>>;
  readonly trace: (figure: string) => Promise<FigureTrace>;
  readonly reveal: (place: Place) => Promise<Result<null, HostError>>;
  /** False when the host refuses the clipboard. */
  readonly copy: (plain: string, html: string) => Promise<boolean>;
  /** Only where the page offers sample districts: one whose files are in order, one whose files need work. */
  readonly loadSample?: (sample: SampleName) => Promise<SampleSources>;
}
