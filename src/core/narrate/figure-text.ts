import type { Figure } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { SlotOptions } from "../../definitions/template";
import { narrationOf, type Narration } from "./narration";
import { slotText } from "./slot-text";

/** A figure as a slot of its own would print it, open and without a note on coverage; or its value of a past period. */
export function figureText(
  narration: Narration,
  { indicator, slice }: Figure,
  options: SlotOptions = {},
  period: readonly string[] = [],
): string {
  const profile: Narration["profile"] = { ...narration.profile, coverageNote: "不注", mask: "无" };
  const slices = [...slice.map(({ group, member }) => `${group}=${member}`), ...period];
  return slotText(
    { ...narration, profile },
    { part: "slot", refs: [{ name: indicator, slices }], options, text: "", at: { start: 0, end: 0 } },
  ).text;
}

/** Prints figures on their own. */
export function figurePrinter(
  definition: CompiledDefinition,
  figures: ReadonlyMap<string, Figure>,
  parameters: readonly Parameter[],
): (figure: Figure) => string {
  const narration = narrationOf(definition, figures, parameters);
  return (figure) => figureText(narration, figure);
}
