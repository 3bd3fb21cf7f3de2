import type { Prose } from "../../domain/prose";
import type { Binding, NumberCheck } from "../../domain/text-check";
import { agreement, isTold } from "../../domain/printed-number";
import { directionOf } from "./directions";
import { changeSince, findByName, type NamedValue } from "./names";
import { printedLike } from "./printed-like";
import type { ReportSources } from "./report-values";

type NamedComparison = Omit<NumberCheck, "mention">;

/** Compares the number at an index with what its words name; `known` is what is known of the numbers before it. */
export type CompareByName = (
  prose: Prose,
  index: number,
  known: ReadonlyMap<number, NamedComparison>,
) => NamedComparison | undefined;

/** By its name: the one value it can mean, or those it might. */
export function nameComparison(report: ReportSources): CompareByName {
  const find = findByName(report);
  return (prose, index, known) => {
    const mention = prose.mentions[index];
    if (!mention || !isTold(mention)) return undefined;
    if (/[较比]|同比/u.test(mention.before) && directionOf(mention.before) !== undefined)
      return changeByName(prose, index, known, report);
    const candidates = find(prose, mention);
    const agreeing = candidates.find(({ value }) => agreement(mention, value) !== "none");
    if (agreeing) {
      const isFull = mention.hedges.length === 0 && mention.decimals >= agreeing.decimals && mention.scale === "";
      const how = isFull ? "exact" : agreement(mention, agreeing.value);
      return {
        verdict: how === "exact" ? "matches" : "matches-rounded",
        says: "",
        ...named(agreeing),
        provisional: isPartial(agreeing),
      };
    }
    const close = candidates.filter(({ isClose }) => isClose);
    const [only] = close;
    if (close.length === 1 && only) {
      const expected = printedLike(mention, only.value);
      return {
        verdict: "contradicts",
        fault: "value",
        expected,
        says: `与“${only.title}”不同`,
        ...named(only),
        provisional: isPartial(only),
      };
    }
    if (candidates.length === 0) return undefined;
    const titles = candidates.map(({ title }) => title).slice(0, 5);
    return {
      verdict: "no-source",
      candidates: titles,
      says: `说不准是哪一个：${titles.join("、")}`,
      provisional: false,
    };
  };
}

const named = ({ figures, parameters }: NamedValue): { readonly binding: Binding } => ({
  binding: { by: "name", figures, parameters },
});

const isPartial = ({ figure }: NamedValue): boolean =>
  figure !== undefined && (figure.partial || figure.coverage.counted < figure.coverage.expected);

/** `较上年增加69人` after a number that is known: its change since last year. */
function changeByName(
  prose: Prose,
  index: number,
  known: ReadonlyMap<number, NamedComparison>,
  { figures }: ReportSources,
): NamedComparison | undefined {
  const mention = prose.mentions[index];
  const level = known.get(index - 1)?.binding;
  const [key] = level?.figures ?? [];
  const figure = level?.figures.length === 1 && key !== undefined ? figures.get(key) : undefined;
  const change = mention && figure && changeSince(figure, mention.unit);
  if (!mention || !figure || !change || !isTold(mention)) return undefined;
  const how = agreement(mention, change);
  const base = { binding: { by: "name" as const, figures: [figure.key], parameters: [] }, provisional: figure.partial };
  if (how !== "none") return { verdict: how === "exact" ? "matches" : "matches-rounded", says: "", ...base };
  return {
    verdict: "contradicts",
    fault: "value",
    expected: printedLike(mention, change),
    says: "与上年相比的变化不是这个数",
    ...base,
  };
}
