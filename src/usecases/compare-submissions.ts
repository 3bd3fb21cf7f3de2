import type { Finding } from "../domain/finding";
import { clauseText, type Narrative } from "../domain/narrative";
import type { School } from "../domain/school";
import type { FileReading } from "../domain/snapshot";
import { draftReport, type ReportDraft } from "../core/build-report";
import { collect } from "../core/collect/collect";
import { adoptResubmissions, schoolsIn } from "./adopt-resubmissions";
import { filedCellKey, filedCells, type FiledCells } from "./filed-cells";
import type { PreparedReport } from "./prepare-report";
import { findingsBySchool } from "./slip-findings";
import { isIdentical, unaskedChanges, type UnaskedChange } from "./unasked-changes";

/** What became of one school's submission. */
export interface SchoolComparison {
  readonly school: School;
  readonly fixed: readonly Finding[];
  readonly stillOpen: readonly Finding[];
  readonly fresh: readonly Finding[];
  readonly changedUnasked: readonly UnaskedChange[];
  /** No value differs. */
  readonly identical: boolean;
}

/** A clause that reads differently; a side is blank where the clause was not told. */
export interface ClauseChange {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface SubmissionComparison {
  /** Schools that sent again, in the order of the roster. */
  readonly schools: readonly SchoolComparison[];
  /** What the report would say differently once the new submissions stand in place of the old ones. */
  readonly clauses: readonly ClauseChange[];
}

export interface SubmissionRounds {
  readonly before: readonly FileReading[];
  readonly after: readonly FileReading[];
  /** What the schools were asked to mend; absent: every error and open warning of the first round. */
  readonly asked?: ReadonlyMap<string, readonly Finding[]>;
}

/** Two rounds of submissions side by side. Schools that did not send again are left out, and stand as they were. */
export function compareSubmissions(
  prepared: PreparedReport,
  { before, after, asked }: SubmissionRounds,
): SubmissionComparison {
  const { definition, schools, casework } = prepared;
  const first = draftReport({ ...prepared, readings: before });
  const again = collect(definition, schools, after, casework);
  const readings = adoptResubmissions(
    { readings: before, collection: first.collection },
    { readings: after, collection: again },
  );
  const adopted = draftReport({ ...prepared, readings });
  const resubmitted = schoolsIn(again);
  const rounds = [first, adopted].map((report) => roundOf(prepared, report));
  const [old, now] = rounds;
  if (!old || !now) throw new Error("two rounds were read");
  return {
    schools: schools
      .filter(({ code }) => resubmitted.has(code))
      .map((school) => compareSchool(school, old, now, asked?.get(school.code) ?? old.open.get(school.code) ?? [])),
    clauses: changedClauses(first.narrative, adopted.narrative),
  };
}

interface Round {
  readonly cells: FiledCells;
  readonly open: ReadonlyMap<string, readonly Finding[]>;
}

const roundOf = ({ definition }: PreparedReport, report: ReportDraft): Round => ({
  cells: filedCells(definition, report.collection),
  open: findingsBySchool(report),
});

function compareSchool(school: School, old: Round, now: Round, asked: readonly Finding[]): SchoolComparison {
  const [before, after] = [old, now].map(({ open, cells }) =>
    (open.get(school.code) ?? []).map((finding) => ({ finding, subject: subjectOf(finding, cells) })),
  );
  if (!before || !after) throw new Error("two rounds were read");
  const [wasOpen, isOpen] = [before, after].map((some) => new Set(some.map(({ subject }) => subject)));
  const of = (some: typeof before, keep: (subject: string) => boolean): readonly Finding[] =>
    some.filter(({ subject }) => keep(subject)).map(({ finding }) => finding);
  return {
    school,
    fixed: of(before, (subject) => isOpen?.has(subject) !== true),
    stillOpen: of(after, (subject) => wasOpen?.has(subject) === true),
    fresh: of(after, (subject) => wasOpen?.has(subject) !== true),
    changedUnasked: unaskedChanges(school.code, old.cells, now.cells, asked),
    identical: isIdentical(school.code, old.cells, now.cells),
  };
}

/** The same for the same complaint about the same value, wherever it stands now. */
function subjectOf({ code, rule, form, element, at }: Finding, cells: FiledCells): string {
  const cell = at && cells.at(at);
  const place = cell
    ? filedCellKey(cell)
    : at === undefined
      ? ""
      : `${at.sheet}!${String(at.row)}!${String(at.column)}`;
  return JSON.stringify([code, rule, form, element, place]);
}

function changedClauses(before: Narrative, after: Narrative): readonly ClauseChange[] {
  const [from, to] = [before, after].map(clauseTexts);
  if (!from || !to) throw new Error("two narratives were told");
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((id) => ({ id, from: from.get(id) ?? "", to: to.get(id) ?? "" }))
    .filter((clause) => clause.from !== clause.to);
}

const clauseTexts = ({ blocks }: Narrative): ReadonlyMap<string, string> =>
  new Map(
    blocks.flatMap((block) =>
      block.type === "paragraph" ? block.clauses.map((clause) => [clause.id, clauseText(clause)] as const) : [],
    ),
  );
