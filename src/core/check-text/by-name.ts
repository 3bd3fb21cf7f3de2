import type { Mention, Prose } from "../../domain/prose";
import type { Binding, NumberCheck } from "../../domain/text-check";
import { agreement, isTold, type Told } from "../../domain/printed-number";
import { directionOf } from "./directions";
import type { Outcome } from "./compare-number";
import { changeSince, findByName, type Change, type NamedValue } from "./names";
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
    if (tellsChange(mention)) {
      const change = changeByName(prose, index, known, report);
      if (change || comparing.test(mention.before)) return change;
    }
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

/** `较上年增加69人` after a number that is known, `增长0.45%` after that: the change of its figure since last year. */
function changeByName(
  prose: Prose,
  index: number,
  known: ReadonlyMap<number, NamedComparison>,
  { figures }: ReportSources,
): NamedComparison | undefined {
  const mention = prose.mentions[index];
  if (!mention || !isTold(mention) || !(comparing.test(mention.before) || followsChange(prose, index)))
    return undefined;
  const level = known.get(index - 1)?.binding;
  const [key] = level?.figures ?? [];
  const figure = level?.figures.length === 1 && key !== undefined ? figures.get(key) : undefined;
  const change = figure && changeSince(figure, mention.unit);
  return (
    change && {
      ...againstChange(mention, change),
      binding: { by: "name", figures: [figure.key], parameters: [] },
      provisional: figure.partial,
    }
  );
}

function againstChange(mention: Told, { size, direction }: Change): Outcome {
  const how = agreement(mention, size);
  const wrong = { verdict: "contradicts" as const, expected: printedLike(mention, size) };
  if (how === "none") return { ...wrong, fault: "value", says: "与上年相比的变化不是这个数" };
  if (direction !== undefined && directionOf(mention.before) !== direction)
    return { ...wrong, fault: "direction", says: "增减方向写反了" };
  return { verdict: how === "exact" ? "matches" : "matches-rounded", says: "" };
}

/** The number before it in its sentence tells a change. */
function followsChange({ mentions, clauses }: Prose, index: number): boolean {
  const [previous, mention] = [mentions[index - 1], mentions[index]];
  if (!previous || !mention || !comparing.test(previous.before) || !tellsChange(previous)) return false;
  return clauses[previous.clause]?.sentence === clauses[mention.clause]?.sentence;
}

const comparing = /[较比]|同比/u;
/** 提高到 tells where a change ends. */
const ending = /[到至为]\s*$/u;
const tellsChange = ({ before }: Mention): boolean => directionOf(before) !== undefined && !ending.test(before);
