import type { FormulaType, IndicatorTyping } from "./formula-type";
import { type Context, type Infer, suggestion, tell } from "./infer-context";
import type { Tree } from "./tree";
import type { WorkingType } from "./type-algebra";

type NameNode = Extract<Tree, { readonly node: "name" }>;

/** A bare name: an indicator, all its groups together, else a parameter. A filter knows parameters only. */
export function inferName(node: NameNode, context: Context): WorkingType | undefined {
  const indicator = context.scope.at.place === "filter" ? undefined : context.scope.indicators.get(node.name);
  if (indicator) return closed(indicator.type, [], node, context);
  return context.scope.parameters.get(node.name) ?? unknownName(node, context);
}

function unknownName(node: NameNode, context: Context): undefined {
  const { indicators, parameters } = context.scope;
  return tell(context, "E-N01", node, suggestion(node.name, [...indicators.keys(), ...parameters.keys()]));
}

/** A figure of distinct persons is one number only once a slice holds each dimension they repeat over. */
function closed(
  type: FormulaType,
  slices: readonly (readonly [string, string])[],
  node: NameNode,
  context: Context,
): FormulaType | undefined {
  if (type.kind !== "量" || !type.open) return type;
  const held = new Map(slices);
  const left = type.open.find((dimension) => !held.has(dimension));
  if (left !== undefined) return tell(context, "E-U04", node, { x: node.name, dim: left });
  const { open, ...rest } = type;
  return {
    ...rest,
    pinned: { ...type.pinned, ...Object.fromEntries(open.map((dimension) => [dimension, held.get(dimension) ?? ""])) },
  };
}

/** `指标(名,切片…)`. */
export function inferIndicator(
  node: NameNode,
  slices: readonly Tree[],
  infer: Infer,
  context: Context,
): WorkingType | undefined {
  const indicator = context.scope.indicators.get(node.name);
  if (!indicator) return unknownName(node, context);
  const held: (readonly [string, string])[] = [];
  let periods = 0;
  for (const slice of slices) {
    if (slice.node !== "text") {
      if (!infer(slice, context)) return undefined;
      held.push(...anyGroup(indicator));
      continue;
    }
    const group = groupOf(indicator, slice.value);
    if (group) held.push(group);
    else if (isPeriod(indicator, slice.value) && periods === 0) periods += 1;
    else return tell(context, "E-N04", slice, { ind: node.name, x: slice.value, members: membersText(indicator) });
  }
  return closed(indicator.type, held, node, context);
}

/** A member that is worked out may be of any group: it holds them all. */
const anyGroup = ({ groups }: IndicatorTyping): readonly (readonly [string, string])[] =>
  [...groups.keys()].map((name) => [name, "?"]);

function groupOf({ groups, periods }: IndicatorTyping, slice: string): readonly [string, string] | undefined {
  const [named, member] = slice.split("=", 2);
  if (named !== undefined && member !== undefined && groups.has(named)) return [named, member];
  const listed = [...groups].find(([, members]) => members?.includes(slice) === true);
  if (listed) return [listed[0], slice];
  const unlisted = [...groups].find(([, members]) => members === undefined);
  return unlisted && !isPeriodLabel(periods, slice) ? [unlisted[0], slice] : undefined;
}

const isPeriod = ({ periods }: IndicatorTyping, slice: string): boolean => isPeriodLabel(periods, slice);
const isPeriodLabel = (periods: readonly string[], slice: string): boolean =>
  slice === "上年" || slice === "前年" || /^\d{4}年/.test(slice) || periods.includes(slice);

const membersText = ({ groups }: IndicatorTyping): string =>
  [...groups.values()].flatMap((members) => members ?? []).join("、");

/** `参数(名,键…)`. */
export function inferParameter(
  node: NameNode,
  keys: readonly Tree[],
  infer: Infer,
  context: Context,
): WorkingType | undefined {
  const types = keys.map((key) => infer(key, context));
  const type = context.scope.parameters.get(node.name);
  if (!type) return tell(context, "E-N01", node, suggestion(node.name, context.scope.parameters.keys()));
  return types.includes(undefined) ? undefined : type;
}

/** `累计(名,起[,止])`: flows only; stocks, rates and distinct persons do not add up over time. */
export function inferCumulative(
  node: NameNode,
  periods: readonly Tree[],
  infer: Infer,
  context: Context,
): WorkingType | undefined {
  const types = periods.map((period) => infer(period, context));
  const type = context.scope.indicators.get(node.name)?.type;
  if (!type) return tell(context, "E-N01", node, suggestion(node.name, context.scope.indicators.keys()));
  const obstacle = cumulationObstacle(type);
  if (obstacle !== undefined) return tell(context, "E-U06", node, { x: node.name, stock: obstacle });
  return types.includes(undefined) ? undefined : type;
}

function cumulationObstacle(type: FormulaType): string | undefined {
  if (type.kind === "数") return undefined;
  if (type.kind !== "量") return type.kind;
  if (type.time === "时点") return "时点数";
  return type.pinned || type.open ? "去重人数" : undefined;
}
