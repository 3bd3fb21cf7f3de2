import { learnReport } from "../core/learn/learn-report";
import type { LearnedReport } from "../core/learn/learned";
import { tell, textOf } from "../core/narrate/clause";
import { narrationOf, type Narration } from "../core/narrate/narration";
import { readProse } from "../core/read-prose/read-prose";
import type { Figure } from "../domain/figure";
import { measureWords } from "../definitions/measure-words";
import { parseTemplate } from "../definitions/parse-template";
import type { PreparedReport } from "./prepare-report";

/** 照去年的稿子学: proposals for a template that tells a finished text again, from the figures of its year. */
export function learnFromText(
  { definition, parameters }: PreparedReport,
  figures: ReadonlyMap<string, Figure>,
  text: string,
): LearnedReport {
  const words = new Set([...measureWords(definition.source.codes).values()].flat());
  const narration = narrationOf(definition, figures, parameters);
  const printer =
    (from: Narration) =>
    (template: string): string | undefined => {
      const parsed = parseTemplate(template, (word) => words.has(word));
      const told = parsed.ok ? tell(from, parsed.value) : undefined;
      return told?.withheld.length === 0 ? textOf(told.spans) : undefined;
    };
  return learnReport(readProse(text, [...words]), {
    definition,
    figures,
    parameters,
    tell: printer(narration),
    tellBlank: printer({ ...narration, isBlank: true }),
  });
}
