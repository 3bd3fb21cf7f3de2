import type { Block, Clause } from "../../src/domain/narrative";
import { clausesByFigure } from "../../src/usecases/clauses-by-figure";

const clause = (id: string, figures: readonly string[], conditionSources: readonly string[] = []): Clause => ({
  id,
  join: "",
  spans: [
    { type: "words", text: id },
    ...figures.map((key) => ({
      type: "slot" as const,
      text: "1",
      template: `{${key}}`,
      figures: [key],
      parameters: [],
    })),
  ],
  status: "定稿",
  readiness: "ready",
  reasons: [],
  conditionSources,
});

it("names the clauses and headings that print a figure or decide by it, each once, in the order of the report", () => {
  const heading: Block = {
    type: "heading",
    id: "H",
    level: 1,
    number: "一、",
    text: "H1",
    spans: clause("H", ["在校生数"]).spans,
    startsLine: true,
    endsLine: true,
  };
  const clauses = [clause("C1", ["在校生数", "在校生数"]), clause("C2", ["生师比"]), clause("C3", [], ["在校生数"])];
  const byFigure = clausesByFigure({ blocks: [heading, { type: "paragraph", id: "P", startsLine: true, clauses }] });
  expect(byFigure.get("在校生数")).toEqual([
    { id: "H", text: "H1" },
    { id: "C1", text: "C111" },
    { id: "C3", text: "C3" },
  ]);
  expect(byFigure.get("校舍面积")).toBeUndefined();
});
