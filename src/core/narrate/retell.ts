import type { Figure } from "../../domain/figure";
import type { Narrative } from "../../domain/narrative";
import type { Parameter } from "../../domain/parameter";
import { nodes } from "../../formula/columns-of";
import type { Tree } from "../../formula/tree";
import type { CompiledDefinition, CompiledNarrativeRow } from "../../definitions/compiled";
import type { Template } from "../../definitions/template";
import { conditionsOf } from "../../definitions/template-conditions";
import type { Telling } from "./clause";
import { compose, tellRow } from "./compose";
import { narrationOf, type ComparableOf } from "./narration";

/** The report as told from figures that differ from known ones in these indicators at most. */
export type Retell = (
  changed: ReadonlyMap<string, Figure>,
  indicators: ReadonlySet<string>,
  comparableNow?: ComparableOf,
) => Narrative;

/** Tells again only the rows that name an indicator that differs. */
export function reteller(
  definition: CompiledDefinition,
  parameters: readonly Parameter[],
  comparable?: ComparableOf,
): (figures: ReadonlyMap<string, Figure>) => Retell {
  const named = new Map(definition.narrative.map((compiled) => [compiled, namesIn(compiled)]));
  return (figures) => {
    const narration = narrationOf(definition, figures, parameters, comparable);
    const known = new Map<CompiledNarrativeRow, Telling | undefined>();
    const toldBefore = (row: CompiledNarrativeRow): Telling | undefined => {
      if (!known.has(row)) known.set(row, tellRow(narration, row));
      return known.get(row);
    };
    return (changed, indicators, comparableNow = comparable) => {
      const anew = narrationOf(definition, changed, parameters, comparableNow);
      const differs = (row: CompiledNarrativeRow): boolean =>
        named.get(row)?.some((name) => indicators.has(name)) === true;
      return compose(anew, (row) => (differs(row) ? tellRow(anew, row) : toldBefore(row)));
    };
  };
}

/** Names a row prints or decides by. */
const namesIn = (row: CompiledNarrativeRow): readonly string[] => [
  ...new Set([...namesPrinted(row.template), ...conditionsOf(row).flatMap(namesInTree)]),
];

const namesInTree = (tree: Tree): readonly string[] =>
  Array.from(nodes(tree)).flatMap((node) => (node.node === "name" ? [node.name] : []));

const namesPrinted = (template: Template): readonly string[] =>
  template.flatMap((part) => {
    switch (part.part) {
      case "words":
        return [];
      case "slot":
        return part.refs.map(({ name }) => name);
      case "optional":
        return namesPrinted(part.body);
      case "choice":
        return [...namesPrinted(part.then), ...namesPrinted(part.otherwise ?? [])];
    }
  });
