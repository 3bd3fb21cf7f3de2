import type { WithheldReason } from "../../domain/figure";
import type { Diagnostic } from "../../formula/diagnostic";
import type { Span } from "../../domain/narrative";
import type { Slot, Template, TemplatePart } from "../../definitions/template";
import { decide } from "./condition";
import type { Narration } from "./narration";
import { punctuate } from "./punctuation";
import { slotText } from "./slot-text";
import { distinctReasons, withheldMark, type PrintedFact, type Told } from "./told";

/** A template told: its pieces, and everything that bears on whether it may go out. */
export interface Telling {
  readonly spans: readonly Span[];
  readonly withheld: readonly WithheldReason[];
  /** Reasons why an optional piece was left out though its figure may still come. */
  readonly waiting: readonly WithheldReason[];
  /** Keys of figures and parameters read by conditions, choices and optionals. */
  readonly conditionSources: readonly string[];
  /** How many schools the figures that are told without some of them count. */
  readonly coverage: readonly NonNullable<Told["partial"]>[];
  readonly notices: readonly Diagnostic[];
  readonly facts: readonly PrintedFact[];
  /** Holds a number that is zero: an optional around it drops. */
  readonly hasZero: boolean;
}

export const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join("");

export function tell(narration: Narration, template: Template): Telling {
  return together(template.map((part) => tellPart(narration, part)));
}

function tellPart(narration: Narration, part: TemplatePart): Telling {
  switch (part.part) {
    case "words":
      return { ...nothingTold, spans: [{ type: "words", text: punctuate(part.text, narration.profile.punctuation) }] };
    case "slot":
      return tellSlot(narration, part);
    case "optional":
      return tellOptional(narration, part.body);
    case "choice":
      return tellChoice(narration, part);
  }
}

export const nothingTold: Telling = {
  spans: [],
  withheld: [],
  waiting: [],
  conditionSources: [],
  coverage: [],
  notices: [],
  facts: [],
  hasZero: false,
};

function together(parts: readonly Telling[]): Telling {
  return {
    spans: mergeWords(parts.flatMap(({ spans }) => spans)),
    withheld: distinctReasons(parts.flatMap(({ withheld }) => withheld)),
    waiting: distinctReasons(parts.flatMap(({ waiting }) => waiting)),
    conditionSources: [...new Set(parts.flatMap(({ conditionSources }) => conditionSources))],
    coverage: parts.flatMap(({ coverage }) => coverage),
    notices: parts.flatMap(({ notices }) => notices),
    facts: parts.flatMap(({ facts }) => facts),
    hasZero: parts.some(({ hasZero }) => hasZero),
  };
}

function mergeWords(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (span.type === "words" && last?.type === "words")
      merged[merged.length - 1] = { type: "words", text: last.text + span.text };
    else if (span.text !== "") merged.push(span);
  }
  return merged;
}

function tellSlot(narration: Narration, slot: Slot): Telling {
  const { text, figures, parameters, withheld, partial, isZero, notices = [], facts = [] } = slotText(narration, slot);
  const span: Span = {
    type: "slot",
    text,
    template: slot.text,
    figures,
    parameters,
    ...(withheld.length > 0 ? { withheld } : {}),
  };
  const coverage = partial ? [partial] : [];
  return { ...nothingTold, spans: [span], withheld, coverage, notices, facts, hasZero: isZero };
}

/** An optional that drops because schools are still missing is a sentence that may yet change: the clause waits too. */
function tellOptional(narration: Narration, body: Template): Telling {
  const told = tell(narration, body);
  const conditionSources = [...new Set([...told.conditionSources, ...sourcesOf(told.spans)])];
  if (told.withheld.length === 0 && !told.hasZero && textOf(told.spans) !== "") return { ...told, conditionSources };
  const waiting = [...told.waiting, ...told.withheld.filter(mayStillCome)];
  return { ...nothingTold, waiting, conditionSources };
}

const mayStillCome = ({ why }: WithheldReason): boolean =>
  why === "missing" || why === "blocked" || why === "undecided";

/** Keys of the figures and parameters that are printed. */
export const sourcesOf = (spans: readonly Span[]): readonly string[] =>
  spans.flatMap((span) => (span.type === "slot" ? [...span.figures, ...span.parameters] : []));

function tellChoice(narration: Narration, choice: Extract<TemplatePart, { part: "choice" }>): Telling {
  const decision = decide(narration, choice.condition);
  if (decision.holds === undefined) return undecided(`[?${choice.conditionText}]`, decision.reasons, decision.sources);
  const told = decision.holds ? tell(narration, choice.then) : tell(narration, choice.otherwise ?? []);
  return { ...told, conditionSources: [...decision.sources, ...told.conditionSources] };
}

/**
 * Two clauses side by side of which neither prints more than ××, one of them because its condition cannot be decided:
 * “较上年××，××，××” reads as three numbers to come, though perhaps none of the words will be said. They stand as one ××
 * that waits for all of it; each prints its own again once it is known what it says. Undefined for other clauses.
 */
export function undecidedTogether(one: Telling, other: Telling): Telling | undefined {
  const tellings = [one, other];
  if (!tellings.every(isBare) || !tellings.some(({ withheld }) => withheld.some(({ why }) => why === "undecided")))
    return undefined;
  const both = together(tellings);
  const slots = both.spans.flatMap((span) => (span.type === "slot" ? [span] : []));
  const span: Span = {
    type: "slot",
    text: withheldMark,
    template: slots.map(({ template }) => template).join(""),
    figures: slots.flatMap(({ figures }) => figures),
    parameters: slots.flatMap(({ parameters }) => parameters),
    withheld: both.withheld,
  };
  return { ...both, spans: [span] };
}

const isBare = ({ spans }: Telling): boolean => textOf(spans) === withheldMark;

/** What stands in place of words nobody can yet know to be true. */
export function undecided(
  template: string,
  reasons: readonly WithheldReason[],
  conditionSources: readonly string[],
): Telling {
  const withheld = distinctReasons([{ why: "undecided" }, ...reasons]);
  const span: Span = { type: "slot", text: withheldMark, template, figures: [], parameters: [], withheld };
  return { ...nothingTold, spans: [span], withheld, conditionSources };
}
