import type { Tree } from "../formula/tree";
import type { CompiledNarrativeRow } from "./compiled";
import type { Template } from "./template";

/** Everything a row decides by: its 条件 and the conditions of its choices. */
export const conditionsOf = ({ template, when }: CompiledNarrativeRow): readonly Tree[] => [
  ...(when ? [when] : []),
  ...choicesOf(template),
];

const choicesOf = (template: Template): readonly Tree[] =>
  template.flatMap((part) => {
    switch (part.part) {
      case "words":
      case "slot":
        return [];
      case "optional":
        return choicesOf(part.body);
      case "choice":
        return [part.condition, ...choicesOf(part.then), ...choicesOf(part.otherwise ?? [])];
    }
  });
