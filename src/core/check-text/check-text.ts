import type { Mention, Prose } from "../../domain/prose";
import type { NumberCheck, TextCheck } from "../../domain/text-check";
import { againstReport, type Comparison } from "./against-report";
import { innerIssues } from "./inner-issues";
import type { Issue } from "./inner/issue";
import type { ReportSources } from "./report-values";
import { asideSays } from "./says";

/**
 * A verdict for every number of a finished text. Without a report only what contradicts itself is found; with one each
 * number is first compared with the same clause of the report, then with the figure its words name.
 */
export const checkText = (prose: Prose, report?: ReportSources): TextCheck => textChecker(report)(prose);

/** The same for several texts against one report. */
export function textChecker(report?: ReportSources): (prose: Prose) => TextCheck {
  const compared = report ? againstReport(report) : () => new Map<number, Comparison>();
  return (prose) => verdicts(prose, compared(prose));
}

function verdicts(prose: Prose, byReport: ReadonlyMap<number, Comparison>): TextCheck {
  const issues = innerIssues(prose);
  const faults = issues.filter(({ weight }) => weight === "fault");
  const culprits = culpritsOf(faults, byReport);
  const numbers = prose.mentions.map((mention, index): NumberCheck => {
    const found = byReport.get(index);
    const issue = culprits.get(index);
    if (found?.verdict === "contradicts" || !issue) return { mention, ...(found ?? unknown(mention)) };
    return { ...found, mention, ...inconsistent(issue, index), provisional: found?.provisional ?? false };
  });
  const doubts = issues.filter(
    (issue) =>
      !issue.mentions.every((index) => isRight(byReport.get(index))) &&
      (issue.weight === "doubt" || issue.mentions.every((index) => culprits.get(index) !== issue)),
  );
  return { numbers, doubts: doubts.map(({ fault, mentions, says }) => ({ fault, mentions, says })) };
}

const inconsistent = ({ fault, says, expected, mentions }: Issue, index: number) => ({
  verdict: "inconsistent" as const,
  fault,
  says,
  ...(expected !== undefined && mentions[0] === index && { expected }),
});

const unknown = (mention: Mention): Comparison => {
  const aside = asideSays(mention);
  if (aside !== "") return { verdict: "not-a-figure", says: aside, provisional: false };
  const says = mention.sort === "mask" ? "这里还没有填数" : "在本轮指标和参数里没有找到";
  return { verdict: "no-source", says, provisional: false };
};

const isRight = (found: Comparison | undefined): boolean =>
  found?.verdict === "matches" || found?.verdict === "matches-rounded";

/** Of the numbers that cannot all be right, those the report has not already found right or wrong. One that is wrong by itself is wrong. */
function culpritsOf(faults: readonly Issue[], known: ReadonlyMap<number, Comparison>): ReadonlyMap<number, Issue> {
  const culprits = new Map<number, Issue>();
  for (const issue of faults) {
    if (issue.mentions.some((index) => known.get(index)?.verdict === "contradicts")) continue;
    for (const index of issue.mentions)
      if ((issue.mentions.length === 1 || !isRight(known.get(index))) && !culprits.has(index))
        culprits.set(index, issue);
  }
  return culprits;
}
