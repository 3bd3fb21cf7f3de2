import { clauseText } from "../../src/domain/narrative";
import type { Parameter } from "../../src/domain/parameter";
import { narrate } from "../../src/core/narrate/narrate";
import { loadBuiltin } from "../../src/definitions/builtin";
import { compileDefinition } from "../../src/definitions/compile-definition";
import { parametersOf } from "../../src/definitions/parameters-of";
import { figureOf, figuresOf, parameterOf, pastOf } from "../support/definition-builders";

/** What is known when a clause is told; nothing else is. */
export interface Known {
  readonly figures: Readonly<Record<string, number>>;
  readonly lastYear?: Readonly<Record<string, number>>;
  readonly texts?: Readonly<Record<string, string>>;
}

/**
 * Tells single clauses of a built-in definition; undefined when the clause drops.
 * @param rosterColumns columns of the roster the definition asks for
 */
export function clauseTeller(
  builtin: string,
  rosterColumns: readonly string[],
  lastYear: string,
): (clause: string, known: Known) => string | undefined {
  const loaded = loadBuiltin(builtin);
  const compiled = loaded.ok ? compileDefinition(loaded.value, { parameters: [], rosterColumns }) : loaded;
  if (!compiled.ok) throw new Error(compiled.problem.map(({ message }) => message).join("\n"));
  const definition = compiled.value;
  return (id, { figures, lastYear: past = {}, texts = {} }) => {
    const told = Object.entries(figures).map(([name, value]) => {
      const indicator = definition.indicators.get(name)?.indicator;
      if (!indicator) throw new Error(`no indicator ${name}`);
      return figureOf(indicator, value);
    });
    const parameters: readonly Parameter[] = [
      ...parametersOf(definition.source),
      ...Object.entries(past).map(([name, value]) => pastOf(name, lastYear, value)),
      ...Object.entries(texts).map(([name, text]) =>
        parameterOf("文字", name, text, { period: definition.source.period }),
      ),
    ];
    const clause = narrate(definition, figuresOf(...told), parameters)
      .blocks.flatMap((block) => (block.type === "paragraph" ? block.clauses : []))
      .find((one) => one.id === id);
    return clause && clauseText(clause);
  };
}
