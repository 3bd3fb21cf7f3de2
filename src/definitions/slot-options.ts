import type { Diagnostic } from "../formula/diagnostic";
import { nearestName } from "../formula/nearest-name";
import { lastYearWords } from "./period-label";
import type { SlotOptions } from "./template";

/** One option as written, with the character of the template it begins at (from 0). */
export interface OptionToken {
  readonly text: string;
  readonly start: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const fixed = new Map<string, SlotOptions>([
  ["数", { measureWord: "none" }],
  ["万", { scale: "万" }],
  ["亿", { scale: "亿" }],
  ["不缩", { scale: "不缩" }],
  ["自动", { scale: "自动" }],
  ["0位", { places: 0 }],
  ["1位", { places: 1 }],
  ["2位", { places: 2 }],
  ["3位", { places: 3 }],
  ["4位", { places: 4 }],
  ["全", { places: 4 }],
  ["补零", { keepZeros: true }],
  ["取十", { roundTo: 1 }],
  ["取百", { roundTo: 2 }],
  ["取千", { roundTo: 3 }],
  ["取万", { roundTo: 4 }],
  ["多", { approximation: "多" }],
  ["余", { approximation: "余" }],
  ["近", { approximation: "近" }],
  ["以上", { approximation: "以上" }],
  ["以下", { approximation: "以下" }],
  ["以内", { approximation: "以内" }],
  ["至少", { approximation: "至少" }],
  ["不少于", { approximation: "不少于" }],
  ["不超过", { approximation: "不超过" }],
  ["中文", { chinese: true }],
  ["第", { ordinal: true }],
  ["到", { range: "到" }],
  ["至", { range: "至" }],
  ["-", { range: "-" }],
  ["增量", { change: "增量" }],
  ["减量", { change: "减量" }],
  ["可比", { comparable: true }],
  ["对目标", { againstTarget: true }],
  ["目标", { target: true }],
  ["名次", { rank: true }],
  ["创历史新高", { record: "创历史新高" }],
  ["均创历史新高", { record: "均创历史新高" }],
  ["创历史新低", { record: "创历史新低" }],
  ["均创历史新低", { record: "均创历史新低" }],
  ["创历史最好水平", { record: "创历史最好水平" }],
  ["均创历史最好水平", { record: "均创历史最好水平" }],
  ["或持平", { orTie: true }],
  ["首次", { firstTime: true }],
  ["和", { and: true }],
  ["末单位", { unitOnce: true }],
  ["等", { etc: true }],
  ["隐", { mask: "隐" }],
  ["明", { mask: "明" }],
]);

const verbPairs = [
  { up: "提高到", down: "下降到" },
  { up: "提高至", down: "降至" },
  { up: "增加到", down: "减少到" },
  { up: "上升到", down: "下降到" },
  { up: "提升到", down: "下降到" },
  { up: "提升至", down: "降至" },
  { up: "上升至", down: "下降至" },
  { up: "增加至", down: "减少至" },
  { up: "增至", down: "减至" },
  { up: "扩大到", down: "缩小到" },
  { up: "扩大至", down: "缩小至" },
  { up: "延长到", down: "缩短到" },
  { up: "延长至", down: "缩短至" },
  { up: "优化为", down: "优化为" },
  { up: "调整为", down: "调整为" },
] as const;

type Breakdown = NonNullable<SlotOptions["breakdown"]>;
const breakdownStyles = new Map<string, Breakdown["style"]>([
  ["带单位", "带单位"],
  ["量前", "量前"],
  ["只数", "只数"],
]);
const breakdownSeparators = new Map<string, Breakdown["separator"]>([
  ["逗号", ","],
  ["分号", ";"],
]);

const baseOf = (label: string): string => (lastYearWords.includes(label) ? "上年" : label);

/** Every word of the language; one that nobody knows is told with the nearest of them. */
export const optionWords = [
  ...fixed.keys(),
  ...verbPairs.flatMap(({ up, down }) => [up, down]),
  ...breakdownStyles.keys(),
  ...breakdownSeparators.keys(),
  "较上年",
  "比去年",
  "同比",
  "较上年增长",
  "同比增长",
  "对全省",
  "其中",
];

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
  return { options, diagnostics: refused.map(unknownOption) };
}

/** Options that say nothing unless one of some others stands beside them. */
const needs: readonly { readonly option: keyof SlotOptions; readonly beside: readonly (keyof SlotOptions)[] }[] = [
  { option: "sameWords", beside: ["comparison", "fromTo", "againstRegion"] },
  { option: "comparable", beside: ["comparison", "fromTo", "change"] },
  { option: "orTie", beside: ["record"] },
];

/** Options that only mean something together with another one. */
type Role = "verb" | "from" | "style" | "separator" | "whole";
type Partners = ReadonlyMap<Role, OptionToken>;

function roleOf(text: string): Role | undefined {
  if (text.startsWith("由")) return "from";
  if (pairOf(text) !== undefined) return "verb";
  if (breakdownStyles.has(text)) return "style";
  if (text === "其中") return "whole";
  return breakdownSeparators.has(text) ? "separator" : undefined;
}

const pairOf = (verb: string) => verbPairs.find(({ up, down }) => up === verb || down === verb);

function patterned(text: string, isMeasureWord: (word: string) => boolean): SlotOptions | undefined {
  const first = /^前([1-9]\d{0,2})$/u.exec(text)?.[1];
  if (first !== undefined) return { first: Number(first) };
  if (text === "同比" || text === "同比增长")
    return { comparison: { word: "同比", label: "", base: "上年", growth: text.endsWith("增长") } };
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

/** A known option that stands alone is shown with its partner; one that contradicts another has nothing near. */
function unknownOption({ text, start }: OptionToken): Diagnostic {
  const near = optionWords.includes(text) ? undefined : nearestName(text, optionWords);
  const partner = `按… ${text}`;
  const completed = {
    verb: `由上年 ${text}`,
    from: `${text} 提高到`,
    style: partner,
    separator: partner,
    whole: partner,
  };
  const role = roleOf(text);
  const hint = role === undefined ? near : completed[role];
  return { code: "E-T03", at: start + 1, parts: { x: text, ...(hint !== undefined && { near: hint }) } };
}
