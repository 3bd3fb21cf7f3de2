import type { Diagnostic } from "../formula/diagnostic";
import { unknownOption } from "./near-option";
import {
  breakdownSeparators,
  breakdownStyles,
  fixed,
  pairOf,
  roleOf,
  type OptionToken,
  type Role,
} from "./option-words";
import { lastYearWords } from "./period-label";
import type { SlotOptions } from "./template";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const baseOf = (label: string): string => (lastYearWords.includes(label) ? "上年" : label);

/**
 * Reads the options of a slot. An option that is unknown, contradicts an earlier one, or lacks its partner
 * (`提高到` without `由…`, `带单位` without `按…`) is E-T03 at its place.
 */
export function parseSlotOptions(
  tokens: readonly OptionToken[],
  isMeasureWord: (word: string) => boolean,
): { readonly options: SlotOptions; readonly diagnostics: readonly Diagnostic[] } {
  const options: Mutable<SlotOptions> = {};
  const refused: OptionToken[] = [];
  const partners = new Map<Role, OptionToken>();
  const written = new Map<string, OptionToken>();
  for (const token of tokens) {
    const role = roleOf(token.text);
    const read = role === undefined ? (fixed.get(token.text) ?? patterned(token.text, isMeasureWord)) : undefined;
    if (role !== undefined && !partners.has(role)) partners.set(role, token);
    else if (read !== undefined && Object.keys(read).every((key) => !(key in options))) {
      Object.assign(options, read);
      for (const key of Object.keys(read)) written.set(key, token);
    } else refused.push(token);
  }
  refused.push(...completeFromTo(options, partners), ...completeBreakdown(options, partners));
  for (const { option, beside } of needs) {
    const token = written.get(option);
    if (token !== undefined && beside.every((key) => options[key] === undefined)) refused.push(token);
  }
  return { options, diagnostics: refused.map((token) => unknownOption(token, isMeasureWord)) };
}

/** Options that say nothing unless one of some others stands beside them. */
const needs: readonly { readonly option: keyof SlotOptions; readonly beside: readonly (keyof SlotOptions)[] }[] = [
  { option: "sameWords", beside: ["comparison", "fromTo", "againstRegion"] },
  { option: "comparable", beside: ["comparison", "fromTo", "change"] },
  { option: "orTie", beside: ["record"] },
  { option: "etc", beside: ["first"] },
];

type Partners = ReadonlyMap<Role, OptionToken>;

/** The option of a slot that a word stands for, alone or with its partner. */
export function optionOf(word: string): keyof SlotOptions {
  const role = roleOf(word);
  if (role !== undefined) return role === "from" || role === "verb" ? "fromTo" : "breakdown";
  const [option] = Object.keys(fixed.get(word) ?? patterned(word, () => false) ?? {}) as (keyof SlotOptions)[];
  return option ?? "measureWord";
}

function patterned(text: string, isMeasureWord: (word: string) => boolean): SlotOptions | undefined {
  const first = /^前([1-9]\d{0,2})$/u.exec(text)?.[1];
  if (first !== undefined) return { first: Number(first) };
  if (text === "同比" || text === "同比增长")
    return { comparison: { word: "同比", label: "", base: "上年", growth: text.endsWith("增长") } };
  if (text === "增幅") return { comparison: { word: "增幅", label: "上年", base: "上年", growth: true } };
  const [, word, label, growth] = /^(较|比)(.+?)(增长)?$/u.exec(text) ?? [];
  if (word !== undefined && label !== undefined && label !== "增长")
    return {
      comparison: { word: word === "较" ? "较" : "比", label, base: baseOf(label), growth: growth !== undefined },
    };
  const group = /^按(.+)$/u.exec(text)?.[1];
  if (group !== undefined) return { breakdown: { group, style: "数", separator: "、" } };
  return isMeasureWord(text) ? { measureWord: text } : worded(text);
}

/** One character and words of the writer's own. */
function worded(text: string): SlotOptions | undefined {
  const [, kind, words = ""] = /^([形零平对])(.+)$/u.exec(text) ?? [];
  switch (kind) {
    case "形":
      return { shape: words };
    case "零":
      return { zeroWords: words };
    case "平":
      return { sameWords: words };
    case "对":
      return { againstRegion: words };
    default:
      return undefined;
  }
}

/** `由P` and its verb stand together; either alone is returned as refused. */
function completeFromTo(options: Mutable<SlotOptions>, partners: Partners): readonly OptionToken[] {
  const [from, verb] = [partners.get("from"), partners.get("verb")];
  const pair = verb && pairOf(verb.text);
  if (from === undefined || pair === undefined) return [from, verb].filter((token) => token !== undefined);
  const label = from.text.slice(1);
  options.fromTo = { label, base: label === "" ? "上年" : baseOf(label), ...pair };
  return [];
}

/** `带单位`, `量前`, `只数`, `其中`, `逗号` and `分号` say how a breakdown is written; without `按…` they are returned as refused. */
function completeBreakdown(options: Mutable<SlotOptions>, partners: Partners): readonly OptionToken[] {
  const [style, separator, whole] = [partners.get("style"), partners.get("separator"), partners.get("whole")];
  const { breakdown } = options;
  if (breakdown === undefined) return [style, separator, whole].filter((token) => token !== undefined);
  options.breakdown = {
    group: breakdown.group,
    style: breakdownStyles.get(style?.text ?? "") ?? breakdown.style,
    separator: breakdownSeparators.get(separator?.text ?? "") ?? breakdown.separator,
    ...(whole && { withWhole: true }),
  };
  return [];
}
