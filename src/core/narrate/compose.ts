import type { Block, Clause, Narrative, NarrativeNotice } from "../../domain/narrative";
import type { Diagnostic } from "../../formula/diagnostic";
import { diagnosticText } from "../../formula/diagnostic-text";
import type { CompiledNarrativeRow } from "../../definitions/compiled";
import type { NarrativeRow } from "../../definitions/definition";
import { nothingTold, sourcesOf, tell, textOf, undecided, undecidedTogether, type Telling } from "./clause";
import { decide } from "./condition";
import { headingNumbers, isHeading, type HeadingNumbers } from "./headings";
import type { Narration } from "./narration";
import { paragraphNotes } from "./paragraph-notes";
import { punctuate } from "./punctuation";
import { readinessOf } from "./readiness";
import { similarNames } from "./similar-names";
import { distinctReasons } from "./told";

/** A row as told; undefined when it drops. */
export type TellRow = (compiled: CompiledNarrativeRow) => Telling | undefined;

/** Puts the rows as told, in order, into headings and paragraphs. */
export function compose(narration: Narration, tellRow: TellRow): Narrative {
  const report = new Composition(narration);
  for (const compiled of narration.definition.narrative) {
    const { row } = compiled;
    const telling = row.depends !== undefined && !report.hasTold(row.depends) ? undefined : tellRow(compiled);
    if (row.level === "分句") report.addClause(compiled, telling);
    else if (isHeading(row.level)) report.addHeading(row, telling);
    else {
      report.beginParagraph(row, telling);
      report.addClause(compiled, telling);
    }
  }
  return report.finished();
}

/** A report as far as it has been told. */
class Composition {
  private readonly blocks: Block[] = [];
  private readonly notices: NarrativeNotice[] = [];
  private readonly told = new Set<string>();
  private readonly headings: HeadingNumbers;
  private readonly narration: Narration;
  private paragraph: Paragraph | undefined;

  constructor(narration: Narration) {
    this.narration = narration;
    this.headings = headingNumbers(narration.profile);
  }

  hasTold(id: string): boolean {
    return this.told.has(id);
  }

  addHeading(row: NarrativeRow, telling: Telling | undefined): void {
    const isFresh = this.paragraph?.clauses.length === 0;
    this.close();
    if (!telling) return;
    this.told.add(row.id);
    if (textOf(telling.spans) !== "")
      this.blocks.push(this.headings.number(row, telling.spans, this.blocks.at(-1), isFresh));
  }

  beginParagraph(row: NarrativeRow, telling: Telling | undefined): void {
    this.close();
    if (telling) this.told.add(row.id);
    this.paragraph = { id: row.id, isDropped: !telling, clauses: [] };
  }

  /** A clause below no paragraph begins one. */
  addClause(compiled: CompiledNarrativeRow, telling: Telling | undefined): void {
    const { id } = compiled.row;
    this.paragraph ??= { id, isDropped: false, clauses: [] };
    const { isDropped, clauses } = this.paragraph;
    if (!telling || isDropped || textOf(telling.spans) === "") return;
    this.told.add(id);
    const last = clauses.at(-1);
    const together = last && undecidedTogether(last.telling, telling);
    if (together) clauses.pop();
    const told = together ? { compiled: last.compiled, telling: together } : { compiled, telling };
    clauses.push({ ...told, clause: clauseOf(this.narration, told.compiled, told.telling, clauses.length === 0) });
  }

  finished(): Narrative {
    this.close();
    const { blocks, notices } = this;
    return { blocks, ...(notices.length > 0 ? { notices } : {}) };
  }

  private close(): void {
    const { paragraph } = this;
    this.paragraph = undefined;
    if (!paragraph || paragraph.clauses.length === 0) return;
    const block = paragraphBlock(this.narration, paragraph, this.blocks.at(-1));
    if (block.startsLine) this.headings.beginParagraph();
    this.blocks.push(block);
    this.notices.push(...noticesOf(this.narration, paragraph));
  }
}

interface Paragraph {
  readonly id: string;
  readonly isDropped: boolean;
  readonly clauses: {
    readonly compiled: CompiledNarrativeRow;
    readonly telling: Telling;
    readonly clause: Clause;
  }[];
}

function paragraphBlock(
  narration: Narration,
  { id, clauses }: Paragraph,
  above: Block | undefined,
): Extract<Block, { type: "paragraph" }> {
  const notes = paragraphNotes(
    narration,
    clauses.flatMap(({ telling }) => telling.facts),
    clauses.flatMap(({ telling }) => telling.coverage),
  );
  return {
    type: "paragraph",
    id,
    clauses: clauses.map(({ clause }) => clause),
    startsLine: above?.type !== "heading" || above.endsLine,
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function noticesOf({ figures, definition }: Narration, { clauses }: Paragraph): readonly NarrativeNotice[] {
  const indicators = clauses.flatMap(({ clause }) =>
    clause.spans
      .flatMap((span) => (span.type === "slot" ? span.figures : []))
      .flatMap((key) => definition.indicators.get(figures.get(key)?.indicator ?? "")?.indicator ?? [])
      .map((indicator) => ({ id: clause.id, indicator })),
  );
  const similar = similarNames(indicators.map(({ indicator }) => indicator)).map(([{ name }, notice]) =>
    noticeOf(indicators.find(({ indicator }) => indicator.name === name)?.id ?? "", notice),
  );
  return [
    ...clauses.flatMap(({ telling, clause }) => telling.notices.map((one) => noticeOf(clause.id, one))),
    ...similar,
  ];
}

const noticeOf = (clause: string, notice: Diagnostic): NarrativeNotice => ({
  code: notice.code,
  clause,
  message: diagnosticText(notice, "zh"),
});

export function tellRow(narration: Narration, { row, template, when }: CompiledNarrativeRow): Telling | undefined {
  if (row.status === "停用") return undefined;
  const decision = when && decide(narration, when);
  if (decision?.holds === false) return undefined;
  const telling =
    decision && decision.holds === undefined
      ? undecided(row.text, decision.reasons, decision.sources)
      : tell(narration, template);
  if (telling.withheld.length > 0 && row.ifMissing === "省略") return undefined;
  const conditionSources = [...new Set([...(decision?.sources ?? []), ...telling.conditionSources])];
  return { ...nothingTold, ...telling, conditionSources };
}

function clauseOf(
  { profile, estimates }: Narration,
  { row }: CompiledNarrativeRow,
  telling: Telling,
  isFirst: boolean,
): Clause {
  const reasons = distinctReasons([...telling.withheld, ...telling.waiting]);
  const isEstimate = [...sourcesOf(telling.spans), ...telling.conditionSources].some((key) => estimates.has(key));
  return {
    id: row.id,
    join: isFirst ? "" : punctuate(row.join, profile.punctuation),
    spans: telling.spans,
    status: row.status === "定稿" ? "定稿" : "草稿",
    readiness: readinessOf(reasons, { isPartial: telling.coverage.length > 0, isEstimate }),
    reasons,
    ...(row.owner === undefined ? {} : { owner: row.owner }),
    conditionSources: telling.conditionSources,
  };
}
