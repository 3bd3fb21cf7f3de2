import type { WithheldReason } from "../../domain/figure";
import type { Readiness } from "../../domain/narrative";
import { unreachable } from "../../domain/result";

/** Of several reasons the first here decides what the clause is shown as waiting for. */
const order: readonly Readiness[] = [
  "conflict",
  "blocked",
  "undecided",
  "waiting-for-schools",
  "waiting-for-parameter",
  "waiting-for-text",
];

/** 就绪 of a clause, from the reasons under its slots and conditions. */
export function readinessOf(
  reasons: readonly WithheldReason[],
  { isPartial, isEstimate }: { readonly isPartial: boolean; readonly isEstimate: boolean },
): Readiness {
  const marks = reasons.map(markOf);
  return (
    order.find((mark) => marks.includes(mark)) ?? (isPartial ? "partial-coverage" : isEstimate ? "estimate" : "ready")
  );
}

function markOf(reason: WithheldReason): Readiness {
  switch (reason.why) {
    case "missing":
      return "waiting-for-schools";
    case "blocked":
    case "zero-denominator":
    case "no-value":
    case "above-cap":
      return "blocked";
    case "no-parameter":
      return "waiting-for-parameter";
    case "to-be-entered":
      return "waiting-for-text";
    case "undecided":
      return "undecided";
    case "wrong-direction":
    case "parts-differ-from-whole":
    case "no-record":
    case "empty-list":
      return "conflict";
    default:
      return unreachable(reason);
  }
}
