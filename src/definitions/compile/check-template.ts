import type { Diagnostic } from "../../formula/diagnostic";
import { typeText } from "../../formula/formula-type";
import { inferType } from "../../formula/infer-type";
import type { Tree } from "../../formula/tree";
import type { Indicator } from "../definition";
import { familyOf } from "../measure-words";
import { isPeriodWord } from "../period-label";
import type { Slot, SlotOptions, Template, TemplatePart } from "../template";
import { comparisonFaults, endsFaults, type End } from "./comparison-faults";
import type { DefinitionTyping } from "./definition-typing";
import { idleOptions } from "./idle-options";
import { isKnownName, nearestKnownName, type KnownNames } from "./known-names";
import { repeatedUnit } from "./repeated-unit";

/**
 * Faults of a template beyond its grammar: names and slices that do not exist, comparisons a kind does not allow,
 * measure words outside the unit's family, units typed by hand, conditions that do not say yes or no.
 */
export function checkTemplate(template: Template, known: KnownNames, typing: DefinitionTyping): readonly Diagnostic[] {
  return [...partFaults(template, known, typing), ...cappedFaults(template, known)];
}

function partFaults(template: Template, known: KnownNames, typing: DefinitionTyping): readonly Diagnostic[] {
  return template.flatMap((part, index): readonly Diagnostic[] => {
    switch (part.part) {
      case "words":
        return [];
      case "optional":
        return partFaults(part.body, known, typing);
      case "choice":
        return [
          ...conditionFaults(part, typing),
          ...partFaults(part.then, known, typing),
          ...partFaults(part.otherwise ?? [], known, typing),
        ];
      case "slot":
        return [
          ...refsOf(part).flatMap((ref) => refFaults(part, ref, known, typing)),
          ...endsFaults(endsOf(part, known), part.options),
          ...idleOptions(part, known),
          ...unitFaults(part, template[index + 1], known),
        ];
    }
  });
}

function conditionFaults(
  { condition, at }: Extract<TemplatePart, { part: "choice" }>,
  typing: DefinitionTyping,
): readonly Diagnostic[] {
  const { type, diagnostics } = inferType(condition, typing.scope({ place: "condition" }));
  const moved = diagnostics.map((fault) => (fault.at === undefined ? fault : { ...fault, at: fault.at + at.start }));
  return type === undefined || type.kind === "是否"
    ? moved
    : [...moved, { code: "E-U08", at: at.start + 1, parts: { a: typeText(type), b: "是否" } }];
}

function refFaults(
  { options, refs }: Slot,
  ref: PlacedRef,
  known: KnownNames,
  typing: DefinitionTyping,
): readonly Diagnostic[] {
  const { name, start } = ref;
  const at = start + 1;
  if (!isKnownName(known, name)) {
    const near = nearestKnownName(known, name);
    return [{ code: "E-N01", at, parts: { x: name, ...(near !== undefined && { near }) } }];
  }
  const indicator = known.indicators.get(name);
  return [
    ...(indicator ? sliceFaults(ref, options, typing) : keyFaults(ref, known)),
    ...comparisonFaults({ name, indicator, at, names: refs.length }, options),
    ...periodFaults(name, indicator, options, at, known),
    ...breakdownFaults(name, indicator, options, at),
    ...regionFaults(name, options, at, known),
    ...measureWordFaults(name, printedUnit(name, known), options, at, known),
  ];
}

/** Types the slot as `指标(名,切片…)`. A breakdown tells its group's members one by one, which holds the group. */
function sliceFaults(
  { name, start, slices }: PlacedRef,
  { breakdown }: SlotOptions,
  typing: DefinitionTyping,
): readonly Diagnostic[] {
  const text = (value: string, from: number): Tree => ({ node: "text", value, at: { start: from, end: from } });
  const held = slices.map((slice) => text(isPeriodWord(slice.text) ? "上年" : slice.text, slice.start));
  const isGroup = breakdown !== undefined && typing.indicator(name)?.groups.has(breakdown.group) === true;
  const named: Tree = { node: "name", name, at: { start, end: start } };
  const call: Tree = {
    node: "call",
    name: "指标",
    arguments: [named, ...held, ...(isGroup ? [text(`${breakdown.group}=?`, start)] : [])],
    at: named.at,
  };
  return inferType(call, typing.scope({ place: "condition" })).diagnostics;
}

/** A named period (轮岗前) is one the indicator keeps (对比) or has a 历史 row of; any other word is a slip of the pen. */
function periodFaults(
  name: string,
  indicator: Indicator | undefined,
  { comparison, fromTo }: SlotOptions,
  at: number,
  known: KnownNames,
): readonly Diagnostic[] {
  const base = comparison?.base ?? fromTo?.base;
  if (base === undefined || isPeriodWord(base) || indicator === undefined) return [];
  const kept = [...indicator.compare, ...(known.parameters.get(name) ?? []).map(({ period }) => period)];
  if (kept.includes(base)) return [];
  return [{ code: "E-T03", at, parts: { x: base, near: kept.find((period) => period !== undefined) ?? "上年" } }];
}

/** Slices of a parameter are its keys or its period. */
function keyFaults({ name, slices }: PlacedRef, known: KnownNames): readonly Diagnostic[] {
  const rows = known.parameters.get(name) ?? [];
  const keys = new Set(rows.flatMap(({ key1, key2 }) => [key1, key2]).filter((key) => key !== undefined));
  return slices
    .filter(({ text }) => !keys.has(text) && rows.every(({ period }) => period !== text))
    .map(({ text, start }) => ({
      code: "E-N04",
      at: start + 1,
      parts: { ind: name, x: text, members: [...keys].join("、") },
    }));
}

