import type { CompiledDefinition } from "../../definitions/compiled";
import type { Template } from "../../definitions/template";
import { nodes } from "../../formula/columns-of";
import type { Tree } from "../../formula/tree";

/** The slices of an indicator that templates (`{名@小学}`) and formulas (`指标(名,"小学")`) ask for. */
export function askedSlices(definition: CompiledDefinition, indicator: string): readonly (readonly string[])[] {
  const inTemplates = definition.narrative.flatMap(({ template }) => slicesInTemplate(template, indicator));
  return [...inTemplates, ...treesOf(definition).flatMap((tree) => slicesInTree(tree, indicator))].filter(
    (slices) => slices.length > 0,
  );
}

function slicesInTemplate(template: Template, indicator: string): readonly (readonly string[])[] {
  return template.flatMap((part) => {
    switch (part.part) {
      case "words":
        return [];
      case "slot":
        return part.refs.filter(({ name }) => name === indicator).map(({ slices }) => slices);
      case "optional":
        return slicesInTemplate(part.body, indicator);
      case "choice":
        return [
          ...slicesInTree(part.condition, indicator),
          ...slicesInTemplate(part.then, indicator),
          ...slicesInTemplate(part.otherwise ?? [], indicator),
        ];
    }
  });
}

const treesOf = (definition: CompiledDefinition): readonly Tree[] => [
  ...definition.narrative.flatMap(({ when }) => (when ? [when] : [])),
  ...[...definition.indicators.values()].flatMap(({ numerator, denominator }) => [
    numerator,
    ...(denominator ? [denominator] : []),
  ]),
  ...[...definition.forms.values()].flatMap(({ derived }) => [...derived.values()]),
];

/** Slices that are written out; one that is worked out per row is found by its value when it is asked for. */
function slicesInTree(tree: Tree, indicator: string): readonly (readonly string[])[] {
  return [...nodes(tree)].flatMap((node) => {
    if (node.node !== "call" || node.name !== "指标") return [];
    const [name, ...slices] = node.arguments;
    if (name?.node !== "name" || name.name !== indicator) return [];
    const texts = slices.flatMap((slice) => (slice.node === "text" ? [slice.value] : []));
    return texts.length === slices.length ? [texts] : [];
  });
}
