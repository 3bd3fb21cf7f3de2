import { groupCodes } from "../../definitions/group-codes";
import type { Level } from "./level";
import type { Narration } from "./narration";

/** The short names that tell the names of a slot apart, with their members where an indicator is named more than once. */
export function labelsOf(narration: Narration, levels: readonly Level[]): readonly string[] {
  const labels = levels.map(({ label }) => label);
  return levels.map((level, index) => {
    const isAlone = labels.every((label, other) => other === index || label !== level.label);
    return isAlone ? level.label : `${membersOf(narration, level)}${level.label}`;
  });
}

function membersOf({ definition }: Narration, { of }: Level): string {
  if (!of) return "";
  const printed = of.slice.map(({ group, member }) => {
    const code = groupCodes(definition.source, of.indicator, group).find(({ label }) => label === member);
    return code?.print ?? member;
  });
  return [of.past ?? "", ...printed].join("");
}
