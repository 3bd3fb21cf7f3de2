import type { Casework } from "../domain/casework";
import type { ChangedSentence } from "../domain/copy-record";
import type { Result } from "../domain/result";
import type { FileReading } from "../domain/snapshot";
import type { HostError, Place, Recalculation } from "../ports/workbook-port";
import type { PastedCheck } from "./check-pasted-text";
import type { CopyBook } from "./copy-ledger";
import type { VersionComparison } from "./compare-versions";
import type { CellTrace, FigureTrace } from "./figure-trace";
import type { PaneReport } from "./pane-report";
import type { SourceProblem } from "./source-problem";

/** A file the user chose; `path` is its place in the chosen folder. */
export interface ChosenFile {
  readonly path: string;
  readonly bytes: () => Promise<ArrayBuffer>;
  /** When it was saved: ISO, local time. */
  readonly received?: string;
}

/** Definitions that come with the add-in. */
export const builtinDefinitions = [
  "work-report",
  "work-summary",
  "conference-report",
  "city-briefing",
  "forum-address",
  "education-statistics",
] as const;
export type BuiltinDefinition = (typeof builtinDefinitions)[number];

/** What a run is made of. */
export interface ReportSources {
  readonly definition: ChosenFile | { readonly builtin: BuiltinDefinition };
  readonly roster: ChosenFile;
  readonly parameters?: ChosenFile;
  readonly readings: readonly FileReading[];
  /** Last year's submissions. */
  readonly previous?: readonly FileReading[];
  /** Last year's school list; without it last year had this year's schools. */
  readonly previousRoster?: ChosenFile;
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

/** Sample districts: one whose files need work, the others in order. */
export const samples = [
  "wenshang-2022",
  "wenshang-2022-dirty",
  "district-2023",
  "district-2019",
  "city-2021",
  "city-forum-2021",
] as const;
export type SampleName = (typeof samples)[number];

export interface SampleSources {
  readonly definition: BuiltinDefinition;
  readonly roster: ChosenFile;
  readonly parameters?: ChosenFile;
  readonly submissions: readonly ChosenFile[];
  /** Last year's submissions, and the school list they were filed by. */
  readonly previous?: readonly ChosenFile[];
  readonly previousRoster?: ChosenFile;
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
  /** What the school's cell at a place of our data sheets feeds; undefined where none stands. */
  readonly traceCell: (place: Place) => Promise<CellTrace | undefined>;
  /** Sentences of the last report that these decisions change, before anything is calculated again. */
  readonly stale: (casework: Casework) => Promise<readonly ChangedSentence[]>;
  /** Saves 核算单, how every number of the report was made; answers the name of the file. */
  readonly saveProof: () => Promise<string>;
  /** What the later of two versions of a school's reports changed; undefined when it sent one only. */
  readonly compare: (school: string) => Promise<VersionComparison | undefined>;
  /** Saves a return slip for every school that has one; answers the name of the file they are in. */
  readonly saveSlips: () => Promise<string>;
  /** Now: ISO, local time. */
  readonly now: () => string;
  readonly reveal: (place: Place) => Promise<Result<null, HostError>>;
  /** False when the host refuses the clipboard. */
  readonly copy: (plain: string, html: string) => Promise<boolean>;
  /** 回贴核对: a verdict for every number of a finished text. */
  readonly checkText: (text: string) => Promise<PastedCheck>;
  /** The text of a .docx or .txt; undefined when nothing could be read of it. */
  readonly readText: (file: ChosenFile) => Promise<string | undefined>;
  /** 复制账: what was copied out of the report. */
  readonly copies: Pick<CopyBook, "open" | "record" | "amend">;
  /** Only where the page offers sample districts. */
  readonly loadSample?: (sample: SampleName) => Promise<SampleSources>;
}
