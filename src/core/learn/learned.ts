import type { Figure } from "../../domain/figure";
import type { Parameter } from "../../domain/parameter";
import type { TextExtent } from "../../domain/prose";
import type { CompiledDefinition } from "../../definitions/compiled";
import type { NarrativeRow } from "../../definitions/definition";

/** What a text is learned with: the definition, and the figures and parameters of the year the text tells. */
export interface LearnSources {
  readonly definition: CompiledDefinition;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly parameters: readonly Parameter[];
  /** Prints a template from those figures; undefined when it is no template or something in it is withheld. */
  readonly tell: (template: string) => string | undefined;
  /** Prints it as the blank form does, with 形 in place of the numbers. */
  readonly tellBlank: (template: string) => string | undefined;
}

/** A piece of the text that a slot prints to the character. */
export interface LearnedSlot {
  /** What of the text the slot takes the place of; with a comparison its words too. */
  readonly at: TextExtent;
  /** Indexes of the numbers it prints. */
  readonly mentions: readonly number[];
  /** `{培训人次数:取千 余}`. */
  readonly slot: string;
  readonly figures: readonly string[];
  readonly parameters: readonly string[];
  /** sure: called by its name. likely: by some of its words, or by a value no other has. guess: a person must say. */
  readonly sureness: "sure" | "likely" | "guess";
  readonly why: string;
}

/** A number that no figure or parameter tells, or a mask that nothing names. */
export interface UnboundNumber {
  readonly mention: number;
  readonly why: string;
}

/** Proposals; nothing of it is in force until a person takes it over. */
export interface LearnedReport {
  readonly slots: readonly LearnedSlot[];
  readonly unbound: readonly UnboundNumber[];
  /** The text as rows of 方案·文稿, all 草稿. */
  readonly rows: readonly NarrativeRow[];
}
