import type { Casework, Correction } from "../domain/casework";

/** A cell of a school that a finding rests on: what a correction of it would say. */
export type CorrectableCell = Pick<Correction, "school" | "form" | "element" | "key" | "was"> & {
  /** As the school knows it: `表2!G9`. */
  readonly where: string;
  /** Unit both values stand in. */
  readonly unit?: string;
  /** What the likeliest cause would make of it. */
  readonly proposed?: string;
};

/** A message that returns a school's workbook to it. It names no other school. */
export interface PaneSlip {
  readonly school: string;
  readonly name: string;
  readonly items: number;
  readonly chatText: string;
}

/** What of it is not in `known` already, by identity: decisions taken since. */
export function newCasework(casework: Casework, known: Casework): Casework {
  const fresh = <T>(all: readonly T[] = [], old: readonly T[] = []): readonly T[] => {
    const seen = new Set(old);
    return all.filter((one) => !seen.has(one));
  };
  return {
    corrections: fresh(casework.corrections, known.corrections),
    explanations: fresh(casework.explanations, known.explanations),
    exemptions: fresh(casework.exemptions, known.exemptions),
    spellings: fresh(casework.spellings, known.spellings),
    accepted: fresh(casework.accepted, known.accepted),
  };
}
