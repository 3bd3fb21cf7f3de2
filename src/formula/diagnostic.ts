/** Codes of the definition language; texts in both languages live in diagnostic-text.ts. */
export const diagnosticCodes = [
  "E-L01",
  "E-L02",
  "E-P01",
  "E-P02",
  "E-P03",
  "E-P04",
  "E-N01",
  "E-N02",
  "E-N03",
  "E-N04",
  "E-N05",
  "E-S02",
  "E-S03",
  "E-S04",
  "E-S05",
  "E-S06",
  "E-U01",
  "E-U02",
  "E-U03",
  "E-U04",
  "E-U05",
  "E-U06",
  "E-U08",
  "E-U09",
  "E-U10",
  "E-U11",
  "E-T01",
  "E-T03",
  "E-T05",
  "E-T06",
  "E-T07",
  "E-T08",
  "N-01",
  "N-02",
  "N-03",
  "N-04",
  "N-05",
  "N-06",
] as const;
export type DiagnosticCode = (typeof diagnosticCodes)[number];

/** A fault of a formula or template. `at` is the 1-based character in the cell as typed, absent for whole-formula faults. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly at?: number;
  /** Values for the {…} of the message. */
  readonly parts: Readonly<Record<string, string>>;
}
