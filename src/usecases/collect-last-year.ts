import { collect } from "../core/collect/collect";
import { lastYearsDefinition } from "../definitions/last-years-definition";
import { noCasework } from "../domain/casework";
import type { Collection } from "../domain/collected";
import type { School } from "../domain/school";
import type { FileReading } from "../domain/snapshot";
import type { PreparedReport } from "./prepare-report";

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
