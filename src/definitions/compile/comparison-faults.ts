import type { Diagnostic } from "../../formula/diagnostic";
import type { Indicator } from "../definition";
import type { SlotOptions } from "../template";

/** One name of a slot; without an indicator it is a parameter or a setting. */
interface Compared {
  readonly name: string;
  readonly indicator: Indicator | undefined;
  readonly at: number;
  /** How many names the slot has. */
  readonly names: number;
}

/**
 * Amounts, means and rates are compared with the past, growth in per cent is for amounts and means alone; indices and
 * ranks may still be set against a target, a region or a record. From one name to another goes whatever the names are.
 */
export function comparisonFaults(
  { name, indicator, at, names }: Compared,
  options: SlotOptions,
): readonly Diagnostic[] {
  const kind = indicator?.kind ?? "参数";
  if ((asksForPast(options, names) && !measures.has(kind)) || (asksForStanding(options) && !ordered.has(kind)))
    return [{ code: "E-U01", at, parts: { a: kind, b: kind, operation: "compare" } }];
  if (options.firstTime === true && indicator?.cap === undefined)
    return [{ code: "E-U01", at, parts: { a: name, b: "封顶", operation: "compare" } }];
  return kind === "率" && options.comparison?.growth === true ? [{ code: "E-U05", at, parts: { x: name } }] : [];
}

const measures: ReadonlySet<string> = new Set(["量", "率", "均值"]);
const ordered: ReadonlySet<string> = new Set([...measures, "指数", "名次"]);

const asksForPast = ({ comparison, fromTo, change }: SlotOptions, names: number): boolean =>
  (comparison ?? change ?? (names > 1 ? undefined : fromTo)) !== undefined;

const asksForStanding = ({ againstTarget, target, againstRegion, rank, record }: SlotOptions): boolean =>
  (againstTarget ?? target ?? againstRegion ?? rank ?? record) !== undefined;
