import type { Exact } from "../../domain/exact";
import type { WithheldReason } from "../../domain/figure";
import type { Diagnostic } from "../../formula/diagnostic";

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
  /** What a reader may stumble over though it is true. */
  readonly notices?: readonly Diagnostic[];
  /** What was printed of totals and of their parts, to be set against one another within a paragraph. */
  readonly facts?: readonly PrintedFact[];
}

/** A total as printed, or what the printed parts of one come to. `total` is the key of its figure. */
export interface PrintedFact {
  readonly fact: "total" | "parts";
  readonly total: string;
  readonly indicator: string;
  readonly printed: Exact;
}

/** What stands where a number is not printed. */
export const withheldMark = "××";

/** The text of several pieces, resting on everything they rest on. */
export function toldTogether(parts: readonly Told[], text: string): Told {
  const partial = parts.find((part) => part.partial)?.partial;
  const [notices, facts] = [parts.flatMap((part) => part.notices ?? []), parts.flatMap((part) => part.facts ?? [])];
  return {
    text,
    figures: distinct(parts.flatMap((part) => part.figures)),
    parameters: distinct(parts.flatMap((part) => part.parameters)),
    withheld: distinctReasons(parts.flatMap((part) => part.withheld)),
    isZero: parts.some((part) => part.isZero),
    ...(partial ? { partial } : {}),
    ...(notices.length > 0 ? { notices } : {}),
    ...(facts.length > 0 ? { facts } : {}),
  };
}

const distinct = (keys: readonly string[]): readonly string[] => [...new Set(keys)];

export const distinctReasons = (reasons: readonly WithheldReason[]): readonly WithheldReason[] => [
  ...new Map(reasons.map((reason) => [reasonKey(reason), reason])).values(),
];

const reasonKey = (reason: WithheldReason): string =>
  JSON.stringify(reason, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
