import type { Mention, Prose } from "../../domain/prose";
import type { Binding, NumberCheck } from "../../domain/text-check";
import { alignClauses } from "./align-clauses";
import { nameComparison } from "./by-name";
import { compareNumber, type Outcome } from "./compare-number";
import { ownText, type OwnNumber } from "./own-numbers";
import { pairNumbers } from "./pair-numbers";
import { reportValues, type ReportSources } from "./report-values";
import { scopeChange, scopeWords, type ScopeChange } from "./scope-words";
import { isFigure, mentionsByClause } from "./wording";

/** What comparing a number with the report gave. */
export type Comparison = Omit<NumberCheck, "mention">;

/**
 * Compares every number of a text with the report, by index of its mention: first with the same clause of the report,
 * then with what its words name. Numbers that nothing is known of are left out.
 */
export function againstReport(report: ReportSources): (prose: Prose) => ReadonlyMap<number, Comparison> {
  const byClause = clauseComparison(report);
  const byName = nameComparison(report);
  return (prose) => {
    const found = new Map(byClause(prose));
    for (const [index, mention] of prose.mentions.entries()) {
      const named = found.has(index) || mention.sort !== "figure" ? undefined : byName(prose, index, found);
      if (named) found.set(index, named);
    }
    return found;
  };
}

type ByClause = (prose: Prose) => readonly (readonly [number, Comparison])[];

function clauseComparison(report: ReportSources): ByClause {
  const own = ownText(report.narrative, report.read);
  const values = reportValues(report);
  const words = scopeWords(report.definition);
  const align = alignClauses(own.prose);
  const ours = mentionsByClause(own.prose);
  return (prose) => {
    const pasted = mentionsByClause(prose);
    return align(prose).flatMap((match, clause) => {
      if (match === undefined) return [];
      const here = (pasted[clause] ?? []).filter((index) => prose.mentions[index]?.sort !== "heading");
      const there = (ours[match] ?? []).filter((index) => own.prose.mentions[index]?.sort !== "heading");
      const mentionAt = (text: Prose, list: readonly number[]): readonly Mention[] =>
        list.flatMap((index) => text.mentions[index] ?? []);
      const scope = scopeChange(clauseText(prose, clause), clauseText(own.prose, match), words);
      return pairNumbers(mentionAt(prose, here), mentionAt(own.prose, there)).flatMap(([left, right]) => {
        const [index, number] = [here[left] ?? -1, own.numbers[there[right] ?? -1]];
        const mention = prose.mentions[index];
        if (!mention || !number) return [];
        const told = compareNumber(mention, number, values);
        const outcome: Outcome =
          scope && isFigure(mention) && told.verdict.startsWith("matches") ? otherScope(scope, told) : told;
        return [[index, { ...outcome, ...binding(number), provisional: values.isProvisional(number) }] as const];
      });
    });
  };
}

const clauseText = ({ text, clauses }: Prose, clause: number): string => {
  const at = clauses[clause]?.at;
  return at ? text.slice(at.start, at.end) : "";
};

const otherScope = ({ told, expected }: ScopeChange, outcome: Outcome): Outcome => ({
  ...outcome,
  verdict: "contradicts",
  fault: "scope",
  says: `这是“${expected}”的数，文字写的是“${told}”`,
});

const binding = ({ passage, slot }: OwnNumber): { readonly binding?: Binding } =>
  passage
    ? {
        binding: { by: "clause", figures: slot?.figures ?? [], parameters: slot?.parameters ?? [], clause: passage.id },
      }
    : {};
