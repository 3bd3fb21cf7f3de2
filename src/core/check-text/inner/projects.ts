import { compare } from "../../../domain/exact";
import type { Prose } from "../../../domain/prose";
import { isTold } from "../../../domain/printed-number";
import type { InnerCheck, Issue } from "./issue";

/** Schools that have an ordinal in their name: the name of one school and of no other. */
const schoolName = /[\u4e00-\u9fff]{2}第[一二三四五六七八九十]+(?:实验)?(?:幼儿园|小学|中学)/gu;
const places = /学位|园位/u;

interface Project {
  readonly index: number;
  readonly schools: readonly string[];
}

/** The places of one school told in two sentences are counted twice as soon as someone adds the two. */
export const projects: InnerCheck = (prose) => {
  const told = prose.mentions.flatMap((mention, index): readonly Project[] => {
    if (!places.test(mention.before) || !isTold(mention)) return [];
    return [{ index, schools: schoolsBefore(prose, index) }];
  });
  return told.flatMap((later, place) => {
    const earlier = told
      .slice(0, place)
      .findLast(({ schools }) => schools.some((name) => later.schools.includes(name)));
    return earlier ? twice(prose, earlier, later) : [];
  });
};

/** Schools named in the paragraph from the last such places on. */
function schoolsBefore({ text, mentions, paragraphs }: Prose, index: number): readonly string[] {
  const mention = mentions[index];
  const previous = mentions
    .slice(0, index)
    .findLast(({ before, paragraph }) => paragraph === mention?.paragraph && places.test(before));
  const start = previous?.at.end ?? paragraphs[mention?.paragraph ?? 0]?.at.start ?? 0;
  return text.slice(start, mention?.at.start).match(schoolName) ?? [];
}

function twice({ mentions }: Prose, earlier: Project, later: Project): readonly Issue[] {
  const [a, b] = [mentions[earlier.index], mentions[later.index]];
  const name = earlier.schools.find((school) => later.schools.includes(school));
  if (!a?.value || !b?.value || name === undefined || compare(a.value, b.value) === 0) return [];
  const says = `“${name}”的学位前面在${a.text.trim()}里，这里又印${b.text.trim()}，不要相加`;
  return [{ fault: "named-twice", weight: "doubt", mentions: [later.index, earlier.index], says }];
}
