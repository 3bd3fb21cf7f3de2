import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbookFile } from "../../src/adapters/xlsx/read-workbook-file";
import { buildReport, draftReport, type DistrictReport, type ReportDraft } from "../../src/core/build-report";
import type { Collection } from "../../src/domain/collected";
import type { FileReading } from "../../src/domain/snapshot";
import { collectLastYear, schoolsOfLastYear } from "../../src/usecases/collect-last-year";
import { prepareReport, type PreparedReport } from "../../src/usecases/prepare-report";

export interface Sample extends PreparedReport {
  readonly folder: string;
  readonly readings: readonly FileReading[];
}

const samples = join(__dirname, "../../samples");

/** Folders under samples/ with the built-in definition they are filled in for, and where their roster lies. */
const definitions = {
  "wenshang-2022": "work-report",
  "wenshang-2022-dirty": "work-report",
  "city-2021": "city-briefing",
  "district-2019": "conference-report",
  "city-forum-2021": "forum-address",
  "district-2023": "work-summary",
} as const;
export type SampleName = keyof typeof definitions;

const fileOf = (path: string): FileReading =>
  readWorkbookFile(readFileSync(path), path.slice(path.lastIndexOf("/") + 1));

const filesIn = (folder: string): readonly FileReading[] =>
  readdirSync(folder)
    .sort()
    .map((file) => fileOf(join(folder, file)));

/** Reads a sample as the command line does. */
export function readSample(name: SampleName): Sample {
  const folder = join(samples, name);
  const home = join(samples, name.replace(/-dirty$/u, ""));
  const prepared = prepareReport({ builtin: definitions[name] }, fileOf(join(home, "roster.xlsx")), {
    workbook: fileOf(join(home, "parameters.xlsx")),
  });
  if (!prepared.ok) throw new Error(`${prepared.problem.source}: ${prepared.problem.lines.join("\n")}`);
  const previous = readLastYear(prepared.value, join(folder, "previous"));
  return { ...prepared.value, ...(previous && { previous }), folder, readings: filesIn(join(folder, "submissions")) };
}

function readLastYear(prepared: PreparedReport, folder: string): Collection | undefined {
  if (!existsSync(folder)) return undefined;
  const schools = schoolsOfLastYear(fileOf(join(folder, "roster.xlsx")));
  if (!schools.ok) throw new Error(`${folder}: ${schools.problem.lines.join("\n")}`);
  return collectLastYear(prepared, schools.value, filesIn(join(folder, "submissions")));
}

/** A part of a county: every `step`th school with its files; the rest does not exist. */
export function everySchool(county: Sample, step: number): Sample {
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

const inputOf = (county: Sample, readings: readonly FileReading[]) => ({
  definition: county.definition,
  schools: county.schools,
  parameters: county.parameters,
  ...(county.previous && { previous: county.previous }),
  readings,
});

/** The report as far as its words, without causes, effects and sheets. */
export const draftOf = (county: Sample, readings: readonly FileReading[] = county.readings): ReportDraft =>
  draftReport(inputOf(county, readings));

export const reportOf = (county: Sample, readings: readonly FileReading[] = county.readings): DistrictReport =>
  buildReport({ ...inputOf(county, readings), run: 1, at: "2023-03-10T10:09:00" });
