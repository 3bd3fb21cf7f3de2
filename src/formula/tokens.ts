import { type Exact, parseExact } from "../domain/exact";
import { type Result, ok, problem } from "../domain/result";
import { halfWidth, isDigit, isNameHead, isNamePart, isSpace } from "./characters";
import type { Diagnostic } from "./diagnostic";
import type { Extent } from "./tree";

export type Token = (
  | { readonly token: "number"; readonly value: Exact }
  | { readonly token: "text"; readonly value: string }
  | { readonly token: "name"; readonly value: string }
  /** An operator, bracket, comma …, or a character the language does not know. */
  | { readonly token: "symbol"; readonly value: string }
) & { readonly at: Extent };

const closingQuotes: Readonly<Record<string, string>> = { '"': '"', "“": "”", "”": "”" };
const wideOperators: Readonly<Record<string, string>> = { "≥": ">=", "≤": "<=", "≠": "<>" };
const longOperators: ReadonlySet<string> = new Set(["<=", ">=", "<>"]);

/** Cuts a formula into tokens. Fails with E-L01 (open string) or E-L02 (name that begins with a digit). */
export function tokens(text: string): Result<readonly Token[], Diagnostic> {
  const found: Token[] = [];
  let position = 0;
  while (position < text.length) {
    if (isSpace(halfWidth(characterAt(text, position)))) {
      position += 1;
      continue;
    }
    const next = tokenAt(text, position);
    if (!next.ok) return next;
    found.push(next.value);
    position = next.value.at.end;
  }
  return ok(found);
}

const characterAt = (text: string, position: number): string => String.fromCodePoint(text.codePointAt(position) ?? 0);

function tokenAt(text: string, start: number): Result<Token, Diagnostic> {
  const typed = characterAt(text, start);
  const character = halfWidth(typed);
  const closing = closingQuotes[character];
  if (closing !== undefined) return textAt(text, start, closing);
  if (isDigit(character)) return numberAt(text, start);
  if (isNameHead(character)) {
    const end = runEnd(text, start, isNamePart);
    return ok({ token: "name", value: halfWidthText(text.slice(start, end)), at: { start, end } });
  }
  return ok(symbolAt(text, start, character, start + typed.length));
}

function textAt(text: string, start: number, closing: string): Result<Token, Diagnostic> {
  let value = "";
  for (let position = start + 1; position < text.length; position += 1) {
    const character = text.charAt(position);
    const closes = character === closing || (closing === '"' && halfWidth(character) === '"');
    if (!closes) {
      value += character;
    } else if (text.charAt(position + 1) === character) {
      value += character;
      position += 1;
    } else {
      return ok({ token: "text", value, at: { start, end: position + 1 } });
    }
  }
  return problem({ code: "E-L01", at: start + 1, parts: {} });
}

function numberAt(text: string, start: number): Result<Token, Diagnostic> {
  let end = runEnd(text, start, isDigit);
  if (halfWidth(text.charAt(end)) === "." && isDigit(halfWidth(text.charAt(end + 1))))
    end = runEnd(text, end + 1, isDigit);
  const nameEnd = runEnd(text, end, isNamePart);
  if (nameEnd > end) return problem({ code: "E-L02", at: start + 1, parts: { x: text.slice(start, nameEnd) } });
  const value = parseExact(halfWidthText(text.slice(start, end)));
  if (!value) return problem({ code: "E-P01", at: start + 1, parts: { x: text.slice(start, end) } });
  return ok({ token: "number", value, at: { start, end } });
}

function symbolAt(text: string, start: number, character: string, end: number): Token {
  const wide = wideOperators[character];
  if (wide !== undefined) return { token: "symbol", value: wide, at: { start, end } };
  const pair = character + halfWidth(text.charAt(end));
  if (longOperators.has(pair)) return { token: "symbol", value: pair, at: { start, end: end + 1 } };
  return { token: "symbol", value: character, at: { start, end } };
}

function runEnd(text: string, start: number, belongs: (character: string) => boolean): number {
  let end = start;
  while (end < text.length) {
    const character = characterAt(text, end);
    if (!belongs(halfWidth(character))) break;
    end += character.length;
  }
  return end;
}

const halfWidthText = (text: string): string => Array.from(text, halfWidth).join("");
