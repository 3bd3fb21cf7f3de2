import { compare } from "../../../domain/exact";
import type { Mention, Prose } from "../../../domain/prose";
import { isTold } from "../../../domain/printed-number";
import { isRateUnit, sameUnit } from "../same-unit";
import { isFigure, settledWords } from "../wording";
import type { InnerCheck, Issue } from "./issue";

/** Names shorter than this are told of many things: 投资, 新增学位. */
const shortestName = 5;

interface NamedNumber {
  readonly index: number;
  readonly mention: Mention;
  readonly name: string;
  /** The name is what stands behind the number. */
  readonly isCounted: boolean;
  readonly year: string | undefined;
  readonly sentence: number;
}

/** What is counted is named by as many characters at least. */
const shortestCounted = 4;

/** One name with two values in one text: a fault for a rate told twice in the same words, else worth a look. */
export const namedTwice: InnerCheck = (prose) => {
  const named = prose.mentions.flatMap((mention, index) => namedNumber(prose, mention, index));
  const twice = named.flatMap((later, place) => {
    const earlier = named.slice(0, place).findLast((one) => isSame(one, later));
    return earlier ? issueOf(prose, earlier, later) : [];
  });
  return [...twice, ...nameless(prose)];
};

function namedNumber(prose: Prose, mention: Mention, index: number): readonly NamedNumber[] {
  const isPlain = mention.sort === "figure" && mention.inBracketsOf === undefined && mention.hedges.length === 0;
  if (!isPlain || !isTold(mention)) return [];
  const said = saidBefore(prose, mention, index);
  const year = /\d{4}年/u.exec(said)?.[0];
  const words = settledWords(said).replace(/\d{4}年/gu, "");
  if (/较上年|增长|目标|高于|低于/u.test(words)) return [];
  const named = calledBefore(said, words) ?? calledAfter(mention, words);
  return named ? [{ index, mention, ...named, year, sentence: prose.clauses[mention.clause]?.sentence ?? -1 }] : [];
}

type Called = Pick<NamedNumber, "name" | "isCounted">;

const isItem = (said: string): boolean => /、\s*$/u.test(said);

/** By the words before it, unless they belong to the item of a list before. */
function calledBefore(said: string, words: string): Called | undefined {
  const label = words.replace(/^其中/u, "").replace(/(?:为|共|有|的|稳定在|保持在|控制在)+$/u, "");
  return isItem(said) || label.length < shortestName ? undefined : { name: label, isCounted: false };
}

/** By the persons it counts. */
function calledAfter({ before, after, unit }: Mention, words: string): Called | undefined {
  const counted = /^[^、和的在到被]*/u.exec(settledWords(after))?.[0] ?? "";
  const isCounted = (isItem(before) || words.length < 2) && isPersons(unit) && counted.length >= shortestCounted;
  return isCounted ? { name: counted, isCounted } : undefined;
}

const isPersons = (unit: string): boolean => unit === "人" || unit === "名";

/** The words that name it; of the end of a change those before its beginning. */
function saidBefore({ mentions }: Prose, mention: Mention, index: number): string {
  const from = mentions.slice(0, index).findLast(({ sort }) => sort === "figure");
  const isEnd =
    from?.clause === mention.clause &&
    /^(?:提高|提升|上升|增加|降低|下降|减少)(?:到|至)$|^[升降增减]至$/u.test(mention.before);
  if (isEnd) return from.before.replace(/[由从].*$/u, "");
  return /[由从]/u.test(mention.before) ? "" : mention.before;
}

/** Two years are two things; of persons counted the same beginning is enough, of rates the same end. */
function isSame(a: NamedNumber, b: NamedNumber): boolean {
  if (!sameUnit(a.mention.unit, b.mention.unit) || (a.year !== b.year && a.year !== undefined && b.year !== undefined))
    return false;
  if (a.isCounted && b.isCounted) return a.name.slice(0, shortestCounted) === b.name.slice(0, shortestCounted);
  return a.name === b.name || (isRate(a.name) && isRate(b.name) && sharedEnd(a.name, b.name) >= shortestName);
}

const isRate = (name: string): boolean => /率$/u.test(name);

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

function issueOf(prose: Prose, earlier: NamedNumber, later: NamedNumber): readonly Issue[] {
  const [a, b] = [earlier.mention, later.mention];
  if (!isTold(a) || !isTold(b) || compare(a.value, b.value) === 0) return [];
  const isPart = /其中|应届|往届/u.test(prose.text.slice(a.at.end, b.at.start));
  const isFault = isRateUnit(a.unit) && earlier.name === later.name && earlier.sentence === later.sentence && !isPart;
  const says =
    earlier.name === later.name
      ? `“${later.name}”前面印${a.text.trim()}，这里印${b.text.trim()}`
      : `“${earlier.name}”印${a.text.trim()}，“${later.name}”印${b.text.trim()}，口径要说清`;
  return [{ fault: "named-twice", weight: isFault ? "fault" : "doubt", mentions: [later.index, earlier.index], says }];
}

/** A clause that is nothing but a number says of nobody what it counts. */
function nameless({ text, clauses, mentions }: Prose): readonly Issue[] {
  return mentions.flatMap((mention, index) => {
    const at = clauses[mention.clause]?.at;
    const isBare = isFigure(mention) && at !== undefined && text.slice(at.start, at.end).trim() === mention.text.trim();
    const opens =
      mentions[index - 1]?.paragraph !== mention.paragraph ||
      clauses[mentions[index - 1]?.clause ?? 0]?.sentence !== clauses[mention.clause]?.sentence;
    return isBare && mention.unit !== "" && !opens
      ? [
          {
            fault: "nameless" as const,
            weight: "doubt" as const,
            mentions: [index],
            says: `“${mention.text.trim()}”没有说是谁的`,
          },
        ]
      : [];
  });
}
