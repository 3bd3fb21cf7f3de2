import { agreement, isTold, type Agreement } from "../../domain/printed-number";
import type { Exact } from "../../domain/exact";
import type { Figure, FigureKind } from "../../domain/figure";
import { parameterKey } from "../../domain/parameter";
import { familyOf, measureWords } from "../../definitions/measure-words";
import type { Mention, Prose } from "../../domain/prose";
import { bareWords, shareIn } from "./likeness";
import type { LearnSources } from "./learned";

/** Something a number may have been printed from. */
export interface Candidate {
  /** As a slot names it: `招聘计划数@小学`. */
  readonly ref: string;
  readonly figures: readonly string[];
  readonly parameters: readonly string[];
  /** Absent while it is withheld: a mask may stand for it all the same. */
  readonly value?: Exact;
  readonly past?: string;
  readonly figure?: Figure;
  readonly name: string;
  readonly members: readonly string[];
  /** Measure words it may be printed with. */
  readonly measures: readonly string[];
  /** Groups it can be broken down by. */
  readonly groups: readonly string[];
  /** Everything the definition says of it. */
  readonly words: string;
}

export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  /** The number is the value, not a rounded one; a mask is none. */
  readonly isExact: boolean;
}

/** Kinds that are told in words, not as a number. */
const wordKinds: readonly FigureKind[] = ["名单", "文字", "是否"];

/** Everything of a year that is a number, or will be one. */
export function candidatesOf({ definition, figures, parameters }: LearnSources): readonly Candidate[] {
  const measures = measureWords(definition.source.codes);
  const ofFigures = [...figures.values()].flatMap((figure): readonly Candidate[] => {
    const indicator = definition.indicators.get(figure.indicator)?.indicator;
    if (!indicator || wordKinds.includes(indicator.kind)) return [];
    const members = figure.slice.map(({ member }) => member);
    const { name, short = "", definition: says = "", numerator, filter = "", denominator = "" } = indicator;
    const base = {
      figures: [figure.key],
      parameters: [],
      figure,
      name,
      members,
      measures: familyOf(measures, indicator.unit),
      groups: indicator.groupBy,
      words: [name, short, says, numerator, filter, denominator, ...members].join(" "),
    };
    const refTo = (past: readonly string[]): string =>
      [name, [...members, ...past].join(",")].filter((part) => part !== "").join("@");
    return [
      { ...base, ref: refTo([]), ...(figure.value.state === "number" && { value: figure.value.value }) },
      ...figure.past.map(({ label, value }) => ({ ...base, ref: refTo([label]), value, past: label })),
    ];
  });
  const ofParameters = parameters.flatMap((row): readonly Candidate[] => {
    if (row.value?.type !== "number" || row.use === "历史" || row.use === "目标") return [];
    const keys = [row.key1, row.key2].filter((key) => key !== undefined);
    const words = [row.name, row.source ?? "", row.owner ?? "", ...keys].join(" ");
    const ref = [row.name, keys.join(",")].filter((part) => part !== "").join("@");
    return [
      {
        ref,
        figures: [],
        parameters: [parameterKey(row)],
        value: row.value.value,
        name: row.name,
        members: keys,
        measures: familyOf(measures, row.unit ?? ""),
        groups: [],
        words,
      },
    ];
  });
  return [...new Map([...ofParameters, ...ofFigures].map((candidate) => [candidate.ref, candidate])).values()];
}

/** The words around a number, the nearest first. */
interface Surroundings {
  readonly clause: string;
  readonly sentence: string;
  readonly heading: string;
}

/** What earlier numbers of the text were bound to: the next is seldom the same, and often of the same slice. */
export interface Bound {
  readonly refs: ReadonlySet<string>;
  readonly members: readonly string[];
}

const nothingBound: Bound = { refs: new Set(), members: [] };

/** Those whose value the number tells, the likeliest by their words first. A mask tells every value. */
export function ranked(
  prose: Prose,
  mention: Mention,
  candidates: readonly Candidate[],
  bound: Bound = nothingBound,
): readonly Scored[] {
  const around = surroundings(prose, mention);
  return candidates
    .flatMap((candidate): readonly Scored[] => {
      const told = toldBy(mention, candidate);
      if (told === "none" || (candidate.past !== undefined && !tellsPast(around, candidate.past))) return [];
      const carried =
        candidate.members.length > 0 && candidate.members.every((member) => bound.members.includes(member));
      const habit = (told === "exact" ? 0.15 : 0) + (carried ? 0.3 : 0) - (bound.refs.has(candidate.ref) ? 0.1 : 0);
      return [{ candidate, score: scoreOf(candidate, around) + habit, isExact: told === "exact" }];
    })
    .sort((a, b) => (b.score === a.score ? (a.candidate.ref < b.candidate.ref ? -1 : 1) : b.score - a.score));
}

function toldBy(mention: Mention, { value }: Candidate): Agreement {
  if (mention.sort === "mask") return "rounded";
  return isTold(mention) && value ? agreement(mention, value) : "none";
}

/** A past value is only meant where the words say so. */
const tellsPast = ({ clause }: Surroundings, past: string): boolean =>
  clause.includes(past) || (past === "上年" && /上年|去年/u.test(clause));

function surroundings(prose: Prose, mention: Mention): Surroundings {
  const clause = prose.clauses[mention.clause];
  const sentence = prose.clauses.filter(({ sentence: number }) => number === clause?.sentence);
  const paragraph = prose.paragraphs[mention.paragraph];
  const start = sentence[0]?.at.start ?? mention.at.start;
  const spoken = prose.mentions.findLast(({ sort, at }) => sort === "heading" && at.end <= mention.at.start);
  const heading = spoken?.paragraph === mention.paragraph ? prose.text.slice(spoken.at.end, spoken.at.end + 30) : "";
  return {
    clause: prose.text.slice(clause?.at.start ?? start, clause?.at.end ?? mention.at.end),
    sentence: prose.text.slice(start, mention.at.end),
    heading: `${paragraph?.heading?.text ?? ""} ${heading.replace(/。.*$/su, "")}`,
  };
}

/** How well what is known of a candidate and the words around a number fit together. */
function scoreOf(
  { name, words, members, figure, past }: Candidate,
  { clause, sentence, heading }: Surroundings,
): number {
  const bare = name.replace(/(?:人数|总数|数|名单)$/u, "");
  const named = Math.max(shareIn(bare, clause), 0.6 * shareIn(bare, sentence), 0.4 * shareIn(bare, heading));
  const said = shareIn(clause, words);
  const sliced = members.reduce((sum, member) => sum + memberScore(member, clause, sentence, heading), 0);
  const whole = figure && figure.slice.length === 0 && clause.includes("其中") ? -0.1 : 0;
  const aim = /目标/u.test(name) && /目标|保持在|稳定在|力争/u.test(clause + heading) ? 0.15 : 0;
  const then = past !== undefined && clause.includes(past) ? 0.2 : 0;
  return 0.7 * named + 0.6 * said + sliced + whole + aim + then + lineScore(words, clause);
}

/** 650分以上有5人: the line stands in what the definition says. */
const lineScore = (words: string, clause: string): number =>
  (clause.match(/[0-9]{3,}/gu) ?? []).some((line) => words.includes(line)) ? 0.3 : 0;

function memberScore(member: string, clause: string, sentence: string, heading: string): number {
  const bare = bareWords(member);
  const near = bare.length < 2 ? Number(clause.includes(bare)) : shareIn(bare, clause);
  return near >= 0.5 ? 0.35 * near : Math.max(0.25 * shareIn(bare, sentence), 0.25 * shareIn(bare, heading)) - 0.1;
}
