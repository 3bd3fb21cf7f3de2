import type { Verdict } from "../../domain/verdict";
import type { CompiledRule } from "../../definitions/compiled";
import { type ComparisonOperator, compareValues, holds, isComparison } from "../../formula/comparison";
import { evaluate } from "../../formula/evaluate";
import { blankQuestion } from "../../formula/logic";
import type { EvaluationScope, TotalTrace } from "../../formula/scope";
import type { Tree } from "../../formula/tree";
import type { Value } from "../../formula/value";
import { absence, booleanValue, isAbsent, missing, noValue, truthOf } from "../../formula/values";
import { type Tolerance, holdsWithin, parseTolerance } from "../../definitions/tolerance";

/** What a rule said about one row. `part` is the comparison, or the other part of an AND, that failed. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly part?: Tree;
  readonly left?: Value;
  readonly right?: Value;
  /** Totals the part was made of. */
  readonly totals: readonly TotalTrace[];
}

/** The scope of one row, and which blanks of totals are the school's own: another school's do not leave a rule open. */
export interface RuleRow {
  readonly scope: EvaluationScope;
  readonly isOwnRow: (form: string, row: number) => boolean;
}

interface PartVerdict extends Judgement {
  readonly rests?: "missing" | "error";
}

const verdictRanks: readonly Verdict[] = ["fail", "undecided", "not-applicable", "pass"];

/** Judges one row. AND is false if any part is; else undecided if any part is; 不适用 makes the rule 不涉及. */
export function judge({ rule, when, tree }: CompiledRule, row: RuleRow): Judgement {
  const applies = when ? truth(traced(when, row)) : { verdict: "pass" as const, totals: [] };
  if (applies.verdict === "fail" || applies.verdict === "not-applicable")
    return { verdict: "not-applicable", totals: [] };
  if (applies.verdict === "undecided") return { verdict: "undecided", totals: [] };
  const tolerance = rule.tolerance === undefined ? undefined : parseTolerance(rule.tolerance);
  const parts = partsOf(tree).map((part) => judgePart(part, row, tolerance));
  const verdicts = parts.map((part) =>
    part.rests === "missing" && rule.ifMissing === "判错" ? { ...part, verdict: "fail" as const } : part,
  );
  const deciding = verdictRanks
    .map((rank) => verdicts.find(({ verdict }) => verdict === rank))
    .find((found) => found !== undefined);
  return deciding ?? { verdict: "pass", totals: [] };
}

/** The parts of the outermost AND, or the formula itself. */
const partsOf = (tree: Tree): readonly Tree[] =>
  tree.node === "call" && tree.name === "AND" ? tree.arguments : [tree];

function judgePart(part: Tree, row: RuleRow, tolerance: Tolerance | undefined): PartVerdict {
  if (part.node !== "binary" || !isComparison(part.operator) || blankQuestion(part))
    return { ...truth(traced(part, row)), part };
  const left = traced(part.left, row);
  const right = traced(part.right, row);
  const totals = [...left.totals, ...right.totals];
  const sides = { part, left: left.value, right: right.value };
  const value = absence([left.value, right.value]) ?? compared(part.operator, left.value, right.value, tolerance);
  return { ...truth({ value, totals, leansOnBlank: left.leansOnBlank || right.leansOnBlank }), ...sides };
}

function compared(operator: ComparisonOperator, left: Value, right: Value, tolerance: Tolerance | undefined): Value {
  if (isAbsent(left) || isAbsent(right)) return missing;
  if (tolerance && left.type === "number" && right.type === "number")
    return booleanValue(holdsWithin(operator, left.value, right.value, tolerance));
  const order = compareValues(left, right);
  if (order !== "unlike") return booleanValue(holds(operator, order));
  return operator === "=" || operator === "<>" ? booleanValue(operator === "<>") : noValue("not-comparable");
}

interface Traced {
  readonly value: Value;
  readonly totals: readonly TotalTrace[];
  /** A total inside left out a blank of this school. */
  readonly leansOnBlank: boolean;
}

function traced(tree: Tree, { scope, isOwnRow }: RuleRow): Traced {
  const totals: TotalTrace[] = [];
  const value = evaluate(tree, { ...scope, trace: (total) => totals.push(total) });
  return {
    value,
    totals,
    leansOnBlank: totals.some(({ form, missing: blanks }) => blanks.some(({ row }) => isOwnRow(form, row))),
  };
}

function truth({ value, totals, leansOnBlank }: Traced): PartVerdict {
  const settled = leansOnBlank && !isAbsent(value) ? missing : value;
  if (settled.type === "not-applicable") return { verdict: "not-applicable", totals };
  if (settled.type === "missing" || settled.type === "error")
    return { verdict: "undecided", rests: settled.type, totals };
  const holds = truthOf(settled);
  return holds === undefined
    ? { verdict: "undecided", rests: "error", totals }
    : { verdict: holds ? "pass" : "fail", totals };
}
