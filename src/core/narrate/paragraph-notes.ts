import { add, compare, zero, type Exact } from "../../domain/exact";
import type { Figure } from "../../domain/figure";
import { memberOf } from "./breakdown-text";
import { joint, type Narration } from "./narration";
import type { PrintedFact, Told } from "./told";

const roundingNote = "(因四舍五入,分项之和与合计可能略有出入)";

type Coverage = NonNullable<Told["partial"]>;

/** What is said once below a paragraph: that its rounded parts do not add up, and which of its figures lack schools. */
export function paragraphNotes(
  narration: Narration,
  facts: readonly PrintedFact[],
  coverage: readonly Coverage[],
): readonly string[] {
  return [
    ...(partsMiss(narration, facts) ? [roundingNote] : []),
    ...(narration.profile.coverageNote === "脚注" ? coverageNotes(coverage) : []),
  ].map((note) => joint(narration, note));
}

const coverageNotes = (coverage: readonly Coverage[]): readonly string[] => {
  const [least] = [...coverage].sort((a, b) => a.counted * b.expected - b.counted * a.expected);
  return least ? [`(部分数据含缺报,${String(least.counted)}/${String(least.expected)}所)`] : [];
};

/** Whether printed parts come to something else than the printed total they belong to. */
function partsMiss(narration: Narration, facts: readonly PrintedFact[]): boolean {
  const totals = facts.filter(({ fact }) => fact === "total");
  return totals.some((total) => {
    const sums = facts.filter((fact) => fact.fact === "parts" && fact.total === total.total);
    const differs = ({ printed }: { readonly printed: Exact }): boolean => compare(printed, total.printed) !== 0;
    return sums.some(differs) || sumsOfMembers(narration, total, totals).some(differs);
  });
}

/** The printed members of each group that are all told beside their whole, where they make it up exactly. */
function sumsOfMembers(
  { figures, definition }: Narration,
  whole: PrintedFact,
  told: readonly PrintedFact[],
): readonly { readonly printed: Exact }[] {
  if (told.filter(({ indicator: name }) => name === whole.indicator).length <= 2) return [];
  const figure = figures.get(whole.total);
  const indicator = definition.indicators.get(whole.indicator)?.indicator;
  if (figure?.value.state !== "number" || !indicator) return [];
  const { slice } = figure;
  const { value } = figure.value;
  const printedOf = new Map(told.map(({ total, printed }) => [total, printed]));
  return indicator.groupBy.flatMap((group) => {
    const members = [...figures.values()].filter(
      (member) => memberOf(member, { indicator, slice }, group) !== undefined && !isNothing(member),
    );
    const printed = members.map(({ key }) => printedOf.get(key));
    const known = printed.filter((part) => part !== undefined);
    const exact = members.flatMap((member) => (member.value.state === "number" ? [member.value.value] : []));
    const isWhole = known.length === members.length && members.length > 1 && compare(sumOf(exact), value) === 0;
    return isWhole ? [{ printed: sumOf(known) }] : [];
  });
}

const isNothing = ({ value }: Figure): boolean => value.state === "number" && value.value.numerator === 0n;
const sumOf = (values: readonly Exact[]): Exact => values.reduce(add, zero);
