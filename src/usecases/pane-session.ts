import type { Casework } from "../domain/casework";
import type { Result } from "../domain/result";
import type { FileReading } from "../domain/snapshot";
import type { HostError, Place, Recalculation } from "../ports/workbook-port";
import type { VersionComparison } from "./compare-versions";
import type { FigureTrace } from "./figure-trace";
import type { PaneReport } from "./pane-report";
import type { SourceProblem } from "./source-problem";

/** A file the user chose; `path` is its place in the chosen folder. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: () => Promise<ArrayBuffer>;
  /** When it was saved: ISO, local time. */
  readonly received?: string;
}

/** What a run is made of. */
export interface ReportSources {
  /** A file; absent for the built-in definition. */
  readonly definition?: ChosenFile;
  readonly roster: ChosenFile;
  readonly parameters?: ChosenFile;
  readonly readings: readonly FileReading[];
  /** Last year's submissions. */
  readonly previous?: readonly FileReading[];
  /** Decisions taken in the pane; those on the workbook's own sheets are added to them. */
  readonly casework?: Casework;
}

export interface Progress {
  readonly done: number;
  readonly of: number;
  /** What is being worked on. */
  readonly label: string;
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
  /** What the later of two versions of a school's reports changed; undefined when it sent one only. */
  readonly compare: (school: string) => Promise<VersionComparison | undefined>;
  /** Saves a return slip for every school that has one; answers the name of the file they are in. */
  readonly saveSlips: () => Promise<string>;
  /** Now: ISO, local time. */
  readonly now: () => string;
  readonly reveal: (place: Place) => Promise<Result<null, HostError>>;
  /** False when the host refuses the clipboard. */
  readonly copy: (plain: string, html: string) => Promise<boolean>;
  /** Only where the page offers sample districts: one whose files are in order, one whose files need work. */
  readonly loadSample?: (sample: SampleName) => Promise<SampleSources>;
}
