import { collect } from "../core/collect/collect";
import { lastYearsDefinition } from "../definitions/last-years-definition";
import { readRoster } from "../definitions/roster-sheet";
import { noCasework } from "../domain/casework";
import type { Collection } from "../domain/collected";
import { ok, problem, type Result } from "../domain/result";
import type { School } from "../domain/school";
import type { FileReading } from "../domain/snapshot";
import type { PreparedReport } from "./prepare-report";
import type { SourceProblem } from "./source-problem";

/**
 * Last year's submissions, read as of last year by this year's definition. Corrections, explanations and exemptions are of
 * this year; how schools spell themselves they keep.
 */
export const collectLastYear = (
  { definition, casework = noCasework }: PreparedReport,
  schools: readonly School[],
  readings: readonly FileReading[],
): Collection =>
  collect(lastYearsDefinition(definition), schools, readings, { ...noCasework, spellings: casework.spellings });

/** The schools of last year's roster. Which of its cells are odd does not matter any more. */
export function schoolsOfLastYear(roster: FileReading): Result<readonly School[], SourceProblem> {
  const schools = roster.state === "read" ? readRoster(roster.workbook).schools : [];
  return schools.length > 0 ? ok(schools) : problem({ source: "previous-roster", lines: ["没有读到学校。"] });
}
