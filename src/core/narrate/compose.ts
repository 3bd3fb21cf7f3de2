import type { Block, Clause } from "../../domain/narrative";
import type { CompiledNarrativeRow } from "../../definitions/compiled";
import type { Profile } from "../../definitions/definition";
import { nothingTold, tell, textOf, undecided, type Telling } from "./clause";
import { decide } from "./condition";
import { headingNumbers, isHeading } from "./headings";
import type { Narration } from "./narration";
import { punctuate } from "./punctuation";
import { readinessOf } from "./readiness";
import { distinctReasons } from "./told";

/** A row as told; undefined when it drops. */
export type TellRow = (compiled: CompiledNarrativeRow) => Telling | undefined;

/** Puts the rows as told, in order, into headings and paragraphs. */
export function compose({ definition, profile }: Narration, tellRow: TellRow): readonly Block[] {
  const blocks: Block[] = [];
  const heading = headingNumbers(profile);
  const told = new Set<string>();
  let paragraph: Paragraph | undefined;
  const close = (): void => {
    if (paragraph && paragraph.clauses.length > 0) blocks.push(paragraphBlock(paragraph, blocks.at(-1)));
    paragraph = undefined;
  };
  for (const compiled of definition.narrative) {
    const { row } = compiled;
    const dropped = row.depends !== undefined && !told.has(row.depends);
    const telling = dropped ? undefined : tellRow(compiled);
    if (row.level !== "分句") close();
    if (telling && row.level !== "分句") told.add(row.id);
    if (isHeading(row.level)) {
      if (telling && textOf(telling.spans) !== "") blocks.push(heading(row, textOf(telling.spans), blocks.at(-1)));
      continue;
    }
    if (row.level === "段") paragraph = { id: row.id, isDropped: !telling, clauses: [] };
    paragraph ??= { id: row.id, isDropped: false, clauses: [] };
    if (!telling || paragraph.isDropped || textOf(telling.spans) === "") continue;
    told.add(row.id);
    paragraph.clauses.push(clauseOf(profile, compiled, telling, paragraph.clauses.length === 0));
  }
  close();
  return blocks;
}

interface Paragraph {
  readonly id: string;
  readonly isDropped: boolean;
  readonly clauses: Clause[];
}

const paragraphBlock = ({ id, clauses }: Paragraph, above: Block | undefined): Block => ({
  type: "paragraph",
  id,
  clauses,
  startsLine: above?.type !== "heading" || above.endsLine,
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

function clauseOf(profile: Profile, { row }: CompiledNarrativeRow, telling: Telling, isFirst: boolean): Clause {
  const reasons = distinctReasons([...telling.withheld, ...telling.waiting]);
  return {
    id: row.id,
    join: isFirst ? "" : punctuate(row.join, profile.punctuation),
    spans: telling.spans,
    status: row.status === "定稿" ? "定稿" : "草稿",
    readiness: readinessOf(reasons, telling.isPartial),
    reasons,
    ...(row.owner === undefined ? {} : { owner: row.owner }),
    conditionSources: telling.conditionSources,
  };
}
