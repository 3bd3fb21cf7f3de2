import { type Exact, divide, fraction, magnitude, multiply, subtract } from "../domain/exact";
import { median } from "./aggregates";
import type { Evaluate, Frame } from "./frame";
import { printFormula } from "./print-formula";
import type { Columns, EvaluationScope } from "./scope";
import type { Tree } from "./tree";
import type { Value } from "./value";
import { absence, isAbsent, noValue, numberOf, numberValue, textOf } from "./values";

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const scale = fraction(14_826n, 10_000n);
/** With fewer rows a median says nothing about what is usual. */
const leastRows = 5;

interface Spread {
  readonly median: Exact;
  /** Median of the distances from the median. */
  readonly deviation: Exact;
}

type SpreadByGroup = ReadonlyMap<string, Spread>;

/**
 * 稳健偏离(x, 分组列, …): how far the row's x lies from the usual, |x − median| ÷ (1.4826 × MAD), over all rows of the form
 * that say the same in the group columns and have an x. 无法计算 with fewer than five such rows, or when more than half of
 * them say the same.
 */
export function robustDeviation(x: Tree, groups: readonly Tree[], evaluate: Evaluate, frame: Frame): Value {
  const { scope, running } = frame;
  if (running) return noValue("nested-total");
  const columns = scope.form === undefined ? undefined : scope.columns(scope.form);
  if (!columns || scope.row === undefined) return noValue("no-such-row");
  const [value, ...members] = [x, ...groups].map((tree) => evaluate(tree, frame));
  const absent = absence([value ?? noValue("nothing-to-take"), ...members]);
  if (absent || !value || isAbsent(value)) return absent ?? noValue("nothing-to-take");
  const number = numberOf(value);
  if (!number) return noValue("not-a-number");
  const spread = spreadsOf(x, groups, columns, evaluate, scope).get(groupKey(members));
  if (!spread) return noValue("too-few-rows");
  const deviations = divide(magnitude(subtract(number, spread.median)), multiply(scale, spread.deviation));
  return deviations ? numberValue(deviations) : noValue("no-spread");
}

/** The same for every row of a form, so it is worked out once for each form's columns. */
const spreadsByColumns = new WeakMap<Columns, Map<string, SpreadByGroup>>();

function spreadsOf(
  x: Tree,
  groups: readonly Tree[],
  columns: Columns,
  evaluate: Evaluate,
  { trace: _, ...scope }: EvaluationScope,
): SpreadByGroup {
  const known = spreadsByColumns.get(columns) ?? new Map<string, SpreadByGroup>();
  spreadsByColumns.set(columns, known);
  const key = [x, ...groups].map(printFormula).join(",");
  const spreads = known.get(key) ?? spreadByGroup(x, groups, columns.rowCount, (tree, row) => evaluate(tree, { scope: { ...scope, row } })); // prettier-ignore
  known.set(key, spreads);
  return spreads;
}

function spreadByGroup(
  x: Tree,
  groups: readonly Tree[],
  rowCount: number,
  valueIn: (tree: Tree, row: number) => Value,
): SpreadByGroup {
  const numbersByGroup = new Map<string, Exact[]>();
  for (let row = 0; row < rowCount; row += 1) {
    const members = groups.map((tree) => valueIn(tree, row));
    const value = valueIn(x, row);
    const number = isAbsent(value) || absence(members) ? undefined : numberOf(value);
    if (!number) continue;
    const key = groupKey(members);
    const numbers = numbersByGroup.get(key) ?? [];
    numbers.push(number);
    numbersByGroup.set(key, numbers);
  }
  return new Map(
    [...numbersByGroup].flatMap(([key, numbers]) => {
      const spread = spreadOf(numbers);
      return spread ? [[key, spread] as const] : [];
    }),
  );
}

function spreadOf(numbers: readonly Exact[]): Spread | undefined {
  const middle = numbers.length < leastRows ? undefined : median(numbers);
  const deviation = middle && median(numbers.map((number) => magnitude(subtract(number, middle))));
  return middle && deviation && { median: middle, deviation };
}

const groupKey = (members: readonly Value[]): string =>
  members.map((member) => (isAbsent(member) ? "" : textOf(member).toLowerCase())).join("\u0000");
