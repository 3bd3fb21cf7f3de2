import type { Collection } from "../domain/collected";
import type { FileReading } from "../domain/snapshot";
import { compareSubmissions, type ClauseChange, type SchoolComparison } from "./compare-submissions";
import type { PreparedReport } from "./prepare-report";

/** Two versions of one school's reports, and what taking the later one would do. */
export interface VersionComparison {
  readonly earlier: string;
  readonly later: string;
  readonly comparison: SchoolComparison;
  readonly clauses: readonly ClauseChange[];
}

/**
 * Compares the last file a school sent with the one before it: by arrival where that is known, else by name.
 * Undefined when the school sent one file only.
 */
export function compareVersions(
  prepared: PreparedReport,
  readings: readonly FileReading[],
  { ledger }: Collection,
  school: string,
): VersionComparison | undefined {
  const files = new Set(ledger.filter((entry) => entry.school === school).map(({ file }) => file));
  const versions = readings
    .flatMap((reading) => (reading.state === "read" && files.has(reading.workbook.file ?? "") ? [reading] : []))
    .sort((a, b) => order(versionKey(a.workbook), versionKey(b.workbook)));
  const [earlier, later] = versions.slice(-2);
  if (!earlier || !later) return undefined;
  const before = readings.filter((reading) => reading !== later);
  const { schools, clauses } = compareSubmissions(prepared, { before, after: [later] });
  const comparison = schools.find((one) => one.school.code === school);
  if (!comparison) return undefined;
  return { earlier: earlier.workbook.file ?? "", later: later.workbook.file ?? "", comparison, clauses };
}

const versionKey = ({ received = "", file = "" }: { readonly received?: string; readonly file?: string }): string =>
  `${received}\u0000${file.replace(/\.[^.]*$/u, "")}`;
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
