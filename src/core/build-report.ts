import { noCasework, type Casework } from "../domain/casework";
import type { Collection } from "../domain/collected";
import type { ProbableCause } from "../domain/diagnosis";
import type { Effect } from "../domain/effect";
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
  /** Last year's submissions as collected then, for 上年 in rules. */
  readonly previous?: Collection;
  /** What people decided about earlier findings. */
  readonly casework?: Casework;
  /** Number of this run, from 1, and the moment it was started (ISO, local): the core has no clock. */
  readonly run: number;
  readonly at: string;
}

export interface DistrictReport {
  readonly collection: Collection;
  readonly confrontation: Confrontation;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Probable causes of findings, likeliest first. */
  readonly causes: ReadonlyMap<Finding, readonly ProbableCause[]>;
  /** What of the report hangs on each finding. */
  readonly effects: ReadonlyMap<Finding, Effect>;
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
  casework = noCasework,
  run,
  at,
}: ReportInput): DistrictReport {
  const collection = collect(definition, schools, readings);
  const confrontation = validate(definition, collection, parameters);
  const figures = aggregate(definition, collection, confrontation, parameters);
  const narrative = narrate(definition, figures, parameters);
  const causes: DistrictReport["causes"] = new Map();
  const effects: DistrictReport["effects"] = new Map();
  const told = { definition, collection, confrontation, figures, causes, effects, narrative, casework };
  const edits = write({ ...told, parameters, findings, run, at });
  return { collection, confrontation, figures, causes, effects, narrative, edits };
}
