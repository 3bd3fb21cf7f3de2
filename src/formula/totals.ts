import { type Exact, integer, isNegative, isZero } from "../domain/exact";
import { type Aggregate, aggregated, dispersion } from "./aggregates";
import { columnsOf, nodes } from "./columns-of";
import type { Evaluate, Frame } from "./frame";
import { type CriterionPair, type Entry, type Gathered, columnRoles, gather } from "./gather";
import type { FunctionName, Tree } from "./tree";
import type { Value } from "./value";
import { absence, isAbsent, noValue, notApplicable, numberOf, numberValue, textOf } from "./values";

export type TotalFunction = Extract<
  FunctionName,
  | "SUM" | "SUMIFS" | "COUNTA" | "COUNTIFS" | "AVERAGE" | "AVERAGEIFS" | "MAX" | "MIN" | "MAXIFS" | "MINIFS" | "MEDIAN"
  | "去重计数" | "差异系数" | "名单"
>; // prettier-ignore

const aggregates: Readonly<Record<TotalFunction, Aggregate | undefined>> = {
  SUM: "SUM", SUMIFS: "SUM", AVERAGE: "AVERAGE", AVERAGEIFS: "AVERAGE", MAX: "MAX", MAXIFS: "MAX", MIN: "MIN", MINIFS: "MIN",
  MEDIAN: "MEDIAN", COUNTA: undefined, COUNTIFS: undefined, 去重计数: undefined, 差异系数: undefined, 名单: undefined,
}; // prettier-ignore

export const isTotalFunction = (name: FunctionName): name is TotalFunction => name in aggregates;

/** Values and criteria of a call, told apart. */
export function totalParts(
  name: TotalFunction,
  given: readonly Tree[],
): { readonly values: readonly Tree[]; readonly criteria: readonly CriterionPair[] } {
  switch (name) {
    case "SUM":
    case "AVERAGE":
    case "MAX":
    case "MIN":
    case "MEDIAN":
    case "COUNTA":
    case "差异系数":
      return { values: given, criteria: [] };
    case "COUNTIFS":
      return { values: [], criteria: pairs(given) };
    case "SUMIFS":
    case "AVERAGEIFS":
    case "MAXIFS":
    case "MINIFS":
    case "去重计数":
    case "名单":
      return { values: given.slice(0, 1), criteria: pairs(given.slice(1)) };
  }
}

function pairs(given: readonly Tree[]): readonly CriterionPair[] {
  const found: CriterionPair[] = [];
  for (let index = 0; index + 1 < given.length; index += 2) {
    const [column, criterion] = given.slice(index, index + 2);
    if (column && criterion) found.push({ column, criterion });
  }
  return found;
}

/** A total over the rows of a form, or, when it names no whole column, over the values of one row or of the district. */
export function total(name: TotalFunction, given: readonly Tree[], evaluate: Evaluate, frame: Frame): Value {
  const { values, criteria } = totalParts(name, given);
  const expanded = values.flatMap((value) => spread(value, frame));
  const running = expanded.filter((value) => runsDown(value, frame));
  const isWhole = name === "COUNTIFS" || name === "差异系数" || criteria.length > 0 || running.length > 0;
  if (!isWhole) return ofOneRow(name, expanded, evaluate, frame);
  if (frame.running) return noValue("nested-total");
  const fixed = expanded.filter((value) => !runsDown(value, frame)).map((value) => evaluate(value, frame));
  return overRows(name, name === "差异系数" ? expanded : running, fixed, criteria, evaluate, frame);
}

/** Whether a value is taken row by row: it names a whole column, or any column where no row is meant. */
function runsDown(tree: Tree, { scope, running }: Frame): boolean {
  if (running) return false;
  return scope.row === undefined
    ? Array.from(nodes(tree)).some(({ node }) => node === "column" || node === "fields")
    : columnsOf(tree).some((column) => !column.thisRow);
}

