import { type CellContent, uncalculated } from "../../domain/cell";
import { isoSerial } from "./iso-serial";
import type { XmlReader } from "../files/scan-xml";
import { isTrue, qualifiedAttributes } from "../files/xml-text";

/**
 * The paragraphs of one cell; notes and shapes that hang on it are none of its text. Blanks and line ends between words
 * are one blank and mean nothing at the edges: those that count are spelled as elements.
 */
export interface OdsText extends XmlReader {
  readonly isOpen: () => boolean;
  readonly whole: () => string;
}

export function odsText(): OdsText {
  const paragraphs: string[] = [];
  let depth = 0;
  let isInParagraph = false;
  let isAfterBlank = true;
  const add = (text: string): void => {
    if (!isInParagraph || text === "") return;
    paragraphs.push((paragraphs.pop() ?? "") + text);
    isAfterBlank = false;
  };
  const addWords = (text: string): void => {
    const words = text.replace(/[ \t\r\n]+/gu, " ");
    add(isAfterBlank ? words.replace(/^ /u, "") : words);
    isAfterBlank ||= words.endsWith(" ");
  };
  const closeParagraph = (): void => {
    if (isInParagraph && isAfterBlank) paragraphs.push((paragraphs.pop() ?? "").replace(/ $/u, ""));
    isInParagraph = false;
  };
  return {
    open: (name, raw) => {
      if (depth === 0 && name === "p") {
        [isInParagraph, isAfterBlank] = [true, true];
        paragraphs.push("");
      } else if (name === "s") add(" ".repeat(Math.min(Number(qualifiedAttributes(raw).get("text:c") ?? 1), 1_000)));
      else if (name === "tab") add("\t");
      else if (name === "line-break") add("\n");
      depth += 1;
    },
    text: addWords,
    close: () => {
      depth -= 1;
      if (depth === 0) closeParagraph();
    },
    isOpen: () => depth > 0,
    whole: () => paragraphs.join("\n"),
  };
}

/** What a cell of an OpenDocument sheet holds, by its attributes and its text. */
export function odsContent(attributes: ReadonlyMap<string, string>, text: string): CellContent {
  if (attributes.get("calcext:value-type") === "error") return { error: text === "" ? "#ERROR!" : text };
  const hasFormula = attributes.has("table:formula");
  const shown = text === "" ? null : text;
  switch (attributes.get("office:value-type")) {
    case "float":
    case "percentage":
    case "currency":
      return numberOf(attributes.get("office:value")) ?? shown;
    case "date":
      return dateOf(isoSerial(attributes.get("office:date-value") ?? "")) ?? shown;
    case "time":
      return dateOf(durationOf(attributes.get("office:time-value") ?? "")) ?? shown;
    case "boolean":
      return isTrue(attributes.get("office:boolean-value"));
    case "string":
      return stringOf(attributes.get("office:string-value") ?? text, hasFormula);
    default:
      return shown === null && hasFormula ? { error: uncalculated } : shown;
  }
}

function numberOf(value: string | undefined): number | undefined {
  const read = value === undefined || value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(read) ? read : undefined;
}

const dateOf = (date: number | undefined): CellContent => (date === undefined ? null : { date });

/** Part of a day: `PT08H30M00S`. */
function durationOf(text: string): number | undefined {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d+)M(\d+(?:\.\d+)?)S$/u.exec(text) ?? [];
  return hours === undefined ? undefined : (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}

/** Older programs save the error of a formula as its text. */
function stringOf(text: string, hasFormula: boolean): CellContent {
  if (text === "") return null;
  return hasFormula && /^(?:#[A-Z][A-Z0-9/!?]*|Err:\d+)$/u.test(text) ? { error: text } : text;
}
