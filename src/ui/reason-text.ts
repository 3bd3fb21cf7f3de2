import type { WithheldReason } from "../domain/figure";
import { nameList, type Words } from "./ui-text";

/** Why a number is not printed, with the schools by name. */
function reasonText(words: Words, reason: WithheldReason, schools: ReadonlyMap<string, string>): string {
  switch (reason.why) {
    case "missing":
    case "blocked": {
      const names = reason.schools.map((code) => schools.get(code) ?? code);
      return words(`why.${reason.why}`, { column: reason.column, schools: nameList(words, names, 3) });
    }
    case "no-parameter":
      return words("why.no-parameter", { name: [reason.name, reason.period].filter(Boolean).join(" ") });
    case "to-be-entered":
      return (
        words("why.to-be-entered", { name: reason.name }) +
        (reason.owner === undefined ? "" : words("why.owner", { owner: reason.owner }))
      );
    case "no-value":
      return words("why.no-value", { detail: reason.detail });
    case "zero-denominator":
    case "undecided":
    case "wrong-direction":
    case "parts-differ-from-whole":
    case "above-cap":
    case "no-record":
    case "empty-list":
      return words(`why.${reason.why}`);
  }
}

/** Each reason once. */
export const reasonLines = (
  words: Words,
  reasons: readonly WithheldReason[],
  schools: ReadonlyMap<string, string>,
): readonly string[] => [...new Set(reasons.map((reason) => reasonText(words, reason, schools)))];
