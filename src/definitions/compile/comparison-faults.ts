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
  if (options.firstTime === true && (indicator?.cap === undefined || !ordered.has(kind)))
    return [{ code: "E-U01", at, parts: { a: name, b: "封顶", operation: "compare" } }];
  return kind === "率" && options.comparison?.growth === true ? [{ code: "E-U05", at, parts: { x: name } }] : [];
}

const measures: ReadonlySet<string> = new Set(["量", "率", "均值"]);
const ordered: ReadonlySet<string> = new Set([...measures, "指数", "名次"]);

const asksForPast = ({ comparison, fromTo, change }: SlotOptions, names: number): boolean =>
  (comparison ?? change ?? (names > 1 ? undefined : fromTo)) !== undefined;

const asksForStanding = ({ againstTarget, target, againstRegion, rank, record }: SlotOptions): boolean =>
  (againstTarget ?? target ?? againstRegion ?? rank ?? record) !== undefined;

/** One of the two names of 由…. */
export interface End {
  readonly name: string;
  readonly indicator: Indicator | undefined;
  /** The unit it is printed with; empty for none. */
  readonly unit: string;
  /** Its slices that are no periods. */
  readonly members: readonly string[];
  readonly at: number;
}

/** From one name to another something became more or less: one indicator of one slice, or two figures that say they are its ends. */
export function endsFaults([from, to]: readonly End[], { fromTo }: SlotOptions): readonly Diagnostic[] {
  if (fromTo === undefined || from === undefined || to === undefined) return [];
  const isMeasured = from.indicator !== undefined && to.indicator !== undefined;
  const differ = isMeasured && (from.name !== to.name || from.members.join("\n") !== to.members.join("\n"));
  if (!differ && from.unit === to.unit) return [];
  const [a = "", b = ""] = [from, to].map(({ name, members }) => [name, ...members.slice(0, 1)].join("@"));
  return [{ code: "E-U01", at: to.at, parts: { a, b, operation: "compare" } }];
}