function breakdownFaults(
  name: string,
  indicator: Indicator | undefined,
  { breakdown }: SlotOptions,
  at: number,
): readonly Diagnostic[] {
  if (breakdown === undefined || indicator?.groupBy.includes(breakdown.group) === true) return [];
  return [
    { code: "E-N04", at, parts: { ind: name, x: breakdown.group, members: (indicator?.groupBy ?? []).join("、") } },
  ];
}

/** A region without a row of its own is most often a misspelt option. */
function regionFaults(
  name: string,
  { againstRegion }: SlotOptions,
  at: number,
  known: KnownNames,
): readonly Diagnostic[] {
  if (againstRegion === undefined) return [];
  const regions = (known.parameters.get(name) ?? []).flatMap(({ use, key1 }) => (use === "区域" ? [key1 ?? ""] : []));
  return regions.includes(againstRegion)
    ? []
    : [{ code: "E-N04", at, parts: { ind: name, x: againstRegion, members: regions.join("、") } }];
}

function measureWordFaults(
  name: string,
  unit: string,
  { measureWord }: SlotOptions,
  at: number,
  known: KnownNames,
): readonly Diagnostic[] {
  const family = familyOf(known.words, unit);
  if (measureWord === undefined || measureWord === "none" || family.includes(measureWord)) return [];
  return [
    {
      code: "E-T05",
      at,
      parts: {
        x: name,
        a: unit === "" ? "（无）" : unit,
        b: measureWord,
        family: unit === "" ? "数" : family.join("、"),
      },
    },
  ];
}

/** Rates print the % of their format, whatever their declared unit. */
function printedUnit(name: string, known: KnownNames): string {
  const indicator = known.indicators.get(name);
  if (indicator?.kind === "率") return indicator.format.endsWith("%") ? "%" : "";
  if (indicator) return indicator.unit;
  return known.parameters.get(name)?.find(({ unit }) => unit !== undefined)?.unit ?? "";
}

/** 个百分点, % and units that the slot prints by itself, typed again after it. */
function unitFaults(slot: Slot, next: TemplatePart | undefined, known: KnownNames): readonly Diagnostic[] {
  const name = slot.refs.at(-1)?.name ?? "";
  if (next?.part !== "words" || !isKnownName(known, name)) return [];
  const indicator = known.indicators.get(name);
  const at = slot.at.end + 1;
  if (next.text.startsWith("个百分点"))
    return [{ code: "E-U09", at, parts: { x: name, type: indicator?.kind ?? "参数" } }];
  const repeated = repeatedUnit(next.text, slot.options, printedUnit(name, known), known.words);
  return repeated === undefined ? [] : [{ code: "E-T06", at, parts: { x: repeated } }];
}

/** “100%以上” typed beside a rate that cannot pass 100 %. */
function cappedFaults(template: Template, known: KnownNames): readonly Diagnostic[] {
  const capped = [...known.indicators.values()].filter(({ kind, cap }) => kind === "率" && cap === 1);
  const flat = wordsOf(template);
  if (!/(100|１００)[%％]以上/u.test(flat.text)) return [];
  const named = capped.find(({ name }) => flat.text.includes(name) || flat.names.includes(name));
  return named ? [{ code: "E-U10", parts: { x: named.name } }] : [];
}

function wordsOf(template: Template): { readonly text: string; readonly names: readonly string[] } {
  const parts = template.map((part) => {
    switch (part.part) {
      case "words":
        return { text: part.text, names: [] };
      case "slot":
        return { text: "\u0000", names: part.refs.map(({ name }) => name) };
      case "optional":
        return wordsOf(part.body);
      case "choice":
        return wordsOf([...part.then, ...(part.otherwise ?? [])]);
    }
  });
  return { text: parts.map(({ text }) => text).join(""), names: parts.flatMap(({ names }) => names) };
}

const endsOf = (slot: Slot, known: KnownNames): readonly End[] =>
  refsOf(slot).map(({ name, start, slices }) => ({
    name,
    at: start + 1,
    indicator: known.indicators.get(name),
    unit: printedUnit(name, known),
    members: slices.map(({ text }) => text).filter((text) => !isPeriod(name, text, known)),
  }));

const isPeriod = (name: string, slice: string, { indicators, parameters }: KnownNames): boolean =>
  isPeriodWord(slice) ||
  indicators.get(name)?.compare.includes(slice) === true ||
  (parameters.get(name) ?? []).some(({ period }) => period === slice);

/** A name of a slot and its slices, each with the character of the template it begins at (from 0). */
interface PlacedRef {
  readonly name: string;
  readonly start: number;
  readonly slices: readonly { readonly text: string; readonly start: number }[];
}

function refsOf({ text, at, refs }: Slot): readonly PlacedRef[] {
  let from = 1;
  const place = (word: string): number => {
    const found = text.indexOf(word, from);
    from = found < 0 ? from : found + word.length;
    return at.start + Math.max(found, 0);
  };
  return refs.map(({ name, slices }) => ({
    name,
    start: place(name),
    slices: slices.map((slice) => ({ text: slice, start: place(slice) })),
  }));
}
