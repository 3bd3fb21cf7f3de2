import { agreement, isTold } from "../../domain/printed-number";
import type { Exact } from "../../domain/exact";
import type { Figure } from "../../domain/figure";
import type { Narrative } from "../../domain/narrative";
import { parameterKey, type Parameter } from "../../domain/parameter";
import type { Mention, Prose } from "../../domain/prose";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { OwnNumber, Passage } from "./own-numbers";
import { pastValues } from "./past-values";

/** The report a text is checked against. */
export interface ReportSources {
  readonly definition: CompiledDefinition;
  readonly narrative: Narrative;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly parameters: readonly Parameter[];
  /** What earlier runs told, the latest first. */
  readonly earlier?: readonly { readonly run: number; readonly narrative: Narrative }[];
  /** Reads a text into its numbers. */
  readonly read: (text: string) => Prose;
}

/** A value the number of a slot may stand for. */
interface SourceValue {
  readonly value: Exact;
  /** 上年, 2015年; absent for the value of the report period. */
  readonly past?: string;
}

export interface ReportValues {
  /** The unrounded value one of our own numbers was printed from; undefined for sizes of changes and the like. */
  readonly exactOf: (own: OwnNumber) => Exact | undefined;
  /** The past value of the same figure a number tells. */
  readonly pastTold: (own: OwnNumber, mention: Mention) => string | undefined;
  /** Another slice of the same indicator a number tells. */
  readonly sliceTold: (own: OwnNumber, mention: Mention) => Figure | undefined;
  /** The earlier run whose number this is. */
  readonly runTold: (own: OwnNumber, mention: Mention) => number | undefined;
  readonly isProvisional: (own: OwnNumber) => boolean;
}

export function reportValues(sources: ReportSources): ReportValues {
  const { figures, earlier = [], read } = sources;
  const parameters = new Map(sources.parameters.map((row) => [parameterKey(row), row]));
  const figuresOf = ({ slot }: OwnNumber): readonly Figure[] =>
    (slot?.figures ?? []).flatMap((key) => figures.get(key) ?? []);
  const valuesOf = (own: OwnNumber): readonly SourceValue[] => [
    ...figuresOf(own).flatMap(valuesOfFigure),
    ...(own.slot?.parameters ?? []).flatMap((key) => {
      const value = parameters.get(key)?.value;
      return value?.type === "number" ? [{ value: value.value }] : [];
    }),
  ];
  const exactOf: ReportValues["exactOf"] = (own) =>
    isTold(own.mention) ? valuesOf(own).find(({ value }) => tells(own.mention, value))?.value : undefined;
  return {
    exactOf,
    pastTold: (own, mention) =>
      valuesOf(own).find(({ value, past }) => past !== undefined && tells(mention, value))?.past,
    sliceTold: (own, mention) => {
      const [figure] = figuresOf(own);
      if (!figure || own.slot?.figures.length !== 1) return undefined;
      return [...figures.values()].find(
        ({ indicator, key, value }) =>
          indicator === figure.indicator &&
          key !== figure.key &&
          value.state === "number" &&
          tells(mention, value.value),
      );
    },
    runTold: (own, mention) => earlier.find(({ narrative }) => toldThen(narrative, own, mention, read))?.run,
    isProvisional: (own) =>
      (own.passage && "readiness" in own.passage && own.passage.readiness === "partial-coverage") ||
      figuresOf(own).some(({ partial, coverage }) => partial || coverage.counted < coverage.expected),
  };
}

const valuesOfFigure = (figure: Figure): readonly SourceValue[] => [
  ...(figure.value.state === "number" ? [{ value: figure.value.value }] : []),
  ...pastValues(figure).map(({ value, label }) => ({ value, past: label })),
  ...(figure.target ? [{ value: figure.target.value }] : []),
];

/** A unit may be wrong and the number still be that value: only the number is asked. */
const tells = (mention: Mention, value: Exact): boolean => isTold(mention) && agreement(mention, value) !== "none";

/** Whether an earlier run printed this number where we now print another one. */
function toldThen(narrative: Narrative, own: OwnNumber, mention: Mention, read: ReportSources["read"]): boolean {
  const passage = narrative.blocks
    .flatMap((block): readonly Passage[] => (block.type === "paragraph" ? block.clauses : [block]))
    .find(({ id }) => id === own.passage?.id);
  if (!passage || mention.value === undefined) return false;
  const then = read(passage.spans.map(({ text }) => text).join("")).mentions[own.place];
  return then?.value !== undefined && then.text.trim() === mention.text.trim();
}
