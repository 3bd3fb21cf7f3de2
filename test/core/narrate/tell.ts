import { narrate } from "../../../src/core/narrate/narrate";
import type { Figure } from "../../../src/domain/figure";
import { linesOf, blockText, type Clause, type Narrative } from "../../../src/domain/narrative";
import type { Parameter } from "../../../src/domain/parameter";
import type { Code, Indicator, NarrativeRow, Profile } from "../../../src/definitions/definition";
import { clauseRow, compiledOf, figureOf, figuresOf, indicatorOf, pastOf } from "../../support/definition-builders";

/** Figures, parameters and settings a sentence is told from. */
export interface World {
  readonly indicators: readonly Indicator[];
  readonly figures: readonly Figure[];
  readonly parameters?: readonly Parameter[];
  readonly codes?: readonly Code[];
  readonly profile?: Partial<Profile>;
  readonly period?: string;
}

export function narrativeOf(rows: readonly NarrativeRow[], world: World): Narrative {
  const definition = compiledOf({
    indicators: world.indicators,
    codes: world.codes ?? [],
    profile: world.profile ?? {},
    ...(world.period === undefined ? {} : { period: world.period }),
    narrative: rows,
  });
  return narrate(definition, figuresOf(...world.figures), world.parameters ?? []);
}

/** The lines of the report as printed. */
export const linesTold = (rows: readonly NarrativeRow[], world: World): readonly string[] =>
  linesOf(narrativeOf(rows, world)).map((line) => line.map(blockText).join(""));

/** One clause as printed, without its full stop. */
export const told = (text: string, world: World): string =>
  linesTold([clauseRow("1", text)], world)
    .join("\n")
    .replace(/。$/, "");

export function clauseOf(text: string, world: World, parts: Partial<NarrativeRow> = {}): Clause {
  const [block] = narrativeOf([clauseRow("1", text, parts)], world).blocks;
  const clause = block?.type === "paragraph" ? block.clauses[0] : undefined;
  if (!clause) throw new Error(`${text} is not told`);
  return clause;
}

/** One indicator with one value, and its value last year. */
export function one(
  name: string,
  value: string | number,
  parts: Partial<Indicator> = {},
  last?: string | number,
): World {
  const indicator = indicatorOf(name, parts);
  const parameters = last === undefined ? [] : [pastOf(name, "2021年", last)];
  return { indicators: [indicator], figures: [figureOf(indicator, value)], parameters };
}

/** Several worlds told together. */
export const worldOf = (...worlds: readonly World[]): World => ({
  indicators: worlds.flatMap(({ indicators }) => indicators),
  figures: worlds.flatMap(({ figures }) => figures),
  parameters: worlds.flatMap(({ parameters }) => parameters ?? []),
  codes: worlds.flatMap(({ codes }) => codes ?? []),
  profile: Object.assign({}, ...worlds.map(({ profile }) => profile ?? {})) as Partial<Profile>,
});

/** An indicator told for the members of one group, the whole first. */
export function grouped(
  name: string,
  group: string,
  whole: string | number,
  members: Readonly<Record<string, string | number>>,
  parts: Partial<Indicator> = {},
): World {
  const indicator = indicatorOf(name, { groupBy: [group], ...parts });
  const slices = Object.entries(members).map(([member, value]) => figureOf(indicator, value, [member]));
  return { indicators: [indicator], figures: [figureOf(indicator, whole, [undefined]), ...slices] };
}
