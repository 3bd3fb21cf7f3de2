import { narrate } from "../../../src/core/narrate/narrate";
import { exactFromCell } from "../../../src/domain/exact";
import { blockText } from "../../../src/domain/narrative";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { CompiledDefinition } from "../../../src/definitions/compiled";
import { parseDefinition } from "../../../src/definitions/definition.schema";
import { parametersOf } from "../../../src/definitions/parameters-of";
import { kindergartens } from "../../definitions/kindergartens";
import { figureOf, figuresOf } from "../../support/definition-builders";

const clause = (id: string, text: string, parts: object = {}) => ({
  id,
  level: "分句",
  text,
  status: "定稿",
  ...parts,
});

/** The clauses of a report that says of its target what there is to say. */
function definitionOf(next: object): CompiledDefinition {
  const parsed = parseDefinition({
    ...kindergartens,
    parameters: [...kindergartens.parameters, { use: "目标", name: "公办率", period: "2023年", value: "67%", ...next }],
    narrative: [
      clause("1", "公办率{公办率},{公办率:对目标}"),
      clause("2", "公办园占比偏低,与{公办率:目标}的目标有差距", { join: "。", when: "公办率<参数(公办率)" }),
      clause("3", "2023年公办率达到{公办率@明年:目标}", { join: "。" }),
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const compiled = compileDefinition(parsed.value, { parameters: [], rosterColumns: ["学段", "办别", "乡镇"] });
  if (!compiled.ok) throw new Error(compiled.problem.map(({ message }) => message).join("\n"));
  return compiled.value;
}

function told(rate: number, next: object = {}): string {
  const definition = definitionOf(next);
  const indicator = definition.indicators.get("公办率")?.indicator;
  if (!indicator) throw new Error("no such indicator");
  const figure = figureOf(indicator, { state: "number", value: exactFromCell(rate) }, [undefined]);
  return narrate(definition, figuresOf(figure), parametersOf(definition.source)).blocks.map(blockText).join("");
}

describe("a target that is missed", () => {
  it("offers its problem, and next year's target", () => {
    expect(told(0.621)).toBe(
      "公办率62.1%,低于市局65%的目标要求。公办园占比偏低,与65%的目标有差距。2023年公办率达到67%。",
    );
  });

  it("is no problem once it is reached, even to the last decimal", () => {
    expect(told(0.65)).toBe("公办率65%,达到市局65%的目标要求。2023年公办率达到67%。");
    expect(told(0.649999)).toContain("公办率64.99%,低于市局65%的目标要求。公办园占比偏低");
  });

  it("waits for a target nobody has set for next year", () => {
    expect(told(0.66, { period: "2024年" })).toBe("公办率66%,高于市局65%的目标要求。2023年公办率达到××。");
  });
});
