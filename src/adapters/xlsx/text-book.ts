import { decodeText } from "../files/decode-text";
import { foreignBook } from "./foreign-book";
import { odsBook } from "./ods-book";
import type { BookContents } from "./ooxml-book";
import { parseCsv } from "./parse-csv";
import { Unreadable } from "../files/unreadable";

/** First words of texts that are files of another kind. */
const otherKinds = /^(?:%PDF-|\{\\rtf|MIME-Version:|ID;P|%!PS|From:|#!)/iu;

/**
 * Reads csv, and tables of HTML or XML.
 *
 * @throws Unreadable
 */
export function textBook(bytes: Uint8Array, file: string): BookContents {
  const text = decodeText(bytes).replace(/^\uFEFF/u, "");
  if (/^\s*</u.test(text)) return markupBook(text.trimStart(), bytes);
  if (!isPlainText(text) || otherKinds.test(text)) throw new Unreadable("not-a-workbook");
  const rows = parseCsv(text).map((row) => row.map((field) => (field === "" ? null : field)));
  return { sheets: [{ name: sheetNameOf(file), visibility: "visible", rows, merges: [] }] };
}

function markupBook(text: string, bytes: Uint8Array): BookContents {
  if (/<office:document\b/u.test(text.slice(0, 2_000))) return odsBook(bytes);
  if (!/<(?:table|[\w]*:?Workbook)\b/iu.test(text)) throw new Unreadable("not-a-workbook");
  return foreignBook(text, "not-a-workbook");
}

/** Control characters, or none at all, mean that this is some other kind of file. */
const isPlainText = (text: string): boolean => text.trim() !== "" && !/(?![\t\n\f\r])\p{Cc}/u.test(text);

/** A csv has no sheet names, and its file name is the only thing that tells which form it is. */
const sheetNameOf = (file: string): string => file.replace(/^.*[/\\]/u, "").replace(/\.[^.]*$/u, "");