/** `[@[一年级]:[六年级]]` as the fields it stands for. */
function spread(tree: Tree, { scope }: Frame): readonly Tree[] {
  if (tree.node !== "fields") return [tree];
  const columns = scope.form === undefined ? undefined : scope.columns(scope.form);
  return (columns?.between(tree.from, tree.to) ?? []).map((name) => ({
    node: "column",
    name,
    thisRow: true,
    at: tree.at,
  }));
}

/** In one row any 缺报 makes the whole 缺报, while — is skipped as long as something is left. */
function ofOneRow(name: TotalFunction, given: readonly Tree[], evaluate: Evaluate, frame: Frame): Value {
  const values = given.map((tree) => evaluate(tree, frame));
  if (name === "COUNTA") return absence(values.filter(({ type }) => type === "error")) ?? countOf(values);
  if (values.length > 0 && values.every(({ type }) => type === "not-applicable")) return notApplicable;
  const applicable = values.filter(({ type }) => type !== "not-applicable");
  const aggregate = aggregates[name];
  if (aggregate === undefined) return noValue("nothing-to-take");
  return absence(applicable) ?? aggregated(aggregate, applicable);
}

const countOf = (values: readonly Value[]): Value =>
  numberValue(integer(values.filter((value) => !isAbsent(value)).length));

function overRows(
  name: TotalFunction,
  values: readonly Tree[],
  fixed: readonly Value[],
  criteria: readonly CriterionPair[],
  evaluate: Evaluate,
  frame: Frame,
): Value {
  const gathered = gather(values, criteria, evaluate, frame);
  if ("type" in gathered) return gathered;
  const counted = gathered.entries.filter((entry) => counts(name, entry));
  trace(gathered, counted, values, criteria, frame);
  const failed = absence([
    ...fixed,
    ...gathered.entries.flatMap((entry) => entry.values.filter(({ type }) => type === "error")),
  ]);
  return failed ?? result(name, counted, fixed);
}

/** Whether a row's values take part: one that is there is enough, but 差异系数 needs both and a weight above 0. */
function counts(name: TotalFunction, { values }: Entry): boolean {
  if (name === "COUNTIFS") return true;
  return name === "差异系数" ? weighted(values) !== undefined : values.some((value) => !isAbsent(value));
}

function weighted([value, weight]: readonly Value[]): { readonly x: Exact; readonly n: Exact } | undefined {
  if (!value || !weight || isAbsent(value) || isAbsent(weight)) return undefined;
  const [x, n] = [numberOf(value), numberOf(weight)];
  return x && n && !isZero(n) && !isNegative(n) ? { x, n } : undefined;
}

function result(name: TotalFunction, counted: readonly Entry[], fixed: readonly Value[]): Value {
  const values = counted.flatMap((entry) => entry.values).filter((value) => !isAbsent(value));
  const aggregate = aggregates[name];
  if (aggregate !== undefined) return aggregated(aggregate, [...values, ...fixed]);
  switch (name) {
    case "去重计数":
      return numberValue(integer(new Set(values.map((value) => textOf(value).toLowerCase())).size));
    case "名单":
      return { type: "list", items: [...new Set(values.map(textOf))] };
    case "差异系数":
      return dispersion(counted.map((entry) => weighted(entry.values)).filter((pair) => pair !== undefined));
    default:
      return numberValue(integer(counted.length));
  }
}

function trace(
  gathered: Gathered,
  counted: readonly Entry[],
  values: readonly Tree[],
  criteria: readonly CriterionPair[],
  frame: Frame,
): void {
  const roles = columnRoles(values, frame);
  const deciding = criteria.map(({ column }) => columnsOf(column)[0]?.name).filter((name) => name !== undefined);
  frame.scope.trace?.({
    form: gathered.form,
    rows: counted.map(({ row }) => row),
    values: roles.values,
    criteria: [...new Set([...roles.criteria, ...deciding])],
    missing: gathered.missing,
  });
}
