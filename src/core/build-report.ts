import { noCasework, type Casework } from "../domain/casework";
import type { ComparableChange } from "../domain/comparable-change";
import { decimalText, one, type Exact } from "../domain/exact";
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
import type { DataElement } from "../definitions/definition";
import { aggregate } from "./aggregate/aggregate";
import type { LastYear } from "./aggregate/district";
import { comparableChangeOf } from "./aggregate/comparable-change";
import { lastYearFrom } from "./aggregate/last-year";
import { calculationFrom } from "./aggregate/recalculate";
import { amend, type CellLanguage } from "./amend/amend";
import { explain } from "./amend/explain";
import { collect } from "./collect/collect";
import { yearFindings } from "./collect/compare-years";
import { elementFactor } from "./collect/element-factor";
import { readCell, scalarText } from "./collect/reading";
import { diagnose } from "./diagnose/diagnose";
import { hiddenFigures } from "./disclose/hidden-figures";
import { figurePrinter } from "./narrate/figure-text";
import { narrate } from "./narrate/narrate";
import { reteller } from "./narrate/retell";
import { recheckOf } from "./validate/recheck";
import { validate } from "./validate/validate";
import { weigh } from "./weigh/weigh";
import { write } from "./write/write";

export interface ReportInput {
  readonly definition: CompiledDefinition;
  readonly schools: readonly School[];
  /** One reading per file, or the sheets of the open workbook. */
  readonly readings: readonly FileReading[];
  readonly parameters: readonly Parameter[];
  /** What the roster and the parameters had to say when they were read: shown with the findings of the run. */
  readonly findings?: readonly Finding[];
  /** Last year's submissions as collected then, for 上年 in rules, indicators and sentences. */
  readonly previous?: Collection;
  /** What people decided about earlier findings. */
  readonly casework?: Casework;
  /** Number of this run, from 1, and the moment it was started (ISO, local): the core has no clock. */
  readonly run: number;
  readonly at: string;
}

/** What a report says. */
export interface ReportDraft {
  readonly collection: Collection;
  readonly confrontation: Confrontation;
  readonly figures: ReadonlyMap<string, Figure>;
  /** What last year's submissions come to, where they were given. */
  readonly lastYear?: LastYear;
  /** Changes against last year, split by what became of the schools, by figure key; none without last year. */
  readonly comparableChanges: ReadonlyMap<string, ComparableChange>;
  readonly narrative: Narrative;
}

export interface DistrictReport extends ReportDraft {
  /** Probable causes of findings, likeliest first. */
  readonly causes: ReadonlyMap<Finding, readonly ProbableCause[]>;
  /** What of the report hangs on each finding. */
  readonly effects: ReadonlyMap<Finding, Effect>;
  readonly edits: readonly WorkbookEdit[];
}

type DraftInput = Omit<ReportInput, "run" | "at">;

/** What was collected, with people's decisions applied, and how it stood up to the rules. */
export function checkSubmissions({
  definition,
  schools,
  readings,
  parameters,
  previous,
  casework = noCasework,
}: DraftInput): Pick<ReportDraft, "collection" | "confrontation"> {
  const collected = compared(collect(definition, schools, readings, casework), previous);
  const amended = amend(definition, collected, casework, cellLanguage);
  return explain({ collection: amended, confrontation: validate(definition, amended, parameters, previous) }, casework);
}

/** The report as far as its words: nothing is diagnosed, weighed or written yet. */
export function draftReport(input: DraftInput): ReportDraft {
  const { definition, parameters, previous } = input;
  const { collection, confrontation } = checkSubmissions(input);
  const lastYear = previous && lastYearFrom(definition, previous, parameters);
  const figures = aggregate(definition, collection, confrontation, parameters, lastYear);
  const changes = new Map<string, ComparableChange>();
  if (lastYear) {
    const changeOf = comparableChangeOf(definition, collection, confrontation, parameters, figures, lastYear);
    for (const figure of figures.values()) {
      const change = changeOf(figure);
      if (change) changes.set(figure.key, change);
    }
  }
  const narrative = narrate(definition, figures, parameters, ({ key }) => changes.get(key)?.continuing);
  return { collection, confrontation, figures, narrative, comparableChanges: changes, ...(lastYear && { lastYear }) };
}

/** The whole computation. Same input, same report, cell for cell. */
export function buildReport(input: ReportInput): DistrictReport {
  const { definition, parameters, findings = [], previous, casework = noCasework, run, at } = input;
  const draft = draftReport(input);
  const { collection, confrontation, figures } = draft;
  const recheck = recheckOf(definition, collection, parameters, previous);
  const years = previous && { previous };
  const causes = diagnose({ definition, collection, confrontation, recheck, factorOf: unitFactor, ...years });
  const effects = weigh(
    {
      definition,
      collection,
      findings: [...findings, ...collection.findings, ...confrontation.findings],
      blocked: confrontation.blocked,
      causes,
      figures,
      ...years,
    },
    {
      calculation: (base, known) => calculationFrom(definition, parameters, base, known, draft.lastYear),
      retell: reteller(definition, parameters, ({ key }) => draft.comparableChanges.get(key)?.continuing),
      print: (known) => figurePrinter(definition, known, parameters),
      recheck,
    },
  );
  const hidden = hiddenFigures(definition, figures);
  const edits = write({
    ...draft,
    ...years,
    definition,
    causes,
    effects,
    hidden,
    casework,
    parameters,
    findings,
    run,
    at,
  });
  return { ...draft, causes, effects, edits };
}

/** With what only last year's submissions can tell. */
const compared = (collection: Collection, previous: Collection | undefined): Collection =>
  previous ? { ...collection, findings: [...collection.findings, ...yearFindings(collection, previous)] } : collection;

/** What a school's number in its form is multiplied by to be in the unit it is kept in. */
const unitFactor = (element: DataElement): Exact => elementFactor(element, undefined, []) ?? one;

const comparedPlaces = 6;

/** Corrections are read as cells are, in the unit values are kept in. */
const cellLanguage: CellLanguage = {
  read: (text, element, codes) => readCell(text, { element, codes, factor: one }),
  text: (value) => (value.type === "number" ? decimalText(value.value, comparedPlaces) : scalarText(value)),
};
