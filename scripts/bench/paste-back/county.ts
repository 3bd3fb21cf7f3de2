import { add, fraction, isInteger, multiply, round, type Exact } from "../../../src/domain/exact";
import type { Figure } from "../../../src/domain/figure";
import { blockText, linesOf, type Narrative } from "../../../src/domain/narrative";
import type { Prose } from "../../../src/domain/prose";
import type { NarrativeRow } from "../../../src/definitions/definition";
import { compileDefinition } from "../../../src/definitions/compile-definition";
import type { ReportSources } from "../../../src/core/check-text/report-values";
import { narrate } from "../../../src/core/narrate/narrate";
import { readProse } from "../../../src/core/read-prose/read-prose";
import { draftOf, readSample, type Sample } from "../../../test/support/sample-county";

/** A report without faults, and its text as it would be pasted. */
export interface County {
  readonly sample: Sample;
  readonly report: ReportSources;
  readonly text: string;
  readonly prose: Prose;
}

const textOf = (narrative: Narrative): string =>
  linesOf(narrative)
    .map((line) => line.map(blockText).join(""))
    .join("\n");

/**
 * The county's report with a closing part that compares indicators with last year, as the published one hardly does, and
 * what an earlier run told of other numbers.
 */
export function county(): County {
  const sample = comparing(readSample("wenshang-2022"));
  const { definition, parameters } = sample;
  const { figures, narrative } = draftOf(sample);
  const earlier = narrate(definition, otherwise(figures), parameters);
  const report = {
    definition,
    figures,
    narrative,
    parameters,
    earlier: [{ run: 1, narrative: earlier }],
    read: readProse,
  };
  const text = textOf(narrative);
  return { sample, report, text, prose: readProse(text) };
}

/** The figures before some corrections: a few in a hundred more. */
const otherwise = (figures: ReadonlyMap<string, Figure>): ReadonlyMap<string, Figure> =>
  new Map(
    [...figures].map(([key, figure], index) => {
      const { value } = figure;
      if (value.state !== "number") return [key, figure];
      return [key, { ...figure, value: { ...value, value: grown(value.value, BigInt(3 + (index % 5))) } }];
    }),
  );

function grown(value: Exact, percent: bigint): Exact {
  const more = multiply(value, fraction(100n + percent, 100n));
  return isInteger(value) ? add(round(more, 0), fraction(1n, 1n)) : more;
}

function comparing(sample: Sample): Sample {
  const { definition, parameters, schools } = sample;
  const compared = [...definition.indicators.values()].filter(
    ({ indicator }) =>
      ["量", "率", "均值"].includes(indicator.kind) &&
      parameters.some(
        ({ use, name, key1, period }) =>
          use === "历史" && name === indicator.name && key1 === undefined && period === "2021年",
      ),
  );
  const rows = compared.map(({ indicator: { name, kind } }, index): NarrativeRow => {
    const text = `全县${name}{${name}},{${name}:${kind === "率" ? "较上年" : "比上年"}}${kind === "率" ? "" : `,{${name}:同比增长}`}`;
    return { id: `比-${String(2 * index)}`, level: "分句", join: "。", text, ifMissing: "印××", status: "定稿" };
  });
  const ends = compared.map(({ indicator: { name } }, index): NarrativeRow => {
    const text = `全县${name}{${name}:由上年 提高到}`;
    return { id: `比-${String(2 * index + 1)}`, level: "分句", join: "。", text, ifMissing: "印××", status: "定稿" };
  });
  const heading: NarrativeRow = {
    id: "比",
    level: "一级",
    join: "",
    text: "与上年比较",
    ifMissing: "印××",
    status: "定稿",
  };
  const rosterColumns = [...new Set(schools.flatMap(({ attributes }) => Object.keys(attributes)))];
  const source = { ...definition.source, narrative: [...definition.source.narrative, heading, ...rows, ...ends] };
  const compiled = compileDefinition(source, { parameters, rosterColumns });
  if (!compiled.ok) throw new Error(compiled.problem.map(({ where, message }) => `${where} ${message}`).join("\n"));
  return { ...sample, definition: compiled.value };
}
