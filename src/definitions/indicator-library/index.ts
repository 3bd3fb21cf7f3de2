import activities from "./activities.json";
import afterSchool from "./after-school.json";
import aid from "./aid.json";
import basicBalance from "./basic-balance.json";
import compulsory from "./compulsory.json";
import conditions from "./conditions.json";
import examinations from "./examinations.json";
import funding from "./funding.json";
import governance from "./governance.json";
import kindergartens from "./kindergartens.json";
import { parseLibraryIndicators } from "./library-indicator.schema";
import type { LibraryIndicator } from "./library-indicator";
import party from "./party.json";
import preschoolStandard from "./preschool-standard.json";
import qualityBalance from "./quality-balance.json";
import safety from "./safety.json";
import scale from "./scale.json";
import statistics from "./statistics.json";
import teachers from "./teachers.json";
import technology from "./technology.json";
import vocational from "./vocational.json";

/** By theme: A to O are those of the yearly reports, P to S those of the ministry's standards and statistics. */
const files: readonly unknown[] = [
  scale,
  conditions,
  funding,
  teachers,
  examinations,
  kindergartens,
  compulsory,
  aid,
  technology,
  party,
  safety,
  afterSchool,
  activities,
  vocational,
  governance,
  qualityBalance,
  basicBalance,
  preschoolStandard,
  statistics,
];

let read: ReadonlyMap<string, LibraryIndicator> | undefined;

/** Every indicator of the library by code, in the order of its themes. It is read when it is first asked for. */
export function indicatorLibrary(): ReadonlyMap<string, LibraryIndicator> {
  read ??= new Map(files.flatMap(parseLibraryIndicators).map((indicator) => [indicator.code, indicator]));
  return read;
}
