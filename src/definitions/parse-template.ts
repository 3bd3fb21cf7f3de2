import { ok, problem, type Result } from "../domain/result";
import type { Diagnostic } from "../formula/diagnostic";
import { parseFormula } from "../formula/parse-formula";
import type { OptionToken } from "./option-words";
import { parseSlotOptions } from "./slot-options";
import type { Slot, SlotRef, Template, TemplatePart } from "./template";

/** What is being read: the whole template, an `[…]`, or one side of a `[?…:…|…]`. */
type Place = "template" | "optional" | "then" | "otherwise";

interface Reader {
  readonly text: string;
  readonly isMeasureWord: (word: string) => boolean;
  readonly diagnostics: Diagnostic[];
  index: number;
  /** Square brackets open around the character being read. */
  depth: number;
}

/**
 * Reads a sentence template. `isMeasureWord` knows the words that may stand as an option after the colon.
 * Faults carry the character of the template they stand at, from 1.
 */
export function parseTemplate(
  text: string,
  isMeasureWord: (word: string) => boolean,
): Result<Template, readonly Diagnostic[]> {
  const reader: Reader = { text, isMeasureWord, diagnostics: [], index: 0, depth: 0 };
  const template = readParts(reader, "template");
  return reader.diagnostics.length === 0 ? ok(template) : problem(reader.diagnostics);
}

function readParts(reader: Reader, place: Place): Template {
  const parts: TemplatePart[] = [];
  let words = "";
  const add = (part: TemplatePart | undefined): void => {
    if (words !== "") parts.push({ part: "words", text: words });
    words = "";
    if (part !== undefined) parts.push(part);
  };
  while (!ends(reader, place)) {
    const character = reader.text.charAt(reader.index);
    if (isDoubled(reader)) {
      words += character;
      reader.index += 2;
    } else if (character === "{") add(readSlot(reader));
    else if (character === "[") add(readBracket(reader));
    else {
      if (character === "}" || character === "]" || (character === "|" && place === "otherwise"))
        refuse(reader, "E-T01", reader.index);
      words += character;
      reader.index += 1;
    }
  }
  add(undefined);
  return parts;
}

function ends(reader: Reader, place: Place): boolean {
  const character = reader.text[reader.index];
  if (character === undefined) return true;
  return place !== "template" && (character === "]" || (character === "|" && place === "then")) && !isDoubled(reader);
}

/** `{{`, `[[`, `||` … print the character itself; but `]]` inside two brackets closes both. */
function isDoubled({ text, index, depth }: Reader): boolean {
  const character = text.charAt(index);
  return "{}[]|".includes(character) && text[index + 1] === character && !(character === "]" && depth >= 2);
}

function readBracket(reader: Reader): TemplatePart | undefined {
  const start = reader.index;
  const isChoice = /^\[[?？]/u.test(reader.text.slice(start, start + 2));
  reader.depth += 1;
  reader.index += isChoice ? 2 : 1;
  const part = isChoice ? readChoice(reader) : ({ part: "optional", body: readParts(reader, "optional") } as const);
  reader.depth -= 1;
  if (reader.text[reader.index] === "]") reader.index += 1;
  else refuse(reader, "E-T01", start);
  return part;
}

function readChoice(reader: Reader): TemplatePart | undefined {
  const from = reader.index;
  const length = lengthOfCondition(reader.text.slice(from));
  if (length === undefined) {
    reader.index = reader.text.length;
    return undefined;
  }
  const conditionText = reader.text.slice(from, from + length);
  const condition = parseFormula(conditionText);
  if (!condition.ok) reader.diagnostics.push(...condition.problem.map((fault) => moved(fault, from)));
  reader.index = from + length + 1;
  const then = readParts(reader, "then");
  const hasOtherwise = reader.text[reader.index] === "|";
  if (hasOtherwise) reader.index += 1;
  const otherwise = hasOtherwise ? readParts(reader, "otherwise") : undefined;
  if (!condition.ok) return undefined;
  const at = { start: from, end: from + length };
  return { part: "choice", condition: condition.value, conditionText, at, then, ...(otherwise && { otherwise }) };
}

/** Up to the first colon that is not inside a string; undefined when there is none. */
function lengthOfCondition(text: string): number | undefined {
  let quoted = false;
  for (const { 0: mark, index } of text.matchAll(/["“”:：]/gu)) {
    if (/["“”]/u.test(mark)) quoted = !quoted;
    else if (!quoted) return index;
  }
  return undefined;
}

function readSlot(reader: Reader): TemplatePart | undefined {
  const { text, index: start } = reader;
  const length = text.slice(start + 1).search(/[{}]/u);
  const end = start + 1 + length;
  if (length < 0 || text[end] === "{") {
    refuse(reader, "E-T01", start);
    reader.index = start + 1;
    return undefined;
  }
  reader.index = end + 1;
  const [, names = "", , options = ""] = /^([^:：]*)([:：]?)(.*)$/su.exec(text.slice(start + 1, end)) ?? [];
  const tokens = tokensOf(options, end - options.length);
  const read = parseSlotOptions(tokens, reader.isMeasureWord);
  reader.diagnostics.push(...read.diagnostics);
  const refs = names.split("、").map(readRef);
  if (refs.some(({ name }) => name === "")) reader.diagnostics.push({ code: "E-N01", at: start + 2, parts: { x: "" } });
  return { part: "slot", refs, options: read.options, text: text.slice(start, end + 1), at: { start, end: end + 1 } };
}

function readRef(text: string): SlotRef {
  const [name = "", ...rest] = text.split(/[@＠]/u);
  const slices = rest
    .join("@")
    .replaceAll("＝", "=")
    .split(/[,，]/u)
    .map((slice) => slice.trim());
  return { name: name.trim(), slices: slices.filter((slice) => slice !== "") };
}

/** The options of a slot as written, each with the character of the template it begins at (from 0). */
export function optionTokens({ text, at }: Slot): readonly OptionToken[] {
  const [, options = ""] = /^[^:：]*[:：](.*)\}$/su.exec(text) ?? [];
  return tokensOf(options, at.end - 1 - options.length);
}

const tokensOf = (text: string, offset: number): readonly OptionToken[] =>
  [...text.matchAll(/\S+/gu)].map((match) => ({ text: match[0], start: offset + match.index }));

const refuse = (reader: Reader, code: Diagnostic["code"], index: number): void => {
  reader.diagnostics.push({ code, at: index + 1, parts: {} });
};

/** A fault of a formula that stands inside a longer text. */
const moved = (fault: Diagnostic, by: number): Diagnostic =>
  fault.at === undefined ? fault : { ...fault, at: fault.at + by };
