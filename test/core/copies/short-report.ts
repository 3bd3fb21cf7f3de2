import type { Block, Clause, Narrative } from "../../../src/domain/narrative";

/** A clause of words and one number: its slot, and what it prints. */
export const said = (id: string, words: string, [template, text]: readonly [string, string]): Clause => ({
  id,
  join: "",
  spans: [
    { type: "words", text: words },
    { type: "slot", text, template, figures: [template.slice(1, -1)], parameters: [] },
  ],
  status: "定稿",
  readiness: "ready",
  reasons: [],
  conditionSources: [],
});

export const paragraph = (id: string, ...clauses: readonly Clause[]): Block => ({
  type: "paragraph",
  id,
  startsLine: true,
  clauses,
});

export const report = (...blocks: readonly Block[]): Narrative => ({ blocks });
