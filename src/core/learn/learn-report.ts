import type { Mention, Prose } from "../../domain/prose";
import { candidatesOf, ranked, type Bound, type Candidate, type Scored } from "./candidates";
import { compoundsAt } from "./compounds";
import type { LearnedReport, LearnedSlot, LearnSources, UnboundNumber } from "./learned";
import { outlineRows } from "./outline-rows";
import { printing } from "./printing";
import { spellings } from "./spellings";

/** Below this the words say nothing; a value alone is no name. */
const leastScore = 0.3;
const sureScore = 0.65;
const clearMargin = 0.15;
/** Candidates that are tried for one number. */
const tried = 8;

/**
 * Makes last year's text into a template: for each number the slot that prints it to the character from that year's
 * figures, with how sure and why, and the text as draft rows. What no figure tells stays as words and is listed.
 */
export function learnReport(prose: Prose, sources: LearnSources): LearnedReport {
  const candidates = candidatesOf(sources);
  const known = new Map<number, Candidate>();
  const slots: LearnedSlot[] = [];
  const unbound: UnboundNumber[] = [];
  const taken = new Set<number>();
  for (const [index, mention] of prose.mentions.entries()) {
    if (taken.has(index)) continue;
    const learned = learnNumber(prose, index, candidates, known, sources);
    if (learned) {
      for (const place of learned.slot.mentions) {
        taken.add(place);
        if (learned.candidate) known.set(place, learned.candidate);
      }
      slots.push(learned.slot);
    } else if (mention.sort === "figure" || mention.sort === "mask")
      unbound.push({ mention: index, why: unboundSays(prose, mention, candidates) });
  }
  return { slots, unbound, rows: outlineRows(prose, slots) };
}

interface Learned {
  readonly slot: LearnedSlot;
  readonly candidate?: Candidate;
}

function learnNumber(
  prose: Prose,
  index: number,
  candidates: readonly Candidate[],
  known: ReadonlyMap<number, Candidate>,
  sources: LearnSources,
): Learned | undefined {
  const mention = prose.mentions[index];
  if (!mention) return undefined;
  if (mention.sort === "date") return learnYear(mention, index, sources);
  const bound = boundBefore(prose, index, known);
  if (mention.sort === "mask")
    return learnMask(index, mention, ranked(prose, mention, candidates, bound), bound, sources);
  if (mention.sort !== "figure") return undefined;
  for (const { at, mentions, candidate, slots } of compoundsAt(prose, index, candidates, known)) {
    const slot = printing(slots, prose.text.slice(at.start, at.end), sources.tell);
    if (slot !== undefined)
      return {
        slot: {
          at,
          mentions,
          slot,
          ...keysOf(candidate),
          sureness: "sure",
          why: `与“${candidate.name}”的句式和数都相符`,
        },
        candidate,
      };
  }
  return learnPlain(index, mention, ranked(prose, mention, candidates, bound), sources);
}

/** What the numbers before one were bound to, and the slice the last of its sentence was of. */
function boundBefore({ mentions, clauses }: Prose, index: number, known: ReadonlyMap<number, Candidate>): Bound {
  const sentence = clauses[mentions[index]?.clause ?? 0]?.sentence;
  const last = [...known].findLast(([place]) => clauses[mentions[place]?.clause ?? 0]?.sentence === sentence);
  return { refs: new Set([...known.values()].map(({ ref }) => ref)), members: last?.[1].members ?? [] };
}

const keysOf = ({ figures, parameters }: Candidate): Pick<LearnedSlot, "figures" | "parameters"> => ({
  figures,
  parameters,
});

function learnPlain(
  index: number,
  mention: Mention,
  list: readonly Scored[],
  sources: LearnSources,
): Learned | undefined {
  const printable = printableOf(mention, list, sources);
  const exact = printable.filter(({ isExact }) => isExact);
  const [best, next] = exact.length > 0 && (printable[0]?.score ?? 0) < leastScore ? exact : printable;
  const isAlone = isTelling(mention, exact.length > 0 ? exact.length : printable.length);
  if (!best || (best.score < leastScore && !isAlone)) return undefined;
  const { candidate, slot } = best;
  return {
    slot: { at: mention.at, mentions: [index], slot, ...keysOf(candidate), ...howSure(best, next, isAlone) },
    candidate,
  };
}

