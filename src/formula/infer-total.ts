import { type ColumnNode, columnsOf, isColumn } from "./columns-of";
import { parseCriterion, hasWildcards } from "./criterion";
import { type FormulaType, type QuantityType } from "./formula-type";
import type { CriterionPair } from "./gather";
import { checkCriterion } from "./infer-bound";
import {
  type Context,
  type Infer,
  columnType,
  hasFailed,
  ownForm,
  runsDown,
  tell,
  tellRefusal,
  wholeColumns,
  workingText,
} from "./infer-context";
import { printFormula } from "./print-formula";
import { type TotalFunction, totalParts } from "./totals";
import type { Tree } from "./tree";
import { type WorkingType, isNumeric, isRefusal, joinType, sumType } from "./type-algebra";

type Call = Extract<Tree, { readonly node: "call" }>;

/** The type of a total, or of the same function over one row or over figures. */
export function inferTotal(call: Call, name: TotalFunction, infer: Infer, context: Context): WorkingType | undefined {
  const { values, criteria } = totalParts(name, call.arguments);
  const isWhole =
    name === "差异系数" ||
    name === "COUNTIFS" ||
    criteria.length > 0 ||
    values.some((value) => runsDown(value, context));
  if (!isWhole) return ofTypes(call, name, typesOf(values, infer, context), context);
  if (context.scope.at.place === "condition" || context.scope.at.place === "filter")
    return tell(context, "E-S04", call);
  if (context.total !== undefined) return tell(context, "E-S05", call);
  const form = onlyForm(call, values, criteria, context);
  if (form === undefined) return undefined;
  const told = context.faults.length;
  for (const { column, criterion } of criteria) {
    const type = isColumn(column) ? columnType(form, column.name, context, column)?.type : undefined;
    infer(criterion, context);
    if (type) checkCriterion({ column, criterion }, type, context);
  }
  const types = typesOf(values, infer, { ...context, total: form });
  if (hasFailed(context, told)) return undefined;
  noticeWholeColumn(call, criteria, context);
  return pinned(ofTypes(call, name, types, context, form), name, values, criteria, form, context);
}

function onlyForm(
  call: Call,
  values: readonly Tree[],
  criteria: readonly CriterionPair[],
  context: Context,
): string | undefined {
  const own = ownForm(context.scope);
  const isRow = context.scope.at.place === "row";
  const read = [
    ...values.flatMap(isRow ? wholeColumns : columnsOf),
    ...criteria.map(({ column }) => column).filter(isColumn),
  ];
  const forms = new Set(read.map((column) => column.form ?? own));
  if (forms.has(undefined)) return tell(context, "E-S04", read.find(({ form }) => form === undefined) ?? call);
  const [form, ...others] = forms;
  if (others.length > 0) return tell(context, "E-S03", call, { forms: [...forms].join("、") });
  return form ?? own ?? tell(context, "E-S04", call);
}

/** Types of the values; `[@[a]:[b]]` gives the type of each field. Undefined where a fault has been told. */
function typesOf(values: readonly Tree[], infer: Infer, context: Context): readonly (WorkingType | undefined)[] {
  return values.flatMap((value) => (value.node === "fields" ? fieldTypes(value, context) : [infer(value, context)]));
}

function fieldTypes(
  fields: Extract<Tree, { readonly node: "fields" }>,
  context: Context,
): readonly (WorkingType | undefined)[] {
  const form = ownForm(context.scope);
  if (form === undefined) return [tell(context, "E-S04", fields)];
  const ends = [fields.from, fields.to].map((name) => columnType(form, name, context, fields));
  if (ends.includes(undefined)) return [undefined];
  const columns = [...(context.scope.forms.get(form)?.columns ?? [])];
  const [start, end] = [fields.from, fields.to]
    .map((wanted) => columns.findIndex(([name]) => name === wanted))
    .sort((a, b) => a - b);
  return columns.slice(start, (end ?? 0) + 1).map(([, column]) => column.type);
}

const families: Readonly<Record<TotalFunction, "sum" | "average" | "extreme" | "count" | "spread" | "list">> = {
  SUM: "sum", SUMIFS: "sum", AVERAGE: "average", AVERAGEIFS: "average",
  MAX: "extreme", MIN: "extreme", MAXIFS: "extreme", MINIFS: "extreme", MEDIAN: "extreme",
  COUNTA: "count", COUNTIFS: "count", 去重计数: "count", 差异系数: "spread", 名单: "list",
}; // prettier-ignore

/** `form` is absent over one row. */
function ofTypes(
  call: Call,
  name: TotalFunction,
  types: readonly (WorkingType | undefined)[],
  context: Context,
  form?: string,
): WorkingType | undefined {
  const known = types.filter((type) => type !== undefined);
  if (known.length < types.length) return undefined;
  switch (families[name]) {
    case "sum":
      return additive(call, known, "sum", context) ? added(call, known, context) : undefined;
    case "average":
      return additive(call, known, "average", context) ? mean(added(call, known, context), form, context) : undefined;
    case "extreme":
      return ordered(call, known, context) ? folded(call, known, joinType, context) : undefined;
    case "count":
      return { kind: "量", unit: rowUnit(form ?? ownForm(context.scope), context), counted: true };
    case "spread":
      return additive(call, known, "spread", context) ? { kind: "指数" } : undefined;
    case "list":
      return { kind: "名单" };
  }
}

const rowUnit = (form: string | undefined, { scope }: Context): string =>
  (form === undefined ? undefined : scope.forms.get(form)?.rowUnit) ?? "";

const added = (call: Call, types: readonly WorkingType[], context: Context): WorkingType | undefined =>
  folded(call, types, (a, b) => sumType(a, b, "add"), context);

