import type { Clause } from "../../src/domain/narrative";
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

it("names the clauses that print a figure or decide by it, each once, in the order of the report", () => {
  const clauses = [clause("C1", ["在校生数", "在校生数"]), clause("C2", ["生师比"]), clause("C3", [], ["在校生数"])];
  const byFigure = clausesByFigure({ blocks: [{ type: "paragraph", id: "P", startsLine: true, clauses }] });
  expect(byFigure.get("在校生数")).toEqual([
    { id: "C1", text: "C111" },
    { id: "C3", text: "C3" },
  ]);
  expect(byFigure.get("校舍面积")).toBeUndefined();
});
