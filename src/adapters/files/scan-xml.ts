import { Unreadable } from "./unreadable";
import { xmlText } from "./xml-text";

/** What a document is read by. Names are local, without prefix: strict and transitional files differ only there. */
export interface XmlVisitor {
  /** `attributes` is the raw text after the name. */
  readonly open: (name: string, attributes: string) => void;
  /** Character data between two tags, references resolved; a long one comes in pieces. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Runs of elements that mean nothing and come by the million. */
  readonly passOver?: {
    /** Sticky; matches whole elements. */
    readonly run: RegExp;
    /** Told the last element of a run. */
    readonly passed: (last: string) => void;
  };
}

/** A visitor of all that happens inside an element. */
export type XmlReader = Required<Omit<XmlVisitor, "passOver">>;

const chunkLength = 1 << 20;
/** No tag or text of a workbook is longer. */
const longestPiece = 1 << 24;

const tag = /<(\/?)(?:[^\s<>"'/:]+:)?([^\s<>"'/]+)([^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*)>/uy;
const beside = /<(?:\?[\s\S]*?\?>|!--[\s\S]*?-->|!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)/uy;
const literal = /<!\[CDATA\[([\s\S]*?)\]\]>/uy;

/**
 * Walks through an XML document piece by piece, so that a large part is never one string. Entities a document
 * declares are not resolved: no workbook needs them.
 *
 * @throws Unreadable for a document that is not well formed, as a part cut off in the middle is not
 */
export function scanXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  const names: string[] = [];
  let rest = "";
  for (let at = 0; at < bytes.length; at += chunkLength) {
    const isLast = at + chunkLength >= bytes.length;
    rest = consume(rest + decoder.decode(bytes.subarray(at, at + chunkLength), { stream: !isLast }), names, visitor);
    if (rest.length > longestPiece) throw new Unreadable("truncated");
  }
  if (names.length > 0 || rest.trim() !== "") throw new Unreadable("truncated");
}

/** By the mark at the beginning, else by what the document says of itself. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 100));
  return /^<\?xml[^>]*encoding=["'](?:gbk|gb2312|gb18030)["']/iu.test(head) ? "gb18030" : "utf-8";
}

/** Reports every whole piece of the text and gives back what is left. */
function consume(text: string, names: string[], visitor: XmlVisitor): string {
  let at = 0;
  for (;;) {
    const next = text.indexOf("<", at);
    if (next < 0) return text.slice(at);
    if (next > at) visitor.text?.(xmlText(text.slice(at, next)));
    const after = text[next + 1];
    const end =
      after === "?" || after === "!"
        ? passBeside(text, next, visitor)
        : (passRun(text, next, visitor) ?? passTag(text, next, names, visitor));
    if (end === undefined) return text.slice(next);
    at = end;
  }
}

/** Comments, instructions and literal text; undefined when its end has not come yet. */
function passBeside(text: string, at: number, visitor: XmlVisitor): number | undefined {
  literal.lastIndex = at;
  const cdata = literal.exec(text);
  if (cdata) {
    visitor.text?.(cdata[1] ?? "");
    return literal.lastIndex;
  }
  beside.lastIndex = at;
  return beside.test(text) ? beside.lastIndex : undefined;
}

function passRun(text: string, at: number, { passOver }: XmlVisitor): number | undefined {
  if (!passOver) return undefined;
  const { run, passed } = passOver;
  run.lastIndex = at;
  if (!run.test(text)) return undefined;
  const end = run.lastIndex;
  passed(text.slice(text.lastIndexOf("<", end - 1), end));
  return end;
}

function passTag(text: string, at: number, names: string[], visitor: XmlVisitor): number | undefined {
  tag.lastIndex = at;
  const match = tag.exec(text);
  if (!match) return undefined;
  const [, slash, name = "", attributes = ""] = match;
  if (slash === "/") {
    if (names.pop() !== name) throw new Unreadable("truncated");
    visitor.close?.(name);
    return tag.lastIndex;
  }
  visitor.open(name, attributes);
  if (attributes.endsWith("/")) visitor.close?.(name);
  else names.push(name);
  return tag.lastIndex;
}
