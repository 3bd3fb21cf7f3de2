import { agreement, isTold } from "../../domain/printed-number";
import type { Prose, TextExtent } from "../../domain/prose";
import type { Candidate } from "./candidates";

/** A way to print several words and numbers at once: `由49.1岁降至46.9岁`, `高于市局65%的目标要求`. */
export interface Compound {
  readonly at: TextExtent;
  readonly mentions: readonly number[];
  readonly candidate: Candidate;
  /** Slots that may print it, the plainest first. */
  readonly slots: readonly string[];
}

/** Compounds the number at an index begins; `known` is what the numbers before it were bound to. */
export function compoundsAt(
  prose: Prose,
  index: number,
  candidates: readonly Candidate[],
  known: ReadonlyMap<number, Candidate>,
): readonly Compound[] {
  return [
    ...fromTo(prose, index, candidates),
    ...comparison(prose, index, known),
    ...target(prose, index, known),
    ...breakdown(prose, index, known),
  ];
}

/** `由轮岗前的49.1岁降至46.9岁`: begins with its first number. */
function fromTo({ mentions }: Prose, index: number, candidates: readonly Candidate[]): readonly Compound[] {
  const [from, to] = [mentions[index], mentions[index + 1]];
  const words = /由(?:([^由,。]{1,8})的)?$/u.exec(from?.before ?? "");
  const verb = to?.before.trim() ?? "";
  if (!from || !words || from.clause !== to?.clause || !isTold(from) || !isTold(to)) return [];
  if (!/^(?:提高|下降|增加|减少|上升)到$|^提高至$|^降至$/u.test(verb)) return [];
  const label = words[1] ?? "";
  const at = { start: from.at.start - words[0].length, end: to.at.end };
  return candidates
    .filter(({ past, value }) => past === undefined && value !== undefined && agreement(to, value) !== "none")
    .filter(({ figure }) => figure?.past.some(({ value }) => agreement(from, value) !== "none") === true)
    .map((candidate) => ({
      at,
      mentions: [index, index + 1],
      candidate,
      slots: [`{${candidate.ref}:由${label} ${verb}}`, `{${candidate.ref}:由${label === "" ? "上年" : label} ${verb}}`],
    }));
}

/** `较上年增加69人`, `同比增长0.45%` after a number that is bound. */
function comparison(
  { mentions, clauses }: Prose,
  index: number,
  known: ReadonlyMap<number, Candidate>,
): readonly Compound[] {
  const mention = mentions[index];
  const words = /(?:([较比])(上年度?|去年|\d{4}年)|同比)(?:增加|减少|增长|提升|下降)$/u.exec(mention?.before ?? "");
  const level = levelBefore(
    index,
    known,
    (place) => clauses[mentions[place]?.clause ?? 0]?.sentence === clauses[mention?.clause ?? 0]?.sentence,
  );
  if (!mention || !words || !level) return [];
  const lead = words[1] === undefined ? "同比" : `${words[1]}${words[2] ?? ""}`;
  const places = mention.decimals > 0 ? [` ${String(mention.decimals)}位`] : [];
  const isRate = level.figure?.kind === "率";
  const slots = (isRate ? [""] : ["", "增长"]).flatMap((growth) =>
    ["", ...places].map((option) => `{${level.ref}:${lead}${growth}${option}}`),
  );
  return [
    {
      at: { start: mention.at.start - words[0].length, end: mention.at.end },
      mentions: [index],
      candidate: level,
      slots,
    },
  ];
}

/** `高于市局65%的目标要求` after a number that is bound. */
function target({ mentions }: Prose, index: number, known: ReadonlyMap<number, Candidate>): readonly Compound[] {
  const mention = mentions[index];
  const lead = /(?:高于|低于|达到)[^,。]{0,8}$/u.exec(mention?.before ?? "")?.[0];
  const tail = /^的(?:目标|控制)要求/u.exec(mention?.after ?? "")?.[0];
  const level = levelBefore(index, known, () => true);
  if (!mention || lead === undefined || tail === undefined || !level) return [];
  const at = { start: mention.at.start - lead.length, end: mention.at.end + tail.length };
  return [{ at, mentions: [index], candidate: level, slots: [`{${level.ref}:对目标}`] }];
}

/** `语文95、数学50、…` in the brackets of a number that is bound: begins with its first part. */
function breakdown({ mentions }: Prose, index: number, known: ReadonlyMap<number, Candidate>): readonly Compound[] {
  const first = mentions[index];
  const owner = first?.inBracketsOf;
  const whole = owner === undefined ? undefined : known.get(owner);
  if (!first || owner === undefined || !whole?.figure) return [];
  const parts = mentions.flatMap((part, place) => (part.inBracketsOf === owner ? [place] : []));
  if (parts[0] !== index || parts.length < 2) return [];
  const label = /[^(（]*$/u.exec(first.before)?.[0] ?? "";
  const at = { start: first.at.start - label.length, end: mentions[parts.at(-1) ?? index]?.at.end ?? first.at.end };
  const { slice } = whole.figure;
  const groups = whole.groups.filter((group) => slice.every((one) => one.group !== group));
  const slots = groups.flatMap((group) => ["", " 带单位", " 量前"].map((style) => `{${whole.ref}:按${group}${style}}`));
  return [{ at, mentions: parts, candidate: whole, slots }];
}

/** What the last number before this one that is bound was bound to. */
function levelBefore(
  index: number,
  known: ReadonlyMap<number, Candidate>,
  isNear: (place: number) => boolean,
): Candidate | undefined {
  for (let place = index - 1; place >= Math.max(0, index - 4); place -= 1) {
    const candidate = isNear(place) ? known.get(place) : undefined;
    if (candidate?.figure) return candidate;
  }
  return undefined;
}
