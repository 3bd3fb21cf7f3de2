import { type Exact, compare, exactFromCell, zero } from "../../domain/exact";
import type { CompiledDefinition, CompiledRule } from "../../definitions/compiled";
import type { DataElement } from "../../definitions/definition";
import { type Tolerance, parseTolerance } from "../../definitions/tolerance";
import { isComparison } from "../../formula/comparison";
import { conjuncts } from "../../formula/columns-of";
import { printFormula } from "../../formula/print-formula";
import type { Tree } from "../../formula/tree";
import { type Constraint, type LinearPart, type RangeOf, linearPart } from "./constraint";
import { type RowWords, linearForm, mayCountAsZero } from "./linear-form";

/** A rule as far as it can be told in linear constraints over one row. */
export interface LinearRule {
  readonly compiled: CompiledRule;
  readonly when: Condition;
  /** The parts of its AND; undefined for those that are not linear. */
  readonly parts: readonly (LinearPart | undefined)[];
}

/** 适用, as far as it is linear. */
export interface Condition {
  /** Empty when the rule applies to every row. */
  readonly text: string;
  readonly holds: readonly Constraint[];
  /** The parts that are not linear, as text: of two different ones nobody knows whether both can hold. */
  readonly rest: string;
}

/** One form's rules in use, with what is known of its fields. */
export interface LinearRules {
  readonly rules: readonly LinearRule[];
  readonly rangeOf: RangeOf;
}

export function linearRules(
  { source, forms, rules }: CompiledDefinition,
  form: string,
  parameter: (name: string) => Exact | undefined,
): LinearRules {
  const elements = source.elements.filter((element) => element.form === form);
  const own = rules.filter(({ rule }) => rule.active && rule.form === form);
  const derived = forms.get(form)?.derived ?? new Map<string, Tree>();
  const trees = [...own.flatMap(({ when, tree }) => (when ? [when, tree] : [tree])), ...derived.values()];
  const isZeroed = own.some(({ rule }) => rule.ifMissing === "按零") || trees.some(mayCountAsZero);
  const rangeOf = rangesOf(elements, isZeroed);
  const words = rowWords(elements, derived, parameter);
  return { rules: own.map((compiled) => linearRule(compiled, words, rangeOf)), rangeOf };
}

function rowWords(
  elements: readonly DataElement[],
  derived: ReadonlyMap<string, Tree>,
  parameter: RowWords["parameter"],
): RowWords {
  const order = elements.map(({ name }) => name);
  const numbers = new Set(elements.filter((element) => isNumeric(element) || element.type === "日期").map(({ name }) => name)); // prettier-ignore
  return {
    isNumber: (column) => numbers.has(column),
    derived,
    between: (from, to) => {
      const [start, end] = [order.indexOf(from), order.indexOf(to)];
      return order.slice(Math.min(start, end), Math.max(start, end) + 1);
    },
    parameter,
  };
}

const isNumeric = ({ type }: DataElement): boolean => type === "整数" || type === "小数" || type === "金额";

/** What reading lets through: not below 下限, which is 0 where nothing is written. A cell that counts as 0 may be below it. */
function rangesOf(elements: readonly DataElement[], isZeroed: boolean): RangeOf {
  const ranges = new Map(
    elements
      .filter((element) => isNumeric(element) && element.formula === undefined)
      .map(({ name, type, min, max, blankMeans }) => {
        const least = exactFromCell(min ?? 0);
        const mayBeZero = (isZeroed || blankMeans === "0") && compare(least, zero) > 0;
        const upper = max === undefined ? {} : { upper: exactFromCell(max) };
        return [name, { lower: mayBeZero ? zero : least, ...upper, whole: type === "整数" }] as const;
      }),
  );
  return (variable) => ranges.get(variable) ?? { whole: false };
}

function linearRule(compiled: CompiledRule, words: RowWords, rangeOf: RangeOf): LinearRule {
  const { rule, when, tree } = compiled;
  const tolerance = rule.tolerance === undefined ? undefined : parseTolerance(rule.tolerance);
  const outer = tree.node === "call" && tree.name === "AND" ? tree.arguments : [tree];
  return {
    compiled,
    when: conditionOf(when, words, rangeOf),
    parts: outer.flatMap((part) =>
      isComparing(part)
        ? [partOf(part, words, tolerance, rangeOf)]
        : conjuncts(part).map((inner) => partOf(inner, words, undefined, rangeOf)),
    ),
  };
}

function conditionOf(when: Tree | undefined, words: RowWords, rangeOf: RangeOf): Condition {
  const told = (when ? conjuncts(when) : []).map((tree) => ({ tree, part: partOf(tree, words, undefined, rangeOf) }));
  const rest = told.filter(({ part }) => part === undefined || part.holds.length === 0);
  return {
    text: when ? printFormula(when) : "",
    holds: told.flatMap(({ part }) => part?.holds ?? []),
    rest: rest.map(({ tree }) => printFormula(tree)).sort().join(","), // prettier-ignore
  };
}

type Comparison = Extract<Tree, { readonly node: "binary" }>;
const isComparing = (tree: Tree): tree is Comparison => tree.node === "binary" && isComparison(tree.operator);

function partOf(
  tree: Tree,
  words: RowWords,
  tolerance: Tolerance | undefined,
  rangeOf: RangeOf,
): LinearPart | undefined {
  if (!isComparing(tree) || !isComparison(tree.operator)) return undefined;
  const [left, right] = [linearForm(tree.left, words), linearForm(tree.right, words)];
  return left && right && linearPart(tree.operator, left, right, tolerance, rangeOf);
}
