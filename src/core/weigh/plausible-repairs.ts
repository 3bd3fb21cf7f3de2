import { cellKey, type Scalar } from "../../domain/cell";
import type { Collection } from "../../domain/collected";
import type { CellTrial, ProbableCause, Recheck, RowVerdict } from "../../domain/diagnosis";
import { add, compare, divide, integer, isInteger, isNegative, one, subtract, type Exact } from "../../domain/exact";
import type { Finding, FindingCode } from "../../domain/finding";
import type { CompiledDefinition } from "../../definitions/compiled";
import { readingAt, withReadings, withoutRow, type TableCell } from "./changed-collection";
import type { StandIn } from "./stand-in";

/** What repairs are made from. */
export interface RepairSources {
  readonly definition: CompiledDefinition;
  readonly causes: ReadonlyMap<Finding, readonly ProbableCause[]>;
  readonly recheck: Recheck;
  /** What other schools of the kind have, whatever the school had last year. */
  readonly usual: StandIn;
}

/** A cell with a value that would do away with a finding. */
type Trials = readonly CellTrial[];

/** Findings about how something is written: what it says is known and counts. */
const aboutWriting: ReadonlySet<FindingCode> = new Set<FindingCode>(["cell-text-number", "cell-spaces"]);

/**
 * The settled collection under each plausible repair of a finding beside the settled one itself: its probable causes;
 * for a comparison that fails, each cell behind it changed so that it holds; the row gone that repeats another; and for
 * what only looks odd, the usual value.
 */
export function plausibleRepairs(
  settled: Collection,
  finding: Finding,
  cells: readonly TableCell[],
  sources: RepairSources,
): readonly Collection[] {
  const [first] = cells;
  if (finding.code === "row-duplicate-key" && first) return [withoutRow(settled, first.form, first.row)];
  const guessed = (sources.causes.get(finding) ?? []).map(({ changes }): Trials => changes);
  const holding = finding.code === "rule-failed" ? tried(settled, finding, cells).flatMap((cell) => holdingValue(settled, finding, cell, sources)) : []; // prettier-ignore
  const trials = [...guessed, ...holding.map((trial) => [trial])];
  if (trials.length === 0 && finding.severity !== "error" && !aboutWriting.has(finding.code))
    return [withTrials(settled, cells.flatMap((cell) => usualValue(settled, cell, sources)))]; // prettier-ignore
  return trials.map((changes) => withTrials(settled, changes));
}

/**
 * The cells changed one by one. An error has all of them blank before any repair, so of many rows of one column the
 * largest speaks for the others.
 */
function tried(world: Collection, { severity }: Finding, cells: readonly TableCell[]): readonly TableCell[] {
  if (severity !== "error") return cells;
  const largest = new Map<string, { readonly cell: TableCell; readonly value: Exact }>();
  for (const cell of cells) {
    const value = numberAt(world, cell);
    const key = `${cell.form}\u0000${cell.column}`;
    const known = largest.get(key);
    if (value && (!known || compare(value, known.value) > 0)) largest.set(key, { cell, value });
  }
  return [...largest.values()].map(({ cell }) => cell);
}

const withTrials = (world: Collection, trials: Trials): Collection =>
  withReadings(
    world,
    trials.map(({ form, element, row, to }) => {
      const at = readingAt(world, { form, column: element, row })?.at;
      return { form, column: element, row, reading: { state: "reported", value: to, ...(at && { at }) } };
    }),
  );

/** How far the gap moves when the cell grows by one tells the value at which it closes, or is just past closing. */
function holdingValue(
  world: Collection,
  finding: Finding,
  cell: TableCell,
  { definition, recheck }: RepairSources,
): Trials {
  const { school } = finding;
  const value = numberAt(world, cell);
  if (!value || school === undefined) return [];
  const put = (to: Exact): CellTrial => ({ form: cell.form, element: cell.column, row: cell.row, to: { type: "number", value: to } }); // prettier-ignore
  const before = recheck(school, [put(value)]).find((verdict) => isOf(finding, verdict));
  if (!before?.gap) return [];
  const after = sameRow(recheck(school, [put(add(value, one))]), before);
  const steps = after?.gap && divide(before.gap, subtract(before.gap, after.gap));
  if (!steps) return [];
  const closed = add(value, steps);
  const isWhole = definition.source.elements.some(({ form, name, type }) => form === cell.form && name === cell.column && type === "整数"); // prettier-ignore
  const possible = [closed, add(closed, one), subtract(closed, one)].filter(
    (to) => (!isWhole || isInteger(to)) && (!isNegative(to) || isNegative(value)),
  );
  const holds = possible.find((to) => sameRow(recheck(school, [put(to)]), before)?.verdict === "pass");
  return holds ? [put(holds)] : [];
}

const isOf = ({ rule, at }: Finding, verdict: RowVerdict): boolean => {
  if (verdict.rule !== rule || verdict.verdict !== "fail" || !at) return false;
  const [first] = verdict.cells();
  return first !== undefined && cellKey(first) === cellKey(at);
};

const sameRow = (verdicts: readonly RowVerdict[], { rule, row }: RowVerdict): RowVerdict | undefined =>
  verdicts.find((verdict) => verdict.rule === rule && verdict.row === row);

/** The usual value, or, where the cell has just that, the next one. */
function usualValue(world: Collection, cell: TableCell, { usual }: RepairSources): Trials {
  const [reading, other] = [readingAt(world, cell), usual(cell)];
  if (reading?.state !== "reported" || other?.state !== "reported") return [];
  const to = isSame(reading.value, other.value) ? next(reading.value) : other.value;
  return to ? [{ form: cell.form, element: cell.column, row: cell.row, to }] : [];
}

const isSame = (one: Scalar, other: Scalar): boolean =>
  one.type === "number" && other.type === "number" ? compare(one.value, other.value) === 0 : one.value === other.value;

function next(value: Scalar): Scalar | undefined {
  switch (value.type) {
    case "number":
      return { type: "number", value: add(value.value, integer(1)) };
    case "boolean":
      return { type: "boolean", value: !value.value };
    case "date":
      return { type: "date", value: value.value + 1 };
    case "text":
      return undefined;
  }
}

function numberAt(world: Collection, cell: TableCell): Exact | undefined {
  const reading = readingAt(world, cell);
  return reading?.state === "reported" && reading.value.type === "number" ? reading.value.value : undefined;
}