function folded(
  call: Call,
  types: readonly WorkingType[],
  combine: (a: WorkingType, b: WorkingType) => ReturnType<typeof joinType>,
  context: Context,
): WorkingType | undefined {
  const [first, ...rest] = types;
  let type = first;
  for (const next of rest) {
    if (!type) return undefined;
    const outcome = combine(type, next);
    if (isRefusal(outcome)) return tellRefusal(context, outcome, call, type, next);
    type = outcome;
  }
  return type;
}

/** Only 量 and bare numbers are summed or averaged: parts of a ratio are totalled first. */
function additive(
  call: Call,
  types: readonly WorkingType[],
  operation: "sum" | "average" | "spread",
  context: Context,
): boolean {
  const unfit = types.find(({ kind }) => kind !== "量" && kind !== "数");
  if (!unfit) return true;
  if (isNumeric(unfit) && unfit.kind !== "积") tell(context, "E-U03", call, { rate: workingText(unfit), operation });
  else tell(context, "E-U01", call, { a: workingText(unfit), b: "数", operation: "add" });
  return false;
}

function ordered(call: Call, types: readonly WorkingType[], context: Context): boolean {
  const unfit = types.find((type) => type.kind === "积" || !(isNumeric(type) || type.kind === "日期"));
  if (unfit) tell(context, "E-U01", call, { a: workingText(unfit), b: "数", operation: "compare" });
  return !unfit;
}

function mean(type: WorkingType | undefined, form: string | undefined, context: Context): WorkingType | undefined {
  if (form === undefined || type?.kind !== "量") return type;
  return { kind: "均值", unit: type.unit, per: rowUnit(form, context) };
}

/** 不可加: a sum over distinct persons holds every dimension they repeat over at one member. */
function pinned(
  type: WorkingType | undefined,
  name: TotalFunction,
  values: readonly Tree[],
  criteria: readonly CriterionPair[],
  form: string,
  context: Context,
): WorkingType | undefined {
  const adds = ["sum", "average", "spread"].includes(families[name]);
  if (!type || !adds) return type;
  const held = new Map([...criteriaPins(criteria), ...filterPins(context)]);
  const groups = context.scope.at.place === "total" ? context.scope.at.groupBy : [];
  const pins: Record<string, string> = {};
  const open = new Set<string>();
  const told = context.faults.length;
  for (const { column, dimension } of heldDimensions(values, form, context)) {
    const member = held.get(dimension);
    if (member !== undefined) pins[dimension] = member;
    else if (groups.includes(dimension)) open.add(dimension);
    else tell(context, "E-U04", column, { x: column.name, dim: dimension });
  }
  if (hasFailed(context, told)) return undefined;
  return type.kind === "量" ? withPins(type, pins, [...open]) : type;
}

function heldDimensions(
  values: readonly Tree[],
  form: string,
  { scope }: Context,
): readonly { readonly column: ColumnNode; readonly dimension: string }[] {
  const columns = values.flatMap(columnsOf);
  return columns.flatMap((column) =>
    (scope.forms.get(form)?.columns.get(column.name)?.nonAdditive ?? []).map((dimension) => ({ column, dimension })),
  );
}

function withPins(type: QuantityType, pins: Readonly<Record<string, string>>, open: readonly string[]): FormulaType {
  return {
    ...type,
    ...(Object.keys(pins).length > 0 ? { pinned: { ...type.pinned, ...pins } } : {}),
    ...(open.length > 0 ? { open } : {}),
  };
}

function criteriaPins(criteria: readonly CriterionPair[]): readonly (readonly [string, string])[] {
  return criteria.flatMap(({ column, criterion }) => {
    const member = pinnedMember(criterion);
    return isColumn(column) && member !== undefined ? [[column.name, member] as const] : [];
  });
}

/** The one member an equality criterion holds a column at; undefined when it lets several through. */
function pinnedMember(criterion: Tree): string | undefined {
  if (criterion.node === "text") {
    const asked = parseCriterion(criterion.value);
    if (asked.asks === "number" && asked.operator === "=") return criterion.value;
    return asked.asks === "text" && asked.operator === "=" && !hasWildcards(asked.operand) ? asked.operand : undefined;
  }
  const builds = criterion.node === "binary" || criterion.node === "call";
  return builds ? undefined : printFormula(criterion);
}

function filterPins({ scope }: Context): readonly (readonly [string, string])[] {
  return scope.at.place === "total" && scope.at.filter ? equalities(scope.at.filter) : [];
}

function equalities(filter: Tree): readonly (readonly [string, string])[] {
  if (filter.node === "call" && filter.name === "AND") return filter.arguments.flatMap(equalities);
  if (filter.node !== "binary" || filter.operator !== "=") return [];
  const [column, value] = isColumn(filter.left) ? [filter.left, filter.right] : [filter.right, filter.left];
  const isConstant = value.node === "text" || value.node === "number" || value.node === "name";
  if (!isColumn(column) || !isConstant || (value.node === "text" && value.value === "")) return [];
  return [[column.name, value.node === "text" ? value.value : printFormula(value)]];
}

/** N-01: in a rule, a whole column that no criterion ties to this row is the whole district. */
function noticeWholeColumn(call: Call, criteria: readonly CriterionPair[], context: Context): void {
  const isTied = columnsOf(call).some(({ thisRow }) => thisRow);
  const column = wholeColumns(call)[0] ?? criteria.map(({ column: first }) => first).find(isColumn);
  if (context.scope.at.place === "row" && !isTied && column) tell(context, "N-01", call, { x: column.name });
}
