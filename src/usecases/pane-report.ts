import type { Casework } from "../domain/casework";
import type { RunStamp } from "../domain/edit";
import type { Coverage, WithheldReason } from "../domain/figure";
import type { Finding } from "../domain/finding";
import type { Intake } from "../domain/intake";
import type { FileLedger } from "../domain/ledger";
import type { Narrative } from "../domain/narrative";
import type { CorrectableCell, PaneSlip } from "./pane-casework";
import type { Place } from "../ports/workbook-port";

/** What the pane shows of one run: small enough to cross from the worker at once. */
export interface PaneReport {
  readonly stamp: RunStamp;
  readonly title: string;
  readonly facts: ReportFacts;
  readonly files: readonly FileLedger[];
  /** Names of the roster's schools by code. */
  readonly schools: ReadonlyMap<string, string>;
  readonly intake: Intake;
  /** Ready to be pasted into a chat. */
  readonly chaseList: string;
  readonly slips: readonly PaneSlip[];
  /** What people decided, as far as this run knew of it. */
  readonly casework: Casework;
  readonly findings: readonly PlacedFinding[];
  readonly figures: readonly FigureSummary[];
  readonly parameters: readonly ParameterSummary[];
  readonly narrative: Narrative;
}

export interface ReportFacts {
  readonly schoolsExpected: number;
  /** Schools that have filed every form asked of them. */
  readonly schoolsFiled: number;
  readonly errors: number;
  readonly warnings: number;
  readonly clauses: number;
  readonly readyClauses: number;
}

export interface PlacedFinding {
  readonly finding: Finding;
  readonly schoolName?: string;
  /** The cell on our data sheet; absent when the finding is about a file or a school. */
  readonly place?: Place;
  /** How many clauses print another text under some plausible repair of it; absent where nobody can tell. */
  readonly clauses?: number;
  /** What probably happened, in words, likeliest first: `像是按元填了，应填万元：3862000 → 386.2`. */
  readonly causes?: readonly string[];
  /** Cells of the school it rests on, for corrections. */
  readonly cells?: readonly CorrectableCell[];
}

/** `waiting`: not printed yet. `partial`: printed without some schools. */
type FigureState = "ready" | "partial" | "waiting";

export interface FigureSummary {
  readonly key: string;
  /** `公办率（小学）`. */
  readonly title: string;
  /** As printed, unit included; `××` when withheld. */
  readonly printed: string;
  readonly state: FigureState;
  readonly reasons: readonly WithheldReason[];
  readonly coverage: Coverage;
  readonly lastYear?: { readonly printed: string; readonly change?: string; readonly growth?: string };
  readonly target?: { readonly printed: string; readonly met?: boolean };
}

export interface ParameterSummary {
  /** `parameterKey`. */
  readonly key: string;
  readonly name: string;
  /** Absent while nobody has filled it in. */
  readonly printed?: string;
  readonly period?: string;
  readonly setBy?: string;
  readonly owner?: string;
  readonly source?: string;
}
