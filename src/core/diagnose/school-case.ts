import { type CellAddress, cellKey } from "../../domain/cell";
import type { CellTrial, Recheck, RowVerdict } from "../../domain/diagnosis";
import { type Exact, add, compare, divide, isZero, multiply, negate, one, subtract, zero } from "../../domain/exact";
import type { Finding, FindingCode } from "../../domain/finding";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { Tree } from "../../formula/tree";
import type { Change } from "./act";
import { type NumberCell, type NumberCells, fits } from "./number-cells";

/** Something of a school that should be cleared: a failed rule in one row, or a number cell that was refused or is blank. */
export interface Target {
  readonly findings: readonly Finding[];
  readonly cells: readonly NumberCell[];
  /** Rule and row; absent for a cell. */
  readonly rule?: string;
  readonly isEquality: boolean;
}

/** What an act would do. */
export interface Outcome {
  readonly cleared: readonly Target[];
  /** Rules that would fail anew. */
  readonly brokenErrors: number;
  readonly brokenWarnings: number;
}

type Verdicts = ReadonlyMap<string, RowVerdict>;

export interface SchoolCase {
  readonly cells: NumberCells;
  readonly targets: readonly Target[];
  readonly outcome: (changes: readonly Change[]) => Outcome;
  /** Numbers for one cell with which an equality that fails would hold, `others` being changed too. */
  readonly solutions: (cell: NumberCell, others?: readonly Change[]) => readonly Exact[];
  /** How much left less right of a target's comparison grows when the cell grows by one; undefined when it does not hang on it. */
  readonly slope: (target: Target, cell: NumberCell) => Exact | undefined;
}

const cellCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "cell-out-of-range",
  "cell-not-whole",
  "cell-required",
]);

/** Whether acts on number cells may clear a finding. */
export const isOpen = ({ code, severity }: Finding): boolean =>
  severity !== "notice" && (code === "rule-failed" || cellCodes.has(code));

const verdictKey = ({ rule, row }: Pick<RowVerdict, "rule" | "row">): string => `${rule}\u0000${String(row)}`;

export function schoolCase(
  definition: CompiledDefinition,
  school: string,
  findings: readonly Finding[],
  cells: NumberCells,
  recheck: Recheck,
): SchoolCase {
  const severity = new Map(definition.rules.map(({ rule }) => [rule.id, rule.severity]));
  const equalities = new Set(definition.rules.filter(({ tree }) => isEquality(tree)).map(({ rule }) => rule.id));
  const judged = (trials: readonly CellTrial[], only?: ReadonlySet<string>): Verdicts =>
    new Map(recheck(school, trials, only).map((verdict) => [verdictKey(verdict), verdict]));
  const asFiled = judged([]);
  const targets = [...ruleTargets(findings, asFiled, cells), ...cellTargets(findings, cells)];
  const probes = new Map<NumberCell, Probe>();

  const probed = (cell: NumberCell): Probe => {
    const known = probes.get(cell) ?? probe(cell, []);
    probes.set(cell, known);
    return known;
  };
  /** The cell as it is, or 0 in a blank, and one more. */
  const probe = (cell: NumberCell, others: readonly Change[]): Probe => {
    const from = cell.value ?? zero;
    const isFiled = others.length === 0 && cell.value !== undefined && fits(cell, cell.value);
    return {
      from,
      before: isFiled ? asFiled : judged([...others, { cell, to: from }].map(trialOf), equalities),
      after: judged([...others, { cell, to: add(from, one) }].map(trialOf), equalities),
    };
  };

  return {
    cells,
    targets,
    outcome: (changes) => {
      const after = judged(changes.map(trialOf));
      const changed = new Set(changes.map(({ cell }) => cell));
      const isCleared = (target: Target): boolean =>
        target.rule === undefined ? target.cells.some((cell) => changed.has(cell)) : holds(after.get(target.rule));
      const broken = [...after.values()].filter(
        (verdict) => verdict.verdict === "fail" && asFiled.get(verdictKey(verdict))?.verdict !== "fail",
      );
      const count = (of: string): number => broken.filter(({ rule }) => severity.get(rule) === of).length;
      return { cleared: targets.filter(isCleared), brokenErrors: count("错误"), brokenWarnings: count("警告") };
    },
    solutions: (cell, others = []) => {
      const { from, before, after } = others.length === 0 ? probed(cell) : probe(cell, others);
      const found = [...after].flatMap(([key, verdict]): readonly Exact[] => {
        const then = before.get(key);
        const slope = slopeBetween(then, verdict);
        if (then?.gap === undefined || slope === undefined || !then.isEquality || then.verdict !== "fail") return [];
        const step = divide(then.gap, slope);
        return step ? [add(from, negate(step))] : [];
      });
      return distinct(found);
    },
    slope: ({ rule }, cell) => {
      const { before, after } = probed(cell);
      return rule === undefined ? undefined : slopeBetween(before.get(rule), after.get(rule));
    },
  };
}

