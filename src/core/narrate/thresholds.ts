import type { Exact } from "../../domain/exact";
import { nodes } from "../../formula/columns-of";
import { evaluate } from "../../formula/evaluate";
import type { Tree } from "../../formula/tree";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { NamedValues } from "../../definitions/named-values";
import { conditionsOf } from "../../definitions/template-conditions";

type Comparison = Extract<Tree, { readonly node: "binary" }>;

/**
 * What the report's own conditions set an indicator beside: `公办率>=65%`, `班额<大班额线`. Words that follow from being
 * below a line would contradict a number that was rounded onto it.
 */
export function thresholds(definition: CompiledDefinition, named: NamedValues): ReadonlyMap<string, readonly Exact[]> {
  const lines = new Map<string, Exact[]>();
  const scope = {
    ...named.scope(() => undefined),
    columns: () => undefined,
    lastYear: () => ({ type: "not-applicable" }) as const,
  };
  const isFixed = (tree: Tree): boolean =>
    [...nodes(tree)].every((node) => node.node !== "column" && !(node.node === "name" && isMeasured(definition, node)));
  for (const { left, right } of definition.narrative.flatMap(conditionsOf).flatMap(comparisons)) {
    for (const [measured, line] of [[left, right] as const, [right, left] as const]) {
      const name = measuredName(definition, measured);
      if (name === undefined || !isFixed(line)) continue;
      const value = evaluate(line, scope);
      if (value.type === "number") lines.set(name, [...(lines.get(name) ?? []), value.value]);
    }
  }
  return lines;
}

const isMeasured = ({ indicators }: CompiledDefinition, { name }: { readonly name: string }): boolean =>
  indicators.has(name);

/** `公办率`, `指标(公办率,"城区")`. */
function measuredName(definition: CompiledDefinition, tree: Tree): string | undefined {
  const [named] = tree.node === "call" && tree.name === "指标" ? tree.arguments : [tree];
  return named?.node === "name" && isMeasured(definition, named) ? named.name : undefined;
}

const operators: ReadonlySet<string> = new Set(["=", "<>", "<", "<=", ">", ">="]);
const comparisons = (tree: Tree): readonly Comparison[] =>
  [...nodes(tree)].flatMap((node) => (node.node === "binary" && operators.has(node.operator) ? [node] : []));
