import { checkText } from "../core/check-text/check-text";
import type { DistrictReport } from "../core/build-report";
import { readProse } from "../core/read-prose/read-prose";
import type { Narrative } from "../domain/narrative";
import type { NumberVerdict } from "../domain/text-check";
import { measureWords } from "../definitions/measure-words";
import { checkAnnex, partAtAnnex } from "./check-annex";
import { documentAnnex } from "./document-annex";
import type { PastedNumber } from "./pasted-number";
import type { PreparedReport } from "./prepare-report";

/** 回贴核对 of a text: every number of it once, and what the text says against itself. */
export interface PastedCheck {
  readonly counts: Readonly<Record<NumberVerdict, number>>;
  readonly numbers: readonly PastedNumber[];
  /** Worth a second look though no number of it is wrong. */
  readonly doubts: readonly string[];
}

export interface EarlierNarrative {
  readonly run: number;
  readonly narrative: Narrative;
}

/** @param earlier runs whose numbers the text may still hold, latest first */
export function checkPastedText(
  prepared: PreparedReport,
  report: Pick<DistrictReport, "narrative" | "figures">,
  text: string,
  earlier: readonly EarlierNarrative[] = [],
): PastedCheck {
  const { definition, parameters } = prepared;
  const { narrative, figures } = report;
  const words = [...measureWords(definition.source.codes).values()].flat();
  const read = (some: string) => readProse(some, words);
  const tables = documentAnnex(prepared, report);
  const { body, annex } = partAtAnnex(text, tables);
  const prose = read(body);
  const { numbers, doubts } = checkText(prose, { definition, narrative, figures, parameters, earlier, read });
  const counts: Record<NumberVerdict, number> = {
    matches: 0,
    "matches-rounded": 0,
    contradicts: 0,
    inconsistent: 0,
    "no-source": 0,
    "not-a-figure": 0,
  };
  const inText = numbers.map(({ mention, verdict, fault, expected, says, binding, provisional }): PastedNumber => {
    const clause = prose.clauses[mention.clause]?.at ?? mention.at;
    return {
      verdict,
      ...(fault !== undefined && { fault }),
      printed: body.slice(mention.at.start, mention.at.end),
      before: body.slice(clause.start, mention.at.start),
      after: body.slice(mention.at.end, clause.end),
      paragraph: prose.paragraphs[mention.paragraph]?.number ?? 1,
      ...(expected !== undefined && { expected }),
      says,
      figures: binding?.figures ?? [],
      parameters: binding?.parameters ?? [],
      provisional,
    };
  });
  const all = [...inText, ...checkAnnex(annex, tables, prose.paragraphs.length)];
  for (const { verdict } of all) counts[verdict] += 1;
  return { counts, doubts: doubts.map(({ says }) => says), numbers: all };
}

/** Verdicts that a person has to look at, gravest first. */
const doubtfulVerdicts = ["contradicts", "inconsistent", "no-source"] as const;

/** 改正清单: what to put right in the text, one line a number. */
export function correctionList({ numbers, doubts }: PastedCheck): string {
  const lines = doubtfulVerdicts.flatMap((wanted) =>
    numbers.filter(({ verdict }) => verdict === wanted).map(correctionLine),
  );
  return [...lines, ...doubts].map((line, index) => `${String(index + 1)}. ${line}`).join("\n");
}

const correctionLine = ({ paragraph, before, printed, after, expected, says }: PastedNumber): string =>
  `第${String(paragraph)}段“${before}${printed}${after}”：${says}${expected === undefined ? "" : `，应为${expected}`}`;
