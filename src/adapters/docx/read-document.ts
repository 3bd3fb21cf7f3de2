import type { UnreadableFile } from "../../domain/snapshot";
import { decodeText } from "../files/decode-text";
import { fileKind } from "../files/file-kind";
import { scanXml } from "../files/scan-xml";
import { attributesOf } from "../files/xml-text";
import { Unreadable } from "../files/unreadable";
import { zipDirectory } from "../files/zip-directory";
import { isTooLarge, mostEntries } from "../files/zip-limits";
import { zipParts, type ZipParts } from "../files/zip-parts";
import { documentText } from "./document-text";

/** The text of a document, a paragraph a line; or why there is none. */
export type DocumentReading =
  | { readonly state: "read"; readonly text: string }
  | { readonly state: "unreadable"; readonly why: UnreadableFile };

/**
 * Reads the finished text of a .docx (body, tables, text boxes, foot- and endnotes; deletions that are tracked left out,
 * insertions kept) or of a plain text file in UTF-8, UTF-16 or GB18030. What it is decides its content, not its name.
 */
export function readDocument(bytes: Uint8Array): DocumentReading {
  try {
    return { state: "read", text: textOf(bytes) };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { state: "unreadable", why: thrown.why };
    throw thrown;
  }
}

function textOf(bytes: Uint8Array): string {
  switch (fileKind(bytes)) {
    case "zip":
      return packedText(bytes);
    case "text":
      return plainText(bytes);
    case "compound":
    case "record-stream":
      throw new Unreadable("not-a-workbook");
  }
}

function plainText(bytes: Uint8Array): string {
  const text = decodeText(bytes).replace(/^\uFEFF/u, "");
  if (/(?![\t\n\f\r])\p{Cc}/u.test(text) || /^(?:%PDF-|\{\\rtf)/u.test(text)) throw new Unreadable("not-a-workbook");
  return text;
}

const notes = ["footnotes", "endnotes"];

function packedText(bytes: Uint8Array): string {
  const entries = zipDirectory(bytes, mostEntries);
  if (entries === undefined) throw new Unreadable("truncated");
  if (isTooLarge(entries, bytes.length)) throw new Unreadable("too-large");
  const parts = zipParts(bytes, entries);
  const body = bodyPath(parts);
  if (body === undefined || !parts.has(body)) throw new Unreadable("not-a-workbook");
  const folder = body.slice(0, body.lastIndexOf("/") + 1);
  const further = notes.map((name) => `${folder}${name}.xml`).filter((path) => parts.has(path));
  return [body, ...further].map((path) => documentText(parts.bytes(path))).join("\n");
}

/** The part the file as a whole says is its document. */
function bodyPath(parts: ZipParts): string | undefined {
  if (!parts.has("_rels/.rels")) return undefined;
  let path: string | undefined;
  scanXml(parts.bytes("_rels/.rels"), {
    open: (name, raw) => {
      const attributes = attributesOf(raw);
      if (name === "Relationship" && attributes.get("Type")?.endsWith("/officeDocument") === true)
        path = attributes.get("Target")?.replace(/^\//u, "");
    },
  });
  return path?.endsWith("workbook.xml") === true ? undefined : path;
}
