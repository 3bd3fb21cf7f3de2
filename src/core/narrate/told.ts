import type { WithheldReason } from "../../domain/figure";

/** What a slot, or a piece of one, prints and what it rests on. */
export interface Told {
  readonly text: string;
  /** Keys of the figures and parameters read. */
  readonly figures: readonly string[];
  readonly parameters: readonly string[];
  /** Empty when nothing is withheld. */
  readonly withheld: readonly WithheldReason[];
  /** Prints nothing but zero: an optional around it drops. */
  readonly isZero: boolean;
  /** 47 of 49 schools, where 跳过 left some out. */
  readonly partial?: { readonly counted: number; readonly expected: number };
}

/** What stands where a number is not printed. */
export const withheldMark = "××";

/** The text of several pieces, resting on everything they rest on. */
export function toldTogether(parts: readonly Told[], text: string): Told {
  const partial = parts.find((part) => part.partial)?.partial;
  return {
    text,
    figures: distinct(parts.flatMap((part) => part.figures)),
    parameters: distinct(parts.flatMap((part) => part.parameters)),
    withheld: distinctReasons(parts.flatMap((part) => part.withheld)),
    isZero: parts.some((part) => part.isZero),
    ...(partial ? { partial } : {}),
  };
}

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)];

export const distinctReasons = (reasons: readonly WithheldReason[]): readonly WithheldReason[] => [
  ...new Map(reasons.map((reason) => [reasonKey(reason), reason])).values(),
];

const reasonKey = (reason: WithheldReason): string =>
  JSON.stringify(reason, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
