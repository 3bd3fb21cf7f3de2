import type { RunStamp, WorkbookEdit } from "../domain/edit";
import type { Result } from "../domain/result";
import type { SheetSnapshot, WorkbookSnapshot } from "../domain/snapshot";

/** Why Excel did not do what was asked. Decided by error code, never by message text. */
export type HostError =
  | { readonly kind: "payload-too-large" }
  | { readonly kind: "access-denied"; readonly sheet?: string }
  | { readonly kind: "not-found" }
  | { readonly kind: "editing-cell" }
  | { readonly kind: "unsupported" }
  | { readonly kind: "unexpected"; readonly code: string; readonly message: string };

/** A place on one of our sheets, found by its role, or on a sheet of the user by its name. */
export interface Place {
  readonly role?: string;
  readonly sheet?: string;
  readonly row: number;
  readonly column: number;
}

export interface ApplyReceipt {
  /** Requests it took. */
  readonly batches: number;
  /** Names under which our sheets now stand, by role. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** Verdict of the second route as Excel itself computed it. */
export interface Recalculation {
  readonly agreed: number;
  readonly compared: number;
  /** Keys of the figures whose two routes differ. */
  readonly differing: readonly string[];
}

/** What we ask of the open workbook. */
export interface WorkbookPort {
  /** Reads the user's visible sheets (never our own), in chunks the host accepts. */
  readonly read: () => Promise<Result<WorkbookSnapshot, HostError>>;
  /** Reads our own sheets of these roles, by role; those that are not there are left out. */
  readonly readOwn: (roles: readonly string[]) => Promise<Result<ReadonlyMap<string, SheetSnapshot>, HostError>>;
  /**
   * Applies the edits to sheets we own. They are one run but not a transaction: after an error some may stand.
   * The stamp is the last edit, so a report without a matching stamp is known to be incomplete. Edits without a stamp
   * are no run, and leave the last stamp as it is.
   * The number of requests grows with bytes, never with schools.
   */
  readonly apply: (
    edits: readonly WorkbookEdit[],
    onProgress?: (done: number, of: number) => void,
  ) => Promise<Result<ApplyReceipt, HostError>>;
  /** Lets Excel calculate and reads the verdicts of 核算. */
  readonly recalculation: () => Promise<Result<Recalculation, HostError>>;
  /** The stamp of the last complete run, if any. */
  readonly lastStamp: () => Promise<Result<RunStamp | undefined, HostError>>;
  /** Shows and selects a cell. */
  readonly reveal: (place: Place) => Promise<Result<null, HostError>>;
}
