import type { Exact } from "../../domain/exact";
import type { Figure } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { Profile } from "../../definitions/definition";
import { measureWords, type MeasureWords } from "../../definitions/measure-words";
import { namedValues, type NamedValues } from "../../definitions/named-values";
import type { SlotOptions } from "../../definitions/template";
import type { Mask } from "./number-text";
import { estimates } from "./estimates";
import { thresholds } from "./thresholds";
import { punctuate } from "./punctuation";

/** What every part of the telling looks at. */
export interface Narration {
  readonly definition: CompiledDefinition;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly named: NamedValues;
  readonly words: MeasureWords;
  readonly profile: Profile;
  /** There are no figures yet: every clause is told, with 形 in place of its numbers. */
  readonly isBlank: boolean;
  /** Keys of the figures and parameters that rest on an estimate. */
  readonly estimates: ReadonlySet<string>;
  readonly comparable: ComparableOf;
  /** Numbers the report's conditions set an indicator beside, by its name. */
  readonly thresholds: ReadonlyMap<string, readonly Exact[]>;
}

/** A figure of both years over the schools that were there in both; undefined where that cannot be told. */
export type ComparableOf = (figure: Figure) => { readonly thisYear: Exact; readonly lastYear: Exact } | undefined;

export function narrationOf(
  definition: CompiledDefinition,
  figures: ReadonlyMap<string, Figure>,
  parameters: readonly Parameter[],
  comparable: ComparableOf = () => undefined,
): Narration {
  const { codes, profile } = definition.source;
  const named = namedValues(definition, figures, parameters);
  return {
    definition,
    figures,
    named,
    words: measureWords(codes),
    profile,
    isBlank: false,
    estimates: estimates(figures, parameters),
    comparable,
    thresholds: thresholds(definition, named),
  };
}

/** Punctuation we put in ourselves, in the width of the report. */
export const joint = ({ profile }: Narration, mark: string): string => punctuate(mark, profile.punctuation);

/** 隐 hides one slot of an open report, 明 opens one slot of a masked one. */
export function maskOf({ profile }: Narration, { mask }: SlotOptions): Mask {
  if (mask === "明") return "无";
  return mask === "隐" && profile.mask === "无" ? "统一" : profile.mask;
}