/** A mask is told by its words alone, so that nothing of it is sure. */
function learnMask(
  index: number,
  mention: Mention,
  list: readonly Scored[],
  { refs }: Bound,
  { tellBlank }: LearnSources,
): Learned | undefined {
  const shape = `形${mention.text.slice(mention.digitsAt.start - mention.at.start, mention.digitsAt.end - mention.at.start)}`;
  const [best, next] = list
    .filter(({ score }) => score >= leastScore)
    .slice(0, tried)
    .flatMap((scored) => {
      const { ref, measures } = scored.candidate;
      const slots = spellings(mention, measures).map((options) => `{${ref}:${`${options} ${shape}`.trimStart()}}`);
      const slot = printing(slots, mention.text, tellBlank);
      return slot === undefined ? [] : [{ ...scored, slot }];
    });
  if (!best) return undefined;
  const { candidate, slot, score } = best;
  const isNamed = score >= sureScore && score - (next?.score ?? 0) >= clearMargin && !refs.has(candidate.ref);
  const why = isNamed || !next ? "没有填数，名称、口径相近" : `没有填数，名称相近的还有“${next.candidate.ref}”`;
  return {
    slot: {
      at: mention.at,
      mentions: [index],
      slot,
      ...keysOf(candidate),
      sureness: isNamed ? "likely" : "guess",
      why,
    },
    candidate,
  };
}

function howSure(best: Scored, next: Scored | undefined, isAlone: boolean): Pick<LearnedSlot, "sureness" | "why"> {
  const isClear = best.score - (next?.score ?? 0) >= clearMargin;
  const sureness = isClear && best.score >= sureScore ? "sure" : isClear || isAlone ? "likely" : "guess";
  if (next && !isClear) return { sureness, why: `数相同的还有“${next.candidate.name}”` };
  return { sureness, why: best.score >= leastScore ? "名称、口径相近，数相同" : "只有这一个数相同" };
}

/** The likeliest of the candidates that print the number just so, each with the slot that does. */
function printableOf(mention: Mention, list: readonly Scored[], sources: LearnSources) {
  return list.slice(0, tried).flatMap((scored) => {
    const { ref, measures } = scored.candidate;
    const slots = spellings(mention, measures).map((options) => `{${ref}${options === "" ? "" : `:${options}`}}`);
    const slot = printing(slots, mention.text, sources.tell);
    return slot === undefined ? [] : [{ ...scored, slot }];
  });
}

/** A number of three digits and more that one candidate alone tells is hardly chance. */
const isTelling = ({ text }: Mention, count: number): boolean =>
  count === 1 && (text.match(/[0-9]/gu)?.length ?? 0) >= 3;

/** The report's own year and those named in the settings: `{年}年`, `{明年}年`. */
function learnYear({ text, at }: Mention, index: number, { definition, tell }: LearnSources): Learned | undefined {
  const year = /^(\d{4})年/u.exec(text)?.[1];
  const name = Object.keys(definition.source.profile.names).find(
    (one) => year !== undefined && tell(`{${one}}`) === year,
  );
  if (name === undefined) return undefined;
  const end = at.start + 4;
  return {
    slot: {
      at: { start: at.start, end },
      mentions: [index],
      slot: `{${name}}`,
      figures: [],
      parameters: [],
      sureness: "sure",
      why: `设置里的“${name}”`,
    },
  };
}

function unboundSays(prose: Prose, mention: Mention, candidates: readonly Candidate[]): string {
  if (mention.sort === "mask") return "没有填数，句子里也没有认得的指标名";
  const names = [...new Set(ranked(prose, mention, candidates).map(({ candidate }) => candidate.name))].slice(0, 3);
  return names.length === 0 ? "没有指标或参数是这个数" : `数相同的有“${names.join("”“")}”，但句子没有提到`;
}
