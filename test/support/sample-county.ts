import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { buildReport, draftReport, type DistrictReport, type ReportDraft } from "../../src/core/build-report";
import { loadBuiltin } from "../../src/definitions/builtin";
import type { FileReading } from "../../src/domain/snapshot";
import { prepareReport, type PreparedReport } from "../../src/usecases/prepare-report";

export interface County extends PreparedReport {
  readonly folder: string;
  readonly readings: readonly FileReading[];
}

const samples = join(__dirname, "../../samples");

/** Reads a county under samples/ as the command line does. */
export function readCounty(name: "wenshang-2022" | "wenshang-2022-dirty"): County {
  const folder = join(samples, name);
  const fileOf = (path: string): FileReading =>
    readWorkbookFile(readFileSync(path), path.slice(path.lastIndexOf("/") + 1));
  const home = join(samples, "wenshang-2022");
  const builtin = loadBuiltin("work-report");
  if (!builtin.ok) throw new Error(builtin.problem.map(({ where, message }) => `${where}: ${message}`).join("\n"));
  const prepared = prepareReport({ json: builtin.value }, fileOf(join(home, "roster.xlsx")), {
    workbook: fileOf(join(home, "parameters.xlsx")),
  });
  if (!prepared.ok) throw new Error(`${prepared.problem.source}: ${prepared.problem.lines.join("\n")}`);
  const submissions = join(folder, "submissions");
  const readings = readdirSync(submissions)
    .sort()
    .map((file) => fileOf(join(submissions, file)));
  return { ...prepared.value, folder, readings };
}

/** A part of a county: every `step`th school with its files; the rest does not exist. */
export function everySchool(county: County, step: number): County {
  const schools = county.schools.filter((_, index) => index % step === 0);
  const codes = new Set(schools.map(({ code }) => code));
  const { collection } = draftOf(county);
  const files = new Set(
    collection.ledger.filter(({ school }) => school !== undefined && codes.has(school)).map(({ file }) => file),
  );
  const readings = county.readings.filter(
    (reading) => reading.state === "read" && files.has(reading.workbook.file ?? ""),
  );
  return { ...county, schools, readings };
}

const inputOf = (county: County, readings: readonly FileReading[]) => ({
  definition: county.definition,
  schools: county.schools,
  parameters: county.parameters,
  readings,
});

/** The report as far as its words, without causes, effects and sheets. */
export const draftOf = (county: County, readings: readonly FileReading[] = county.readings): ReportDraft =>
  draftReport(inputOf(county, readings));

export const reportOf = (county: County, readings: readonly FileReading[] = county.readings): DistrictReport =>
  buildReport({ ...inputOf(county, readings), run: 1, at: "2023-03-10T10:09:00" });