interface Probe {
  readonly from: Exact;
  readonly before: Verdicts;
  readonly after: Verdicts;
}

/** Two numbers that must be equal, alone or as a part of AND. */
const isEquality = (tree: Tree): boolean =>
  tree.node === "binary"
    ? tree.operator === "="
    : tree.node === "call" && tree.name === "AND" && tree.arguments.some(isEquality);

const trialOf = ({ cell, to }: Change): CellTrial => ({
  form: cell.form,
  element: cell.element.name,
  row: cell.row,
  to: { type: "number", value: to },
});

const holds = (verdict: RowVerdict | undefined): boolean =>
  verdict?.verdict === "pass" || verdict?.verdict === "not-applicable";

function slopeBetween(before: RowVerdict | undefined, after: RowVerdict | undefined): Exact | undefined {
  if (before?.gap === undefined || after?.gap === undefined) return undefined;
  const slope = subtract(after.gap, before.gap);
  return isZero(slope) ? undefined : slope;
}

const distinct = (numbers: readonly Exact[]): readonly Exact[] =>
  numbers.filter((number, place) => numbers.findIndex((other) => compare(other, number) === 0) === place);

export const sameSign = (a: Exact, b: Exact): boolean => compare(multiply(a, b), zero) > 0;

/** Findings of rules with the row they are about, found again by the cells both rest on. */
function ruleTargets(findings: readonly Finding[], asFiled: Verdicts, cells: NumberCells): readonly Target[] {
  const failures = findings.filter((finding) => finding.code === "rule-failed" && isOpen(finding));
  if (failures.length === 0) return [];
  const taken = new Set<Finding>();
  return [...asFiled].flatMap(([key, verdict]): readonly Target[] => {
    if (verdict.verdict !== "fail") return [];
    const addresses = verdict.cells();
    const place = placesText(addresses);
    const finding = failures.find(
      (one) => !taken.has(one) && one.rule === verdict.rule && placesText(addressesOf(one)) === place,
    );
    if (!finding) return [];
    taken.add(finding);
    return [{ findings: [finding], cells: addresses.flatMap((at) => cells.at(at) ?? []), rule: key, isEquality: verdict.isEquality }]; // prettier-ignore
  });
}

const addressesOf = ({ at, alsoAt = [] }: Finding): readonly CellAddress[] => (at ? [at, ...alsoAt] : alsoAt);
const placesText = (addresses: readonly CellAddress[]): string => addresses.map(cellKey).join("\u0001");

function cellTargets(findings: readonly Finding[], cells: NumberCells): readonly Target[] {
  return findings.flatMap((finding): readonly Target[] => {
    const cell = finding.at && cellCodes.has(finding.code) ? cells.at(finding.at) : undefined;
    return cell && isOpen(finding) ? [{ findings: [finding], cells: [cell], isEquality: false }] : [];
  });
}
