import type { WithheldReason } from "../../domain/figure";
import { evaluate } from "../../formula/evaluate";
import type { Tree } from "../../formula/tree";
import type { Narration } from "./narration";

export interface Decision {
  /** Undefined when a figure it needs is not there. */
  readonly holds?: boolean;
  /** Why figures it asked for are not there. */
  readonly reasons: readonly WithheldReason[];
  /** Keys of the figures and parameters it asked for. */
  readonly sources: readonly string[];
}

/** Decides a condition of the narrative over figures and parameters. */
export function decide({ named, isBlank }: Narration, condition: Tree): Decision {
  if (isBlank) return { holds: true, reasons: [], sources: [] };
  const sources = new Set<string>();
  const reasons: WithheldReason[] = [];
  const names = named.scope((reading) => {
    if (reading.figure) sources.add(reading.figure.key);
    if (reading.parameter !== undefined) sources.add(reading.parameter);
    reasons.push(...reading.reasons);
  });
  const value = evaluate(condition, {
    ...names,
    columns: () => undefined,
    lastYear: () => ({ type: "not-applicable" }),
  });
  const told = { reasons, sources: [...sources] };
  return value.type === "boolean" ? { ...told, holds: value.value } : told;
}
