import { callShapes } from "./call-shapes";
import { type CaretPlace, type OpenCall, caretPlace } from "./caret-place";
import type { MessageLanguage } from "./diagnostic-text";
import { type FormulaPlace, type IndicatorTyping, type TypingScope, typeText } from "./formula-type";
import { functionHelp } from "./function-help";
import { isTotalFunction } from "./totals";
import { type FunctionName, functionNames } from "./tree";

/** One thing that can be written at the caret. */
export interface Candidate {
  readonly kind: "function" | "column" | "form" | "indicator" | "parameter" | "slice";
  /** As it is known: `SUM`, `在园幼儿数`, `小学`. */
  readonly name: string;
  /** What takes the place of what was typed. */
  readonly insert: string;
  /** Signature of a function, type of everything that has one. */
  readonly detail?: string;
  /** One line on a function. */
  readonly help?: string;
}

export interface Completion {
  /** The stretch a candidate takes the place of: characters from 0, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** The likeliest first. */
  readonly candidates: readonly Candidate[];
}

/**
 * What can be written at the caret (from 0) of a formula that need not be finished: only what typing would let stand there,
 * whatever begins as typed before what merely holds it.
 */
export function completion(text: string, caret: number, scope: TypingScope, language: MessageLanguage): Completion {
  const place = caretPlace(text, caret);
  const typed = place.typed.toUpperCase();
  const closing = text.charAt(place.to);
  const ranked = candidatesAt(place, closing, scope, language)
    .map((candidate) => ({ candidate, rank: likeness(candidate.name.toUpperCase(), typed) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return { from: place.from, to: place.to, candidates: ranked.map(({ candidate }) => candidate) };
}

/** 0 for a name that begins as typed, then names that hold it, then those that hold its characters in order. */
function likeness(name: string, typed: string): number | undefined {
  if (name.startsWith(typed)) return 0;
  if (name.includes(typed)) return 1;
  let from = 0;
  for (const character of typed) {
    const found = name.indexOf(character, from);
    if (found < 0) return undefined;
    from = found + character.length;
  }
  return 2;
}

function candidatesAt(
  place: CaretPlace,
  closing: string,
  scope: TypingScope,
  language: MessageLanguage,
): readonly Candidate[] {
  switch (place.writes) {
    case "operator":
      return [];
    case "text":
      return slices(place.calls.at(-1), scope, (slice) => slice);
    case "column":
      return columns(place.form, scope, (name) => (closing === "]" ? name : `${name}]`));
    case "value":
      return values(place, scope, language);
  }
}

/** In the order of likelihood of the kinds where the formula stands. */
function values({ calls }: CaretPlace, scope: TypingScope, language: MessageLanguage): readonly Candidate[] {
  const { at } = scope;
  const call = calls.at(-1);
  const role = roleOf(call);
  if (role === "name") return namedFor(call?.name ?? "", scope);
  const isSliced = call?.name === "指标" && call.argument > 0;
  if (isSliced) return slices(call, scope, (slice) => `"${slice}"`);
  const own = [...columns(undefined, scope, (name) => `[${name}]`), ...otherForms(scope)];
  if (role === "column") return own;
  const isInTotal = calls.some(({ name }) => isTotal(name));
  // An indicator is found before a parameter of its name.
  const names = [...indicators(scope), ...parameters(scope).filter(({ name }) => !scope.indicators.has(name))];
  const plain = functions((name) => !isTotal(name) && isAllowed(name, at), language);
  const totals = isInTotal ? [] : functions(isTotal, language);
  switch (at.place) {
    case "row":
      return [...own, ...plain, ...totals, ...parameters(scope)];
    case "total":
      return isInTotal ? [...own, ...plain, ...parameters(scope)] : [...totals, ...names, ...plain, ...groups(at)];
    case "filter":
      return [...columns(undefined, scope, (name) => `[${name}]`), ...plain, ...parameters(scope)];
    case "condition":
      return [...names, ...plain];
  }
}

const functionsByName: ReadonlyMap<string, FunctionName> = new Map(functionNames.map((name) => [name, name]));

const isTotal = (name: string): boolean => {
  const known = functionsByName.get(name.toUpperCase());
  return known !== undefined && isTotalFunction(known);
};

function roleOf(call: OpenCall | undefined): "value" | "column" | "name" {
  const known = functionsByName.get(call?.name.toUpperCase() ?? "");
  return call && known !== undefined ? callShapes[known].role(call.argument) : "value";
}

const figureFunctions: ReadonlySet<string> = new Set(["指标", "累计"]);

/** Rules and filters come before any figure; 上年 needs cells; 稳健偏离 a row. */
function isAllowed(name: FunctionName, { place }: FormulaPlace): boolean {
  if (figureFunctions.has(name)) return place === "total" || place === "condition";
  if (name === "上年") return place !== "condition";
  return name !== "稳健偏离" || place === "row";
}

const functions = (allowed: (name: FunctionName) => boolean, language: MessageLanguage): readonly Candidate[] =>
  functionNames.filter(allowed).map((name) => ({
    kind: "function",
    name,
    insert: `${name}(`,
    detail: functionHelp[name].signature,
    help: functionHelp[name][language],
  }));

/** The columns of a form, the formula's own where none is named. */
function columns(
  form: string | undefined,
  { at, forms }: TypingScope,
  insert: (name: string) => string,
): readonly Candidate[] {
  const own = at.place === "condition" ? undefined : (form ?? at.form);
  const typing = own === undefined ? undefined : forms.get(own);
  return [...(typing?.columns ?? [])].map(([name, { type }]) => ({
    kind: "column",
    name,
    insert: insert(name),
    detail: typeText(type),
  }));
}

const otherForms = ({ at, forms }: TypingScope): readonly Candidate[] =>
  [...forms.keys()]
    .filter((name) => at.place !== "condition" && name !== at.form)
    .map((name) => ({ kind: "form", name, insert: `${name}[` }));

/** Columns that mean the group's member outside totals. */
const groups = (at: FormulaPlace): readonly Candidate[] =>
  at.place === "total" ? at.groupBy.map((name) => ({ kind: "column", name, insert: `[${name}]` })) : [];

const indicators = ({ indicators: known }: TypingScope): readonly Candidate[] =>
  [...known].map(([name, { type }]) => ({ kind: "indicator", name, insert: name, detail: typeText(type) }));

const parameters = ({ parameters: known }: TypingScope): readonly Candidate[] =>
  [...known].map(([name, type]) => ({ kind: "parameter", name, insert: name, detail: typeText(type) }));

const namedFor = (call: string, scope: TypingScope): readonly Candidate[] =>
  call === "参数" ? parameters(scope) : indicators(scope);

/** Members and periods the indicator of `指标(名,…` knows, those already asked for left out. */
function slices(
  call: OpenCall | undefined,
  { indicators: known }: TypingScope,
  insert: (slice: string) => string,
): readonly Candidate[] {
  const [name = "", ...asked] = call?.name === "指标" ? call.before : [];
  const indicator = known.get(name);
  if (!indicator) return [];
  const taken = new Set(asked.map((text) => text.replace(/^["“”]|["”]$/gu, "")));
  return slicesOf(indicator)
    .filter((slice) => !taken.has(slice))
    .map((slice) => ({ kind: "slice", name: slice, insert: insert(slice) }));
}

const slicesOf = ({ groups: groupsOf, periods }: IndicatorTyping): readonly string[] => [
  ...new Set([...[...groupsOf.values()].flatMap((members) => members ?? []), "上年", ...periods]),
];
