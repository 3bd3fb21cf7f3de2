import type { Collection } from "../domain/collected";
import type { WorkbookEdit } from "../domain/edit";
import type { Figure } from "../domain/figure";
import type { Finding } from "../domain/finding";
import type { Narrative } from "../domain/narrative";
import type { Parameter } from "../domain/parameter";
import type { School } from "../domain/school";
import type { FileReading } from "../domain/snapshot";
import type { Confrontation } from "../domain/verdict";
import type { CompiledDefinition } from "../definitions/compiled";
import { aggregate } from "./aggregate/aggregate";
import { collect } from "./collect/collect";
import { narrate } from "./narrate/narrate";
import { validate } from "./validate/validate";
import { write } from "./write/write";

export interface ReportInput {
  readonly definition: CompiledDefinition;
  readonly schools: readonly School[];
  /** One reading per file, or the sheets of the open workbook. */
  readonly readings: readonly FileReading[];
  readonly parameters: readonly Parameter[];
  /** What the roster and the parameters had to say when they were read: shown with the findings of the run. */
  readonly findings?: readonly Finding[];
  /** Number of this run, from 1, and the moment it was started (ISO, local): the core has no clock. */
  readonly run: number;
  readonly at: string;
}

export interface DistrictReport {
  readonly collection: Collection;
  readonly confrontation: Confrontation;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly narrative: Narrative;
  readonly edits: readonly WorkbookEdit[];
}

/** The whole computation. Same input, same report, cell for cell. */
export function buildReport({
  definition,
  schools,
  readings,
  parameters,
  findings = [],
  run,
  at,
}: ReportInput): DistrictReport {
  const collection = collect(definition, schools, readings);
  const confrontation = validate(definition, collection, parameters);
  const figures = aggregate(definition, collection, confrontation, parameters);
  const narrative = narrate(definition, figures, parameters);
  const edits = write({ definition, collection, confrontation, figures, narrative, parameters, findings, run, at });
  return { collection, confrontation, figures, narrative, edits };
}
