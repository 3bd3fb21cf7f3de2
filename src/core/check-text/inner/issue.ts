import type { Prose } from "../../../domain/prose";
import type { NumberFault } from "../../../domain/text-check";

/** Numbers of one text that cannot all be right (fault), or that someone ought to look at (doubt). */
export interface Issue {
  readonly fault: NumberFault;
  readonly weight: "fault" | "doubt";
  /** Indexes of the mentions concerned, the likeliest culprit first. */
  readonly mentions: readonly number[];
  readonly says: string;
  /** What the first of them ought to be. */
  readonly expected?: string;
}

export type InnerCheck = (prose: Prose) => readonly Issue[];
