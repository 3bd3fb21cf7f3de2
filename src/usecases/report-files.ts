import { a1, type CellAddress } from "../domain/cell";
import type { FormTable } from "../domain/collected";
import type { ProbableCause } from "../domain/diagnosis";
import type { RunStamp } from "../domain/edit";
import type { Effect } from "../domain/effect";
import { exactText } from "../domain/exact";
import type { Benchmark, Figure, FigureValue, WithheldReason } from "../domain/figure";
import type { Finding } from "../domain/finding";
import type { FileLedger } from "../domain/ledger";
import { blockText, linesOf, type Narrative } from "../domain/narrative";
import type { DistrictReport } from "../core/build-report";
import type { FiguresFile, FindingsFile, LedgerFile } from "./report-files.schema";

/** `report.txt`: the lines of the report, ready to be pasted. */
export const reportText = (narrative: Narrative): string =>
  linesOf(narrative)
    .map((line) => `${line.map(blockText).join("")}\n`)
    .join("");

/** `figures.json`. `printed` gives a figure as sentences print it. */
export function figuresJson(report: DistrictReport, run: RunStamp, printed: (figure: Figure) => string): FiguresFile {
  const figures = [...report.figures.values()];
  return {
    format: "edustat-figures/1",
    run: { ...run },
    figures: figures.map((figure) => figureJson(figure, printed(figure))),
    tables: [...report.collection.tables.values()].map((table) =>
      tableJson(table, lineageColumns(figures, table.form)),
    ),
  };
}

/** `findings.json`. `sourceFindings` are those of the roster and the parameters. */
export const findingsJson = (
  { collection, confrontation, causes, effects }: DistrictReport,
  run: RunStamp,
  sourceFindings: readonly Finding[],
): FindingsFile => ({
  format: "edustat-findings/2",
  run: { ...run },
  findings: [...sourceFindings, ...collection.findings, ...confrontation.findings].map((finding) =>
    findingJson(finding, causes.get(finding), effects.get(finding)),
  ),
  corrections: [...(collection.corrected?.values() ?? [])].map(({ correction, received }) => ({
    ...correction,
    key: [...correction.key],
    ...(received.at && addressJson(received.at)),
  })),
  rules: confrontation.tallies.map((tally) => ({ ...tally })),
});

/** `ledger.json`: what became of every school and of every cell of every file. */
export const ledgerJson = ({ collection }: DistrictReport, run: RunStamp): LedgerFile => ({
  format: "edustat-ledger/2",
  run: { ...run },
  schools: collection.schools.map(({ code, name }) => ({
    code,
    name,
    expected: formsOf(collection.tables, (row) => row.school.code === code),
    filed: formsOf(collection.tables, (row) => row.school.code === code && row.filed),
  })),
  files: collection.ledger.map(fileJson),
});

const formsOf = (tables: ReadonlyMap<string, FormTable>, has: (row: FormTable["rows"][number]) => boolean): string[] =>
  [...tables.values()].filter(({ rows }) => rows.some(has)).map(({ form }) => form);

function figureJson(figure: Figure, printed: string): FiguresFile["figures"][number] {
  const {
    key,
    indicator,
    slice,
    kind,
    unit,
    value,
    partial,
    numerator,
    denominator,
    past,
    target,
    coverage,
    lineage,
    uses,
  } = figure;
  // The totals of a withheld figure lack schools and mean nothing.
  const isTold = value.state !== "withheld";
  return {
    key,
    indicator,
    slice: slice.map((member) => ({ ...member })),
    kind,
    unit,
    value: valueJson(value),
    printed,
    partial,
    ...(isTold && numerator && { numerator: exactText(numerator) }),
    ...(isTold && denominator && { denominator: exactText(denominator) }),
    past: past.map(benchmarkJson),
    ...(target && { target: benchmarkJson(target) }),
    coverage: { ...coverage, missing: [...coverage.missing] },
    lineage: lineage.map((part) => ({ ...part, rows: [...part.rows] })),
    uses: [...uses],
  };
}

const benchmarkJson = ({ value, submissions, ...rest }: Benchmark): FiguresFile["figures"][number]["past"][number] => ({
  ...rest,
  value: exactText(value),
  ...(submissions && { submissions: { ...submissions, missing: [...submissions.missing] } }),
});

function valueJson(value: FigureValue): FiguresFile["figures"][number]["value"] {
  switch (value.state) {
    case "number":
      return { state: "number", value: exactText(value.value) };
    case "list":
      return { state: "list", items: [...value.items] };
    case "withheld":
      return { state: "withheld", reasons: value.reasons.map(reasonJson) };
    case "text":
    case "boolean":
      return { ...value };
  }
}

function reasonJson(reason: WithheldReason): { why: string } & Record<string, unknown> {
  switch (reason.why) {
    case "parts-differ-from-whole":
      return { why: reason.why, parts: exactText(reason.parts), whole: exactText(reason.whole) };
    case "above-cap":
      return { why: reason.why, cap: exactText(reason.cap) };
    default:
      return { ...reason };
  }
}

const lineageColumns = (figures: readonly Figure[], form: string): ReadonlySet<string> =>
  new Set(figures.flatMap(({ lineage }) => lineage.filter((part) => part.form === form).map(({ column }) => column)));

const tableJson = ({ form, rows, columns }: FormTable, wanted: ReadonlySet<string>): FiguresFile["tables"][number] => ({
  form,
  rows: rows.map(({ school, filed, file }) => ({ school: school.code, filed, ...(file !== undefined && { file }) })),
  columns: Object.fromEntries(
    [...columns]
      .filter(([column]) => wanted.has(column))
      .map(([column, readings]) => [column, readings.map(({ at }) => (at ? cellText(at) : null))]),
  ),
});

const cellText = ({ sheet, row, column }: CellAddress): string => `${sheet}!${a1(row, column)}`;

const addressJson = (at: CellAddress): { file?: string; cell: string } => ({
  ...(at.file !== undefined && { file: at.file }),
  cell: cellText(at),
});

function findingJson(
  { at, alsoAt, file, explained, ...rest }: Finding,
  causes: readonly ProbableCause[] | undefined,
  effect: Effect | undefined,
): FindingsFile["findings"][number] {
  return {
    ...rest,
    ...(file !== undefined && { file }),
    ...(at && addressJson(at)),
    ...(alsoAt && { alsoAt: alsoAt.map(addressJson) }),
    ...(explained && {
      explained: {
        reason: explained.reason,
        by: explained.by,
        ...(explained.at !== undefined && { at: explained.at }),
      },
    }),
    ...(causes && { causes: causes.map(({ says }) => says) }),
    ...(effect && { clauses: [...effect.clauses] }),
  };
}

const fileJson = ({ rejected, ignored, ...rest }: FileLedger): LedgerFile["files"][number] => ({
  ...rest,
  ignored: Object.fromEntries(Object.entries(ignored)),
  rejected: rejected.map(({ at, reason }) => ({ ...addressJson(at), reason })),
});
